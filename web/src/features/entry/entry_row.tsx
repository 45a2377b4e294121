// One row of an entry: method, sign and value by keyboard, and at once what they mean or what is wrong.
import { Button } from "@digdir/designsystemet-react";
import { useId, type KeyboardEvent } from "react";
import type { PreviewRow } from "../../api/measurements";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { stepped } from "./dilutions";
import { is_changed, signs, split_sign, type EntryRow, type Typed } from "./entry_rows";
import { methods } from "./entry_setting";
import { RowReading } from "./row_reading";

interface Props {
  row: EntryRow;
  preview: PreviewRow | null;
  edit: (part: Partial<Typed>) => void;
  undo: () => void;
  go_on: (direction: 1 | -1) => void;
  save: () => void;
}

export function EntryRowLine({ row, preview, edit, undo, go_on, save }: Props) {
  const { t, code } = useTexts();
  const { typed, stored, agent_name } = row;
  const disk = typed.method === "disk";
  const changed = is_changed(row);
  return (
    <tr data-row={row.key} className={changed ? "entry-changed" : undefined}>
      <th scope="row">
        {agent_name}
        {disk && row.disk_ug && (
          <span className="subtle method">{t("entry.disk", { load: row.disk_ug })}</span>
        )}
        {stored && changed && <Mark>{t("entry.correction")}</Mark>}
      </th>
      <td className="entry-method">
        {stored ? (
          <span className="subtle">{code("method", typed.method)}</span>
        ) : (
          <select
            className="plain-input"
            aria-label={`${t("entry.method")}, ${agent_name}`}
            value={typed.method}
            onChange={({ target }) =>
              edit({ method: target.value, ...(target.value === "disk" && { sign: "=" }) })
            }
          >
            {methods.map((name) => (
              <option key={name} value={name}>
                {code("method", name)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td className="entry-sign">
        <select
          className="plain-input"
          aria-label={`${t("entry.sign")}, ${agent_name}`}
          value={typed.sign}
          disabled={disk}
          onChange={({ target }) => edit({ sign: target.value })}
        >
          {signs.map((sign) => (
            <option key={sign} value={sign}>
              {sign.replace("<=", "≤").replace(">=", "≥")}
            </option>
          ))}
        </select>
      </td>
      <ValueCell row={row} preview={preview} edit={edit} undo={undo} go_on={go_on} save={save} />
      <td className="entry-undo">
        {changed && (
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            onClick={undo}
            aria-label={`${t("entry.undo")}, ${agent_name}`}
          >
            {t("entry.undo")}
          </Button>
        )}
      </td>
    </tr>
  );
}

// The value with its unit, and beside it the reading or the fault it is described by.
function ValueCell({ row, preview, edit, undo, go_on, save }: Props) {
  const { t, language } = useTexts();
  const said = useId();
  const { typed, agent_name } = row;
  const unit = typed.method === "disk" ? "mm" : "mg/L";
  const shown = (value: string) => (language === "nb" ? value.replace(".", ",") : value);

  const on_key = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = action_of(event);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const action_of = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === "Enter") return ctrlKey || metaKey ? save : () => go_on(shiftKey ? -1 : 1);
    if (key === "Escape") return undo;
    if (key !== "ArrowUp" && key !== "ArrowDown") return null;
    const direction = key === "ArrowUp" ? 1 : -1;
    if (shiftKey) return () => edit({ sign: next_sign(typed, direction) });
    return () => edit({ value: shown(stepped(typed.value, direction, typed.method)) });
  };

  return (
    <>
      <td className="entry-value">
        <input
          className="plain-input"
          inputMode="decimal"
          autoComplete="off"
          size={7}
          aria-label={`${t("entry.value")}, ${agent_name}, ${unit}`}
          aria-describedby={`entry-hint ${said}`}
          aria-invalid={preview?.fault ? true : undefined}
          value={row.stored?.value === typed.value ? shown(typed.value) : typed.value}
          onChange={({ target }) => edit(split_sign(target.value, typed.sign))}
          onKeyDown={on_key}
        />
        <span className="subtle">{unit}</span>
      </td>
      <td className="entry-reading" id={said}>
        <RowReading row={row} preview={preview} />
      </td>
    </>
  );
}

function next_sign({ method, sign }: Typed, direction: 1 | -1): string {
  if (method === "disk") return "=";
  const at = ["<", "<=", "=", ">=", ">"].indexOf(sign) + direction;
  return ["<", "<=", "=", ">=", ">"][Math.min(4, Math.max(0, at))] ?? sign;
}
