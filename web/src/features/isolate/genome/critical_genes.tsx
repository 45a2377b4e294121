// The critical genes and what carries them, before all tables.
import type { Analysis } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { Mark } from "../../../ui/mark";
import { SubHeading } from "../../../ui/section";
import { critical_genes, type CriticalGene } from "./critical";
import { place_words } from "./finding_words";

export function CriticalGenes({ analysis }: { analysis: Analysis }) {
  const { t } = useTexts();
  const genes = critical_genes(analysis);
  if (genes.length === 0) return null;
  return (
    <>
      <SubHeading>{t("genome.critical")}</SubHeading>
      <ul className="findings">
        {genes.map((gene, index) => (
          <Gene key={index} {...gene} />
        ))}
      </ul>
    </>
  );
}

function Gene({ determinant, copies }: CriticalGene) {
  const texts = useTexts();
  const { t, code } = texts;
  const place = place_words(determinant.context, texts) || t("genome.place_unknown");
  return (
    <li>
      <strong className="gene">{determinant.symbol}</strong>{" "}
      <Mark tone={determinant.trace ? "attention" : "danger"}>
        {determinant.trace
          ? t("genome.trace")
          : code("critical_family", determinant.critical_family)}
      </Mark>{" "}
      {place}
      {copies > 1 && `, ${t("genome.times", { copies })}`}
    </li>
  );
}
