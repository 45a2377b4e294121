// Findings of the analysis document beside genes and targets: van clusters, replicons, ribosomal RNA, insertions.
import type { Strand } from "./analysis";
import type { AlternativeReads } from "./analysis_reads";

export interface Neighbour {
  kind: "gene" | "replicon" | "insertion";
  name: string;
  distance: number; // bases between, 0 if they touch or overlap
  side: "upstream" | "downstream" | "overlap";
}

export interface VanGene {
  gene: string;
  role: string;
  state: "intact" | "broken" | "not_assessable" | "missing";
  reason: string; // code
  contig: string; // empty if missing
  start: number;
  end: number;
  strand: Strand;
}

export interface VanOperon {
  type: string;
  verdict: "FUNCTIONAL" | "SILENT" | "INCOMPLETE" | "NOT_ASSESSABLE";
  intrinsic: boolean;
  contig: string;
  start: number;
  end: number;
  genes: VanGene[];
  reasons: string[]; // codes
}

export interface Replicon {
  name: string;
  contig: string;
  start: number;
  end: number;
  strand: Strand;
  identity: number; // per cent
  coverage: number; // per cent
}

export interface RibosomalPosition {
  symbol: string; // "23S G2576T"
  mutant_copies: number;
  agents: string[];
  alternative_reads?: AlternativeReads; // reads only
}

export interface Ribosomal {
  gene: string; // "23S"
  copies_found: number;
  copies_expected: number; // 0: not known for the species
  state: "assessed" | "not_assessable";
  reason: string; // code
  positions: RibosomalPosition[];
}

export interface Insertion {
  gene: string;
  place: "inside" | "upstream";
  reference_position: number; // inside: bases of the gene before it
  distance: number; // upstream: bases between it and the gene
  contig: string;
  start: number;
  end: number;
  copies: number; // of the inserted stretch in the assembly
  inverted_repeat: number; // bases, 0: none found
  target_duplication: number; // bases, 0: none found
}
