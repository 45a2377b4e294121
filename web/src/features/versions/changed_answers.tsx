// The isolates of which a category changes; each leads to its own comparison.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { InterpretationChanges } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { ChangeDecision } from "./change_decision";
import { Reading } from "./comparison";

const page = 100;

interface Props {
  items: InterpretationChanges["items"];
  version: string;
}

export function ChangedAnswers({ items, version }: Props) {
  const { t } = useTexts();
  const [shown, set_shown] = useState(page);
  return (
    <>
      <ScrollTable
        label={t("changes.found")}
        className="comparison changed-answers"
        head={
          <>
            <Head>{t("work_list.column.isolate")}</Head>
            <Head>{t("susceptibility.agent")}</Head>
            <Head number>{t("susceptibility.measured")}</Head>
            <Head>{t("versions.before")}</Head>
            <Head>{t("versions.after")}</Head>
          </>
        }
      >
        {items.slice(0, shown).map((item) => (
          <ItemRows key={item.accession} item={item} version={version} />
        ))}
      </ScrollTable>
      {items.length > shown && (
        <Button variant="secondary" onClick={() => set_shown(shown + page)}>
          {t("work_list.more")}
        </Button>
      )}
    </>
  );
}

function ItemRows({ item, version }: { item: Props["items"][number]; version: string }) {
  const { t, format } = useTexts();
  const { accession, organism, answer, rows } = item;
  const query = new URLSearchParams({ version, ...(answer && { answer: String(answer.id) }) });
  return rows.map(({ measurement, before, after }, index) => (
    <tr key={measurement.id}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={rows.length}>
          <Link to={`/isolates/${accession}/interpretations?${query}`}>{accession}</Link>
          <span className="subtle method">
            <em>{organism}</em>
          </span>
          <span className="subtle method">
            {answer ? t("answer.version", { version: answer.version }) : t("changes.unsigned")}
          </span>
          <ChangeDecision item={item} version={version} />
        </th>
      )}
      <td className="changed-agent">{measurement.agent_name}</td>
      <td className="number">{format.measured(measurement.text)}</td>
      <td data-label={t("versions.before")}>
        <Reading reading={before} unit={measurement.unit} />
        <span className="subtle method">{before.breakpoint?.version}</span>
      </td>
      <td data-label={t("versions.after")}>
        <Reading reading={after} unit={measurement.unit} />
        <span className="subtle method">{version}</span>
      </td>
    </tr>
  ));
}
