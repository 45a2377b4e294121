// Steps that staff take beside the page under test, over HTTP.
export class Staff {
  constructor(address, person) {
    this.address = address;
    this.person = person;
  }

  async log_in() {
    const { username, password } = this.person;
    const answer = await this.send("POST", "/api/v1/session", { username, password });
    this.cookie = answer.headers.get("set-cookie").split(";")[0];
    this.token = (await answer.json()).csrf_token;
    return this;
  }

  async send(method, path, body, etag) {
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        ...(body && { "Content-Type": "application/json" }),
        ...(this.cookie && { Cookie: this.cookie, "X-CSRF-Token": this.token }),
        ...(etag && { "If-Match": etag }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  // A change of what was just read.
  async change(read, method, path, body) {
    const etag = (await this.send("GET", read)).headers.get("etag");
    return (await this.send(method, path, body, etag)).json();
  }
}

// Drafts, validates and signs the answer of an isolate that is explained. Gives its number.
export async function sign_answer(accession, bioengineer, microbiologist) {
  const isolate = `/api/v1/isolates/${accession}`;
  const { id } = await bioengineer.change(isolate, "POST", `${isolate}/answers`, {
    language: "nb",
  });
  const answer = `/api/v1/answers/${id}`;
  await bioengineer.change(answer, "POST", `${answer}/validation`, { comment: "" });
  await microbiologist.change(answer, "POST", `${answer}/approval`, { comment: "" });
  return id;
}

// Waits until no isolate is received or under analysis.
export async function until_analysed(staff) {
  for (let round = 0; round < 240; ++round) {
    const { counts } = await (await staff.send("GET", "/api/v1/isolates")).json();
    if (counts.received + counts.analysing === 0) return;
    await new Promise((go) => setTimeout(go, 500));
  }
  throw new Error("the analyses do not end");
}
