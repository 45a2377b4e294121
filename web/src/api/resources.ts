// The resources of the server, one function each.
import { body_of, change_headers, server, session_headers } from "./client";
import type { components, operations } from "./schema";
import type { FileRole, IsolateDetail, Language, TestEntry } from "./types";

type IsolateFilter = NonNullable<operations["list_isolates"]["parameters"]["query"]>;
export type ListedState = "" | NonNullable<IsolateFilter["state"]>; // empty: all

export interface IsolateQuery {
  state: ListedState;
  text: string;
  cursor: string;
}

export interface TaggedIsolate {
  value: IsolateDetail;
  etag: string;
}

export const sessions = {
  current: () => body_of(server.GET("/api/v1/session")),
  log_in: (username: string, password: string) =>
    body_of(server.POST("/api/v1/session", { body: { username, password } })),
  provider: () => body_of(server.GET("/api/v1/session/provider")),
  begin_at_provider: () => body_of(server.POST("/api/v1/session/provider")),
  change_password: (current: string, password: string) =>
    body_of(
      server.POST("/api/v1/session/password", {
        params: { header: session_headers() },
        body: { current, password },
      }),
    ),
  log_out: () =>
    body_of(server.DELETE("/api/v1/session", { params: { header: session_headers() } })),
};

type NewPerson = components["schemas"]["NewPerson"];
type ChangedPerson = components["schemas"]["ChangedPerson"];

export const people = {
  list: () => body_of(server.GET("/api/v1/people")),
  add: (person: NewPerson) =>
    body_of(server.POST("/api/v1/people", { params: { header: session_headers() }, body: person })),
  change: (username: string, etag: string, person: ChangedPerson) =>
    body_of(
      server.PUT("/api/v1/people/{username}", {
        params: { path: { username }, header: change_headers(etag) },
        body: person,
      }),
    ),
  give_password: (username: string, password: string) =>
    body_of(
      server.POST("/api/v1/people/{username}/password", {
        params: { path: { username }, header: session_headers() },
        body: { password },
      }),
    ),
};

export const tokens = {
  list: () => body_of(server.GET("/api/v1/tokens")),
  give: (name: string, reach: "read" | "change", days: number) =>
    body_of(
      server.POST("/api/v1/tokens", {
        params: { header: session_headers() },
        body: { name, reach, days },
      }),
    ),
  revoke: (id: number) =>
    body_of(
      server.DELETE("/api/v1/tokens/{id}", {
        params: { path: { id: String(id) }, header: session_headers() },
      }),
    ),
};

export const laboratories = {
  list: () => body_of(server.GET("/api/v1/laboratories")),
};

export const isolates = {
  list: ({ state, text, cursor }: IsolateQuery, limit = 50) =>
    body_of(
      server.GET("/api/v1/isolates", {
        params: {
          query: {
            sort: "time_left",
            limit,
            ...(state && { state }),
            ...(text && { q: text }),
            ...(cursor && { cursor }),
          },
        },
      }),
    ),

  get: async (accession: string, language: Language): Promise<TaggedIsolate> => {
    const { data, response } = await server.GET("/api/v1/isolates/{accession}", {
      params: { path: { accession }, query: { lang: language } },
    });
    return {
      value: data as unknown as IsolateDetail,
      etag: response.headers.get("ETag") ?? "",
    };
  },

  analyse_again: (accession: string, etag: string) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/analyses", {
        params: { path: { accession }, header: change_headers(etag) },
      }),
    ),
};

export const referred = {
  get: (accession: string) =>
    body_of(
      server.GET("/api/v1/referred-isolates/{accession}", { params: { path: { accession } } }),
    ),
  list: (query: { answered: boolean; text: string; cursor: string }) =>
    body_of(
      server.GET("/api/v1/referred-isolates", {
        params: {
          query: {
            ...(query.answered && { progress: "answered" as const }),
            ...(query.text && { q: query.text }),
            ...(query.cursor && { cursor: query.cursor }),
          },
        },
      }),
    ),
};

