// Measured against predicted, agent by agent, with the class and its sentence.
import type { AgentExplanation, Fit } from "../../api/explanation";
import type { IsolateDetail, Measurement } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Mark, type Tone } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";

const tone_of_fit: Record<Fit, Tone> = {
  AGREE: "good",
  EDGE: "attention",
  SILENT: "attention",
  HIDDEN: "attention",
  RULE_GAP: "neutral",
  UNEXPLAINED: "danger",
  CONTAMINATION_SUSPECTED: "danger",
  TEST_SUSPECTED: "danger",
};

export function ReconciliationSection({ isolate }: { isolate: IsolateDetail }) {
  const { t } = useTexts();
  const { explanation, measurements } = isolate;
  return (
    <Section
      id="reconciliation"
      title={t("section.reconciliation")}
      aside={<span className="subtle">{explanation?.rule_version}</span>}
    >
      {!explanation ? (
        <p>{t("reconciliation.none")}</p>
      ) : (
        <ScrollTable
          label={t("section.reconciliation")}
          caption={t("reconciliation.caption")}
          className="reconciliation"
          head={
            <>
              <Head>{t("reconciliation.agent")}</Head>
              <Head>{t("reconciliation.measured")}</Head>
              <Head>{t("reconciliation.predicted")}</Head>
              <Head>{t("reconciliation.fit")}</Head>
              <Head>{t("reconciliation.sentence")}</Head>
            </>
          }
        >
          {explanation.agents.map((agent) => (
            <Row
              key={agent.agent}
              agent={agent}
              measured={measurements.filter((measurement) => measurement.agent === agent.agent)}
            />
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}

function Row({ agent, measured }: { agent: AgentExplanation; measured: Measurement[] }) {
  const { t, code, format } = useTexts();
  return (
    <tr>
      <th scope="row">{agent.agent_name}</th>
      <td className="nowrap">
        {measured.length === 0 && (
          <span className="subtle">{t("reconciliation.not_measured")}</span>
        )}
        {measured.map((row) => (
          <div key={row.id}>
            {format.measured(row.text)}{" "}
            {row.interpretation?.category && <strong>{row.interpretation.category}</strong>}
          </div>
        ))}
      </td>
      <td>{code("prediction", agent.predicted)}</td>
      <td>
        <Mark tone={tone_of_fit[agent.fit]}>{agent.fit_title}</Mark>
      </td>
      <td>
        {agent.sentence}
        {agent.evidence.length > 0 && (
          <details className="evidence">
            <summary>{t("reconciliation.evidence", { count: agent.evidence.length })}</summary>
            <ul>
              {agent.evidence.map((evidence) => (
                <li key={evidence.kind + evidence.text}>{evidence.text}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}
