// What the server sends, under short names; the shapes come from its OpenAPI document (schema.ts).
import type { Analysis } from "./analysis";
import type { Explanation } from "./explanation";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Language = "nb" | "en";
export type Person = Schemas["Person"];
export type ListedPerson = Schemas["ListedPerson"];
export type Role = Schemas["Role"];
export type Token = Schemas["Token"];
export type GivenToken = Schemas["GivenToken"];
export type Session = Schemas["Session"];
export type IsolateSummary = Schemas["IsolateSummary"];
export type IsolateCounts = Schemas["IsolateCounts"];
export type ReferredIsolate = Schemas["ReferredIsolate"];
export type ReferredIsolateList = Schemas["ReferredIsolateList"];
export type SignedAnswer = Schemas["SignedAnswer"];
export type IsolateList = Schemas["IsolateList"];
export type Measurement = Schemas["Measurement"];
export type Interpretation = Schemas["Interpretation"];
export type TypedMeasurement = Schemas["TypedMeasurement"];
export type Panel = Schemas["Panel"];
export type BreakpointVersion = Schemas["BreakpointVersionList"]["items"][number];
export type Reinterpretation = Schemas["Reinterpretation"];
export type InterpretationChanges = Schemas["InterpretationChanges"];
export type Answer = Schemas["Answer"];
export type Permission = Schemas["Permission"];
export type HistoryEvent = Schemas["HistoryEvent"];
export type StoredFile = Schemas["File"];
export type Clock = Schemas["Clock"];
export type Job = Schemas["Job"];
export type Upload = Schemas["Upload"];
export type FileRole = Schemas["FileRole"];
export type TestDefinition = Schemas["TestList"]["items"][number];
export type TestEntry = Schemas["TestEntry"];
export type PatientView = Schemas["PatientView"];
export type TestResult = Schemas["TestResult"];

// The analysis and the explanation are documents with schemas of their own.
export type IsolateDetail = Omit<Schemas["IsolateDetail"], "analysis" | "explanation" | "job"> & {
  analysis: Analysis | null;
  explanation: Explanation | null;
  job: Job | null;
};
