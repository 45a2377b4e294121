// Axes end at round numbers and hold every value.
import { describe, expect, it } from "vitest";
import { binned, linear_scale, tight_scale } from "./plot_scale";

describe("an axis", () => {
  it("ends at a round number at or above the largest value", () => {
    expect(linear_scale(41, 0, 100).ticks).toEqual([0, 10, 20, 30, 40, 50]);
    expect(linear_scale(100, 0, 100).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(linear_scale(0.3, 0, 1).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    expect(linear_scale(1234, 0, 1).ticks.at(-1)).toBe(1500);
  });

  it("puts values where they belong, upwards or downwards", () => {
    const up = linear_scale(40, 200, 0);
    expect(up.at(0)).toBe(200);
    expect(up.at(20)).toBe(100);
    expect(up.at(1000)).toBe(0);
    expect(linear_scale(0, 0, 10).at(0)).toBe(0);
  });
});

describe("a tight axis", () => {
  it("ends where the values end", () => {
    const { at, ticks } = tight_scale(151, 0, 302);
    expect(ticks).toEqual([0, 50, 100, 150]);
    expect(at(151)).toBe(302);
    expect(at(50)).toBeCloseTo(100);
  });
});

describe("bins", () => {
  it("hold every value once", () => {
    expect(binned([1, 3, 5, 7, 9], 2)).toEqual([
      { first: 1, last: 2, mean: 2 },
      { first: 3, last: 4, mean: 6 },
      { first: 5, last: 5, mean: 9 },
    ]);
    expect(binned([], 10)).toEqual([]);
  });
});
