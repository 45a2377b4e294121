// Quality of the assembly, species with the runner-up, contamination and sequence type.
import type { Analysis, Verdict } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { Facts } from "../../../ui/facts";
import { Mark, type Tone } from "../../../ui/mark";
import { SubHeading } from "../../../ui/section";
import { ContaminationDetails } from "./contamination_details";
import { coded, is_said_elsewhere } from "./finding_words";
import { quality_reason_text } from "./quality_words";
import { SequenceType } from "./sequence_type";

const tone_of: Record<Verdict, Tone> = { pass: "good", warn: "attention", fail: "danger" };

export function Identity({ analysis }: { analysis: Analysis }) {
  const texts = useTexts();
  const { t, code, format } = texts;
  const { quality, species, contamination } = analysis;
  // Of reads there is no assembly to measure.
  const of_assembly = (words: string) => (quality.contigs > 0 ? words : "");
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
            [t("genome.length"), of_assembly(format.bases(quality.length))],
            [t("genome.contigs"), of_assembly(format.number(quality.contigs))],
            ["N50", of_assembly(format.bases(quality.n50))],
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
        <Reasons
          reasons={[...quality.reasons, ...contamination.reasons].map((reason) =>
            quality_reason_text(reason, texts),
          )}
        />
        <Reasons
          reasons={analysis.warnings
            .filter((warning) => !is_said_elsewhere(warning))
            .map((warning) => coded("warning", warning, texts))}
        />
        <ContaminationDetails contamination={contamination} />
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
        {(species.evidence ?? []).map((evidence) => (
          <p key={evidence} className="subtle muted-note">
            {coded("evidence", evidence, texts)}
          </p>
        ))}
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
    <ul className="work-up">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
