// Where MICs and zones lie on the scale of a susceptibility row. Positions are fractions 0-1.
export interface Stretch {
  from: number;
  to: number;
}

export interface Band extends Stretch {
  category: "S" | "I" | "R";
}

// A value as it was read; without a point where the sign leaves it open.
export interface Span extends Stretch {
  point: boolean;
  open: "from" | "to" | null; // the end beyond which the scale goes on
}

export interface Axis {
  position: (value: number) => number;
  bands: (s: string, r: string) => Band[];
  uncertain: (atu: string) => Stretch | null; // "16" or "19-20"
  span: (sign: string, value: number) => Span;
  ticks: number[];
}

const lowest_mic = 2 ** -6; // 0.016 mg/L
const highest_mic = 2 ** 8; // 256 mg/L
const clamp = (x: number) => Math.min(1, Math.max(0, x));

// Printed 0.06 means 0.0625: concentrations are compared on their two-fold index.
const index_of = (mg_per_l: number) => Math.round(Math.log2(mg_per_l) * 2) / 2;

export function mic_axis(): Axis {
  const low = Math.log2(lowest_mic) - 0.5;
  const width = Math.log2(highest_mic) + 0.5 - low;
  const at = (index: number) => clamp((index - low) / width);
  return {
    position: (value) => at(index_of(value)),
    // S <= s, R > r; the border runs between two dilutions.
    bands: (s, r) => {
      const [s_bound, r_bound] = [Number(s), Number(r)];
      if (!(s_bound > 0) || !(r_bound > 0)) return [];
      const [s_end, r_start] = [at(index_of(s_bound) + 0.5), at(index_of(r_bound) + 0.5)];
      return drop_empty([
        { category: "S", from: 0, to: s_end },
        { category: "I", from: s_end, to: r_start },
        { category: "R", from: r_start, to: 1 },
      ]);
    },
    uncertain: (atu) => {
      const ends = ends_of(atu);
      return ends && { from: at(index_of(ends[0]) - 0.5), to: at(index_of(ends[1]) + 0.5) };
    },
    // <= 4 is everything up to 4, > 4 everything from 8 on.
    span: (sign, value) => {
      const index = index_of(value);
      const [below, above] = [at(index - 0.5), at(index + 0.5)];
      if (sign === "<=") return { from: 0, to: above, point: false, open: "from" };
      if (sign === "<") return { from: 0, to: below, point: false, open: "from" };
      if (sign === ">=") return { from: below, to: 1, point: false, open: "to" };
      if (sign === ">") return { from: above, to: 1, point: false, open: "to" };
      return { from: at(index), to: at(index), point: true, open: null };
    },
    ticks: [0.03, 0.125, 0.5, 2, 8, 32, 128],
  };
}

export function zone_axis(smallest = 6, largest = 42): Axis {
  const at = (mm: number) => clamp((mm - smallest) / (largest - smallest));
  return {
    position: at,
    // S >= s, R < r; drawn with resistant to the left, as the numbers run.
    bands: (s, r) => {
      const [s_bound, r_bound] = [Number(s), Number(r)];
      if (!(s_bound > 0) || !(r_bound > 0)) return [];
      const [s_start, r_end] = [at(s_bound - 0.5), at(r_bound - 0.5)];
      return drop_empty([
        { category: "R", from: 0, to: r_end },
        { category: "I", from: r_end, to: s_start },
        { category: "S", from: s_start, to: 1 },
      ]);
    },
    uncertain: (atu) => {
      const ends = ends_of(atu);
      return ends && { from: at(ends[0] - 0.5), to: at(ends[1] + 0.5) };
    },
    span: (_, value) => ({ from: at(value), to: at(value), point: true, open: null }),
    ticks: [10, 15, 20, 25, 30, 35, 40],
  };
}

function ends_of(range: string): [number, number] | null {
  const [low, high = low] = range.split("-").map(Number);
  return low !== undefined && high !== undefined && low > 0 && high > 0 ? [low, high] : null;
}

function drop_empty(bands: Band[]): Band[] {
  return bands.filter((band) => band.to > band.from);
}
