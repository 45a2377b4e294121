// The rows of an entry of quality control: what a strain controls by a method.
import type { QcEntryRow, QcRange, QcStrain, QualityControl } from "../../api/quality_control";

export interface QcSetting {
  strain: string;
  method: string;
  day: string;
  lot: string;
  medium: string;
}

// Agents that the strain was lately used for by the method, today's among them.
export function lately_controlled(
  now: QualityControl,
  strain: string,
  method: string,
): Set<string> {
  const own = [...now.due, ...now.results].filter(
    (one) => one.strain === strain && one.method === method,
  );
  return new Set(own.map(({ agent }) => agent));
}

// In the order of the ranges; those lately controlled alone, unless there are none or all are asked for.
export function rows_to_enter(
  strain: QcStrain | undefined,
  method: string,
  lately: Set<string>,
  all: boolean,
): QcRange[] {
  const unit = method === "disk" ? "mm" : "mg/L";
  const possible = strain?.ranges.filter((range) => range.unit === unit) ?? [];
  const usual = possible.filter(({ agent }) => lately.has(agent));
  return all || usual.length === 0 ? possible : usual;
}

export const key_of = (range: QcRange) => `${range.agent}|${range.disk_ug}`;

// Of the rows that something was typed into; "<=" may stand before the value.
export function typed_rows(
  rows: QcRange[],
  typed: Record<string, string>,
  setting: QcSetting,
): [string, QcEntryRow][] {
  return rows.flatMap((range) => {
    const value = (typed[key_of(range)] ?? "").trim().replace("≤", "<=").replace("≥", ">=");
    if (value === "") return [];
    const row: QcEntryRow = { ...setting, agent: range.agent, disk_ug: range.disk_ug, value };
    return [[key_of(range), row] as [string, QcEntryRow]];
  });
}

// "0,008–0,06 mg/L", "≤ 0,5 mg/L" without a lower limit.
export function range_text(
  range: { low: number | null; high: number; unit: string },
  measured: (text: string) => string,
): string {
  const high = `${range.high} ${range.unit}`;
  return measured(range.low === null ? `<=${high}` : `${range.low}–${high}`);
}
