// The conclusion before anything else: verdict, case definitions, summary, context.
import { Heading } from "@digdir/designsystemet-react";
import type { CaseFinding } from "../../api/explanation";
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Mark, type Tone } from "../../ui/mark";

const tone_of_case: Record<CaseFinding["status"], Tone> = {
  met: "danger",
  undecided: "attention",
  not_met: "neutral",
};

export function VerdictBox({ isolate }: { isolate: IsolateDetail }) {
  const { t } = useTexts();
  const { explanation } = isolate;
  return (
    <section className="verdict" aria-labelledby="verdict-title">
      <Heading level={2} data-size="2xs" id="verdict-title" className="verdict-label">
        {t("verdict.title")}
      </Heading>
      {explanation ? (
        <>
          <p className="verdict-sentence">{explanation.verdict}</p>
          {isolate.analysis === null && (
            <p className="verdict-no-genome">{t("verdict.no_genome")}</p>
          )}
          {explanation.key_findings.length > 0 && (
            <p>
              {t("verdict.findings")}{" "}
              <span className="gene">{explanation.key_findings.join(", ")}</span>
            </p>
          )}
          <ul className="verdict-cases">
            {explanation.cases.map((found) => (
              <Case key={found.definition} found={found} />
            ))}
          </ul>
          {explanation.context && <p className="subtle">{explanation.context}</p>}
        </>
      ) : (
        <p>{t("verdict.none")}</p>
      )}
    </section>
  );
}

function Case({ found }: { found: CaseFinding }) {
  const { t } = useTexts();
  return (
    <li>
      <Mark tone={tone_of_case[found.status]}>{found.definition}</Mark> {found.sentence}
      {found.notifiable && <strong> {t("verdict.notifiable")}</strong>}
    </li>
  );
}
