// Against the examples of FIPS 180-2 and Node's own digest.
import { describe, expect, it } from "vitest";
import { Sha256, sha256_of } from "./sha256";

// The page itself has no types of Node.
const { createHash } = await import("node:crypto" as string);

const bytes_of = (text: string) => new TextEncoder().encode(text);

describe("SHA-256", () => {
  it("is that of the standard's examples", () => {
    expect(sha256_of(bytes_of("abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(sha256_of(bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
  });

  it("is the same however the bytes come, at every length around a block", () => {
    const all = Uint8Array.from({ length: 300 }, (_, i) => (i * 31) % 251);
    for (let length = 0; length <= 300; ++length) {
      const bytes = all.subarray(0, length);
      const known = createHash("sha256").update(bytes).digest("hex");
      const cut = length % 70;
      const pieces = new Sha256().update(bytes.subarray(0, cut)).update(bytes.subarray(cut));
      expect(pieces.hex()).toBe(known);
    }
  });
});
