// Where values lie in a plot, and round numbers for its axis.
export interface Scale {
  at: (value: number) => number; // in the drawing's units
  ticks: number[];
}

// From 0 to at least `most`, with at most `count` steps of 1, 2 or 5 times a power of ten.
export function linear_scale(most: number, from: number, to: number, count = 5): Scale {
  const largest = most > 0 ? most : 1;
  const power = 10 ** Math.floor(Math.log10(largest / count));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n * count >= largest * 0.999999)!;
  const steps = Math.ceil(largest / step - 1e-6);
  const ticks = Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  const end = ticks[ticks.length - 1]!;
  return { at: (value) => from + (Math.min(value, end) / end) * (to - from), ticks };
}

// From 0 to exactly `most`, with the round numbers on the way.
export function tight_scale(most: number, from: number, to: number): Scale {
  const { ticks } = linear_scale(most, from, to);
  const at = (value: number) => from + (Math.min(value, most) / most) * (to - from);
  return { at, ticks: ticks.filter((tick) => tick <= most) };
}

// Values by place put together in `size` at a time; the last may hold fewer. Places count from 1.
export interface Bin {
  first: number;
  last: number;
  mean: number;
}

export function binned(values: readonly number[], size: number): Bin[] {
  const bins: Bin[] = [];
  for (let at = 0; at < values.length; at += size) {
    const part = values.slice(at, at + size);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    bins.push({ first: at + 1, last: at + part.length, mean });
  }
  return bins;
}
