// Results of the period, the newest first; one that stands can be corrected or withdrawn with a reason.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { QcResult } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";
import { CorrectForm } from "./correct_form";
import { tone_of_qc } from "./qc_tone";

interface Props {
  results: QcResult[];
  changed: () => void;
}

const shown_at_first = 50;
const stands = (result: QcResult) => result.replaced_by === null && !result.withdrawn;

export function ResultsTable({ results, changed }: Props) {
  const { t } = useTexts();
  const [correcting, set_correcting] = useState<QcResult | null>(null);
  const [all, set_all] = useState(false);
  const newest = [...results].reverse();
  const rows = all ? newest : newest.slice(0, shown_at_first);
  if (results.length === 0) return <p>{t("qc.no_results")}</p>;
  return (
    <>
      <ScrollTable
        label={t("qc.results")}
        caption={t("qc.results_caption", { count: results.length })}
        className="qc-results"
        head={
          <>
            <Head>{t("qc.column.day")}</Head>
            <Head>{t("qc.column.strain")}</Head>
            <Head>{t("qc.column.agent")}</Head>
            <Head number>{t("qc.column.value")}</Head>
            <Head>{t("qc.column.reading")}</Head>
            <Head>{t("qc.column.lot")}</Head>
            <Head>{t("qc.column.by")}</Head>
            <Head>{t("qc.column.change")}</Head>
          </>
        }
      >
        {rows.map((result) => (
          <ResultRow
            key={result.id}
            result={result}
            replaced={results.find(({ id }) => id === result.replaces)}
            correct={() => set_correcting(result)}
          />
        ))}
      </ScrollTable>
      {rows.length < newest.length && (
        <Button variant="secondary" data-size="sm" onClick={() => set_all(true)}>
          {t("qc.more", { count: newest.length - rows.length })}
        </Button>
      )}
      {correcting && (
        <CorrectForm
          result={correcting}
          done={() => {
            set_correcting(null);
            changed();
          }}
          cancel={() => set_correcting(null)}
        />
      )}
    </>
  );
}

interface RowProps {
  result: QcResult;
  replaced: QcResult | undefined;
  correct: () => void;
}

function ResultRow({ result, replaced, correct }: RowProps) {
  const { t, code, format } = useTexts();
  const { person } = useSession();
  const staff = is_staff(person);
  const standing = stands(result);
  return (
    <tr className={standing ? undefined : "qc-replaced"}>
      <td className="nowrap">{format.day(result.day)}</td>
      <td>{result.strain}</td>
      <th scope="row">
        {result.agent_name}
        <span className="subtle method">
          {code("method", result.method)}
          {result.disk_ug && ` ${result.disk_ug} µg`}
        </span>
      </th>
      <td className="number">{result.withdrawn ? "" : format.measured(result.text)}</td>
      <td>
        <Reading result={result} />
        {result.reason && (
          <span className="subtle method">
            {replaced && !result.withdrawn
              ? t("qc.corrected_from", { text: format.measured(replaced.text) })
              : null}{" "}
            {result.reason}
          </span>
        )}
      </td>
      <td>
        {result.lot}
        {result.medium && <span className="subtle method">{result.medium}</span>}
      </td>
      <td>
        {result.entered_by}
        <span className="subtle method">{format.moment(result.entered)}</span>
      </td>
      <td>
        {staff && standing && result.replace.allowed && (
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={correct}
            aria-label={t("qc.correct_one", {
              agent: result.agent_name,
              day: format.day(result.day),
            })}
          >
            {t("qc.correct")}
          </Button>
        )}
        {staff && standing && !result.replace.allowed && (
          <span className="subtle">
            {code("qc_why", `${result.replace.why.replace("qc.why.", "")}.short`)}
          </span>
        )}
      </td>
    </tr>
  );
}

function Reading({ result }: { result: QcResult }) {
  const { t, code } = useTexts();
  if (result.replaced_by !== null) return <Mark>{t("qc.replaced")}</Mark>;
  if (result.withdrawn) return <Mark>{t("qc.withdrawn")}</Mark>;
  const warnings = result.rules.filter((rule) => rule !== "outside");
  return (
    <span className="tags">
      <Mark tone={tone_of_qc(result.state)}>{code("qc_state", result.state)}</Mark>
      {warnings.map((rule) => (
        <Mark key={rule} tone="attention">
          {code("qc_rule", rule)}
        </Mark>
      ))}
    </span>
  );
}
