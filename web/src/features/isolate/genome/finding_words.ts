// Findings beside genes and targets in words: places, van clusters, ribosomal RNA, insertions, coded notes.
import type { Context, Mlst } from "../../../api/analysis";
import type { Insertion, Neighbour, Ribosomal, VanGene } from "../../../api/analysis_findings";
import type { CodeGroup, Texts } from "../../../i18n/use_texts";
import { reason_text } from "./words";

// "code:detail" as a sentence; a code without words stays as it is, with its detail.
export function coded(
  group: CodeGroup,
  text: string,
  { code }: Texts,
  parts: Record<string, string> = {},
): string {
  const at = text.indexOf(":");
  const name = at < 0 ? text : text.slice(0, at);
  const words = code(group, name, { detail: at < 0 ? "" : text.slice(at + 1), ...parts });
  return words === name ? text : words;
}

export function scheme_name({ scheme, title }: Mlst): string {
  return title ? `${scheme} (${title})` : scheme;
}

// A warning that repeats the note of a scheme is said there.
export function is_said_elsewhere(warning: string): boolean {
  return /^scheme_(against|without)_species:/.test(warning);
}

export function replicons_beside({ neighbours = [] }: Context): string[] {
  const names = neighbours.filter(({ kind }) => kind === "replicon").map(({ name }) => name);
  return [...new Set(names)];
}

// "plasmid (IncFII(K), IncR)". A replicon alone makes no plasmid: then it is only said to be there.
export function place_words(context: Context, { t, code }: Texts): string {
  const replicons = replicons_beside(context).join(", ");
  if (context.location === "plasmid")
    return code("location", "plasmid") + (replicons ? ` (${replicons})` : "");
  if (context.location === "chromosome") return code("location", "chromosome");
  return replicons ? t("genome.on_contig", { replicons }) : "";
}

export function neighbour_text({ kind, name, distance, side }: Neighbour, texts: Texts): string {
  const what = texts.code("neighbour", kind, { name });
  return `${what}, ${texts.code("side", side, { distance: texts.format.bases(distance) })}`;
}

// "broken:vanS-A:frameshift:120" -> "vanS-A er ødelagt: leserammeskift fra kodon 120".
export function van_reason_text(reason: string, texts: Texts): string {
  const [name = "", what = "", ...why] = reason.split(":");
  const words = texts.code("van_reason", name, {
    gene: what,
    role: texts.code("van_role", what),
    bases: what,
  });
  if (words === name) return reason;
  const detail = reason_text(why.join(":"), texts);
  return detail ? `${words}: ${detail}` : words;
}

export function van_gene_text({ state, reason }: VanGene, texts: Texts): string {
  const words = texts.code("van_gene_state", state);
  const detail = reason_text(reason, texts);
  return detail ? `${words}: ${detail}` : words;
}

export function ribosomal_state_text({ state, reason }: Ribosomal, texts: Texts): string {
  const words = texts.code("ribosomal_state", state);
  const [name = "", numbers = ""] = reason.split(":");
  if (!name) return words;
  const [a = "", b = ""] = numbers.split("/");
  return `${words}: ${texts.code("ribosomal_reason", name, { a, b })}`;
}

export function insertion_text(insertion: Insertion, { t, format }: Texts): string {
  // An end before the start lies beyond the origin of a circular contig: the length is then not known here.
  const whole = insertion.end >= insertion.start;
  const length = whole ? format.bases(insertion.end - insertion.start + 1) : "–";
  return insertion.place === "upstream"
    ? t("genome.insertion_upstream", { length, distance: format.bases(insertion.distance) })
    : t("genome.insertion_inside", {
        length,
        position: format.number(insertion.reference_position),
      });
}
