// One measurement: value, category, breakpoint, wild type, flags and provenance.
import type { Interpretation, Measurement } from "../../api/types";
import { MicScale } from "../../charts/mic_scale";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { BreakpointCell } from "./breakpoint_cell";

interface Props {
  measurement: Measurement;
  names_method: boolean; // the table holds several methods
  note: number; // of the notes below the table, 0 if none
}

export function MeasurementRow({ measurement, names_method, note }: Props) {
  const { t, code, format } = useTexts();
  const { interpretation } = measurement;
  const ecoff = interpretation?.ecoff;
  return (
    <tr>
      <th scope="row">
        {measurement.agent_name}
        {note > 0 && (
          <sup>
            <span className="visually-hidden">{t("susceptibility.note")} </span>
            {note}
          </sup>
        )}
        {names_method && (
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
        {ecoff != null && (
          <span className="subtle method nowrap">ECOFF {format.measured(String(ecoff))}</span>
        )}
      </td>
      <td>
        <Remarks measurement={measurement} />
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

function Remarks({ measurement }: { measurement: Measurement }) {
  const { code } = useTexts();
  return (
    <span className="tags">
      {flags_of(measurement.interpretation).map((flag) => (
        <Mark key={flag} tone="attention">
          {code("flag", flag)}
        </Mark>
      ))}
      {measurement.provenance && <Mark>{code("provenance", measurement.provenance)}</Mark>}
    </span>
  );
}

// The reason and the flags say partly the same; what was assumed stands with the breakpoint.
function flags_of(interpretation: Interpretation | null): string[] {
  if (!interpretation) return [];
  return [...new Set([interpretation.reason, ...interpretation.flags])].filter(
    (flag) => flag !== "" && !flag.endsWith("_assumed"),
  );
}
