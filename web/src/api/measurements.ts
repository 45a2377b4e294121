// Measurements on the server: the panel of an isolate, a preview, the entry.
import { body_of, change_headers, server, session_headers } from "./client";
import type { components } from "./schema";
import type { Language, TypedMeasurement } from "./types";

export type PreviewRow = components["schemas"]["EntryPreview"]["rows"][number];

export const measurements = {
  panel: (accession: string, language: Language) =>
    body_of(
      server.GET("/api/v1/isolates/{accession}/panel", {
        params: { path: { accession }, query: { lang: language } },
      }),
    ),
  preview: (accession: string, rows: TypedMeasurement[], language: Language) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/measurements/preview", {
        params: { path: { accession }, query: { lang: language }, header: session_headers() },
        body: { measurements: rows },
      }),
    ),
  enter: (accession: string, rows: TypedMeasurement[], etag: string, reason: string) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/measurements", {
        params: { path: { accession }, header: change_headers(etag) },
        body: { measurements: rows, ...(reason && { reason }) },
      }),
    ),
};
