// The resources of the server, one function each.
import { request, request_tagged, url_of, type Tagged } from "./client";
import type { Answer, IsolateDetail, IsolateList, Language, Session } from "./types";

export interface IsolateQuery {
  state: string;
  text: string;
  cursor: string | null;
}

const segment = encodeURIComponent;

export const sessions = {
  current: () => request<Session>("/session"),
  log_in: (username: string, password: string) =>
    request<Session>("/session", { method: "POST", body: { username, password } }),
  log_out: () => request<void>("/session", { method: "DELETE" }),
};

export const isolates = {
  list: ({ state, text, cursor }: IsolateQuery, limit = 50) => {
    const query = new URLSearchParams({ sort: "time_left", limit: String(limit) });
    if (state) query.set("state", state);
    if (text) query.set("q", text);
    if (cursor) query.set("cursor", cursor);
    return request<IsolateList>(`/isolates?${query}`);
  },
  get: (accession: string, language: Language) =>
    request_tagged<IsolateDetail>(`/isolates/${segment(accession)}?lang=${language}`),
  analyse_again: (accession: string, etag: string) =>
    request<{ id: number }>(`/isolates/${segment(accession)}/analyses`, {
      method: "POST",
      body: {},
      etag,
    }),
};

export const answers = {
  get: (id: number): Promise<Tagged<Answer>> => request_tagged<Answer>(`/answers/${id}`),
  draft: (accession: string, etag: string, language: Language, reason: string) =>
    request<Answer>(`/isolates/${segment(accession)}/answers`, {
      method: "POST",
      body: reason ? { language, reason } : { language },
      etag,
    }),
  validate: (id: number, etag: string, comment: string) =>
    request<Answer>(`/answers/${id}/validation`, { method: "POST", body: { comment }, etag }),
  approve: (id: number, etag: string, comment: string) =>
    request<Answer>(`/answers/${id}/approval`, { method: "POST", body: { comment }, etag }),
  pdf_url: (id: number) => url_of(`/answers/${id}/pdf`),
  json_url: (id: number) => url_of(`/answers/${id}/json`),
};
