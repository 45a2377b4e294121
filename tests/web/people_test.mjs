// The administrator's page of people, and one's own account: password and tokens.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  assert_accessible,
  assert_fits,
  log_in,
  new_page,
  open_browser,
  take_picture,
} from "./browser.mjs";
import { people, start_empty_registry } from "./registry.mjs";

describe("people and accounts", { timeout: 600_000 }, () => {
  let registry, browser, page, token;
  const nora = { username: "nora", name: "Nora Nes", password: "et langt nok passord" };

  before(async () => {
    registry = await start_empty_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const row_of = (name) => page.getByRole("row").filter({ hasText: name });

  it("begins with the list of people for an administrator, who sees no isolate", async () => {
    await log_in(page, people.administrator);
    await page.getByRole("heading", { level: 1, name: "Personer" }).waitFor();
    await page.getByText("5 personer").waitFor();
    assert.match(await row_of("Rita Ravn").innerText(), /innsendende laboratorium[\s\S]*UNN/);
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "people-1280");
  });

  it("adds a person of a laboratory outside, who has no other role", async () => {
    await page.getByRole("button", { name: "Legg til person" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Brukernavn").fill(nora.username);
    await dialog.getByLabel("Navn, slik det trykkes på svar").fill(nora.name);
    await dialog.getByLabel("Første passord").fill(nora.password);
    await dialog.getByLabel("bioingeniør").check();
    await dialog.getByLabel("innsendende laboratorium").check();
    assert.equal(await dialog.getByLabel("bioingeniør").isChecked(), false);
    await dialog.locator("select[name=laboratory]").selectOption("OUS");
    await dialog.getByLabel("Ser isolater fra").selectOption("region");
    await assert_accessible(page);
    await take_picture(page, "people_add-1280");
    await dialog.getByRole("button", { name: "Lagre" }).click();
    await page.getByText("Personen er lagt til.").waitFor();
    assert.match(await row_of("Nora Nes").innerText(), /OUS \(helseregionen\)[\s\S]*aktiv/);
  });

  it("makes somebody inactive, who stays in the list", async () => {
    await page.getByRole("button", { name: "Endre Nora Nes" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Kan logge inn").uncheck();
    await dialog.getByRole("button", { name: "Lagre" }).click();
    await page.getByText("Nora Nes er endret.").waitFor();
    await row_of("Nora Nes").getByText("inaktiv").waitFor();
  });

  it("keeps the last administrator", async () => {
    await page.getByRole("button", { name: `Endre ${people.administrator.name}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Kan logge inn").uncheck();
    await dialog.getByRole("button", { name: "Lagre" }).click();
    await dialog.getByText("Dette er den siste administratoren.").waitFor();
    await dialog.getByRole("button", { name: "Avbryt" }).click();
  });

  it("gives a token that is shown once and works until it is revoked", async () => {
    await page.getByRole("link", { name: people.administrator.name }).click();
    await page.getByRole("heading", { level: 1, name: "Min konto" }).waitFor();
    await page.getByLabel("Hva nøkkelen skal brukes til").fill("LIMS");
    await page.getByRole("button", { name: "Lag nøkkel" }).click();
    token = await page.locator(".account-token").innerText();
    assert.match(token, /^kres_[\w-]{43}$/);
    assert.equal(await asked_with(token), 200);
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "account-1280");
    await page.reload();
    await page.getByRole("cell", { name: "lese" }).waitFor();
    assert.equal(await page.getByText(token).count(), 0);
    await page.getByRole("button", { name: "Trekk tilbake nøkkelen «LIMS»" }).click();
    await page.getByText("trukket tilbake").waitFor();
    assert.equal(await asked_with(token), 401);
  });

  const asked_with = async (secret) =>
    (
      await fetch(`${registry.address}/api/v1/session`, {
        headers: { Authorization: `Bearer ${secret}` },
      })
    ).status;

  it("changes the own password, and the old one no longer opens", async () => {
    const wanted = "et helt nytt passord";
    await page.getByLabel("Nåværende passord").fill("feil passord her");
    await page.getByLabel("Nytt passord", { exact: true }).fill(wanted);
    await page.getByLabel("Nytt passord en gang til").fill(`${wanted}!`);
    await page.getByRole("button", { name: "Endre passord" }).click();
    await page.getByText("De to passordene er ikke like").waitFor();
    await page.getByLabel("Nytt passord en gang til").fill(wanted);
    await page.getByRole("button", { name: "Endre passord" }).click();
    await page.getByText("Det nåværende passordet er feil.").waitFor();
    await page.getByLabel("Nåværende passord").fill(people.administrator.password);
    await page.getByRole("button", { name: "Endre passord" }).click();
    await page.getByText("Passordet er endret.").waitFor();
    await page.getByRole("button", { name: "Logg ut" }).click();
    await log_in(page, { ...people.administrator, password: wanted });
  });

  it("fits a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${registry.address}/account`);
    await page.getByRole("heading", { level: 1, name: "Min konto" }).waitFor();
    await assert_fits(page);
    await take_picture(page, "account-390");
    await page.goto(`${registry.address}/people`);
    await page.getByText("6 personer").waitFor();
    await assert_fits(page);
    await assert_accessible(page);
    await take_picture(page, "people-390");
  });
});
