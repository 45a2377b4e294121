// A new reference set: analyses that used another one, run again; and the signed answers that would be others since.
import { Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router-dom";
import { all_answer_changes, renewals, type AnswerChange } from "../../api/renewals";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { useSession } from "../session/session";
import { ChangeDecision } from "./change_decision";
import { RenewDialog } from "./renew_dialog";

export function RenewedAnswers() {
  const { t, language } = useTexts();
  const changes = useResource(language, () => all_answer_changes(language));
  return (
    <Section id="renewed" title={t("renewed.title")}>
      <Paragraph className="versions-about">{t("renewed.about")}</Paragraph>
      <ReferenceSet />
      {changes.error !== null && <ErrorPanel error={changes.error} retry={changes.reload} />}
      {!changes.data && changes.error === null && <Loading />}
      {changes.data && (
        <>
          <p role="status" className="versions-summary">
            {t("renewed.looked_at", { count: changes.data.looked_at })}{" "}
            <strong>
              {changes.data.items.length === 0
                ? t("renewed.none")
                : t("renewed.count", { count: changes.data.items.length })}
            </strong>
          </p>
          {changes.data.items.length > 0 && <ChangeTable items={changes.data.items} />}
        </>
      )}
    </Section>
  );
}

function ReferenceSet() {
  const { t, format } = useTexts();
  const { person } = useSession();
  const [asking, set_asking] = useState(false);
  const [queued, set_queued] = useState<number | null>(null);
  const set = useResource("", () => renewals.reference_set());
  if (set.error !== null) return <ErrorPanel error={set.error} retry={set.reload} />;
  if (!set.data) return <Loading />;
  const { name, digest, analysed_otherwise } = set.data;
  const may_renew = person?.roles.some((role) =>
    ["bioengineer", "microbiologist", "bioinformatician"].includes(role),
  );
  return (
    <>
      <p>
        {t("renewed.in_use", { name })} <code title={digest}>{digest.slice(0, 12)}</code>.{" "}
        {analysed_otherwise === 0
          ? t("renewed.all_current")
          : t("renewed.others", {
              count: analysed_otherwise,
              shown: format.number(analysed_otherwise),
            })}
      </p>
      <p role="status">{queued !== null && t("renewed.queued", { count: queued })}</p>
      {analysed_otherwise > 0 && may_renew && (
        <Button variant="secondary" onClick={() => set_asking(true)}>
          {t("renewed.renew")}
        </Button>
      )}
      {asking && (
        <RenewDialog
          isolates={analysed_otherwise}
          close={(sum) => {
            set_asking(false);
            if (sum === null) return;
            set_queued(sum);
            set.reload();
          }}
        />
      )}
    </>
  );
}

function ChangeTable({ items }: { items: AnswerChange[] }) {
  const { t } = useTexts();
  return (
    <ScrollTable
      label={t("renewed.title")}
      className="comparison changed-answers"
      head={
        <>
          <Head>{t("work_list.column.isolate")}</Head>
          <Head>{t("renewed.what")}</Head>
          <Head>{t("renewed.before")}</Head>
          <Head>{t("renewed.after")}</Head>
        </>
      }
    >
      {items.map((item) => (
        <ItemRows key={item.accession} item={item} />
      ))}
    </ScrollTable>
  );
}

function ItemRows({ item }: { item: AnswerChange }) {
  const { t } = useTexts();
  const rows = useRows(item);
  return rows.map(({ what, before, after }, index) => (
    <tr key={what}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={rows.length}>
          <Link to={`/isolates/${item.accession}`}>{item.accession}</Link>
          <span className="subtle method">
            {t("answer.version", { version: item.answer.version })}
          </span>
          <ChangeDecision item={item} version={item.version} />
        </th>
      )}
      <td className="changed-agent">{what}</td>
      <td data-label={t("renewed.before")}>{before}</td>
      <td data-label={t("renewed.after")}>{after}</td>
    </tr>
  ));
}

// Case definitions first, then findings, then agents with their sentences.
function useRows({ changes, before, after }: AnswerChange) {
  const { t, code } = useTexts();
  const rows = changes.cases.map((change) => ({
    what: change.definition,
    before: code("case_status", change.before),
    after: code("case_status", change.after),
  }));
  if (changes.found.length > 0 || changes.lost.length > 0)
    rows.push({
      what: t("renewed.findings"),
      before: changes.lost.join(", ") || "–",
      after: changes.found.join(", ") || "–",
    });
  for (const change of changes.agents)
    rows.push({
      what: change.agent_name,
      before: change.before || "–",
      after: change.after || "–",
    });
  if (rows.length === 0)
    rows.push({
      what: t(changes.organism ? "renewed.organism" : "renewed.verdict"),
      before: before?.reference_name ?? t("answer.no_genome"),
      after: after?.reference_name ?? t("answer.no_genome"),
    });
  return rows;
}
