// Measured susceptibility: value, category, breakpoint, wild type, flags and provenance, with a drawing per row.
import type { Interpretation, Measurement } from "../../api/types";
import { MicScale } from "../../charts/mic_scale";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { BreakpointCell } from "./breakpoint_cell";

export function SusceptibilitySection({ measurements }: { measurements: Measurement[] }) {
  const { t, code } = useTexts();
  const versions = [
    ...new Set(measurements.flatMap((row) => row.interpretation?.breakpoint?.version ?? [])),
  ];
  const methods = [...new Set(measurements.map((row) => row.method))];
  return (
    <Section
      id="susceptibility"
      title={t("section.susceptibility")}
      aside={
        <span className="subtle">
          {[...methods.map((name) => code("method", name)), ...versions].join(", ")}
        </span>
      }
    >
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
            <Row
              key={measurement.id}
              measurement={measurement}
              several_methods={methods.length > 1}
            />
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}

function Row({
  measurement,
  several_methods,
}: {
  measurement: Measurement;
  several_methods: boolean;
}) {
  const { t, code, format } = useTexts();
  const { interpretation } = measurement;
  const notes = notes_of(interpretation);
  return (
    <tr>
      <th scope="row">
        {measurement.agent_name}
        {several_methods && (
          <span className="subtle method">{code("method", measurement.method)}</span>
        )}
      </th>
      <td className="number">{format.measured(measurement.text)}</td>
      <td>
        <Category interpretation={interpretation} />
      </td>
      <td>
        <MicScale measurement={measurement} />
      </td>
      <td>
        <BreakpointCell interpretation={interpretation} unit={measurement.unit} />
      </td>
      <td>
        {code("wild_type", String(interpretation?.wild_type ?? "unknown"))}
        {interpretation?.ecoff != null && (
          <span className="subtle method nowrap">
            ECOFF {format.measured(String(interpretation.ecoff))}
          </span>
        )}
      </td>
      <td>
        <span className="tags">
          {notes.map((note) => (
            <Mark key={note} tone="attention">
              {code("flag", note)}
            </Mark>
          ))}
          {measurement.provenance && (
            <Mark>
              {measurement.provenance === "constructed"
                ? t("susceptibility.constructed")
                : measurement.provenance}
            </Mark>
          )}
        </span>
        {interpretation?.breakpoint?.note && (
          <span className="subtle method">{interpretation.breakpoint.note}</span>
        )}
      </td>
    </tr>
  );
}

function Category({ interpretation }: { interpretation: Interpretation | null }) {
  const { code } = useTexts();
  const category = interpretation?.category ?? null;
  return (
    <>
      <span className={`category category-${category ?? "none"}`} aria-hidden="true">
        {category ?? "–"}
      </span>
      <span className="visually-hidden">
        {category ? `${category}, ${code("category", category)}` : code("category", "none")}
      </span>
    </>
  );
}

// The reason and the flags say partly the same; each is named once.
function notes_of(interpretation: Interpretation | null): string[] {
  if (!interpretation) return [];
  return [...new Set([interpretation.reason, ...interpretation.flags])].filter(
    (note) => note !== "" && !note.endsWith("_assumed"), // stands with the breakpoint
  );
}
