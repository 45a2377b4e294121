// Measured susceptibility: one table with a drawing per row, and the breakpoint table's notes below it.
import { Link, useLocation } from "react-router-dom";
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { MeasurementRow } from "./measurement_row";

const unique = <T,>(values: T[]): T[] => [...new Set(values)];

export function SusceptibilitySection({ isolate }: { isolate: IsolateDetail }) {
  const { t, code } = useTexts();
  const { measurements, accession } = isolate;
  const breakpoints = measurements.flatMap((row) => row.interpretation?.breakpoint ?? []);
  const methods = unique(measurements.map((row) => row.method));
  const versions = unique(breakpoints.map((row) => row.version));
  const notes = unique(breakpoints.map((row) => row.note).filter(Boolean));
  const described = [...methods.map((name) => code("method", name)), ...versions].join(", ");
  return (
    <Section
      id="susceptibility"
      title={t("section.susceptibility")}
      aside={<span className="subtle">{described}</span>}
    >
      <Entered />
      <p className="section-links">
        <Link to={`/isolates/${accession}/measurements`}>{t("entry.title")}</Link>
        {measurements.length > 0 && (
          <Link to={`/isolates/${accession}/interpretations`}>{t("versions.title")}</Link>
        )}
      </p>
      {measurements.length === 0 ? (
        <p>{t("susceptibility.none")}</p>
      ) : (
        <ScrollTable
          label={t("section.susceptibility")}
          caption={t("susceptibility.caption")}
          className="susceptibility"
          head={
            <>
              <Head>{t("susceptibility.agent")}</Head>
              <Head number>{t("susceptibility.measured")}</Head>
              <Head>{t("susceptibility.category")}</Head>
              <Head>{t("susceptibility.scale")}</Head>
              <Head>{t("susceptibility.breakpoint")}</Head>
              <Head>{t("susceptibility.wild_type")}</Head>
              <Head>{t("susceptibility.notes")}</Head>
            </>
          }
        >
          {measurements.map((measurement) => (
            <MeasurementRow
              key={measurement.id}
              measurement={measurement}
              names_method={methods.length > 1}
              note={notes.indexOf(measurement.interpretation?.breakpoint?.note ?? "") + 1}
            />
          ))}
        </ScrollTable>
      )}
      {notes.length > 0 && (
        <ol className="notes" aria-label={t("susceptibility.table_notes")}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
    </Section>
  );
}

// What the entry that led here stored.
function Entered() {
  const { t } = useTexts();
  const { state } = useLocation() as { state: { entered?: number } | null };
  if (!state?.entered) return null;
  return (
    <p role="status" className="entered-said">
      {t("entry.saved", { count: state.entered })}
    </p>
  );
}
