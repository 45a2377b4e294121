// Boxes of tubes, scans, and questions to senders.
import { body_of, server, session_headers } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Shipment = Schemas["Shipment"];
export type ShipmentHead = Schemas["ShipmentList"]["items"][number];
export type Scan = Schemas["Scan"];
export type EarlierIsolate = Schemas["EarlierIsolate"];
export type SenderQuery = Schemas["SenderQuery"];

const by_id = (id: number) => ({ path: { id: String(id) }, header: session_headers() });

export const shipments = {
  list: () => body_of(server.GET("/api/v1/shipments")),
  read: (id: number) =>
    body_of(server.GET("/api/v1/shipments/{id}", { params: { path: { id: String(id) } } })),
  dispatch: (box: string, tubes: string[]) =>
    body_of(
      server.POST("/api/v1/shipments", {
        params: { header: session_headers() },
        body: { box, tubes },
      }),
    ),
  close: (id: number) =>
    body_of(server.POST("/api/v1/shipments/{id}/closing", { params: by_id(id) })),
  scan: (code: string, shipment: number | null) =>
    body_of(
      server.POST("/api/v1/scans", {
        params: { header: session_headers() },
        body: { code, shipment },
      }),
    ),
  undo: (id: number) => body_of(server.POST("/api/v1/scans/{id}/undoing", { params: by_id(id) })),
};

export const queries = {
  list: (state?: SenderQuery["state"]) =>
    body_of(server.GET("/api/v1/queries", { params: { query: state ? { state } : {} } })),
  ask: (accession: string, text: string) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/queries", {
        params: { path: { accession }, header: session_headers() },
        body: { text },
      }),
    ),
  answer: (id: number, text: string) =>
    body_of(server.POST("/api/v1/queries/{id}/answer", { params: by_id(id), body: { text } })),
  withdraw: (id: number, text: string) =>
    body_of(server.POST("/api/v1/queries/{id}/withdrawal", { params: by_id(id), body: { text } })),
};
