// What must not be missed is listed once per place, broken genes are not, and van genes are left to their cluster.
import { describe, expect, it } from "vitest";
import type { Analysis, Determinant } from "../../../api/analysis";
import type { VanOperon } from "../../../api/analysis_findings";
import { critical_genes, determinant_of } from "./critical";

const gene = (symbol: string, family: string, part: Partial<Determinant> = {}) =>
  ({
    symbol,
    kind: "gene",
    critical_family: family,
    function: "intact",
    intrinsic: false,
    trace: false,
    contig: "p1",
    start: 100,
    end: 900,
    ...part,
  }) as Determinant;

const operon = {
  type: "vanA",
  verdict: "SILENT",
  contig: "p1",
  start: 100,
  end: 900,
  genes: [
    { gene: "vanA", role: "ligase", state: "intact", contig: "p1", start: 300, end: 600 },
    { gene: "vanS-A", role: "sensor", state: "missing", contig: "", start: 0, end: 0 },
  ],
} as VanOperon;

const names = (determinants: Determinant[], van_operons?: VanOperon[]) =>
  critical_genes({ determinants, van_operons } as Analysis).map(
    ({ determinant, copies }) => `${determinant.symbol} ${copies}`,
  );

describe("critical genes", () => {
  it("stand once for their copies on one contig", () => {
    const mcr = gene("mcr-1.1", "mcr");
    expect(names([mcr, mcr, gene("mcr-1.1", "mcr", { contig: "p2" })])).toEqual([
      "mcr-1.1 2",
      "mcr-1.1 1",
    ]);
  });
  it("are neither broken nor natural nor common", () => {
    expect(
      names([
        gene("blaOXA-9", "carbapenemase", { function: "broken" }),
        gene("blaOXA-51", "carbapenemase", { intrinsic: true }),
        gene("sul1", ""),
      ]),
    ).toEqual([]);
  });
  it("keep what could not be assessed", () => {
    expect(names([gene("blaKPC", "carbapenemase", { function: "not_assessable" })])).toHaveLength(
      1,
    );
  });
  it("leave van genes to the cluster that holds them, and only those", () => {
    const inside = gene("VanHAX", "van");
    const outside = gene("vanZ-A", "van", { start: 5000, end: 5400 });
    expect(names([inside, outside], [operon])).toEqual(["vanZ-A 1"]);
    expect(names([inside])).toEqual(["VanHAX 1"]);
  });
  it("tell where a cluster sits by a van gene in it", () => {
    const determinants = [gene("blaZ", ""), gene("VanHAX", "van")];
    expect(determinant_of(operon, { determinants } as Analysis)?.symbol).toBe("VanHAX");
    expect(determinant_of(operon, { determinants: [] as Determinant[] } as Analysis)).toBe(
      undefined,
    );
  });
});
