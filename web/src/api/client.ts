// The one place that talks to the server: cookies, CSRF token, entity tags, problems as exceptions.
import { Problem, problem_of } from "./problem";

export interface Tagged<T> {
  value: T;
  etag: string;
}

interface Options {
  method?: "GET" | "POST" | "DELETE";
  body?: unknown;
  etag?: string; // sent as If-Match
}

const base = "/api/v1";
let csrf_token = "";
let on_session_lost: () => void = () => undefined;

export function use_csrf_token(token: string): void {
  csrf_token = token;
}

// Called whenever the server says 401 to anything but the log-in itself.
export function when_session_is_lost(action: () => void): void {
  on_session_lost = action;
}

export function url_of(path: string): string {
  return base + path;
}

async function send(path: string, { method = "GET", body, etag }: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET") headers["X-CSRF-Token"] = csrf_token;
  if (etag) headers["If-Match"] = etag;
  const response = await fetch(base + path, {
    method,
    headers,
    credentials: "same-origin",
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Problem(0, "no_connection", "");
  });
  if (response.ok) return response;
  if (response.status === 401 && path !== "/session") on_session_lost();
  throw await problem_of(response);
}

export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

export async function request_tagged<T>(path: string, options: Options = {}): Promise<Tagged<T>> {
  const response = await send(path, options);
  return { value: (await response.json()) as T, etag: response.headers.get("ETag") ?? "" };
}
