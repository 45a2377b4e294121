// The table of one comparison: each result before and after, what changes marked in words.
import { Checkbox } from "@digdir/designsystemet-react";
import { useState } from "react";
import { interpretations } from "../../api/interpretations";
import type { Answer, Interpretation, Reinterpretation } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { CategoryMark } from "../../ui/category_mark";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { BreakpointCell } from "../isolate/breakpoint_cell";
import { flags_of } from "../isolate/measurement_flags";
import { letter } from "./registry_changes";

interface Props {
  accession: string;
  answer: Answer | null; // whose results; null: those that stand
  version: string;
}

export function Comparison({ accession, answer, version }: Props) {
  const { language } = useTexts();
  const compared = useResource(`${accession}|${answer?.id}|${version}|${language}`, () =>
    answer
      ? interpretations.of_answer(answer.id, version, language)
      : interpretations.of_isolate(accession, version, language),
  );
  if (compared.error !== null) return <ErrorPanel error={compared.error} retry={compared.reload} />;
  if (!compared.data) return <Loading />;
  return <ComparedRows compared={compared.data} />;
}

function ComparedRows({ compared }: { compared: Reinterpretation }) {
  const { t } = useTexts();
  const [changed_only, set_changed_only] = useState(false);
  const { rows, version } = compared;
  const changed = rows.filter((row) => row.changes.includes("category")).length;
  const shown = changed_only ? rows.filter((row) => row.changes.length > 0) : rows;
  const before_versions = [
    ...new Set(rows.flatMap((row) => row.before?.breakpoint?.version ?? [])),
  ].join(", ");
  if (rows.length === 0) return <p>{t("susceptibility.none")}</p>;
  return (
    <>
      <p role="status" className="versions-summary">
        {changed === 0
          ? t("versions.no_change", { count: rows.length })
          : t("versions.changes", { changed, count: rows.length })}
      </p>
      <Checkbox
        label={t("versions.changed_only")}
        checked={changed_only}
        onChange={(event) => set_changed_only(event.target.checked)}
      />
      <ScrollTable
        label={t("versions.compared")}
        className="comparison"
        head={
          <>
            <Head>{t("susceptibility.agent")}</Head>
            <Head number>{t("susceptibility.measured")}</Head>
            <Head>
              {t("versions.before")}
              <span className="subtle method">{before_versions}</span>
            </Head>
            <Head>
              {t("versions.after")}
              <span className="subtle method">{version}</span>
            </Head>
            <Head>{t("versions.what_changes")}</Head>
          </>
        }
      >
        {shown.map((row) => (
          <ComparedRow key={row.measurement.id} row={row} />
        ))}
      </ScrollTable>
    </>
  );
}

function ComparedRow({ row }: { row: Reinterpretation["rows"][number] }) {
  const { t, code, format } = useTexts();
  const { measurement, before, after, changes } = row;
  return (
    <tr className={changes.includes("category") ? "changes-category" : undefined}>
      <th scope="row">
        {measurement.agent_name}
        <span className="subtle method">{code("method", measurement.method)}</span>
      </th>
      <td className="number">{format.measured(measurement.text)}</td>
      <td data-label={t("versions.before")}>
        {before ? (
          <Reading reading={before} unit={measurement.unit} />
        ) : (
          <span className="subtle">{t("versions.not_read")}</span>
        )}
      </td>
      <td data-label={t("versions.after")}>
        <Reading reading={after} unit={measurement.unit} />
      </td>
      <td data-label={t("versions.what_changes")}>
        {before && changes.length === 0 && <span className="subtle">{t("versions.same")}</span>}
        <span className="tags">
          {changes.map((name) => (
            <Mark key={name} tone={name === "category" ? "danger" : "attention"}>
              {name === "category" && before
                ? `${letter(before)} → ${letter(after)}`
                : code("change", name)}
            </Mark>
          ))}
        </span>
      </td>
    </tr>
  );
}

export function Reading({ reading, unit }: { reading: Interpretation; unit: string }) {
  const { code } = useTexts();
  return (
    <div className="reading">
      <CategoryMark category={reading.category} />
      <span>
        <BreakpointCell interpretation={reading} unit={unit} />
        {flags_of(reading).map((flag) => (
          <span key={flag} className="subtle method">
            {code("flag", flag)}
          </span>
        ))}
      </span>
    </div>
  );
}
