// The colour beside the word of a result or a day of quality control.
import type { Tone } from "../../ui/mark";

export function tone_of_qc(state: string): Tone {
  switch (state) {
    case "in":
      return "good";
    case "out":
    case "rejected":
      return "danger";
    case "accepted":
      return "info";
    case "undecided":
    case "missing":
      return "attention";
    default:
      return "neutral";
  }
}
