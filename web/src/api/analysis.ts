// The genome analysis document (docs/formats/analysis.md), as far as the page shows it. Optional: documents of
// earlier versions of the program lack it.
import type { Insertion, Neighbour, Replicon, Ribosomal, VanOperon } from "./analysis_findings";
import type {
  AssemblyComparison,
  ReadEvidence,
  ReadQuality,
  SecondAllele,
  SiteFraction,
} from "./analysis_reads";

export type Verdict = "pass" | "warn" | "fail";
export type Strand = "+" | "-";

export interface Quality {
  verdict: Verdict;
  length: number;
  contigs: number;
  n50: number;
  longest: number;
  gc: number;
  n_percent: number;
  depth: number | null;
  reasons: string[];
  reads?: ReadQuality; // of reads only
}

export interface Species {
  name: string;
  rank: string;
  complex: string;
  confidence: string;
  ani: number;
  second: { name: string; ani: number; reference: string } | null;
  stated_by_user: boolean;
  evidence?: string[]; // codes
}

export interface ForeignContig {
  contig: string;
  length: number;
  species: string;
  sampled: number; // k-mers
  percent: number; // of them, held by that species
}

// Places of a sample of the genome, and those that only a second genome explains.
export interface SecondGenome {
  sites: number;
  second_sites: number;
  depth: number; // x
  own_depth?: number; // x
  own_spread?: number; // share of it
  second_depth?: number;
  fraction?: number; // 0-1
  fraction_low?: number;
  fraction_high?: number;
}

export interface Contamination {
  verdict: Verdict;
  second_species_percent: number;
  second_species: string;
  loci_twice?: string[]; // "klebsiella/gapA 3,4"
  foreign_contigs?: ForeignContig[];
  foreign_contigs_percent?: number; // of all bases
  reasons: string[];
  loci_assessed?: number; // reads only, to the end
  second_alleles?: SecondAllele[];
  second_genome?: SecondGenome;
  minor_fraction?: number; // 0-1
  minor_fraction_low?: number;
  minor_fraction_high?: number;
}

export interface Mlst {
  scheme: string;
  title?: string; // "Pasteur"; empty if the scheme has one name only
  for_species?: boolean; // false: a scheme of other species, which makes no type
  st: string;
  nearest_st: string;
  note: string;
  alleles: Record<string, string>;
}

export interface Piece {
  contig: string;
  start: number;
  end: number;
  strand: Strand;
  at_contig_end: boolean;
}

export interface SequenceName {
  database: string;
  name: string;
  accession: string;
}

export interface Context {
  location: string; // chromosome | plasmid | unknown
  contig_length: number;
  contig_circular: boolean;
  neighbours?: Neighbour[]; // nearest first
}

export interface Determinant {
  symbol: string;
  gene: string;
  allele: string;
  nearest: string;
  kind: "gene" | "mutation" | "disruption" | "operon";
  class: string;
  agents: string[];
  source: string;
  contig: string;
  start: number;
  end: number;
  strand: Strand;
  method?: "nucleotide" | "protein"; // what identity and coverage compare
  identity: number;
  identity_aa: number | null;
  coverage: number;
  copies: number | null;
  depth?: number | null;
  copies_low?: number; // reads only, to minor
  copies_high?: number;
  fraction?: number; // 0-1
  fraction_low?: number;
  fraction_high?: number;
  minor?: boolean;
  allele_status: "exact" | "exact_protein" | "novel" | "partial" | "ambiguous";
  ties: string[];
  changes: string[];
  function: "intact" | "broken" | "not_assessable";
  function_reason: string;
  intrinsic: boolean;
  contig_end: boolean;
  trace: boolean;
  critical_family: string;
  names?: SequenceName[];
  pieces: Piece[];
  context: Context;
}

export interface Target {
  gene: string;
  state: "intact" | "missense" | "truncated" | "interrupted" | "absent" | "not_assessable";
  detail: string;
  contig: string;
  start: number;
  end: number;
  strand: Strand;
  identity: number;
  coverage: number;
  protein_percent: number;
  changes: string[];
  depth?: number; // reads only
}

export interface PredictedPhenotype {
  agent: string;
  prediction: "WT" | "NWT" | "uncertain" | "no_rule";
  rules: string[];
  determinants: string[];
}

export interface Negative {
  target: string;
  state: string;
  basis: string;
  entries_searched: number;
  depth?: number; // reads only
  miss_probability?: number; // 0-1
}

export interface Contig {
  name: string;
  length: number;
  circular: boolean;
}

export interface Analysis {
  software: string;
  input: { path: string; sha256: string }[];
  reference: { name: string; digest: string };
  settings: { name: string; digest: string };
  quality: Quality;
  species: Species;
  contamination: Contamination;
  mlst: Mlst[];
  determinants: Determinant[];
  targets: Target[];
  phenotype: PredictedPhenotype[];
  negatives: Negative[];
  van_operons?: VanOperon[];
  replicons?: Replicon[];
  ribosomal?: Ribosomal[];
  insertions?: Insertion[];
  fractions?: SiteFraction[];
  read_evidence?: ReadEvidence;
  assembly_comparison?: AssemblyComparison;
  contigs: Contig[];
  warnings: string[];
}
