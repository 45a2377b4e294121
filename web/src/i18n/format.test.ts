// Dates keep their day in every time zone, and numbers are written as the language writes them.
import { describe, expect, it } from "vitest";
import { formats } from "./format";

const nb = formats("nb");
const en = formats("en");

describe("days", () => {
  it("are not shifted by the time zone of the browser", () => {
    expect(nb.day("2026-01-01")).toBe("1. jan. 2026");
    expect(en.day("2026-12-31")).toBe("31 Dec 2026");
  });

  it("show moments in the laboratory's own time", () => {
    expect(en.moment("2026-11-14T23:30:00Z")).toContain("15 Nov 2026");
    expect(en.moment("2026-07-14T10:00:00Z")).toContain("12:00");
  });
});

describe("measured values", () => {
  it("have a decimal comma in Norwegian only", () => {
    expect(nb.measured("<= 0.06 mg/L")).toBe("≤ 0,06 mg/L");
    expect(en.measured("0.06 mg/L")).toBe("0.06 mg/L");
    expect(nb.measured("17 mm")).toBe("17 mm");
  });
});

describe("lengths", () => {
  it("are written in the unit that suits them", () => {
    expect([nb.bases(5333942), nb.bases(105974), nb.bases(882)]).toEqual([
      "5,33 Mb",
      "106 kb",
      "882 b",
    ]);
  });
});
