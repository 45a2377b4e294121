// An error answer of the server (RFC 9457), or no answer at all (status 0).
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly key: string,
    readonly detail: string,
  ) {
    super(detail || key);
  }
}

export function is_problem(error: unknown, status: number): error is Problem {
  return error instanceof Problem && error.status === status;
}

export async function problem_of(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { key, detail } = (body ?? {}) as { key?: string; detail?: string };
  return new Problem(response.status, key ?? `http_${response.status}`, detail ?? "");
}
