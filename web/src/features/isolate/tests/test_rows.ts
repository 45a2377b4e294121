// Which outcomes of a test can be given together, and the order of results.
import type { TestDefinition, TestResult } from "../../../api/types";

type Outcome = TestDefinition["outcomes"][number];

// Newest day first; those without a day by when they were entered.
export function by_day(results: TestResult[]): TestResult[] {
  const day = (result: TestResult) => result.tested ?? result.entered.slice(0, 10);
  return [...results].sort((a, b) => day(b).localeCompare(day(a)) || b.id - a.id);
}

// After `outcome` is switched on or off: one that stands alone drives the others out, and the others it.
export function chosen_after(
  chosen: string[],
  outcome: Outcome,
  on: boolean,
  outcomes: Outcome[],
): string[] {
  if (!on) return chosen.filter((code) => code !== outcome.code);
  if (outcome.alone) return [outcome.code];
  const alone = new Set(outcomes.filter((other) => other.alone).map((other) => other.code));
  return [...chosen.filter((code) => !alone.has(code) && code !== outcome.code), outcome.code];
}
