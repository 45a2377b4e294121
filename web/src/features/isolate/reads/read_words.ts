// Shares, intervals and depths of reads in words.
import type { AlternativeReads } from "../../../api/analysis_reads";
import type { Texts } from "../../../i18n/use_texts";

// Small shares keep decimals, so that 0.04 % is not written as none.
export function percent_text(share: number, { format }: Texts): string {
  const percent = 100 * share;
  const decimals = percent === 0 || percent >= 10 ? 0 : percent < 0.1 ? 2 : 1;
  return `${format.number(percent, decimals)} %`;
}

// "24 % (18–31 %)"
export function share_text(
  share: number,
  low: number | undefined,
  high: number | undefined,
  texts: Texts,
): string {
  const best = percent_text(share, texts);
  if (low === undefined || high === undefined) return best;
  return `${best} (${percent_text(low, texts).replace(/\s%$/, "")}–${percent_text(high, texts)})`;
}

// "24 % (18–31 %), 30 of 125 reads, 14 forward and 16 reverse"
export function alternative_text(alternative: AlternativeReads, texts: Texts): string {
  const { reads, forward, reverse, fraction, low, high } = alternative;
  return texts.t("reads.alternative", {
    share: share_text(fraction, low, high, texts),
    alternative: texts.format.number(forward + reverse),
    reads: texts.format.number(reads),
    forward: texts.format.number(forward),
    reverse: texts.format.number(reverse),
  });
}

// "2.1 copies (1.8–2.4)"
export function copies_text(
  copies: number,
  low: number | undefined,
  high: number | undefined,
  { t, format }: Texts,
): string {
  const best = t("reads.copies", { copies: format.number(copies, 1) });
  if (low === undefined || high === undefined) return best;
  return `${best} (${format.number(low, 1)}–${format.number(high, 1)})`;
}

// "less than 0.01 %" for what the analysis writes as its least probability.
export function chance_text(probability: number, texts: Texts): string {
  if (probability <= 0.0001) return texts.t("reads.chance_least");
  return percent_text(probability, texts);
}
