// The values that a method can read, and the next one up or down.
export type Direction = 1 | -1;

// As plates print them.
const two_fold = [
  0.002, 0.004, 0.008, 0.016, 0.03, 0.06, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512,
  1024, 2048, 4096,
];
// The marks of gradient strips stand between the two-fold dilutions too.
const strip = [
  0.002, 0.003, 0.004, 0.006, 0.008, 0.012, 0.016, 0.023, 0.032, 0.047, 0.064, 0.094, 0.125, 0.19,
  0.25, 0.38, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512,
  1024,
];
const zones = Array.from({ length: 55 }, (_, i) => i + 6);

const first_mic = 1;
const first_zone = 20;

export function scale_of(method: string): number[] {
  if (method === "disk") return zones;
  return method === "gradient" ? strip : two_fold;
}

// Both decimal signs are read; NaN for what is no number.
export function number_of(text: string): number {
  return /^\s*\d+([.,]\d+)?\s*$/.test(text) ? Number(text.trim().replace(",", ".")) : NaN;
}

// The next value of the method's scale; from an empty field the middle of it. Ends stay where they are.
export function stepped(text: string, direction: Direction, method: string): string {
  const scale = scale_of(method);
  const now = number_of(text);
  if (Number.isNaN(now)) return String(method === "disk" ? first_zone : first_mic);
  // 0.06 and 0.0625 are one dilution: what is 3 % away is where we are.
  const beyond = (value: number) =>
    direction > 0 ? value > now * 1.05 : value < now * (method === "disk" ? 1 : 0.95);
  const candidates = scale.filter(method === "disk" ? (v) => (v - now) * direction > 0 : beyond);
  const next = direction > 0 ? candidates[0] : candidates[candidates.length - 1];
  return String(next ?? now);
}
