import { describe, expect, it } from "vitest";
import { moved } from "./grid_move";

describe("arrow keys in a box of 3 rows and 4 columns", () => {
  it("go to the neighbour", () => {
    expect(moved("ArrowRight", 5, 4, 12)).toBe(6);
    expect(moved("ArrowLeft", 5, 4, 12)).toBe(4);
    expect(moved("ArrowUp", 5, 4, 12)).toBe(1);
    expect(moved("ArrowDown", 5, 4, 12)).toBe(9);
  });
  it("stop at the edges", () => {
    expect(moved("ArrowLeft", 4, 4, 12)).toBe(4);
    expect(moved("ArrowRight", 7, 4, 12)).toBe(7);
    expect(moved("ArrowUp", 2, 4, 12)).toBe(2);
    expect(moved("ArrowDown", 10, 4, 12)).toBe(10);
  });
  it("go to the ends of a row, and leave other keys alone", () => {
    expect(moved("Home", 6, 4, 12)).toBe(4);
    expect(moved("End", 6, 4, 12)).toBe(7);
    expect(moved("Enter", 6, 4, 12)).toBeNull();
  });
});
