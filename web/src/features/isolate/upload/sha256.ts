// SHA-256 of bytes that come piece by piece (FIPS 180-4); the browser's own digest wants all of them at once.
const block_bytes = 64;

const round_constants = new Uint32Array(64);
const start_state = new Uint32Array(8);
fill_constants();

// First 32 bits of the fractional parts of the cube and square roots of the first primes.
function fill_constants(): void {
  const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32);
  let found = 0;
  for (let n = 2; found < 64; ++n) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; ++d) prime = n % d !== 0;
    if (!prime) continue;
    if (found < 8) start_state[found] = fraction(Math.sqrt(n));
    round_constants[found++] = fraction(Math.cbrt(n));
  }
}

export class Sha256 {
  private readonly state = start_state.slice();
  private readonly words = new Uint32Array(64);
  private readonly rest = new Uint8Array(block_bytes);
  private waiting = 0; // bytes of rest
  private length = 0; // bytes in all

  update(bytes: Uint8Array): this {
    this.length += bytes.length;
    let at = 0;
    if (this.waiting > 0) {
      at = Math.min(bytes.length, block_bytes - this.waiting);
      this.rest.set(bytes.subarray(0, at), this.waiting);
      this.waiting += at;
      if (this.waiting < block_bytes) return this;
      this.add_block(new DataView(this.rest.buffer), 0);
      this.waiting = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + block_bytes <= bytes.length; at += block_bytes) this.add_block(view, at);
    this.waiting = bytes.length - at;
    this.rest.set(bytes.subarray(at));
    return this;
  }

  // Ends the digest; call once.
  hex(): string {
    const zeros = (2 * block_bytes - 9 - this.waiting) % block_bytes;
    const end = new Uint8Array(9 + zeros);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(1 + zeros, Math.floor(this.length / 2 ** 29));
    view.setUint32(5 + zeros, (this.length << 3) >>> 0);
    this.update(end);
    return Array.from(this.state, (word) => word.toString(16).padStart(8, "0")).join("");
  }

  private add_block(view: DataView, at: number): void {
    const w = this.words;
    for (let i = 0; i < 16; ++i) w[i] = view.getUint32(at + 4 * i);
    for (let i = 16; i < 64; ++i) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    this.mix();
  }

  private mix(): void {
    const state = this.state;
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    let [e, f, g, h] = [state[4]!, state[5]!, state[6]!, state[7]!];
    for (let i = 0; i < 64; ++i) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const choice = (e & f) ^ (~e & g);
      const t1 = (h + s1 + choice + round_constants[i]! + this.words[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + s0 + majority) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = state[i]! + word));
  }
}

export function sha256_of(bytes: Uint8Array): string {
  return new Sha256().update(bytes).hex();
}
