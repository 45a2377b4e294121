// The reconciliation is sorted by what needs a person, and its evidence leads to the gene.
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../api/analysis";
import type { AgentExplanation, Evidence, Fit } from "../../../api/explanation";
import { arranged, counted, gene_row, next_order } from "./rows";

const row = (agent: string, fit: Fit, predicted: AgentExplanation["predicted"]) =>
  ({ agent, fit, predicted }) as AgentExplanation;
const agents = [
  row("meropenem", "AGREE", "NWT"),
  row("ertapenem", "UNEXPLAINED", "WT"),
  row("colistin", "EDGE", "no_rule"),
  row("gentamicin", "AGREE", "WT"),
];
const names = (rows: AgentExplanation[]) => rows.map((found) => found.agent).join(" ");

describe("the order", () => {
  it("is that of an answer to begin with, and turns around", () => {
    const order = { key: "agent" as const, descending: false };
    expect(names(arranged(agents, order, null))).toBe("meropenem ertapenem colistin gentamicin");
    expect(names(arranged(agents, next_order(order, "agent"), null))).toBe(
      "gentamicin colistin ertapenem meropenem",
    );
  });

  it("by class puts the unexplained first and agreement last", () => {
    const order = next_order({ key: "agent", descending: false }, "fit");
    expect(names(arranged(agents, order, null))).toBe("ertapenem colistin meropenem gentamicin");
  });

  it("by prediction puts what deviates from the wild type first", () => {
    const order = next_order({ key: "agent", descending: false }, "predicted");
    expect(names(arranged(agents, order, null))).toBe("meropenem colistin ertapenem gentamicin");
  });
});

describe("the filter", () => {
  it("shows one class, and how many there are in each", () => {
    const order = { key: "agent" as const, descending: false };
    expect(names(arranged(agents, order, "AGREE"))).toBe("meropenem gentamicin");
    expect(counted(agents)).toEqual([
      ["UNEXPLAINED", 1],
      ["EDGE", 1],
      ["AGREE", 2],
    ]);
  });
});

describe("evidence", () => {
  const analysis = {
    determinants: [
      { symbol: "blaSHV-11", contig: "c1", start: 5 },
      { symbol: "blaKPC-2", contig: "c2", start: 20557 },
      { symbol: "blaKPC-2", contig: "c3", start: 9 },
    ],
    targets: [{ gene: "ompK36", contig: "c1", start: 77 }],
  } as unknown as Analysis;
  const evidence = (symbol: string, contig = "", start = 0) =>
    ({ symbol, contig, start }) as Evidence;

  it("leads to its own copy of the gene", () => {
    expect(gene_row(evidence("blaKPC-2", "c3", 9), analysis)).toMatch(/2$/);
    expect(gene_row(evidence("blaKPC-2", "c2", 20557), analysis)).toMatch(/1$/);
  });
  it("leads to the target that a change is in", () => {
    expect(gene_row(evidence("ompK36 D135DGD"), analysis)).toBe(
      gene_row(evidence("ompK36", "c1", 77), analysis),
    );
  });
  it("leads nowhere when the genome has no such row", () => {
    expect(gene_row(evidence("mgrB"), analysis)).toBeNull();
    expect(gene_row(evidence("blaKPC-2"), null)).toBeNull();
  });
});
