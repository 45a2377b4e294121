// Norwegian and English have the same texts, and each text the same placeholders.
import { describe, expect, it } from "vitest";
import en from "./en.json";
import nb from "./nb.json";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe("texts", () => {
  it("have the same keys in both languages", () => {
    expect(flat(en).map(([key]) => key)).toEqual(flat(nb).map(([key]) => key));
  });

  it("are never empty", () => {
    expect([...flat(nb), ...flat(en)].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("have the same placeholders in both languages", () => {
    const english = new Map(flat(en));
    for (const [key, text] of flat(nb))
      expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
  });
});
