// Quality control on the server: results, days and what is due; charts, ranges, entry, decisions.
import { body_of, server, session_headers } from "./client";
import type { components } from "./schema";
import type { Language } from "./types";

type Schemas = components["schemas"];
export type QualityControl = Schemas["QualityControl"];
export type QcResult = Schemas["QcResult"];
export type QcDay = Schemas["QcDay"];
export type QcDue = Schemas["QcDue"];
export type QcSeries = Schemas["QcSeries"];
export type QcPoint = Schemas["QcPoint"];
export type QcStrain = Schemas["QcStrain"];
export type QcRange = Schemas["QcRange"];
export type QcEntryRow = Schemas["QcEntryRow"];
export type QcPreviewRow = Schemas["QcPreview"]["rows"][number];

export const quality_control = {
  list: (from: string, language: Language) =>
    body_of(
      server.GET("/api/v1/quality-control", {
        params: { query: { lang: language, ...(from && { from }) } },
      }),
    ),
  charts: (from: string, language: Language) =>
    body_of(
      server.GET("/api/v1/quality-control/charts", {
        params: { query: { lang: language, ...(from && { from }) } },
      }),
    ),
  ranges: (language: Language) =>
    body_of(
      server.GET("/api/v1/quality-control/ranges", { params: { query: { lang: language } } }),
    ),
  preview: (results: QcEntryRow[]) =>
    body_of(
      server.POST("/api/v1/quality-control/results/preview", {
        params: { header: session_headers() },
        body: { results },
      }),
    ),
  enter: (results: QcEntryRow[]) =>
    body_of(
      server.POST("/api/v1/quality-control/results", {
        params: { header: session_headers() },
        body: { results },
      }),
    ),
  correct: (id: number, body: Schemas["QcCorrection"]) =>
    body_of(
      server.POST("/api/v1/quality-control/results/{id}/correction", {
        params: { path: { id: String(id) }, header: session_headers() },
        body,
      }),
    ),
  decide: (body: Schemas["NewQcDecision"]) =>
    body_of(
      server.POST("/api/v1/quality-control/decisions", {
        params: { header: session_headers() },
        body,
      }),
    ),
};
