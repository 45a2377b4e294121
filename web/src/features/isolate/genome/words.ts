// Genome findings in words: allele status, function, state of a target.
import type { Determinant, Target } from "../../../api/analysis";
import type { Texts } from "../../../i18n/use_texts";

// "internal_stop:65/293" -> "internt stoppkodon (65/293)"
export function reason_text(reason: string, { code }: Texts): string {
  if (!reason) return "";
  const [name = "", ...detail] = reason.split(":");
  const place = detail.join(":");
  return place ? `${code("reason", name)} (${place})` : code("reason", name);
}

export function status_of_allele(determinant: Determinant, texts: Texts): string {
  const { t, code, format } = texts;
  if (determinant.kind === "mutation") return code("kind", "mutation");
  if (determinant.kind === "disruption") return code("kind", "disruption");
  const status = code("allele_status", determinant.allele_status);
  const parts = [status];
  if (determinant.allele_status !== "exact") {
    parts.push(
      t("genome.nearest", {
        allele: determinant.nearest || determinant.symbol,
        identity: format.number(determinant.identity, 2),
        coverage: format.number(determinant.coverage, 1),
      }),
    );
  }
  if (determinant.changes.length > 0) parts.push(determinant.changes.join(", "));
  if (determinant.ties.length > 0)
    parts.push(t("genome.ties", { alleles: determinant.ties.join(", ") }));
  return parts.join("; ");
}

export function function_text(determinant: Determinant, texts: Texts): string {
  const reason = reason_text(determinant.function_reason, texts);
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
