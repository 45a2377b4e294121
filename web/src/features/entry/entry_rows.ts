// The rows of an entry: what stands in the registry, what was typed since, and what would be sent.
import type { Interpretation, Measurement, Panel, TypedMeasurement } from "../../api/types";
import { number_of } from "./dilutions";

export interface Typed {
  method: string;
  sign: string;
  value: string;
}

export interface Stored extends Typed {
  indication: string;
  route: string;
  reading: Interpretation | null; // as it was interpreted
}

export interface EntryRow {
  key: string; // unique, stable while the page is open
  agent: string;
  agent_name: string;
  disk_ug: string;
  stored: Stored | null;
  typed: Typed;
}

export interface Setting {
  date: string;
  indication: string;
}

// What was typed and not saved, by key.
export type Draft = Record<string, Typed & { agent: string }>;

const typed_of = (row: Measurement): Typed => ({
  method: row.method,
  sign: row.sign,
  value: String(row.value),
});

// A row for each stored measurement and for each agent of the panel that has none, in the panel's order.
export function rows_of(panel: Panel, stored: Measurement[], method: string, draft: Draft) {
  const rows = panel.agents.flatMap((entry) => {
    const known = stored.filter((row) => row.agent === entry.agent);
    const base = { agent: entry.agent, agent_name: entry.agent_name, disk_ug: entry.disk_ug };
    if (known.length === 0) return [fresh(base, `${entry.agent}|new`, usable(method, entry))];
    return known.map((row) => stored_row(base, row));
  });
  const listed = new Set(panel.agents.map((entry) => entry.agent));
  for (const row of stored.filter(({ agent }) => !listed.has(agent)))
    rows.push(stored_row({ agent: row.agent, agent_name: row.agent_name, disk_ug: "" }, row));
  return with_draft(rows, draft);
}

function stored_row(base: Pick<EntryRow, "agent" | "agent_name" | "disk_ug">, row: Measurement) {
  const typed = typed_of(row);
  return {
    ...base,
    key: `${row.agent}|${row.method}`,
    stored: {
      ...typed,
      indication: row.indication,
      route: row.route,
      reading: row.interpretation,
    },
    typed,
  };
}

export function fresh(
  base: Pick<EntryRow, "agent" | "agent_name" | "disk_ug">,
  key: string,
  method: string,
): EntryRow {
  return { ...base, key, stored: null, typed: { method, sign: "=", value: "" } };
}

// The method, unless the agent has nothing to be read against by it.
export function usable(method: string, entry: Panel["agents"][number]): string {
  if (method === "disk") return entry.zone ? "disk" : entry.method || "broth_microdilution";
  if (entry.method) return entry.method;
  return entry.mic || !entry.zone ? method : "disk";
}

function with_draft(rows: EntryRow[], draft: Draft): EntryRow[] {
  const taken = rows.map((row) => {
    const { agent, ...typed } = draft[row.key] ?? { agent: "" };
    return agent ? { ...row, typed: typed as Typed } : row;
  });
  // Rows that a person added to the panel's.
  for (const [key, { agent, ...typed }] of Object.entries(draft)) {
    const beside = rows.find((row) => row.agent === agent);
    if (beside && !rows.some((row) => row.key === key))
      insert_after(taken, agent, { ...fresh(beside, key, typed.method), typed });
  }
  return taken;
}

export function insert_after(rows: EntryRow[], agent: string, row: EntryRow): void {
  const last = rows.map((candidate) => candidate.agent).lastIndexOf(agent);
  rows.splice(last < 0 ? rows.length : last + 1, 0, row);
}

// An emptied field erases nothing: it is as if it had not been touched.
export function is_changed({ stored, typed }: EntryRow): boolean {
  if (typed.value.trim() === "") return false;
  if (!stored || stored.sign !== typed.sign) return true;
  return stored.value !== typed.value && number_of(stored.value) !== number_of(typed.value);
}

export function draft_of(rows: EntryRow[]): Draft {
  return Object.fromEntries(
    rows.filter(is_changed).map(({ key, agent, typed }) => [key, { ...typed, agent }]),
  );
}

// A correction is read for the indication that its measurement was made for.
export function to_send(row: EntryRow, { date, indication }: Setting): TypedMeasurement {
  const { method, sign, value } = row.typed;
  return {
    agent: row.agent,
    method,
    sign,
    value: value.trim(),
    unit: method === "disk" ? "mm" : "mg/L",
    indication: row.stored ? row.stored.indication : indication,
    route: row.stored?.route ?? "",
    date,
  };
}

// What is typed into the value field may begin with a sign: "<=0,5", ">8". "=" after "<" makes "<=".
export function split_sign(text: string, sign: string): { sign: string; value: string } {
  const [, found = "", value = ""] = /^\s*([<>=≤≥]*)\s*(.*)$/.exec(text) ?? [];
  if (found === "") return { sign, value: text };
  const written = found.replace("≤", "<=").replace("≥", ">=");
  const combined = written === "=" && (sign === "<" || sign === ">") ? `${sign}=` : written;
  return { sign: signs.includes(combined) ? combined : sign, value };
}

export const signs = ["=", "<=", "<", ">", ">="];
