// One agent of an entry of quality control: its range, the value, and whether it lies in it.
import type { KeyboardEvent } from "react";
import type { QcPreviewRow, QcRange } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { range_text } from "./qc_rows";
import { tone_of_qc } from "./qc_tone";

interface Props {
  range: QcRange;
  value: string;
  reading: QcPreviewRow | null;
  edit: (value: string) => void;
  step: (way: 1 | -1) => void;
  go_on: (way: 1 | -1) => void;
}

export function EntryLine({ range, value, reading, edit, step, go_on }: Props) {
  const { t, code, format } = useTexts();
  const pressed = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      Enter: () => go_on(event.shiftKey ? -1 : 1),
      ArrowUp: () => step(1),
      ArrowDown: () => step(-1),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <tr>
      <th scope="row">
        {range.agent_name}
        {range.disk_ug && <span className="subtle method">{range.disk_ug} µg</span>}
      </th>
      <td className="qc-range">{range_text(range, format.measured)}</td>
      <td className="qc-value">
        <input
          className="plain-input"
          inputMode="decimal"
          autoComplete="off"
          size={7}
          maxLength={12}
          aria-label={t("qc.value_of", { agent: range.agent_name })}
          value={value}
          onChange={({ target }) => edit(target.value)}
          onKeyDown={pressed}
        />
        <span className="subtle">{range.unit}</span>
      </td>
      <td className="qc-reading" role="status">
        {reading?.fault && <span className="qc-fault">{code("row_fault", reading.fault)}</span>}
        {reading?.state && (
          <Mark tone={tone_of_qc(reading.state)}>{code("qc_state", reading.state)}</Mark>
        )}
      </td>
    </tr>
  );
}
