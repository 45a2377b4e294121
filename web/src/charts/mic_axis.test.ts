// A drawn value lies in the band of its category: EUCAST's S <=, R > for MICs and S >=, R < for zones.
import { describe, expect, it } from "vitest";
import { mic_axis, zone_axis, type Axis } from "./mic_axis";

function category_drawn(axis: Axis, value: number, s: string, r: string): string | undefined {
  const at = axis.position(value);
  return axis.bands(s, r).find((band) => at >= band.from && at < band.to)?.category;
}

describe("MIC scale", () => {
  const axis = mic_axis();
  it.each([
    [2, "2", "8", "S"], // equal to the S bound
    [4, "2", "8", "I"],
    [8, "2", "8", "I"], // equal to R's bound is not R
    [16, "2", "8", "R"],
    [0.06, "0.06", "0.06", "S"], // printed 0.06 is 0.0625
    [0.125, "0.06", "0.06", "R"],
    [0.5, "0.001", "1", "I"], // off-scale S: wild type is I
  ])("draws %s mg/L with S <= %s, R > %s in %s", (value, s, r, category) => {
    expect(category_drawn(axis, value, s, r)).toBe(category);
  });

  it("draws equal dilutions at equal distances", () => {
    expect(axis.position(8) - axis.position(4)).toBeCloseTo(
      axis.position(0.25) - axis.position(0.125),
    );
  });

  it("draws no bands where the table has no numbers", () => {
    expect(axis.bands("IE", "IE")).toEqual([]);
    expect(axis.bands("-", "-")).toEqual([]);
  });
});

describe("zone scale", () => {
  const axis = zone_axis();
  it.each([
    [22, "22", "16", "S"],
    [21, "22", "16", "I"],
    [16, "22", "16", "I"],
    [15, "22", "16", "R"],
  ])("draws %s mm with S >= %s, R < %s in %s", (value, s, r, category) => {
    expect(category_drawn(axis, value, s, r)).toBe(category);
  });
});

describe("a value that its sign leaves open", () => {
  const axis = mic_axis();
  const covers = (sign: string, value: number, other: number) => {
    const { from, to } = axis.span(sign, value);
    const at = axis.position(other);
    return at >= from && at <= to;
  };
  it.each([
    ["<=", 4, 4, true],
    ["<=", 4, 8, false],
    ["<", 4, 4, false],
    ["<", 4, 2, true],
    [">", 4, 4, false], // > 4 is 8 and more
    [">", 4, 8, true],
    [">=", 4, 4, true],
    [">=", 4, 2, false],
  ])("%s %s mg/L covers %s: %s", (sign, value, other, covered) => {
    expect(covers(sign, value, other)).toBe(covered);
  });

  it("is open towards the end of the scale that its sign names", () => {
    expect(axis.span("<=", 0.5)).toMatchObject({ from: 0, open: "from", point: false });
    expect(axis.span(">", 8)).toMatchObject({ to: 1, open: "to", point: false });
    expect(axis.span("=", 8)).toMatchObject({ open: null, point: true });
  });
});

describe("the area of technical uncertainty", () => {
  it("covers the dilution it names and no other", () => {
    const axis = mic_axis();
    const { from, to } = axis.uncertain("16") ?? { from: 1, to: 0 };
    const inside = [8, 16, 32].filter(
      (mic) => axis.position(mic) > from && axis.position(mic) < to,
    );
    expect(inside).toEqual([16]);
  });

  it("covers the millimetres from the first to the last", () => {
    const axis = zone_axis();
    const { from, to } = axis.uncertain("19-20") ?? { from: 1, to: 0 };
    const inside = [18, 19, 20, 21].filter(
      (mm) => axis.position(mm) > from && axis.position(mm) < to,
    );
    expect(inside).toEqual([19, 20]);
  });

  it("is not there where the table has none", () => {
    expect(mic_axis().uncertain("")).toBeNull();
  });
});
