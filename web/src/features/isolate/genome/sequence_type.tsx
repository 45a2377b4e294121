// The sequence type of one scheme; a scheme of another species is a muted note, never a type.
import type { Mlst } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { SubHeading } from "../../../ui/section";
import { coded, scheme_name } from "./finding_words";

export function SequenceType({ mlst }: { mlst: Mlst }) {
  const texts = useTexts();
  const { t } = texts;
  const note = mlst.note && coded("mlst_note", mlst.note, texts, { scheme: scheme_name(mlst) });
  if (mlst.for_species === false)
    return (
      <>
        <p className="subtle muted-note">{note}</p>
        <details className="evidence">
          <summary>{t("genome.scheme_alleles", { scheme: scheme_name(mlst) })}</summary>
          <Alleles alleles={mlst.alleles} />
        </details>
      </>
    );
  const type = mlst.st && mlst.st !== "-" ? `ST${mlst.st}` : t("genome.no_type");
  return (
    <>
      <SubHeading>
        {t("genome.mlst")} {type}
        {mlst.title && ` (${mlst.title})`}
      </SubHeading>
      {mlst.nearest_st && <p>{t("genome.nearest_type", { st: mlst.nearest_st })}</p>}
      {note && <p className="subtle muted-note">{note}</p>}
      <Alleles alleles={mlst.alleles} />
    </>
  );
}

function Alleles({ alleles }: { alleles: Mlst["alleles"] }) {
  return (
    <dl className="alleles">
      {Object.entries(alleles).map(([locus, call]) => (
        <div key={locus}>
          <dt>{locus}</dt>
          <dd>{call}</dd>
        </div>
      ))}
    </dl>
  );
}
