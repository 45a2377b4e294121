// The critical genes of a genome and where they sit, the same gene in the same place once with its copies.
import type { Analysis, Determinant } from "../../../api/analysis";
import type { VanOperon } from "../../../api/analysis_findings";
import { gives_no_resistance } from "./words";

export interface CriticalGene {
  determinant: Determinant;
  copies: number;
}

function is_critical(determinant: Determinant): boolean {
  return (
    determinant.critical_family !== "" &&
    !determinant.intrinsic &&
    !gives_no_resistance(determinant)
  );
}

function same_place(a: Determinant, b: Determinant): boolean {
  return a.symbol === b.symbol && a.contig === b.contig && a.trace === b.trace;
}

// Genes of van clusters are left to the clusters, which say whether they work.
export function critical_genes(analysis: Analysis): CriticalGene[] {
  const in_cluster = (determinant: Determinant) =>
    determinant.critical_family === "van" &&
    (analysis.van_operons ?? []).some((operon) => lies_in(determinant, operon));
  const genes: CriticalGene[] = [];
  for (const determinant of analysis.determinants) {
    if (!is_critical(determinant) || in_cluster(determinant)) continue;
    const known = genes.find((gene) => same_place(gene.determinant, determinant));
    if (known) known.copies += 1;
    else genes.push({ determinant, copies: 1 });
  }
  return genes;
}

// A determinant whose gene is one of the cluster's, by place: names differ (VanHAX holds vanA).
function lies_in(determinant: Determinant, operon: VanOperon): boolean {
  return operon.genes.some(
    (gene) =>
      gene.contig === determinant.contig &&
      gene.start <= determinant.end &&
      determinant.start <= gene.end,
  );
}

// Where a cluster sits is where a van gene of it does.
export function determinant_of(operon: VanOperon, analysis: Analysis): Determinant | undefined {
  return analysis.determinants.find(
    (determinant) =>
      determinant.critical_family === "van" &&
      determinant.contig === operon.contig &&
      lies_in(determinant, operon),
  );
}
