// The mechanistic explanation in one language (docs/formats/explanation.md).
import type { PredictedPhenotype } from "./analysis";

export type Fit =
  | "AGREE"
  | "UNEXPLAINED"
  | "SILENT"
  | "EDGE"
  | "HIDDEN"
  | "CONTAMINATION_SUSPECTED"
  | "TEST_SUSPECTED"
  | "RULE_GAP";

export interface Evidence {
  kind: string;
  symbol: string;
  role: string;
  text: string;
  contig: string; // empty if it is nowhere
  start: number;
  end: number;
}

// A measurement as it was read when the explanation was made.
export interface MeasuredReading {
  method: string;
  sign: string;
  value: number;
  unit: string;
  category: "S" | "I" | "R" | null;
  wild_type: boolean | null;
}

export interface AgentExplanation {
  agent: string;
  agent_name: string;
  measured: MeasuredReading[];
  predicted: PredictedPhenotype["prediction"];
  fit: Fit;
  fit_title: string;
  fit_reason: string;
  limitations?: string[]; // when its rules fail; not kept in the oldest explanations
  evidence: Evidence[];
  sentence: string;
  work_up: string[];
}

// One sentence about all agents that share a class and its evidence.
export interface Statement {
  fit: Fit;
  agents: string[];
  text: string;
}

export interface CaseFinding {
  definition: string;
  version: string;
  status: "met" | "not_met" | "undecided";
  basis: string[];
  notifiable: boolean;
  title: string;
  sentence: string;
}

export interface WorkUp {
  code: string;
  text: string;
  agents: string[];
}

export interface Absent {
  target: string;
  state: string;
  basis: string;
  entries_searched: number;
  text: string;
}

export interface Explanation {
  breakpoint_version: string;
  rule_version: string;
  case_version: string;
  constructed: boolean;
  needs_person: boolean;
  verdict: string;
  statements: Statement[];
  key_findings: string[];
  agents: AgentExplanation[];
  cases: CaseFinding[];
  work_up: WorkUp[];
  absent: Absent[];
  context: string | null;
}
