// Steps with several answers, and decisions about those that another version would change.
import { body_of, server, session_headers } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type AnswerStepOutcomes = Schemas["AnswerStepOutcomes"];
type Chosen = Schemas["AnswerSteps"]["answers"];
type NewChangeDecision = Schemas["NewChangeDecision"];

const step =
  (path: "/api/v1/answer-validations" | "/api/v1/answer-approvals") =>
  (answers: Chosen, comment: string) =>
    body_of(
      server.POST(path, { params: { header: session_headers() }, body: { answers, comment } }),
    );

export const answer_steps = {
  validate: step("/api/v1/answer-validations"),
  approve: step("/api/v1/answer-approvals"),
  decide_change: (id: number, decision: NewChangeDecision) =>
    body_of(
      server.POST("/api/v1/answers/{id}/change-decisions", {
        params: { path: { id: String(id) }, header: session_headers() },
        body: decision,
      }),
    ),
};
