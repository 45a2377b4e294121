// The strain bank on the server: places, strains, vials, catalogue, requests, panels.
import { body_of, server, session_headers } from "./client";
import type { components, operations } from "./schema";
import type { Language } from "./types";

type Schemas = components["schemas"];
export type StoragePlace = Schemas["StoragePlace"];
export type PlaceDetail = Schemas["StoragePlaceDetail"];
export type Position = PlaceDetail["contents"][number];
export type Strain = Schemas["StrainDetail"];
export type Lot = Strain["lots"][number];
export type Vial = Schemas["Vial"];
export type NewSpot = Schemas["NewSpot"];
export type Due = Schemas["DueInBank"];
export type BankRules = Schemas["BankRules"];
export type Catalogue = Schemas["StrainCatalogue"];
export type CatalogueQuery = NonNullable<operations["search_strains"]["parameters"]["query"]>;
export type StrainRequest = Schemas["StrainRequest"];
export type Agreement = Schemas["Agreement"];
export type Panel = Schemas["StrainPanel"];
export type PanelQuery = Schemas["PanelQuery"];

const header = () => session_headers();
const of_id = (id: number) => ({ path: { id: String(id) }, header: header() });
const of_number = (number: string) => ({ path: { number }, header: header() });

export const places = {
  all: () => body_of(server.GET("/api/v1/bank/places")),
  get: (id: number) =>
    body_of(server.GET("/api/v1/bank/places/{id}", { params: { path: { id: String(id) } } })),
  add: (body: Schemas["NewStoragePlace"]) =>
    body_of(server.POST("/api/v1/bank/places", { params: { header: header() }, body })),
  move: (id: number, body: Schemas["StoragePlaceMove"]) =>
    body_of(server.POST("/api/v1/bank/places/{id}/moves", { params: of_id(id), body })),
  note: (id: number, body: Schemas["NewStorageEvent"]) =>
    body_of(server.POST("/api/v1/bank/places/{id}/events", { params: of_id(id), body })),
  shelf_list_url: (id: number, language: Language) =>
    `/api/v1/bank/places/${id}/shelf-list?lang=${language}`,
};

export const strains = {
  search: (query: CatalogueQuery) =>
    body_of(server.GET("/api/v1/bank/strains", { params: { query } })),
  get: (number: string) =>
    body_of(server.GET("/api/v1/bank/strains/{number}", { params: { path: { number } } })),
  bank: (accession: string, body: Schemas["NewStrain"]) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/strain", {
        params: { path: { accession }, header: header() },
        body,
      }),
    ),
  add_lot: (number: string, body: Schemas["NewLot"]) =>
    body_of(server.POST("/api/v1/bank/strains/{number}/lots", { params: of_number(number), body })),
  set_terms: (number: string, body: Schemas["NewStrainTerms"]) =>
    body_of(
      server.POST("/api/v1/bank/strains/{number}/terms", { params: of_number(number), body }),
    ),
  check: (number: string, lot: number, body: Schemas["NewLotCheck"]) =>
    body_of(
      server.POST("/api/v1/bank/strains/{number}/lots/{lot}/checks", {
        params: { path: { number, lot: String(lot) }, header: header() },
        body,
      }),
    ),
  move_vial: (code: string, body: Schemas["NewMovement"]) =>
    body_of(
      server.POST("/api/v1/bank/vials/{code}/movements", {
        params: { path: { code }, header: header() },
        body,
      }),
    ),
  labels_url: (number: string, sheet: string) =>
    `/api/v1/bank/strains/${number}/labels?sheet=${sheet}`,
  card_url: (number: string) => `/api/v1/bank/strains/${number}/card`,
};

export const bank = {
  due: () => body_of(server.GET("/api/v1/bank/due")),
  rules: () => body_of(server.GET("/api/v1/bank/rules")),
};

export const requests = {
  all: () => body_of(server.GET("/api/v1/bank/requests")),
  get: (number: string) =>
    body_of(server.GET("/api/v1/bank/requests/{number}", { params: { path: { number } } })),
  add: (body: Schemas["NewStrainRequest"]) =>
    body_of(server.POST("/api/v1/bank/requests", { params: { header: header() }, body })),
  approve: (number: string, body: Schemas["RequestApproval"]) =>
    body_of(
      server.POST("/api/v1/bank/requests/{number}/approval", { params: of_number(number), body }),
    ),
  decline: (number: string, body: Schemas["RequestRefusal"]) =>
    body_of(
      server.POST("/api/v1/bank/requests/{number}/refusal", { params: of_number(number), body }),
    ),
  go_on: (number: string, body: Schemas["RequestStep"]) =>
    body_of(
      server.POST("/api/v1/bank/requests/{number}/steps", { params: of_number(number), body }),
    ),
  picking_list_url: (number: string, language: Language) =>
    `/api/v1/bank/requests/${number}/picking-list?lang=${language}`,
  agreements: () => body_of(server.GET("/api/v1/bank/agreements")),
  add_agreement: (body: Schemas["NewAgreement"]) =>
    body_of(server.POST("/api/v1/bank/agreements", { params: { header: header() }, body })),
};

export const panels = {
  all: () => body_of(server.GET("/api/v1/bank/panels")),
  get: (number: string) =>
    body_of(server.GET("/api/v1/bank/panels/{number}", { params: { path: { number } } })),
  attempt: (body: PanelQuery) =>
    body_of(server.POST("/api/v1/bank/panels/trial", { params: { header: header() }, body })),
  make: (body: PanelQuery) =>
    body_of(server.POST("/api/v1/bank/panels", { params: { header: header() }, body })),
  open: (number: string) =>
    body_of(server.POST("/api/v1/bank/panels/{number}/opening", { params: of_number(number) })),
  labels_url: (number: string) => `/api/v1/bank/panels/${number}/labels`,
};
