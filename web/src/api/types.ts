// What the server sends: the resources of /api/v1 in the page's own words.
import type { Analysis } from "./analysis";
import type { Explanation } from "./explanation";

export type Language = "nb" | "en";

export interface Person {
  username: string;
  name: string;
  roles: string[];
}

export interface Session {
  person: Person;
  csrf_token: string;
}

export interface Laboratory {
  code: string;
  name: string;
}

export interface IsolateSummary {
  accession: string;
  sender_id: string;
  laboratory: Laboratory;
  suspected_group: string;
  species: string;
  st: string;
  key_findings: string[];
  case_definitions: string[];
  state: string;
  received: string;
  due: string;
  days_used: number;
  days_left: number;
  overdue: boolean;
  next_step: string;
  constructed: boolean;
}

export interface IsolateList {
  items: IsolateSummary[];
  next_cursor: string | null;
  total: number;
  counts: Record<string, number>;
}

// Bounds as the table prints them: "2", "-", "IE".
export interface Breakpoint {
  version: string;
  s: string;
  r: string;
  indication: string;
  row: string;
}

export interface Interpretation {
  category: "S" | "I" | "R" | null;
  reason: string;
  breakpoint: Breakpoint | null;
  ecoff: number | null;
  wild_type: boolean | null;
  flags: string[];
}

export interface Measurement {
  id: number;
  agent: string;
  agent_name: string;
  method: string;
  sign: string;
  value: number;
  unit: string;
  text: string;
  provenance: string;
  interpretation: Interpretation | null;
}

export interface Referral {
  id: number;
  reason: string;
  question: string;
  sender_id: string;
  clinical: {
    infection_or_carriage: string;
    material: string;
    travel: string;
    hospital_abroad: string;
    known_contact: string;
    ward: string;
  };
  patient: { pseudonym: string; age: number | null; sex: string; municipality: string };
  sampled: string;
  received: string;
}

export interface Answer {
  id: number;
  version: number;
  state: string;
  language: Language;
  created_by: string;
  created: string;
  validated_by: string | null;
  validated: string | null;
  approved_by: string | null;
  approved: string | null;
  reason: string;
  predecessor: number | null;
  pdf: boolean;
}

export interface Permission {
  allowed: boolean;
  why: string;
}

export interface AnalysisRun {
  id: number;
  created: string;
  software: string;
  reference: { name: string; digest: string };
  status: string;
  current: boolean;
}

export interface HistoryEvent {
  time: string;
  person: string;
  event: string;
  detail: string;
}

export interface StoredFile {
  name: string;
  sha256: string;
  size: number;
  media_type: string;
}

export interface ClockSegment {
  name: string;
  start: string;
  end: string | null;
  days: number;
}

export interface Clock {
  received: string;
  due: string;
  segments: ClockSegment[];
  days_used: number;
  days_left: number;
  working_days_used: number;
}

export interface IsolateDetail extends IsolateSummary {
  referral: Referral;
  measurements: Measurement[];
  files: StoredFile[];
  analyses: AnalysisRun[];
  analysis: Analysis | null;
  explanation: Explanation | null;
  answers: Answer[];
  permissions: Record<"draft" | "validate" | "approve" | "amend", Permission>;
  history: HistoryEvent[];
  clock: Clock;
}
