// Folded under a gene: what other releases call it, how it was compared, and what lies beside it.
import type { Determinant } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { neighbour_text } from "./finding_words";

export function GeneMore({ determinant }: { determinant: Determinant }) {
  const texts = useTexts();
  const { t, code } = texts;
  const { names = [], method } = determinant;
  const neighbours = determinant.context.neighbours ?? [];
  if (names.length === 0 && neighbours.length === 0 && method !== "protein") return null;
  return (
    <details className="evidence">
      <summary aria-label={t("genome.more_of", { gene: determinant.symbol })}>
        {t("genome.more")}
      </summary>
      <ul>
        {method === "protein" && (
          <li>
            {t("genome.compared")}: {code("compared", method)}
          </li>
        )}
        {names.map(({ database, name, accession }) => (
          <li key={`${database} ${name} ${accession}`}>
            {database}: {name}
            {accession && <span className="subtle"> ({accession})</span>}
          </li>
        ))}
      </ul>
      {neighbours.length > 0 && (
        <>
          <p className="list-title">{t("genome.neighbours")}</p>
          <ul>
            {neighbours.map((neighbour, index) => (
              <li key={index}>{neighbour_text(neighbour, texts)}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
