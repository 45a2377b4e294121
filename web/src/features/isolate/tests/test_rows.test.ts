import { describe, expect, it } from "vitest";
import type { TestDefinition, TestResult } from "../../../api/types";
import { by_day, chosen_after } from "./test_rows";

const outcome = (code: string, alone: boolean): TestDefinition["outcomes"][number] => ({
  code,
  words: code,
  shows: "",
  says: [],
  alone,
});
const strip = [outcome("kpc", false), outcome("ndm", false), outcome("negative", true)];
const [kpc, ndm, negative] = strip as [(typeof strip)[0], (typeof strip)[0], (typeof strip)[0]];

describe("outcomes of a test", () => {
  it("add up where several can be seen at once", () => {
    expect(chosen_after(["kpc"], ndm, true, strip)).toEqual(["kpc", "ndm"]);
    expect(chosen_after(["kpc", "ndm"], kpc, false, strip)).toEqual(["ndm"]);
  });

  it("that stand alone drive the others out, and the others them", () => {
    expect(chosen_after(["kpc", "ndm"], negative, true, strip)).toEqual(["negative"]);
    expect(chosen_after(["negative"], kpc, true, strip)).toEqual(["kpc"]);
  });
});

describe("results", () => {
  it("come newest first, by the day of the test or else of the entry", () => {
    const result = (id: number, tested: string | null, entered: string) =>
      ({ id, tested, entered }) as TestResult;
    const sorted = by_day([
      result(1, "2026-11-20", "2026-11-22T09:00:00Z"),
      result(2, null, "2026-11-21T09:00:00Z"),
      result(3, "2026-11-20", "2026-11-22T09:00:00Z"),
    ]);
    expect(sorted.map(({ id }) => id)).toEqual([2, 3, 1]);
  });
});
