// Codes of van clusters, places and notes become sentences, and every code of the schema has words.
import { describe, expect, it } from "vitest";
import schema from "../../../../../docs/formats/analysis.schema.json";
import type { Context } from "../../../api/analysis";
import type { Insertion, Neighbour, Ribosomal } from "../../../api/analysis_findings";
import nb from "../../../i18n/nb.json";
import { norwegian as texts } from "../../../i18n/test_texts";
import {
  coded,
  insertion_text,
  neighbour_text,
  place_words,
  ribosomal_state_text,
  van_reason_text,
} from "./finding_words";

const context = (location: string, ...replicons: string[]): Context => ({
  location,
  contig_length: 1000,
  contig_circular: false,
  neighbours: replicons.map((name): Neighbour => {
    return { kind: "replicon", name, distance: 5, side: "upstream" };
  }),
});

describe("the place of a gene", () => {
  it.each([
    [context("plasmid", "IncFII(K)", "IncR", "IncR"), "plasmid (IncFII(K), IncR)"],
    [context("plasmid"), "plasmid"],
    [context("chromosome", "IncR"), "kromosom"],
    [context("unknown", "IncX3"), "IncX3 på samme kontig"],
    [context("unknown"), ""],
    [{ location: "plasmid", contig_length: 1, contig_circular: false }, "plasmid"],
  ])("of %j is «%s»", (where, words) => {
    expect(place_words(where, texts)).toBe(words);
  });
  it("says how far its neighbours are", () => {
    const neighbour: Neighbour = { kind: "gene", name: "rmtB", distance: 169, side: "downstream" };
    expect(neighbour_text(neighbour, texts)).toBe("rmtB, 169 b etter");
    expect(neighbour_text({ ...neighbour, kind: "insertion", side: "overlap" }, texts)).toBe(
      "innskudd i rmtB, overlapper",
    );
  });
});

describe("reasons of a van verdict", () => {
  it.each([
    ["broken:vanS-A:frameshift:120", "vanS-A er ødelagt: leserammeskift fra kodon 120"],
    ["missing:sensor", "sensor (bryter) mangler"],
    ["contig_end:ligase", "ligase kan ligge utenfor kontigenden"],
    ["not_assessable:vanH-A:split", "vanH-A kan ikke vurderes: delt over to kontiger"],
    ["not_in_reference:regulator", "regulator (bryter) finnes ikke i referansesettet"],
    ["promoter_deleted:180", "180 b av promotoren er borte"],
    ["promoter_changed:+1500", "lengden på promotoren avviker med +1500 b"],
    ["genes_on_several_contigs", "genene ligger på flere kontiger"],
    ["a_new_code:vanX-A", "a_new_code:vanX-A"],
  ])("write %s as %s", (reason, words) => {
    expect(van_reason_text(reason, texts)).toBe(words);
  });
});

describe("notes", () => {
  it("call a scheme of another species no type", () => {
    const note = coded("mlst_note", "against_species:ST14464", texts, { scheme: "ecoli" });
    expect(note).toMatch(/ecoli passer helt \(ST14464\).*annen art.*ingen sekvenstype/);
  });
  it("keep a code without words whole", () => {
    expect(coded("warning", "a_new_code:gapA", texts)).toBe("a_new_code:gapA");
  });
  it("say why ribosomal RNA is not assessed", () => {
    const gene: Ribosomal = {
      gene: "23S",
      copies_found: 1,
      copies_expected: 6,
      state: "not_assessable",
      reason: "copies:1/6",
      positions: [],
    };
    expect(ribosomal_state_text(gene, texts)).toBe(
      "kan ikke vurderes: hele kopier funnet: 1, ventet: 6",
    );
  });
  it("measure an insertion, unless it crosses the origin", () => {
    const inside = { place: "inside", reference_position: 625, start: 1001, end: 2066 };
    expect(insertion_text(inside as Insertion, texts)).toMatch(/^1\s066 b, etter base 625/);
    expect(insertion_text({ ...inside, end: 20 } as Insertion, texts)).toMatch(/^–/);
  });
});

describe("codes of the schema", () => {
  const { van_operon, van_gene, ribosomal, neighbour } = schema.$defs;
  it.each([
    ["van_verdict", van_operon.properties.verdict.enum],
    ["van_meaning", van_operon.properties.verdict.enum],
    ["van_role", van_gene.properties.role.enum],
    ["van_gene_state", van_gene.properties.state.enum],
    ["ribosomal_state", ribosomal.properties.state.enum],
    ["neighbour", neighbour.properties.kind.enum],
    ["side", neighbour.properties.side.enum],
    ["compared", schema.$defs.determinant.properties.method.enum],
  ] as const)("have words in %s", (group, codes) => {
    expect(Object.keys(nb.code[group]).sort()).toEqual([...codes].sort());
  });
});
