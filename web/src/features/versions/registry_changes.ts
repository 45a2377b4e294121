// What changes in the registry under another version, summed over the pages it comes in.
import type { Interpretation, InterpretationChanges } from "../../api/types";

export const letter = (reading: Interpretation) => reading.category ?? "–";

export interface RegistryChanges {
  items: InterpretationChanges["items"];
  looked_at: number; // isolates
  total: number;
  rows: number;
  changed_rows: number;
  done: boolean;
}

export const nothing: RegistryChanges = {
  items: [],
  looked_at: 0,
  total: 0,
  rows: 0,
  changed_rows: 0,
  done: false,
};

export function added(sum: RegistryChanges, page: InterpretationChanges): RegistryChanges {
  return {
    items: [...sum.items, ...page.items],
    looked_at: sum.looked_at + page.isolates,
    total: page.total,
    rows: sum.rows + page.rows,
    changed_rows: sum.changed_rows + page.changed_rows,
    done: page.next_cursor === "",
  };
}

// "S → R": 3, the most frequent first.
export function transitions(items: InterpretationChanges["items"]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { before, after } of items.flatMap((item) => item.rows)) {
    const name = `${letter(before)} → ${letter(after)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
