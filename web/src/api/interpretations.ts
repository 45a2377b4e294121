// Breakpoint versions, and stored results under another one.
import { body_of, server } from "./client";
import type { Language } from "./types";

export const interpretations = {
  versions: () => body_of(server.GET("/api/v1/breakpoint-versions")),
  of_isolate: (accession: string, version: string, language: Language) =>
    body_of(
      server.GET("/api/v1/isolates/{accession}/interpretations", {
        params: { path: { accession }, query: { version, lang: language } },
      }),
    ),
  of_answer: (id: number, version: string, language: Language) =>
    body_of(
      server.GET("/api/v1/answers/{id}/interpretations", {
        params: { path: { id: String(id) }, query: { version, lang: language } },
      }),
    ),
  changes: (version: string, cursor: string, language: Language) =>
    body_of(
      server.GET("/api/v1/interpretation-changes", {
        params: { query: { version, lang: language, ...(cursor && { cursor }) } },
      }),
    ),
};
