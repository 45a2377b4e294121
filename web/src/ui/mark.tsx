// Small labels: states, categories, warnings. Meaning is in the word; colour only helps.
import type { ReactNode } from "react";
import "./mark.css";

export type Tone = "neutral" | "good" | "attention" | "danger" | "info";

export function Mark({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}

export function tone_of_state(state: string): Tone {
  switch (state) {
    case "answered":
    case "signed":
      return "good";
    case "failed":
      return "danger";
    case "ready":
    case "draft":
    case "validated":
      return "attention";
    default:
      return "info";
  }
}
