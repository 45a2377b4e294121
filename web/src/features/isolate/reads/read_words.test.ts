// Shares and chances are not rounded to nothing.
import { describe, expect, it } from "vitest";
import { norwegian as texts } from "../../../i18n/test_texts";
import { alternative_text, chance_text, copies_text, share_text } from "./read_words";

const plain = (text: string) => text.replace(/\s/g, " ");

describe("what only reads tell", () => {
  it("gives shares with their interval", () => {
    expect(plain(share_text(0.24, 0.18, 0.31, texts))).toBe("24 % (18–31 %)");
    expect(plain(share_text(0.004, undefined, undefined, texts))).toBe("0,4 %");
    expect(plain(share_text(0.0004, undefined, undefined, texts))).toBe("0,04 %");
    expect(plain(share_text(0, undefined, undefined, texts))).toBe("0 %");
  });

  it("says how many reads a share rests on, by strand", () => {
    const alternative = {
      reads: 125,
      forward: 14,
      reverse: 16,
      fraction: 0.24,
      low: 0.17,
      high: 0.32,
    };
    expect(plain(alternative_text(alternative, texts))).toBe(
      "24 % (17–32 %), 30 av 125 avlesninger (14 fremre og 16 bakre tråd)",
    );
  });

  it("gives copies with a decimal", () => {
    expect(plain(copies_text(2.13, 1.8, 2.4, texts))).toBe("2,1 kopier (1,8–2,4)");
  });

  it("never says that a gene cannot have been missed", () => {
    expect(plain(chance_text(0.0001, texts))).toBe("høyst 0,01 %");
    expect(plain(chance_text(0.0005, texts))).toBe("0,05 %");
    expect(plain(chance_text(0.032, texts))).toBe("3,2 %");
    expect(plain(chance_text(0.6, texts))).toBe("60 %");
  });
});
