// Quality of the assembly, species with the runner-up, contamination and sequence type.
import type { Analysis, Mlst, Verdict } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { Facts } from "../../../ui/facts";
import { Mark, type Tone } from "../../../ui/mark";
import { SubHeading } from "../../../ui/section";

const tone_of: Record<Verdict, Tone> = { pass: "good", warn: "attention", fail: "danger" };

export function Identity({ analysis }: { analysis: Analysis }) {
  const { t, code, format } = useTexts();
  const { quality, species, contamination } = analysis;
  const percent = (value: number, decimals = 1) => `${format.number(value, decimals)} %`;
  return (
    <div className="quality">
      <div>
        <SubHeading>{t("genome.quality")}</SubHeading>
        <Facts
          rows={[
            [
              t("genome.verdict"),
              <Mark tone={tone_of[quality.verdict]}>{code("verdict", quality.verdict)}</Mark>,
            ],
            [t("genome.length"), format.bases(quality.length)],
            [t("genome.contigs"), format.number(quality.contigs)],
            ["N50", format.bases(quality.n50)],
            ["GC", percent(quality.gc)],
            [t("genome.depth"), quality.depth === null ? "" : `${format.number(quality.depth)}×`],
            [
              t("genome.contamination"),
              <Mark tone={tone_of[contamination.verdict]}>
                {code("contamination", contamination.verdict)}
              </Mark>,
            ],
          ]}
        />
        <Reasons reasons={[...quality.reasons, ...contamination.reasons, ...analysis.warnings]} />
      </div>
      <div>
        <SubHeading>{t("genome.species")}</SubHeading>
        <Facts
          rows={[
            [
              t("genome.species_best"),
              <>
                <em>{species.name}</em>
                {species.ani > 0 && ` (${percent(species.ani, 2)})`}
              </>,
            ],
            [
              t("genome.species_second"),
              species.second ? (
                <>
                  <em>{species.second.name}</em> ({percent(species.second.ani, 2)})
                </>
              ) : (
                ""
              ),
            ],
            [t("genome.confidence"), code("confidence", species.confidence)],
          ]}
        />
        {analysis.mlst.map((mlst) => (
          <SequenceType key={mlst.scheme} mlst={mlst} />
        ))}
      </div>
    </div>
  );
}

function Reasons({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="work-up" lang="en">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function SequenceType({ mlst }: { mlst: Mlst }) {
  const { t } = useTexts();
  const type = mlst.st && mlst.st !== "-" ? `ST${mlst.st}` : t("genome.no_type");
  return (
    <>
      <SubHeading>
        {t("genome.mlst")} {type}
      </SubHeading>
      {mlst.nearest_st && <p>{t("genome.nearest_type", { st: mlst.nearest_st })}</p>}
      <dl className="alleles">
        {Object.entries(mlst.alleles).map(([locus, call]) => (
          <div key={locus}>
            <dt>{locus}</dt>
            <dd>{call}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
