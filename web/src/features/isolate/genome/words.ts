// Genome findings in words: allele status, function, state of a target.
import type { Determinant, Target } from "../../../api/analysis";
import type { Texts } from "../../../i18n/use_texts";

// "internal_stop:65/293" -> "stoppkodon ved 65 av 293"; a code has at most two numbers.
export function reason_text(reason: string, { code }: Texts): string {
  const [name = "", numbers = ""] = reason.split(":");
  const [a = "", b = ""] = numbers.split(/[/@]/);
  return code("reason", name, { a, b });
}

export function status_of_allele(determinant: Determinant, texts: Texts): string {
  const { t, code } = texts;
  if (determinant.kind === "mutation") return code("kind", "mutation");
  if (determinant.kind === "disruption") return code("kind", "disruption");
  const status = code("allele_status", determinant.allele_status);
  const parts = [status];
  if (determinant.allele_status !== "exact" && determinant.allele_status !== "exact_protein") {
    parts.push(nearest_text(determinant, texts));
  }
  if (determinant.changes.length > 0) parts.push(determinant.changes.join(", "));
  if (determinant.ties.length > 0)
    parts.push(t("genome.ties", { alleles: determinant.ties.join(", ") }));
  return parts.join("; ");
}

// A gene found in translation is compared by its amino acids, and says so.
function nearest_text(determinant: Determinant, { t, format }: Texts): string {
  const values = {
    allele: determinant.nearest || determinant.symbol,
    identity: format.number(determinant.identity, 2),
    coverage: format.number(determinant.coverage, 1),
  };
  const by_protein = determinant.method === "protein";
  if (determinant.coverage < 100)
    return t(by_protein ? "genome.nearest_protein_part" : "genome.nearest_part", values);
  return t(by_protein ? "genome.nearest_protein" : "genome.nearest", values);
}

// A broken resistance gene does nothing; a lost target (a porin, mgrB) is broken too, but acts by its loss.
export function gives_no_resistance(determinant: Determinant): boolean {
  return determinant.function === "broken" && determinant.kind !== "disruption";
}

// The reason alone says more than "lost" or "broken".
export function function_text(determinant: Determinant, texts: Texts): string {
  if (determinant.kind === "mutation") return texts.code("kind", "changed");
  const reason = reason_text(determinant.function_reason, texts);
  if (determinant.kind === "disruption") return reason || texts.code("kind", "lost");
  const state = texts.code("function", determinant.function);
  return reason ? `${state}: ${reason}` : state;
}

export function state_of_target(target: Target, texts: Texts): string {
  const parts = [
    texts.code("target_state", target.state),
    reason_text(target.detail, texts),
    target.changes.join(", "),
  ];
  return parts.filter(Boolean).join("; ");
}
