// What was looked for and not found, with what the negative rests on.
import type { Analysis, Negative } from "../../../api/analysis";
import type { Absent } from "../../../api/explanation";
import { useTexts } from "../../../i18n/use_texts";
import { chance_text } from "../reads/read_words";

export function Negatives({ analysis, absent }: { analysis: Analysis; absent: Absent[] }) {
  const texts = useTexts();
  const { t, code } = texts;
  // The explanation says it in the reader's language; without one, the codes of the analysis do.
  const lines =
    absent.length > 0
      ? absent.map((finding) => finding.text)
      : analysis.negatives.map(
          (negative) =>
            `${code("negative_target", negative.target)}: ${code("negative", negative.state)} (${t("genome.entries", { count: negative.entries_searched })})`,
        );
  const limits = analysis.negatives.filter(
    ({ miss_probability }) => miss_probability !== undefined,
  );
  if (lines.length === 0) return <p>{t("genome.no_negatives")}</p>;
  return (
    <ul className="work-up">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {limits.map((negative) => (
        <li key={negative.target}>{limit_text(negative)}</li>
      ))}
    </ul>
  );

  // Of reads every negative has a limit: the depth it rests on and the chance to have missed a gene.
  function limit_text(negative: Negative): string {
    return t("reads.limit", {
      target: code("negative_target", negative.target),
      state: code("negative", negative.state),
      depth: texts.format.number(negative.depth ?? 0),
      chance: chance_text(negative.miss_probability ?? 1, texts),
    });
  }
}
