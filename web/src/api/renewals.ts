// The reference set in use, new analyses with it, and the answers that would be others since.
import { body_of, server, session_headers } from "./client";
import type { components } from "./schema";
import type { Language } from "./types";

export type AnswerChange = components["schemas"]["AnswerChange"];

export const renewals = {
  reference_set: () => body_of(server.GET("/api/v1/reference-set")),
  renew: () =>
    body_of(server.POST("/api/v1/analyses/renewals", { params: { header: session_headers() } })),
  changes: (cursor: string, language: Language) =>
    body_of(
      server.GET("/api/v1/answer-changes", {
        params: { query: { lang: language, ...(cursor && { cursor }) } },
      }),
    ),
};

// Every page of the list, one after the other.
export async function all_answer_changes(language: Language) {
  const items: AnswerChange[] = [];
  let looked_at = 0;
  for (let cursor = "", first = true; first || cursor; first = false) {
    const page = await renewals.changes(cursor, language);
    items.push(...page.items);
    looked_at += page.looked_at;
    cursor = page.next_cursor;
  }
  return { items, looked_at };
}
