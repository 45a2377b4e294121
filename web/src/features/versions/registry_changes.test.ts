// Pages of the registry add up to the whole of it.
import { describe, expect, it } from "vitest";
import type { InterpretationChanges } from "../../api/types";
import { added, nothing, transitions } from "./registry_changes";

const row = (before: string | null, after: string | null) =>
  ({ before: { category: before }, after: { category: after } }) as never;
const page = (rows: [string | null, string | null][], cursor: string) =>
  ({
    items: [{ rows: rows.map(([before, after]) => row(before, after)) }],
    isolates: 2,
    rows: 9,
    changed_rows: rows.length,
    total: 4,
    next_cursor: cursor,
  }) as unknown as InterpretationChanges;
describe("changes in the registry", () => {
  const first = added(nothing, page([["S", "R"]], "2"));
  const both = added(
    first,
    page(
      [
        ["S", "R"],
        ["I", null],
      ],
      "",
    ),
  );

  it("add up over its pages", () => {
    expect(first).toMatchObject({ looked_at: 2, rows: 9, changed_rows: 1, done: false });
    expect(both).toMatchObject({ looked_at: 4, rows: 18, changed_rows: 3, total: 4, done: true });
  });

  it("are counted by what becomes of what, the most frequent first", () => {
    expect(transitions(both.items)).toEqual([
      ["S → R", 2],
      ["I → –", 1],
    ]);
  });
});
