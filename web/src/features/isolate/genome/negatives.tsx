// What was looked for and not found, with what the negative rests on.
import type { Analysis } from "../../../api/analysis";
import type { Absent } from "../../../api/explanation";
import { useTexts } from "../../../i18n/use_texts";

export function Negatives({ analysis, absent }: { analysis: Analysis; absent: Absent[] }) {
  const { t, code } = useTexts();
  // The explanation says it in the reader's language; without one, the codes of the analysis do.
  const lines =
    absent.length > 0
      ? absent.map((finding) => finding.text)
      : analysis.negatives.map(
          (negative) =>
            `${code("negative_target", negative.target)}: ${code("negative", negative.state)} (${t("genome.entries", { count: negative.entries_searched })})`,
        );
  if (lines.length === 0) return <p>{t("genome.no_negatives")}</p>;
  return (
    <ul className="work-up">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
