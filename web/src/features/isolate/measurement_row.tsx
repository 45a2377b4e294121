// One measurement: value, category, breakpoint, wild type, flags and provenance.
import type { Measurement } from "../../api/types";
import { MicStrip } from "../../charts/mic_strip";
import { useTexts } from "../../i18n/use_texts";
import { CategoryMark } from "../../ui/category_mark";
import { Mark } from "../../ui/mark";
import { BreakpointCell } from "./breakpoint_cell";
import { flags_of } from "./measurement_flags";

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
        {measurement.disk_ug && <span className="subtle method">{measurement.disk_ug} µg</span>}
        {measurement.guideline && measurement.guideline !== "EUCAST" && (
          <span className="subtle method">{measurement.guideline}</span>
        )}
      </th>
      <td className="number">{format.measured(measurement.text)}</td>
      <td>
        <CategoryMark category={interpretation?.category ?? null} />
      </td>
      <td>
        <MicStrip value={measurement} reading={interpretation} />
      </td>
      <td>
        <BreakpointCell interpretation={interpretation} unit={measurement.unit} />
      </td>
      <td data-label={t("susceptibility.wild_type")}>
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

function Remarks({ measurement }: { measurement: Measurement }) {
  const { t, code } = useTexts();
  return (
    <span className="tags">
      {measurement.correction_reason && (
        <span className="subtle">
          {t("susceptibility.corrected", { reason: measurement.correction_reason })}
        </span>
      )}
      {flags_of(measurement.interpretation).map((flag) => (
        <Mark key={flag} tone="attention">
          {code("flag", flag)}
        </Mark>
      ))}
      {measurement.provenance && <Mark>{code("provenance", measurement.provenance)}</Mark>}
    </span>
  );
}
