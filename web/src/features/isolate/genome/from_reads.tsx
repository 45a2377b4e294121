// What the reads tell of a gene: depth, copies, and its share among the haplotypes.
import type { Determinant } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { copies_text, share_text } from "../reads/read_words";

export function FromReads({ determinant }: { determinant: Determinant }) {
  const texts = useTexts();
  const { t, format } = texts;
  const { depth, copies, copies_low, copies_high, fraction } = determinant;
  if (depth == null && copies_low === undefined && fraction === undefined) return null;
  const words: string[] = [];
  if (depth != null) words.push(t("reads.at_depth", { depth: format.number(depth) }));
  if (copies !== null && copies_low !== undefined)
    words.push(copies_text(copies, copies_low, copies_high, texts));
  if (fraction !== undefined && fraction < 1)
    words.push(
      t("reads.of_reads", {
        share: share_text(fraction, determinant.fraction_low, determinant.fraction_high, texts),
      }),
    );
  return <span className="subtle method">{words.join("; ")}</span>;
}
