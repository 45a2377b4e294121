// The rows of an entry while they are typed; they are kept as a draft until they are saved or given up.
import { useEffect, useMemo, useState } from "react";
import type { Measurement, Panel } from "../../api/types";
import { useSession } from "../session/session";
import { keep_draft, kept_draft } from "./draft_store";
import {
  draft_of,
  fresh,
  insert_after,
  is_changed,
  rows_of,
  usable,
  type EntryRow,
  type Typed,
} from "./entry_rows";

const typed_part = ({ method, sign, value }: Typed): Typed => ({ method, sign, value });

export function useEntry(accession: string, panel: Panel, stored: Measurement[]) {
  const { person } = useSession();
  const username = person?.username ?? "";
  const [method, set_method] = useState("broth_microdilution");
  const [rows, set_rows] = useState<EntryRow[]>(() =>
    rows_of(panel, stored, method, kept_draft(username, accession)),
  );
  const changed = useMemo(() => rows.filter(is_changed), [rows]);

  // What was stored meanwhile, or another language: the typed values stay.
  useEffect(() => {
    set_rows((now) => rows_of(panel, stored, method, draft_of(now)));
  }, [panel, stored]); // the method is not: changing it makes the rows anew by itself

  useEffect(() => keep_draft(username, accession, draft_of(rows)), [username, accession, rows]);

  const edit = (key: string, part: Partial<Typed>) =>
    set_rows((now) =>
      now.map((row) => (row.key === key ? { ...row, typed: { ...row.typed, ...part } } : row)),
    );
  const undo = (key: string) =>
    set_rows((now) =>
      now.map((row) =>
        row.key === key
          ? {
              ...row,
              typed: row.stored ? typed_part(row.stored) : { ...row.typed, sign: "=", value: "" },
            }
          : row,
      ),
    );
  // Rows that nothing was typed into follow the method of the table.
  const choose_method = (next: string) => {
    set_method(next);
    const kept = draft_of(rows);
    set_rows(rows_of(panel, stored, next, kept));
  };
  // A second method of an agent; gives the key of its row.
  const add = (agent: string): string => {
    const entry = panel.agents.find((candidate) => candidate.agent === agent);
    const key = `${agent}|${Date.now()}`;
    if (!entry) return key;
    const taken = rows.filter((row) => row.agent === agent).map((row) => row.typed.method);
    const free = ["broth_microdilution", "gradient", "disk", "agar_dilution", "automated"].find(
      (candidate) => !taken.includes(candidate) && usable(candidate, entry) === candidate,
    );
    const base = { agent, agent_name: entry.agent_name, disk_ug: entry.disk_ug };
    set_rows((now) => {
      const next = [...now];
      insert_after(next, agent, fresh(base, key, free ?? method));
      return next;
    });
    return key;
  };
  const discard = () => set_rows(rows_of(panel, stored, method, {}));
  return { rows, changed, method, choose_method, edit, undo, add, discard };
}
