// Which rows an entry of quality control shows, and what it sends of them.
import { describe, expect, it } from "vitest";
import type { QcRange, QcStrain, QualityControl } from "../../api/quality_control";
import { lately_controlled, range_text, rows_to_enter, typed_rows } from "./qc_rows";

const range = (agent: string, unit: string, disk_ug = ""): QcRange => ({
  agent,
  agent_name: agent,
  role: "routine",
  unit,
  disk_ug,
  low: 0.008,
  high: 0.06,
  target_low: null,
  target_high: null,
});
const ecoli: QcStrain = {
  strain: "ATCC 25922",
  species: "Escherichia coli",
  ranges: [range("meropenem", "mg/L"), range("meropenem", "mm", "10"), range("ertapenem", "mg/L")],
};
const setting = {
  strain: "ATCC 25922",
  method: "disk",
  day: "2026-11-20",
  lot: "P-17",
  medium: "",
};

describe("rows of quality control", () => {
  it("are those of the method's unit", () => {
    const none = new Set<string>();
    expect(rows_to_enter(ecoli, "disk", none, false).map((row) => row.disk_ug)).toEqual(["10"]);
    expect(rows_to_enter(ecoli, "broth_microdilution", none, false)).toHaveLength(2);
  });

  it("are those lately controlled, until all are asked for", () => {
    const lately = new Set(["ertapenem"]);
    const usual = rows_to_enter(ecoli, "broth_microdilution", lately, false);
    expect(usual.map((row) => row.agent)).toEqual(["ertapenem"]);
    expect(rows_to_enter(ecoli, "broth_microdilution", lately, true)).toHaveLength(2);
  });

  it("count as lately controlled when due or measured by the same method", () => {
    const now = {
      due: [{ strain: "ATCC 25922", agent: "ertapenem", method: "gradient" }],
      results: [
        { strain: "ATCC 25922", agent: "meropenem", method: "disk" },
        { strain: "ATCC 27853", agent: "colistin", method: "disk" },
      ],
    } as unknown as QualityControl;
    expect([...lately_controlled(now, "ATCC 25922", "disk")]).toEqual(["meropenem"]);
  });

  it("are sent when something was typed, with the load of the range", () => {
    const rows = rows_to_enter(ecoli, "disk", new Set(), true);
    const sent = typed_rows(rows, { "meropenem|10": " ≤29 ", "other|": "3" }, setting);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.[1]).toMatchObject({ agent: "meropenem", disk_ug: "10", value: "<=29" });
  });

  it("name their range with its unit", () => {
    const as_written = (text: string) => text;
    expect(range_text(range("meropenem", "mg/L"), as_written)).toBe("0.008–0.06 mg/L");
    expect(range_text({ low: null, high: 0.5, unit: "mg/L" }, as_written)).toBe("<=0.5 mg/L");
  });
});
