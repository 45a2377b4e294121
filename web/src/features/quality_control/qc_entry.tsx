// Entry of a day's results by keyboard: one row an agent, and at once whether it lies in its range.
import { Button } from "@digdir/designsystemet-react";
import { useRef, useState, type FormEvent } from "react";
import { quality_control, type QcStrain, type QualityControl } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { stepped } from "../entry/dilutions";
import { EntryLine } from "./entry_line";
import { EntrySetting } from "./entry_setting";
import { key_of, lately_controlled, rows_to_enter, typed_rows, type QcSetting } from "./qc_rows";
import { useQcPreview } from "./use_qc_preview";

interface Props {
  strains: QcStrain[];
  now: QualityControl;
  saved: (held: string[]) => void;
}

export function QcEntry({ strains, now, saved }: Props) {
  const { t } = useTexts();
  const [setting, set_setting] = useState<QcSetting>(() => usual_setting(strains, now));
  const [typed, set_typed] = useState<Record<string, string>>({});
  const [all, set_all] = useState(false);
  const [error, set_error] = useState<unknown>(null);
  const [busy, set_busy] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const strain = strains.find((one) => one.strain === setting.strain);
  const lately = lately_controlled(now, setting.strain, setting.method);
  const rows = rows_to_enter(strain, setting.method, lately, all);
  const to_send = typed_rows(rows, typed, setting);
  const preview = useQcPreview(to_send);
  const faulty = to_send.filter(([key]) => preview.of(key)?.fault);
  const out = to_send.filter(([key]) => preview.of(key)?.state === "out");
  const hides_some =
    !all && rows.length < rows_to_enter(strain, setting.method, lately, true).length;

  // Enter goes from value to value, and from the last one to the button that saves.
  const go_on = (at: number) => {
    const fields = [...(table.current?.querySelectorAll("input") ?? [])];
    const next = fields[at];
    if (next) next.select();
    (next ?? document.getElementById("qc-save"))?.focus();
  };
  const change = (next: QcSetting) => {
    if (next.strain !== setting.strain || next.method !== setting.method) set_typed({});
    set_setting(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const [first] = faulty;
    if (first) return go_on(rows.findIndex((row) => key_of(row) === first[0]));
    set_busy(true);
    set_error(null);
    quality_control.enter(to_send.map(([, row]) => row)).then(
      ({ reanalysed }) => {
        set_typed({});
        set_busy(false);
        saved(reanalysed);
      },
      (problem: unknown) => {
        set_error(problem);
        set_busy(false);
      },
    );
  };

  return (
    <form onSubmit={save}>
      <EntrySetting strains={strains} setting={setting} today={now.today} change={change} />
      <p className="subtle">{t("qc.hint")}</p>
      <table className="plain-table qc-entry" ref={table}>
        <caption className="visually-hidden">{t("qc.entry_caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("qc.column.agent")}</th>
            <th scope="col">{t("qc.column.range")}</th>
            <th scope="col">{t("qc.column.value")}</th>
            <th scope="col">{t("qc.column.reading")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((range, i) => (
            <EntryLine
              key={key_of(range)}
              range={range}
              value={typed[key_of(range)] ?? ""}
              reading={preview.of(key_of(range))}
              edit={(value) => set_typed((old) => ({ ...old, [key_of(range)]: value }))}
              step={(way) =>
                set_typed((old) => ({
                  ...old,
                  [key_of(range)]: stepped(old[key_of(range)] ?? "", way, setting.method),
                }))
              }
              go_on={(way) => go_on(i + way)}
            />
          ))}
        </tbody>
      </table>
      {hides_some && (
        <Button type="button" variant="tertiary" data-size="sm" onClick={() => set_all(true)}>
          {t("qc.show_all")}
        </Button>
      )}
      {error !== null && <ErrorPanel error={error} />}
      {preview.error !== null && <ErrorPanel error={preview.error} />}
      <div className="qc-save">
        <p role="status">
          {to_send.length === 0 ? t("qc.nothing") : t("qc.typed", { count: to_send.length })}
          {faulty.length > 0 && <strong> {t("qc.faulty", { count: faulty.length })}</strong>}
          {out.length > 0 && <strong> {t("qc.typed_out", { count: out.length })}</strong>}
        </p>
        <Button type="submit" id="qc-save" disabled={busy || to_send.length === 0}>
          {t("qc.save")}
        </Button>
      </div>
    </form>
  );
}

// What is due first, else the first strain by broth microdilution.
function usual_setting(strains: QcStrain[], now: QualityControl): QcSetting {
  const [due] = now.due;
  return {
    strain: due?.strain ?? strains[0]?.strain ?? "",
    method: due?.method ?? "broth_microdilution",
    day: now.today,
    lot: "",
    medium: "",
  };
}
