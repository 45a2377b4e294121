// One agent of the reconciliation: measured, predicted, class, sentence, and folded the evidence with its place.
import type { AgentExplanation, Evidence, Fit, WorkUp } from "../../../api/explanation";
import type { IsolateDetail } from "../../../api/types";
import { useTexts } from "../../../i18n/use_texts";
import { Mark, type Tone } from "../../../ui/mark";
import { gene_row } from "./rows";

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

interface Props {
  agent: AgentExplanation;
  work_up: WorkUp[]; // of this agent
  analysis: IsolateDetail["analysis"];
}

export function AgentRow({ agent, work_up, analysis }: Props) {
  const { t, code, format } = useTexts();
  const sign = (text: string) => (text === "=" ? "" : text);
  const no_genome = agent.fit_reason === "no_genome";
  return (
    <tr>
      <th scope="row">{agent.agent_name}</th>
      <td className="nowrap">
        {agent.measured.length === 0 && (
          <span className="subtle">{t("reconciliation.not_measured")}</span>
        )}
        {agent.measured.map((row) => (
          <div key={row.method}>
            {format.measured(`${sign(row.sign)}${row.value} ${row.unit}`)}{" "}
            {row.category && <strong>{row.category}</strong>}
          </div>
        ))}
      </td>
      <td className="predicted" data-label={t("reconciliation.predicted")}>
        {no_genome ? "–" : code("prediction", agent.predicted)}
      </td>
      <td>
        <Mark tone={tone_of_fit[agent.fit]}>
          {no_genome ? t("reconciliation.no_genome") : agent.fit_title}
        </Mark>
      </td>
      <td className="sentence">
        {agent.sentence}
        <EvidenceList agent={agent} work_up={work_up} analysis={analysis} />
      </td>
    </tr>
  );
}

function EvidenceList({ agent, work_up, analysis }: Props) {
  const { t } = useTexts();
  const { evidence, agent_name, limitations = [] } = agent;
  if (evidence.length + work_up.length + limitations.length === 0) return null;
  return (
    <details className="evidence">
      <summary>
        <span className="visually-hidden">{agent_name}: </span>
        {evidence.length > 0
          ? t("reconciliation.evidence", { count: evidence.length })
          : t(work_up.length > 0 ? "section.work_up" : "reconciliation.limitations")}
      </summary>
      {evidence.length > 0 && (
        <ul>
          {evidence.map((item, index) => (
            <EvidenceItem key={index} evidence={item} row={gene_row(item, analysis)} />
          ))}
        </ul>
      )}
      {limitations.length > 0 && (
        <>
          <p className="subtle">{t("reconciliation.limitations")}</p>
          <ul>
            {limitations.map((limitation) => (
              <li key={limitation}>{limitation}</li>
            ))}
          </ul>
        </>
      )}
      {work_up.length > 0 && (
        <>
          <p className="subtle">{t("section.work_up")}</p>
          <ul>
            {work_up.map((step) => (
              <li key={step.code}>{step.text}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

// The link moves the focus to the gene's row, which is then outlined.
function EvidenceItem({ evidence, row }: { evidence: Evidence; row: string | null }) {
  const { t, format } = useTexts();
  const { text, contig, start, end, symbol } = evidence;
  const place = contig && end > 0 && `${contig} ${format.number(start)}–${format.number(end)}`;
  return (
    <li>
      {text}
      {place && <span className="subtle"> · {place}</span>}
      {row && (
        <>
          {" "}
          <a
            href={`#${row}`}
            onClick={(event) => {
              const target = document.getElementById(row);
              if (!target) return;
              event.preventDefault();
              target.focus();
            }}
          >
            {t("reconciliation.show_gene")}
            <span className="visually-hidden"> {symbol}</span>
          </a>
        </>
      )}
    </li>
  );
}
