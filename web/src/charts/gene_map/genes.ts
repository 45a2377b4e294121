// The genes of an analysis as the gene map draws them: one per locus, with the kind that decides its look.
import type { Analysis, Determinant, Strand, Target } from "../../api/analysis";

export type GeneKind =
  | "critical"
  | "acquired"
  | "broken"
  | "intrinsic"
  | "changed_target"
  | "intact_target";

// Order of the legend, most important first.
export const gene_kinds: GeneKind[] = [
  "critical",
  "acquired",
  "broken",
  "intrinsic",
  "changed_target",
  "intact_target",
];

export interface MapGene {
  id: string; // unique on the page
  row: string; // id of the table row that says the same
  name: string;
  label: string; // the name as it is written on the drawing: a broken gene is crossed out
  kind: GeneKind;
  contig: string;
  start: number;
  end: number;
  strand: Strand;
  determinant: Determinant | null;
  target: Target | null;
}

export interface MapContig {
  name: string;
  length: number;
  circular: boolean;
  genes: MapGene[]; // by start
}

export function determinant_row(index: number): string {
  return `determinant-${index}`;
}
export function target_row(index: number): string {
  return `target-${index}`;
}

function kind_of_determinant(determinant: Determinant): GeneKind {
  if (determinant.intrinsic) return "intrinsic";
  if (determinant.function === "broken") return "broken";
  return determinant.critical_family ? "critical" : "acquired";
}

// Pieces of a split gene are drawn where they lie, each with the gene's name.
function genes_of_determinant(determinant: Determinant, index: number): MapGene[] {
  const places = determinant.pieces.length > 1 ? determinant.pieces : [determinant];
  const kind = kind_of_determinant(determinant);
  return places.map((place, part) => ({
    id: `gene-${index}-${part}`,
    row: determinant_row(index),
    name: determinant.symbol,
    label: kind === "broken" ? `${determinant.symbol} ✕` : determinant.symbol,
    kind,
    contig: place.contig,
    start: place.start,
    end: place.end,
    strand: place.strand,
    determinant,
    target: null,
  }));
}

function gene_of_target(target: Target, index: number): MapGene {
  return {
    id: `target-gene-${index}`,
    row: target_row(index),
    name: target.gene,
    label: target.gene,
    kind: target.state === "intact" ? "intact_target" : "changed_target",
    contig: target.contig,
    start: target.start,
    end: target.end,
    strand: target.strand,
    determinant: null,
    target,
  };
}

// Mutations and lost targets are shown by their target gene, so they are not drawn twice.
export function map_contigs(analysis: Analysis): MapContig[] {
  const genes = [
    ...analysis.determinants.flatMap((determinant, index) =>
      determinant.kind === "gene" || determinant.kind === "operon"
        ? genes_of_determinant(determinant, index)
        : [],
    ),
    ...analysis.targets.map(gene_of_target),
  ].filter((gene) => gene.contig !== "" && gene.end > 0);
  return analysis.contigs
    .map((contig) => ({
      ...contig,
      genes: genes.filter((gene) => gene.contig === contig.name).sort((a, b) => a.start - b.start),
    }))
    .filter((contig) => contig.genes.length > 0)
    .sort((a, b) => b.length - a.length || a.name.localeCompare(b.name));
}
