import { describe, expect, it } from "vitest";
import type { StoragePlace } from "../../api/bank";
import { kinds_within, tree_of } from "./tree";

const place = (id: number, parent: number | null, name: string) =>
  ({ id, parent, name, kind: "rack" }) as StoragePlace;

describe("the tree of places", () => {
  it("hangs each place below its parent, numbers in their order", () => {
    const tree = tree_of([
      place(3, 1, "10"),
      place(1, null, "Tromsø"),
      place(4, 3, "a"),
      place(2, 1, "9"),
    ]);
    expect(tree.map((branch) => branch.place.name)).toEqual(["Tromsø"]);
    expect(tree[0]?.children.map((branch) => branch.place.name)).toEqual(["9", "10"]);
    expect(tree[0]?.children[1]?.children[0]?.place.name).toBe("a");
  });
  it("knows what may stand where", () => {
    expect(kinds_within(null)).toEqual(["site"]);
    expect(kinds_within("box")).toEqual([]);
    expect(kinds_within("freezer")).toContain("rack");
  });
});
