// The table of an entry with what holds for all of it, and the way to save.
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { Measurement, Panel } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { useSession } from "../session/session";
import { keep_draft } from "./draft_store";
import { EntryRowLine } from "./entry_row";
import { to_send, type Setting } from "./entry_rows";
import { AddRow, SettingFields } from "./entry_setting";
import { LeaveGuard } from "./leave_guard";
import { SaveBar } from "./save_bar";
import { save_entry } from "./save_entry";
import { useEntry } from "./use_entry";
import { usePreview } from "./use_preview";

interface Props {
  accession: string;
  panel: Panel;
  stored: Measurement[];
  etag: string;
}

const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });

export function EntryForm({ accession, panel, stored, etag }: Props) {
  const { t, language } = useTexts();
  const { person } = useSession();
  const navigate = useNavigate();
  const entry = useEntry(accession, panel, stored);
  const [setting, set_setting] = useState<Setting>({ date: today(), indication: "" });
  const [reason, set_reason] = useState("");
  const [error, set_error] = useState<unknown>(null);
  const [saving, set_saving] = useState(false);
  const [saved, set_saved] = useState<number | null>(null);
  const preview = usePreview(accession, entry.rows, setting, language);
  const table = useRef<HTMLTableElement>(null);
  const corrects = entry.changed.some(({ stored: before }) => before !== null);
  const reason_field = useRef<HTMLInputElement>(null);
  const faulty = entry.changed.filter((row) => preview.of(row.key)?.fault);

  const field = (key: string) =>
    table.current?.querySelector<HTMLInputElement>(`[data-row="${CSS.escape(key)}"] input`);
  // Enter goes from value to value, and from the last one to the button that saves.
  const go_on = (key: string, direction: 1 | -1) => {
    const at = entry.rows.findIndex((row) => row.key === key);
    const next = entry.rows[at + direction];
    const target = next ? field(next.key) : direction > 0 && document.getElementById("entry-save");
    if (!target) return;
    target.focus();
    if (target instanceof HTMLInputElement) target.select();
  };

  // Only once the guard knows that nothing is unsaved any more.
  useEffect(() => {
    if (saved !== null) navigate(`/isolates/${accession}`, { state: { entered: saved } });
  }, [saved, accession, navigate]);

  const save = () => {
    const [first] = faulty;
    if (first) return field(first.key)?.focus();
    if (corrects && !reason.trim()) return reason_field.current?.focus();
    set_saving(true);
    set_error(null);
    const typed = entry.changed.map((row) => to_send(row, setting));
    const sent = { rows: typed, reason: corrects ? reason.trim() : "" };
    save_entry(accession, sent, { measurements: stored, etag }, language).then(
      ({ added }) => {
        keep_draft(person?.username ?? "", accession, {});
        set_saved(added.length);
      },
      (problem: unknown) => {
        set_error(problem);
        set_saving(false);
      },
    );
  };

  if (entry.rows.length === 0) return <p>{t("entry.no_panel")}</p>;
  return (
    <form
      className="entry"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SettingFields
        setting={setting}
        change={set_setting}
        method={entry.method}
        choose_method={entry.choose_method}
      />
      <p className="subtle entry-hint" id="entry-hint">
        {t("entry.hint")}
      </p>
      <table className="plain-table entry-table" ref={table}>
        <caption className="visually-hidden">{t("entry.caption")}</caption>
        <thead>
          <tr>
            {(["agent", "method", "sign", "value", "reading", "undo"] as const).map((name) => (
              <th key={name} scope="col">
                {name === "undo" ? (
                  <span className="visually-hidden">{t("entry.undo")}</span>
                ) : (
                  t(`entry.${name}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entry.rows.map((row) => (
            <EntryRowLine
              key={row.key}
              row={row}
              preview={preview.of(row.key)}
              edit={(part) => entry.edit(row.key, part)}
              undo={() => {
                entry.undo(row.key);
                field(row.key)?.focus();
              }}
              go_on={(direction) => go_on(row.key, direction)}
              save={save}
            />
          ))}
        </tbody>
      </table>
      <AddRow
        panel={panel}
        add={(agent) => {
          const key = entry.add(agent);
          setTimeout(() => field(key)?.focus());
        }}
      />
      {corrects && (
        <label className="field entry-reason">
          <span>{t("entry.reason")}</span>
          <input
            ref={reason_field}
            value={reason}
            required
            maxLength={900}
            onChange={({ target }) => set_reason(target.value)}
          />
        </label>
      )}
      {error !== null && <ErrorPanel error={error} />}
      {preview.error !== null && <ErrorPanel error={preview.error} />}
      <SaveBar
        changed={entry.changed.length}
        faulty={faulty.length}
        saving={saving}
        discard={entry.discard}
      />
      <LeaveGuard
        unsaved={saved === null ? entry.changed.length : 0}
        discard={() => keep_draft(person?.username ?? "", accession, {})}
      />
    </form>
  );
}
