// A real OpenID provider on this machine: Debian's glewlwyd with a database of its own, one person
// and one client.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const schema = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3";

export const has_glewlwyd = () => existsSync("/usr/bin/glewlwyd") && existsSync(schema);

async function free_port() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function write_settings(folder, port) {
  const script = readFileSync(schema);
  const sql = script[0] === 0x1f ? gunzipSync(script) : script;
  const made = spawnSync("sqlite3", [join(folder, "provider.sqlite")], { input: sql });
  if (made.status !== 0) throw new Error(made.stderr.toString());
  mkdirSync(join(folder, "none"));
  const settings = {
    bind_address: "127.0.0.1",
    external_url: `http://127.0.0.1:${port}`,
    api_prefix: "api",
    log_mode: "file",
    log_level: "WARNING",
    log_file: join(folder, "provider.log"),
    admin_scope: "g_admin",
    profile_scope: "g_profile",
    user_module_path: "/usr/lib/glewlwyd/user",
    user_middleware_module_path: join(folder, "none"),
    client_module_path: "/usr/lib/glewlwyd/client",
    user_auth_scheme_module_path: "/usr/lib/glewlwyd/scheme",
    plugin_module_path: "/usr/lib/glewlwyd/plugin",
    hash_algorithm: "SHA512",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = "${value}"`);
  lines.push(`port = ${port}`, "cookie_secure = 0");
  lines.push(`database = { type = "sqlite3"; path = "${join(folder, "provider.sqlite")}"; };`);
  const path = join(folder, "provider.conf");
  writeFileSync(path, lines.join("\n"));
  return path;
}

// A client of the provider's own interface that keeps its cookies.
class Api {
  cookies = new Map();
  constructor(address) {
    this.address = `${address}/api/`;
  }
  async send(method, path, body) {
    const answer = await fetch(this.address + path, {
      method,
      redirect: "manual",
      headers: {
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, ...value] = cookie.split(";")[0].split("=");
      this.cookies.set(name, value.join("="));
    }
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer;
  }
}

function rsa_key(folder) {
  const key = spawnSync("openssl", ["genrsa", "2048"], { encoding: "utf8" }).stdout;
  const file = join(folder, "provider.pem");
  writeFileSync(file, key);
  const certificate = spawnSync("openssl", ["rsa", "-in", file, "-pubout"], { encoding: "utf8" });
  return { key, cert: certificate.stdout };
}

async function configure(admin, { issuer, redirect, client, person, key }) {
  await admin.send("POST", "auth/", { username: "admin", password: "password" });
  const off = ["client", "implicit", "password", "refresh", "token", "id-token", "none"];
  await admin.send("POST", "mod/plugin/", {
    module: "oidc",
    name: "oidc",
    display_name: "OpenID Connect",
    parameters: {
      iss: issuer,
      "jwt-type": "rsa",
      "jwt-key-size": "256",
      ...key,
      "access-token-duration": 3600,
      "refresh-token-duration": 3600,
      "code-duration": 600,
      "refresh-token-rolling": true,
      "allow-non-oidc": true,
      "auth-type-code-enabled": true,
      ...Object.fromEntries(off.map((name) => [`auth-type-${name}-enabled`, false])),
      "pkce-allowed": true,
      "pkce-required": true,
      "pkce-method-plain-allowed": false,
      "jwks-show": true,
      "subject-type": "public",
      scope: [],
      "additional-parameters": [],
      claims: [
        {
          name: "preferred_username",
          "user-property": "username",
          type: "string",
          mandatory: true,
          "on-demand": false,
        },
      ],
      "name-claim": "no",
      "email-claim": "no",
      "scope-claim": "no",
      "allowed-scope": ["openid"],
      secure: false,
    },
  });
  await admin.send("POST", "client/", {
    client_id: client.id,
    name: client.id,
    confidential: true,
    password: client.secret,
    redirect_uri: [redirect],
    authorization_type: ["code"],
    scope: [],
    enabled: true,
    token_endpoint_auth_method: ["client_secret_basic"],
  });
  await admin.send("POST", "user/", { ...person, scope: ["openid"], enabled: true });
}

// Starts it; `log_in(location)` is what a person does there: gives name and password, agrees, and is
// sent back. Gives the address the browser is sent to.
export async function start_provider(folder, { client, person, redirect }) {
  const port = await free_port();
  const address = `http://127.0.0.1:${port}`;
  const program = spawn("glewlwyd", [`--config-file=${write_settings(folder, port)}`], {
    stdio: "ignore",
  });
  const issuer = `${address}/api/oidc`;
  for (let round = 0; ; ++round) {
    const up = await fetch(`${address}/config`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) break;
    if (round > 100) throw new Error("glewlwyd does not start");
    await new Promise((go) => setTimeout(go, 100));
  }
  await configure(new Api(address), { issuer, redirect, client, person, key: rsa_key(folder) });

  const log_in = async (location) => {
    const browser = new Api(address);
    await browser.send("POST", "auth/", { username: person.username, password: person.password });
    await browser.send("PUT", `auth/grant/${client.id}`, { scope: "openid" });
    const path = location.slice(`${address}/api/`.length);
    const answer = await browser.send("GET", `${path}&g_continue=`);
    return answer.headers.get("location");
  };
  const gone = new Promise((resolve) => program.once("exit", resolve));
  const stop = () => {
    program.kill("SIGTERM");
    return gone;
  };
  return { issuer, log_in, stop };
}
