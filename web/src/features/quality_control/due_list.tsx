// What was controlled lately and not yet today, by strain and method.
import type { QcDue } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";

export function DueList({ due }: { due: QcDue[] }) {
  const { t, code, format } = useTexts();
  if (due.length === 0) return <p>{t("qc.none_due")}</p>;
  const groups = new Map<string, QcDue[]>();
  for (const row of due) {
    const key = `${row.strain}|${row.method}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return (
    <ul className="qc-due">
      {[...groups.entries()].map(([key, rows]) => (
        <li key={key}>
          <strong>{rows[0]?.strain}</strong>, {code("method", rows[0]?.method ?? "")}:{" "}
          {rows
            .map((row) => t("qc.due_agent", { agent: row.agent_name, day: format.day(row.last) }))
            .join("; ")}
        </li>
      ))}
    </ul>
  );
}
