// The turnaround clock counts days towards the limit and calls out what is late.
import { expect, it } from "vitest";
import { clock_state } from "./clock_state";

it("shows day 3 of 7 as three filled steps of seven", () => {
  expect(clock_state(3, 4)).toEqual({ allowed: 7, filled: 3, over: 0 });
});

it("is empty on the day of receipt and full on the due day", () => {
  expect(clock_state(0, 7).filled).toBe(0);
  expect(clock_state(7, 0)).toEqual({ allowed: 7, filled: 7, over: 0 });
});

it("says how many days an isolate is late", () => {
  expect(clock_state(9, -2)).toEqual({ allowed: 7, filled: 7, over: 2 });
});
