// What an analysis of reads says beyond that of an assembly (docs/formats/analysis.md).
export interface ReadSummary {
  reads: number;
  bases: number;
  shortest: number;
  longest: number;
  mean_length: number;
  n50: number;
  gc: number; // per cent, as all that follow
  n_percent: number;
  mean_quality: number; // Phred
  q20_percent: number;
  q30_percent: number;
  adapter_percent: number | null;
}

export interface ReadQuality {
  nanopore?: true;
  error_percent?: number; // of nanopore reads
  all: ReadSummary;
  files: { file: string; mate: string; summary: ReadSummary }[];
  mates: { mate: string; reads: number; quality_by_cycle: number[] }[]; // none of nanopore
  adapter: string; // empty if none
  sampled: number; // reads
  quality_of_bases: number[];
  quality_of_reads: number[];
  insert_median: number | null;
  insert_low: number | null;
  insert_high: number | null;
  estimated_depth: number | null;
  notes: string[]; // codes
}

export interface AlternativeReads {
  reads: number;
  forward: number;
  reverse: number;
  fraction: number; // 0-1, with its 95 % interval
  low: number;
  high: number;
}

export interface SecondAllele {
  locus: string;
  alternative_reads: AlternativeReads;
}

export interface SiteFraction {
  symbol: string;
  gene: string;
  contig: string;
  position: number;
  state: string; // called | seen | not_assessable
  alternative_reads: AlternativeReads;
}

export interface LocusDepth {
  locus: string;
  contig: string;
  start: number;
  end: number;
  depth: number;
  lowest: number;
  single_copy: boolean;
}

export interface ReadEvidence {
  settings: { name: string; digest: string };
  recruited: number; // reads
  placed: number;
  single_copy_depth: number | null;
  depth_spread: number | null;
  sites: number;
  sites_assessed: number;
  loci: LocusDepth[];
}

export interface Disagreement {
  subject: string;
  name: string;
  reads: string;
  assembly: string;
  reason: string; // code
}

export interface AssemblyComparison {
  assembler: string;
  agreeing: number;
  differences: Disagreement[];
}
