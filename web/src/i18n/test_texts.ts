// The Norwegian texts without a page around them, for tests.
import { formats } from "./format";
import nb from "./nb.json";
import type { Texts } from "./use_texts";

type Parts = Record<string, string | number>;

const filled = (words: string, parts: Parts) =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(parts[name] ?? ""));

export const norwegian = {
  t: (key: string, parts: Parts = {}) => {
    const [group = "", name = ""] = key.split(".");
    const words = (nb as unknown as Record<string, Record<string, string>>)[group]?.[name];
    return filled(words ?? key, parts);
  },
  code: (group: string, value: string, parts: Parts = {}) =>
    filled((nb.code as Record<string, Record<string, string>>)[group]?.[value] ?? value, parts),
  format: formats("nb"),
} as unknown as Texts;
