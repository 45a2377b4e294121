// The rows of the reconciliation: which are shown, in what order, and where their evidence stands.
import type { Analysis, PredictedPhenotype } from "../../../api/analysis";
import type { AgentExplanation, Evidence, Fit } from "../../../api/explanation";
import { determinant_row, target_row } from "../../../charts/gene_map/genes";

export type SortKey = "agent" | "predicted" | "fit";
export interface Order {
  key: SortKey;
  descending: boolean;
}

// What most needs a person comes first.
export const fits: Fit[] = [
  "UNEXPLAINED",
  "CONTAMINATION_SUSPECTED",
  "TEST_SUSPECTED",
  "HIDDEN",
  "SILENT",
  "EDGE",
  "RULE_GAP",
  "AGREE",
];
const predictions: PredictedPhenotype["prediction"][] = ["NWT", "uncertain", "no_rule", "WT"];

// `agents` come in the order of an answer, which decides between equals.
export function arranged(
  agents: AgentExplanation[],
  order: Order,
  only: Fit | null,
): AgentExplanation[] {
  const rank = (agent: AgentExplanation, index: number): number => {
    if (order.key === "fit") return fits.indexOf(agent.fit);
    return order.key === "predicted" ? predictions.indexOf(agent.predicted) : index;
  };
  const ranked = agents.map((agent, index) => ({ agent, index, rank: rank(agent, index) }));
  const sign = order.descending ? -1 : 1;
  return ranked
    .sort((a, b) => sign * (a.rank - b.rank) || a.index - b.index)
    .map(({ agent }) => agent)
    .filter((agent) => only === null || agent.fit === only);
}

export function counted(agents: AgentExplanation[]): [Fit, number][] {
  return fits
    .map((fit): [Fit, number] => [fit, agents.filter((agent) => agent.fit === fit).length])
    .filter(([, count]) => count > 0);
}

// A second press of the same column turns its order around.
export function next_order(now: Order, key: SortKey): Order {
  return { key, descending: now.key === key && !now.descending };
}

// The row of the genome's tables that an evidence speaks of, if it is in one.
export function gene_row(evidence: Evidence, analysis: Analysis | null): string | null {
  if (!analysis) return null;
  const here = (at: { contig: string; start: number }) =>
    evidence.contig !== "" && at.contig === evidence.contig && at.start === evidence.start;
  const { determinants, targets } = analysis;
  const determinant = determinants.findIndex(
    (found) => found.symbol === evidence.symbol && (here(found) || evidence.contig === ""),
  );
  if (determinant >= 0) return determinant_row(determinant);
  const gene = evidence.symbol.split(/[ _]/)[0];
  const target = targets.findIndex((found) => found.gene === gene || here(found));
  return target >= 0 ? target_row(target) : null;
}
