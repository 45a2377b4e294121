// What was typed is kept beside what is stored, and only what changed is sent.
import { describe, expect, it } from "vitest";
import type { Measurement, Panel } from "../../api/types";
import { draft_of, is_changed, rows_of, split_sign, to_send, type EntryRow } from "./entry_rows";

const agent = (name: string, more: Partial<Panel["agents"][number]> = {}) => ({
  agent: name,
  agent_name: name,
  class: "",
  mic: true,
  zone: true,
  disk_ug: "10",
  method: "",
  ...more,
});
const panel: Panel = {
  organism: "Klebsiella pneumoniae",
  version: "EUCAST v16.0",
  agents: [
    agent("meropenem"),
    agent("colistin", { zone: false, method: "broth_microdilution" }),
    agent("mecillinam"),
  ],
};
const stored = {
  agent: "meropenem",
  agent_name: "meropenem",
  method: "broth_microdilution",
  sign: "=",
  value: 8,
  indication: "meningitis",
  route: "iv",
} as Measurement;

const rows = (method = "broth_microdilution", draft = {}) =>
  rows_of(panel, [stored], method, draft);
const find = (all: EntryRow[], name: string) => all.find((row) => row.agent === name) as EntryRow;
const typing = (row: EntryRow, value: string): EntryRow => ({
  ...row,
  typed: { ...row.typed, value },
});

describe("rows of an entry", () => {
  it("are one an agent in the order of the panel, with what is stored", () => {
    expect(rows().map((row) => row.agent)).toEqual(["meropenem", "colistin", "mecillinam"]);
    expect(find(rows(), "meropenem").typed.value).toBe("8");
  });

  it("take a method that the agent can be read by", () => {
    expect(find(rows("disk"), "mecillinam").typed.method).toBe("disk");
    expect(find(rows("disk"), "colistin").typed.method).toBe("broth_microdilution");
    expect(find(rows("gradient"), "colistin").typed.method).toBe("broth_microdilution");
  });

  it("show a measurement that the panel of today does not have", () => {
    const other = { ...stored, agent: "doripenem", agent_name: "doripenem" } as Measurement;
    expect(rows_of(panel, [other], "disk", {}).at(-1)?.agent).toBe("doripenem");
  });

  it("come back from a draft as they were typed", () => {
    const typed = typing(find(rows(), "colistin"), "0,5");
    const back = rows("broth_microdilution", draft_of([typed]));
    expect(find(back, "colistin").typed).toEqual(typed.typed);
    expect(back.filter(is_changed)).toHaveLength(1);
  });
});

describe("what is sent", () => {
  it("is only what changed", () => {
    expect(rows().filter(is_changed)).toEqual([]);
    expect(is_changed(typing(find(rows(), "meropenem"), "16"))).toBe(true);
    expect(is_changed(typing(find(rows(), "meropenem"), "8"))).toBe(false);
  });

  it("never erases: an emptied field is as if it were not touched", () => {
    expect(is_changed(typing(find(rows(), "meropenem"), " "))).toBe(false);
  });

  it("has the unit of its method, and the indication of what it corrects", () => {
    const setting = { date: "2026-11-22", indication: "urinary_origin" };
    const correction = to_send(typing(find(rows(), "meropenem"), "16"), setting);
    expect(correction).toMatchObject({ unit: "mg/L", indication: "meningitis", route: "iv" });
    const zone = to_send(typing(find(rows("disk"), "mecillinam"), "20"), setting);
    expect(zone).toMatchObject({ unit: "mm", indication: "urinary_origin", date: "2026-11-22" });
  });
});

describe("a sign typed before the value", () => {
  it.each([
    ["<=0,5", "=", "<=", "0,5"],
    [">8", "=", ">", "8"],
    ["≤ 4", "=", "<=", "4"],
    ["=", "<", "<=", ""],
    ["8", ">", ">", "8"],
    ["=8", ">=", "=", "8"],
    ["<>8", "=", "=", "8"],
  ])("%s after %s is %s and %s", (text, before, sign, value) => {
    expect(split_sign(text, before)).toEqual({ sign, value });
  });
});
