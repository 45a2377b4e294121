// Arrow keys go through what a method can read: two-fold dilutions, marks of a strip, millimetres.
import { describe, expect, it } from "vitest";
import { number_of, scale_of, stepped } from "./dilutions";

describe("a step", () => {
  it.each([
    ["8", 1, "broth_microdilution", "16"],
    ["8", -1, "broth_microdilution", "4"],
    ["0,125", -1, "broth_microdilution", "0.06"],
    ["0.06", 1, "broth_microdilution", "0.125"],
    ["0.0625", 1, "broth_microdilution", "0.125"], // is 0.06
    ["3", 1, "broth_microdilution", "4"], // no dilution: to the next one
    ["3", -1, "broth_microdilution", "2"],
    ["1", 1, "gradient", "1.5"],
    ["1.5", -1, "gradient", "1"],
    ["22", 1, "disk", "23"],
    ["22", -1, "disk", "21"],
    ["6", -1, "disk", "6"], // no growth-free zone is smaller than the disk
    ["4096", 1, "broth_microdilution", "4096"],
    ["", 1, "broth_microdilution", "1"],
    ["", -1, "disk", "20"],
  ] as const)("from %s by %s with %s gives %s", (text, direction, method, next) => {
    expect(stepped(text, direction, method)).toBe(next);
  });

  it("meets every dilution on the way up and down", () => {
    for (const method of ["broth_microdilution", "gradient", "disk"]) {
      const scale = scale_of(method).map(String);
      let up = scale[0] as string;
      const met = [up];
      while (met.length < scale.length) met.push((up = stepped(up, 1, method)));
      expect(met).toEqual(scale);
      let down = up;
      for (const expected of [...scale].reverse().slice(1))
        expect((down = stepped(down, -1, method))).toBe(expected);
    }
  });

  it("goes by two-fold dilutions within what tables print", () => {
    for (const value of scale_of("broth_microdilution")) {
      const index = Math.log2(value);
      expect(Math.abs(index - Math.round(index))).toBeLessThan(0.12);
    }
  });
});

describe("a typed number", () => {
  it("may have either decimal sign", () => {
    expect(number_of("0,06")).toBe(0.06);
    expect(number_of(" 0.06 ")).toBe(0.06);
  });
  it.each(["", "eight", "8 16", "1e3", "-4", "0,0,6"])("%j is none", (text) => {
    expect(number_of(text)).toBeNaN();
  });
});
