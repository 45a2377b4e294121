// Log-in at a real OpenID provider (glewlwyd): code, PKCE, state, nonce, signature; and what is refused.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { assert_accessible, new_page, open_browser, take_picture } from "./browser.mjs";
import { has_glewlwyd, start_provider } from "./glewlwyd.mjs";
import { people, start_empty_registry } from "./registry.mjs";

const client = { id: "kres", secret: "secret of the client" };
const skip = has_glewlwyd() ? false : "glewlwyd is not installed";

describe("log-in at a provider", { timeout: 600_000, skip }, () => {
  let registry, provider, browser, page;

  before(async () => {
    const person = { ...people.bioengineer, password: "password at the hospital" };
    registry = await start_empty_registry(async (folder, redirect) => {
      provider = await start_provider(folder, { client, person, redirect });
      return {
        name: "Sykehuset",
        issuer: provider.issuer,
        client_id: client.id,
        client_secret: client.secret,
        redirect,
      };
    });
    browser = await open_browser();
  });
  after(async () => {
    await browser?.close();
    provider?.stop();
    await registry?.stop();
  });

  const begin = async () => {
    const answer = await fetch(`${registry.address}/api/v1/session/provider`, { method: "POST" });
    const { location } = await answer.json();
    return { location, cookie: answer.headers.get("set-cookie").split(";")[0] };
  };
  const come_back = (address, cookie) =>
    fetch(address, { redirect: "manual", headers: { Cookie: cookie } });
  const session_of = (answer) =>
    answer.headers.getSetCookie().find((cookie) => cookie.startsWith("kres_session="));

  it("sends the browser there with state, nonce and an S256 challenge", async () => {
    const { location, cookie } = await begin();
    const asked = new URL(location).searchParams;
    assert.equal(asked.get("response_type"), "code");
    assert.equal(asked.get("client_id"), client.id);
    assert.equal(asked.get("scope"), "openid");
    assert.equal(asked.get("code_challenge_method"), "S256");
    for (const name of ["state", "nonce", "code_challenge"])
      assert.equal(asked.get(name).length, 43, name);
    assert.ok(!cookie.includes(asked.get("state")), "the cookie is sealed");
    assert.notEqual((await begin()).location, location);
  });

  it("opens a session for a person who was added here", async () => {
    const { location, cookie } = await begin();
    const answer = await come_back(await provider.log_in(location), cookie);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), "/");
    const session = session_of(answer);
    assert.match(session, /HttpOnly; SameSite=Strict/);
    const who = await fetch(`${registry.address}/api/v1/session`, {
      headers: { Cookie: session.split(";")[0] },
    });
    assert.equal((await who.json()).person.username, people.bioengineer.username);
  });

  const is_refused = (answer) => {
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), "/?log_in=refused");
    assert.equal(session_of(answer), undefined);
  };

  it("refuses another state, another browser, no browser, and a code used twice", async () => {
    const one = await begin();
    const two = await begin();
    const back = await provider.log_in(one.location);
    is_refused(await come_back(back, two.cookie));
    is_refused(await come_back(back, ""));
    is_refused(await come_back(back, "kres_log_in=00ff"));
    is_refused(await come_back(back.replace(/state=[\w-]{5}/, "state=AAAAA"), one.cookie));
    is_refused(await come_back(back.replace(/code=\w{5}/, "code=AAAAA"), one.cookie));
    assert.equal((await come_back(back, one.cookie)).headers.get("location"), "/");
    is_refused(await come_back(back, one.cookie));
  });

  it("refuses a code that was asked for by another log-in", async () => {
    const one = await begin();
    const two = await begin();
    const code = new URL(await provider.log_in(one.location)).searchParams.get("code");
    const back = new URL(await provider.log_in(two.location));
    back.searchParams.set("code", code);
    is_refused(await come_back(back.toString(), two.cookie));
  });

  it("refuses somebody who is not active here any more", async () => {
    registry.run(["user", "change", people.bioengineer.username, "--deactivate"]);
    const { location, cookie } = await begin();
    is_refused(await come_back(await provider.log_in(location), cookie));
    registry.run(["user", "change", people.bioengineer.username, "--activate"]);
  });

  it("is offered on the page, also after a refusal", async () => {
    page = await new_page(browser, `${registry.address}/?log_in=refused`);
    await page.getByText("Innloggingen ble ikke godtatt.").waitFor();
    await page.getByRole("button", { name: "Logg inn med Sykehuset" }).waitFor();
    await assert_accessible(page);
    await take_picture(page, "log_in_provider-1280");
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.url().startsWith(provider.issuer)),
      page.getByRole("button", { name: "Logg inn med Sykehuset" }).click(),
    ]);
    assert.match(request.url(), /code_challenge_method=S256/);
    await page.context().close(); // on its way to the provider
  });

  it("tells a provider that does not answer from one that refuses", async () => {
    const { location, cookie } = await begin();
    const back = await provider.log_in(location);
    await provider.stop();
    const answer = await come_back(back, cookie);
    assert.equal(answer.headers.get("location"), "/?log_in=unavailable");
    assert.equal(session_of(answer), undefined);
    page = await new_page(browser, `${registry.address}/?log_in=unavailable`);
    await page.getByText("Innloggingstjenesten svarer ikke.").waitFor();
    await assert_accessible(page);
  });
});
