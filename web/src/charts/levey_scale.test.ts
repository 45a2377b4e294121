// The axis of a Levey-Jennings chart reads as plates do and leaves room around what is drawn.
import { describe, expect, it } from "vitest";
import { levey_scale, value_at } from "./levey_scale";

describe("the axis of a Levey-Jennings chart", () => {
  it("prints dilutions as plates do", () => {
    expect([-9, -8, -7, -6, -5, -4, -3, -2, 0, 3].map((place) => value_at(place, "log2"))).toEqual([
      "0.002",
      "0.004",
      "0.008",
      "0.016",
      "0.03",
      "0.06",
      "0.125",
      "0.25",
      "1",
      "8",
    ]);
    expect(value_at(28, "mm")).toBe("28");
  });

  it("reaches one step beyond the range and the points", () => {
    const scale = levey_scale([-7, -4, -2], "log2", 200, 0);
    expect(scale.ticks).toEqual([-8, -7, -6, -5, -4, -3, -2, -1]);
    expect(scale.at(-8)).toBe(200);
    expect(scale.at(-1)).toBe(0);
  });

  it("has every second millimetre", () => {
    expect(levey_scale([28, 34], "mm", 200, 0).ticks).toEqual([27, 29, 31, 33, 35]);
  });
});
