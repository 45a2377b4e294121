// The drawing is to scale, labels do not touch, and close genes are shown together.
import { describe, expect, it } from "vitest";
import type { GeneKind, MapGene } from "./genes";
import { arrow_path, axis_steps, clusters_of, letter_of, place_labels, scale } from "./layout";

const gene = (name: string, start: number, end: number, kind: GeneKind = "acquired"): MapGene => ({
  id: name,
  row: name,
  name,
  label: name,
  kind,
  contig: "c",
  start,
  end,
  strand: "+",
  determinant: null,
  target: null,
});

describe("clusters", () => {
  it("joins genes that lie within 6 kb and parts those that do not", () => {
    const found = clusters_of(
      [
        gene("blaTEM-1", 29746, 30606),
        gene("rmtB", 30776, 31531),
        gene("blaCTX-M-14", 82527, 83402),
      ],
      105974,
    );
    expect(found.map((cluster) => cluster.genes.map((member) => member.name))).toEqual([
      ["blaTEM-1", "rmtB"],
      ["blaCTX-M-14"],
    ]);
    expect(found.map((cluster) => cluster.letter)).toEqual(["A", "B"]);
  });

  it("measures the gap from the furthest end, not from the last start", () => {
    const found = clusters_of(
      [gene("long", 1000, 20000), gene("inside", 2000, 3000), gene("near", 25000, 26000)],
      50000,
    );
    expect(found).toHaveLength(1);
  });

  it("does not enlarge chromosomal targets and intrinsic genes that stand alone", () => {
    expect(
      clusters_of(
        [gene("gyrA", 100, 2700, "changed_target"), gene("fosA", 90000, 90400, "intrinsic")],
        5e6,
      ),
    ).toEqual([]);
  });

  it("keeps the window on the contig", () => {
    const [cluster] = clusters_of([gene("blaKPC-2", 5, 886)], 900);
    expect(cluster).toMatchObject({ start: 1, end: 900 });
  });

  it("shows overlapping windows as one, so that no stretch is drawn twice", () => {
    const found = clusters_of(
      [gene("blaSHV-12", 10117, 10977), gene("aac(6')-Ib", 18835, 19440)],
      107576,
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.genes).toHaveLength(2);
  });

  it("shows every gene inside the window, also one that alone would not be enlarged", () => {
    const found = clusters_of(
      [gene("blaKPC-2", 20000, 20900), gene("mgrB", 27500, 27644, "intact_target")],
      5e6,
    );
    expect(found[0]?.genes.map((member) => member.name)).toEqual(["blaKPC-2"]);
    expect(
      clusters_of(
        [gene("blaKPC-2", 20000, 20900), gene("mgrB", 25000, 25144, "intact_target")],
        5e6,
      )[0]?.genes,
    ).toHaveLength(2);
  });

  it("goes on with letters after Z", () => {
    expect([0, 25, 26, 27, 52].map(letter_of)).toEqual(["A", "Z", "AA", "AB", "BA"]);
  });
});

describe("scale", () => {
  it("draws equal distances as equal widths over the whole width", () => {
    const x = scale(1, 1000, 500);
    expect(x(1)).toBe(0);
    expect(x(501) - x(1)).toBeCloseTo(250);
    expect(x(1001)).toBeCloseTo(500);
  });
});

describe("labels", () => {
  const overlap = (a: { x: number; row: number; width: number }, b: typeof a) =>
    a.row === b.row && Math.abs(a.x - b.x) < (a.width + b.width) / 2;

  it("never overlap in a row, whatever the positions", () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; ++round) {
      const items = Array.from({ length: 25 }, (_, item) => ({
        item,
        x: random() * 600,
        text_width: 20 + random() * 80,
      })).sort((a, b) => a.x - b.x);
      const placed = place_labels(items, 600).map((label, i) => ({
        ...label,
        width: items[i]!.text_width,
      }));
      for (const a of placed)
        for (const b of placed) if (a.item < b.item) expect(overlap(a, b)).toBe(false);
    }
  });

  it("stay inside the drawing", () => {
    const [left, right] = place_labels(
      [
        { item: 1, x: 0, text_width: 60 },
        { item: 2, x: 400, text_width: 60 },
      ],
      400,
    );
    expect([left?.x, right?.x]).toEqual([30, 370]);
  });
});

describe("arrows", () => {
  it("point along the strand", () => {
    expect(arrow_path(10, 110, 20, 16, "+")).toContain("L110 20");
    expect(arrow_path(10, 110, 20, 16, "-")).toContain("L10 20");
  });
});

describe("axis", () => {
  it("marks round positions inside the window", () => {
    expect(axis_steps(29000, 54000, 6)).toEqual([30000, 35000, 40000, 45000, 50000]);
    expect(axis_steps(1, 5333942, 6)).toEqual([1e6, 2e6, 3e6, 4e6, 5e6]);
  });
});
