// A lost porin is not "gives no resistance", and codes of the engine become sentences.
import { describe, expect, it } from "vitest";
import type { Determinant } from "../../../api/analysis";
import { norwegian as texts } from "../../../i18n/test_texts";
import { function_text, gives_no_resistance, reason_text, status_of_allele } from "./words";

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

describe("a gene that is not exact", () => {
  const relative = {
    kind: "gene" as const,
    symbol: "blaX",
    nearest: "blaX-1",
    allele_status: "novel" as const,
    identity: 93.5,
    coverage: 100,
    changes: [],
    ties: [],
  };
  it("is compared by its bases unless said otherwise", () => {
    expect(status_of_allele(determinant(relative), texts)).toBe(
      "nytt allel; nærmest blaX-1, 93,50 % likt",
    );
  });
  it("is compared by its amino acids when it was found in translation", () => {
    expect(status_of_allele(determinant({ ...relative, method: "protein" }), texts)).toBe(
      "nytt allel; nærmest blaX-1, 93,50 % like aminosyrer",
    );
    expect(
      status_of_allele(determinant({ ...relative, method: "protein", coverage: 95 }), texts),
    ).toContain("like aminosyrer over 95,0 %");
  });
});
