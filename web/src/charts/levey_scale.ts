// The vertical axis of a Levey-Jennings chart: dilutions as they are printed, or millimetres.
import type { Scale } from "./plot_scale";

// Below 0.125 the printed value is not the power of two.
const printed: Record<number, string> = {
  [-4]: "0.06",
  [-5]: "0.03",
  [-6]: "0.016",
  [-7]: "0.008",
  [-8]: "0.004",
  [-9]: "0.002",
  [-10]: "0.001",
};

// A place of the chart as a value: 2 to that power, printed as plates print it; or the millimetres.
export function value_at(place: number, scale: string): string {
  if (scale === "mm") return String(place);
  return printed[place] ?? String(Number((2 ** place).toPrecision(3)));
}

// One step beyond everything that is drawn; every dilution has a tick, of millimetres every second.
export function levey_scale(places: number[], scale: string, from: number, to: number): Scale {
  const low = Math.floor(Math.min(...places)) - 1;
  const high = Math.ceil(Math.max(...places)) + 1;
  const step = scale === "mm" || high - low > 10 ? 2 : 1;
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter(
    (tick) => (tick - low) % step === 0,
  );
  return { at: (value) => from + ((value - low) / (high - low)) * (to - from), ticks };
}