// The number travels in the body of a request only, never in an address.
export const patients = {
  of: (accession: string) =>
    body_of(
      server.GET("/api/v1/isolates/{accession}/patient", { params: { path: { accession } } }),
    ),
  enter: (accession: string, number: string) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/identity", {
        params: { path: { accession }, header: session_headers() },
        body: { number },
      }),
    ),
  read: (accession: string, reason: string) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/identity/readings", {
        params: { path: { accession }, header: session_headers() },
        body: { reason },
      }),
    ),
  link: (patient: number, other: number, reason: string) =>
    body_of(
      server.POST("/api/v1/patients/{id}/links", {
        params: { path: { id: String(patient) }, header: session_headers() },
        body: { patient: other, reason },
      }),
    ),
};

export const tests = {
  all: (language: Language) =>
    body_of(server.GET("/api/v1/tests", { params: { query: { lang: language } } })),
  enter: (accession: string, entry: TestEntry, language: Language) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/tests", {
        params: { path: { accession }, query: { lang: language }, header: session_headers() },
        body: entry,
      }),
    ),
};

export interface AnnouncedFile {
  role: FileRole;
  lane: number;
  name: string;
  size: number;
}

export const uploads = {
  open_of: (accession: string) =>
    body_of(
      server.GET("/api/v1/isolates/{accession}/uploads", { params: { path: { accession } } }),
    ),
  begin: (accession: string, files: AnnouncedFile[]) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/uploads", {
        params: { path: { accession }, header: session_headers() },
        body: { files },
      }),
    ),
  read: (id: number) =>
    body_of(server.GET("/api/v1/uploads/{id}", { params: { path: { id: String(id) } } })),
  send_part: (
    id: number,
    file: number,
    offset: number,
    bytes: Uint8Array,
    sha256: string,
    signal: AbortSignal,
  ) =>
    body_of(
      server.PUT("/api/v1/uploads/{id}/files/{file}", {
        params: {
          path: { id: String(id), file: String(file) },
          query: { offset: String(offset), sha256 },
          header: session_headers(),
        },
        headers: { "Content-Type": "application/octet-stream" },
        body: bytes,
        bodySerializer: (body) => body as BodyInit,
        signal,
      }),
    ),
  complete: (id: number, files: { number: number; sha256: string }[]) =>
    body_of(
      server.POST("/api/v1/uploads/{id}/completion", {
        params: { path: { id: String(id) }, header: session_headers() },
        body: { files },
      }),
    ),
  cancel: (id: number) =>
    body_of(
      server.DELETE("/api/v1/uploads/{id}", {
        params: { path: { id: String(id) }, header: session_headers() },
      }),
    ),
};

export const jobs = {
  cancel: (id: number) =>
    body_of(
      server.POST("/api/v1/jobs/{id}/cancellation", {
        params: { path: { id: String(id) }, header: session_headers() },
      }),
    ),
};

export const statistics = {
  turnaround: () => body_of(server.GET("/api/v1/statistics/turnaround")),
};

export interface DraftWish {
  language: Language;
  reason: string; // of an amendment
  preliminary: boolean;
  without_genome: string; // why a final answer that rests on no genome waits for none
}

export const answers = {
  draft: (
    accession: string,
    etag: string,
    { language, reason, preliminary, without_genome }: DraftWish,
  ) =>
    body_of(
      server.POST("/api/v1/isolates/{accession}/answers", {
        params: { path: { accession }, header: change_headers(etag) },
        body: {
          language,
          preliminary,
          ...(reason && { reason }),
          ...(without_genome && { without_genome }),
        },
      }),
    ),
  validate: (id: number, etag: string, comment: string) =>
    body_of(
      server.POST("/api/v1/answers/{id}/validation", {
        params: { path: { id: String(id) }, header: change_headers(etag) },
        body: { comment },
      }),
    ),
  approve: (id: number, etag: string, comment: string) =>
    body_of(
      server.POST("/api/v1/answers/{id}/approval", {
        params: { path: { id: String(id) }, header: change_headers(etag) },
        body: { comment },
      }),
    ),
  pdf_url: (id: number) => `/api/v1/answers/${id}/pdf`,
  json_url: (id: number) => `/api/v1/answers/${id}/json`,
};
