// Which numbers are told to be wrong. All are synthetic (month + 80): no person has them.
import { describe, expect, it } from "vitest";
import { fault_of } from "./identity_number";

// By the rule in words: with its control digit the weighted sum of all digits is divisible by 11.
function with_control_digits(nine: string): string | null {
  const control = (digits: string, weights: string) => {
    let sum = 0;
    for (let at = 0; at < digits.length; ++at) sum += Number(digits[at]) * Number(weights[at]);
    return (11 - (sum % 11)) % 11;
  };
  const first = control(nine, "376189452");
  if (first === 10) return null;
  const second = control(`${nine}${first}`, "5432765432");
  return second === 10 ? null : `${nine}${first}${second}`;
}

function number_of(day: string): string {
  for (let individual = 100; individual < 200; ++individual) {
    const number = with_control_digits(`${day}${individual}`);
    if (number) return number;
  }
  throw new Error("no number of that day");
}

describe("a national identity number", () => {
  it("may be a birth number, a D-number, a leap day or written with blanks", () => {
    for (const day of ["018190", "418190", "298296", "014190", "017090"])
      expect(fault_of(number_of(day))).toBeNull();
    const digits = number_of("018190");
    expect(fault_of(`${digits.slice(0, 6)} ${digits.slice(6)}`)).toBeNull();
  });

  it("has eleven digits and a day", () => {
    expect(fault_of("")).toBe("digits");
    expect(fault_of("0181901")).toBe("digits");
    expect(fault_of("0181901234x")).toBe("digits");
    expect(fault_of(number_of("318290"))).toBe("day");
    expect(fault_of(number_of("019390"))).toBe("day");
    expect(fault_of(number_of("008190"))).toBe("day");
  });

  it("shows any one wrong digit", () => {
    const digits = number_of("018190");
    for (let at = 0; at < digits.length; ++at)
      for (const other of "0123456789") {
        const changed = digits.slice(0, at) + other + digits.slice(at + 1);
        expect(fault_of(changed) === null).toBe(changed === digits);
      }
  });
});
