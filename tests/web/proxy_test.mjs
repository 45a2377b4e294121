// The nginx configuration of docs/howto/tls.md in earnest: TLS in front of the program.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:tls";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { free_port, people, start_empty_registry } from "./registry.mjs";

const nginx = "/usr/sbin/nginx";
const page = fileURLToPath(new URL("../../docs/howto/tls.md", import.meta.url));
const skip = existsSync(nginx) ? false : "nginx is not installed";

describe("behind nginx with TLS", { timeout: 120_000, skip }, () => {
  let registry, proxy, port;

  before(async () => {
    registry = await start_empty_registry(null, ["--behind-proxy", "--name", "kres.example.org"]);
    port = await free_port();
    proxy = await start_nginx(registry.folder, new URL(registry.address).port);
  });
  after(async () => {
    proxy?.kill("SIGTERM");
    await registry?.stop();
  });

  // The documented server block, with this test's ports and certificate.
  async function start_nginx(folder, upstream) {
    const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "certificate.key")];
    const made = spawnSync("openssl", [
      ..."req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=kres.example.org".split(" "),
      ...["-keyout", key, "-out", certificate],
    ]);
    assert.equal(made.status, 0, made.stderr.toString());
    const block = readFileSync(page, "utf8")
      .match(/```nginx\n([\s\S]*?)```/)[1]
      .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
      .replace("/etc/kres/certificate.pem", certificate)
      .replace("/etc/kres/certificate.key", key)
      .replace("127.0.0.1:8640", `127.0.0.1:${upstream}`);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${join(folder, name)};`)
      .join("\n");
    const settings = join(folder, "nginx.conf");
    writeFileSync(
      settings,
      `daemon off; pid ${join(folder, "nginx.pid")}; error_log ${join(folder, "nginx.log")};
       events {} http { access_log off; ${temporary} ${block} }`,
    );
    const program = spawn(nginx, ["-p", folder, "-c", settings], { stdio: "ignore" });
    for (let round = 0; round < 100; ++round) {
      const up = await ask("GET", "/healthz").catch(() => null);
      if (up) return program;
      await new Promise((go) => setTimeout(go, 100));
    }
    throw new Error(readFileSync(join(folder, "nginx.log"), "utf8"));
  }

  const ask = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          host: "127.0.0.1",
          port,
          method,
          path,
          rejectUnauthorized: false,
          servername: "kres.example.org",
          headers: { Host: "kres.example.org", ...headers },
        },
        (answer) => {
          let text = "";
          answer.on("data", (piece) => (text += piece));
          answer.on("end", () =>
            resolve({ status: answer.statusCode, headers: answer.headers, text }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });

  it("serves the page and marks cookie and answers as secure", async () => {
    const { username, password } = people.bioengineer;
    const answer = await ask("POST", "/api/v1/session", JSON.stringify({ username, password }), {
      "Content-Type": "application/json",
    });
    assert.equal(answer.status, 200, answer.text);
    assert.match(answer.headers["set-cookie"][0], /; Secure/);
    assert.equal(answer.headers["strict-transport-security"], "max-age=31536000");
    assert.equal((await ask("GET", "/")).status, 200);
  });

  it("speaks TLS 1.2 and later only", async () => {
    const speaks = (version) =>
      new Promise((resolve) => {
        const socket = connect(
          {
            host: "127.0.0.1",
            port,
            rejectUnauthorized: false,
            minVersion: version,
            maxVersion: version,
            ciphers: "DEFAULT@SECLEVEL=0",
          },
          () => {
            resolve(true);
            socket.destroy();
          },
        );
        socket.on("error", () => resolve(false));
      });
    assert.equal(await speaks("TLSv1.3"), true);
    assert.equal(await speaks("TLSv1.2"), true);
    assert.equal(await speaks("TLSv1.1"), false);
  });

  it("shows no figures of the server, whatever address the client claims", async () => {
    for (const claimed of [{}, { "X-Forwarded-For": "127.0.0.1" }])
      assert.equal((await ask("GET", "/metrics", undefined, claimed)).status, 404);
  });

  it("is not known by another name", async () => {
    const answer = await ask("GET", "/healthz", undefined, { Host: "evil.example" });
    assert.equal(answer.status, 421);
  });
});
