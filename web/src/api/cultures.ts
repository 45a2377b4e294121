// The day on which isolates had grown pure.
import { body_of, server, session_headers } from "./client";
import type { components } from "./schema";

export type CultureOutcomes = components["schemas"]["CultureOutcomes"];

export const cultures = {
  record: (accessions: string[], day: string) =>
    body_of(
      server.POST("/api/v1/cultures", {
        params: { header: session_headers() },
        body: { accessions, day },
      }),
    ),
};
