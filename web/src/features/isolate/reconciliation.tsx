// Measured against predicted, agent by agent, with the class and its sentence.
import type { AgentExplanation, Evidence, Fit, Statement } from "../../api/explanation";
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
          {explanation.statements.map((statement) => (
            <StatementRows
              key={statement.text}
              statement={statement}
              agents={explanation.agents.filter(({ agent }) => statement.agents.includes(agent))}
              measurements={measurements}
            />
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}

interface StatementProps {
  statement: Statement;
  agents: AgentExplanation[];
  measurements: Measurement[];
}

// A row for each agent; the sentence they share stands once, beside all of them.
function StatementRows({ statement, agents, measurements }: StatementProps) {
  const { t, code, format } = useTexts();
  return agents.map((agent, index) => {
    const measured = measurements.filter((measurement) => measurement.agent === agent.agent);
    return (
      <tr key={agent.agent} className={index > 0 ? "same-statement" : undefined}>
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
        {index === 0 && (
          <td rowSpan={agents.length}>
            {statement.text}
            <EvidenceList evidence={agent.evidence} />
          </td>
        )}
      </tr>
    );
  });
}

function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const { t } = useTexts();
  if (evidence.length === 0) return null;
  return (
    <details className="evidence">
      <summary>{t("reconciliation.evidence", { count: evidence.length })}</summary>
      <ul>
        {evidence.map(({ kind, text }) => (
          <li key={kind + text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
