// The one place that talks to the server: cookies, CSRF token, problems as exceptions.
import createClient, { type Middleware } from "openapi-fetch";
import { Problem, problem_of } from "./problem";
import type { paths } from "./schema";

let csrf_token = "";
let on_session_lost: () => void = () => undefined;

export function use_csrf_token(token: string): void {
  csrf_token = token;
}

// Called whenever the server says 401 to anything but the session itself.
export function when_session_is_lost(action: () => void): void {
  on_session_lost = action;
}

// What every change must carry: the session's token, and the entity tag of what the person saw.
export function change_headers(etag: string) {
  return { "X-CSRF-Token": csrf_token, "If-Match": etag };
}

export function session_headers() {
  return { "X-CSRF-Token": csrf_token };
}

const rules: Middleware = {
  async onResponse({ request, response }) {
    if (response.ok) return response;
    if (response.status === 401 && !request.url.endsWith("/session")) on_session_lost();
    throw await problem_of(response);
  },
  onError() {
    return new Problem(0, "no_connection", "");
  },
};

export const server = createClient<paths>({ baseUrl: window.location.origin });
server.use(rules);

// The body of an answer; anything but success was thrown before.
export async function body_of<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
