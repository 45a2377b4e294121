// A lost porin is not "gives no resistance", and codes of the engine become sentences.
import { describe, expect, it } from "vitest";
import type { Determinant } from "../../../api/analysis";
import { formats } from "../../../i18n/format";
import nb from "../../../i18n/nb.json";
import type { Texts } from "../../../i18n/use_texts";
import { function_text, gives_no_resistance, reason_text } from "./words";

// The Norwegian texts without a page around them.
const texts = {
  code: (group: string, value: string, parts: Record<string, string> = {}) => {
    const words = (nb.code as Record<string, Record<string, string>>)[group]?.[value] ?? value;
    return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? "");
  },
  format: formats("nb"),
} as unknown as Texts;

const determinant = (part: Partial<Determinant>) =>
  ({ kind: "gene", function: "broken", function_reason: "", ...part }) as Determinant;

describe("broken genes", () => {
  it("give no resistance when they are resistance genes", () => {
    expect(gives_no_resistance(determinant({ kind: "gene" }))).toBe(true);
  });
  it("act by their loss when they are porins or regulators", () => {
    expect(gives_no_resistance(determinant({ kind: "disruption" }))).toBe(false);
  });
});

describe("reasons", () => {
  it.each([
    ["internal_stop:112/274", "stoppkodon ved 112 av 274"],
    ["insertion:1196@133", "innskudd på 1196 bp ved kodon 133"],
    ["frameshift:133", "leserammeskift fra kodon 133"],
    ["start_lost", "startkodon tapt"],
    ["", ""],
    ["a_new_code:1", "a_new_code"],
  ])("writes %s as %s", (reason, words) => {
    expect(reason_text(reason, texts)).toBe(words);
  });

  it("stand after the state of the gene", () => {
    const oxa = determinant({ function_reason: "internal_stop:112/274" });
    expect(function_text(oxa, texts)).toBe("ødelagt: stoppkodon ved 112 av 274");
  });
});
