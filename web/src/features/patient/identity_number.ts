// Norwegian national identity numbers: what does not fit is told while typing, as the server would.

export type IdentityFault = "digits" | "day" | "control";

const first_weights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const second_weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const days_of_month = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function digits_of(typed: string): string {
  return typed.replaceAll(" ", "");
}

// Nothing if it is one: a birth number, a D-number (day + 40) or a synthetic number (month + 40, 65 or 80).
export function fault_of(typed: string): IdentityFault | null {
  const digits = digits_of(typed);
  if (!/^\d{11}$/.test(digits)) return "digits";
  if (!has_day(digits)) return "day";
  return fits(digits, first_weights) && fits(digits, second_weights) ? null : "control";
}

function has_day(digits: string): boolean {
  const stated_day = Number(digits.slice(0, 2));
  const stated_month = Number(digits.slice(2, 4));
  const day = stated_day > 40 ? stated_day - 40 : stated_day;
  const added = [80, 65, 40].find((more) => stated_month > more) ?? 0;
  return day >= 1 && day <= (days_of_month[stated_month - added - 1] ?? 0);
}

function fits(digits: string, weights: number[]): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return sum % 11 === 0;
}
