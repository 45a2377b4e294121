// Confirmatory tests on the page of an isolate: entered, corrected and withdrawn; nothing disappears.
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
import { people, start_registry } from "./registry.mjs";

const a_while = 120_000; // for what waits for an analysis, or comes while one runs

describe("confirmatory tests", { timeout: 600_000 }, () => {
  let registry, browser, page, accession;

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    await log_in(page, people.bioengineer);
    const row = page.getByRole("row").filter({ hasText: "UNN-26-00417" });
    accession = await row.getByRole("link").innerText();
    await row.getByText("Klar for svar").waitFor({ timeout: a_while });
    await page.getByRole("link", { name: accession }).click();
    await section().waitFor({ timeout: a_while });
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const section = () =>
    page.getByRole("region", { name: "Bekreftende tester", exact: true });
  const dialog = () => page.getByRole("dialog");
  const result = (name) => section().getByRole("row", { name });

  it("are entered with outcome and day, and said beside the genome", async () => {
    await section().getByText("Ingen bekreftende tester").waitFor();
    await section()
      .getByRole("button", { name: "Legg inn testresultat" })
      .click();
    await dialog()
      .getByRole("combobox", { name: "Test" })
      .selectOption("carba_np");
    await dialog().getByText("Testen ser etter en karbapenemase.").waitFor();
    const save = dialog().getByRole("button", { name: "Lagre" });
    assert.ok(await save.isDisabled(), "no outcome is chosen yet");
    await dialog().getByRole("radio", { name: "positiv" }).check();
    await assert_accessible(page);
    await take_picture(page, "test_form-1280");
    await save.click();
    await result(/Carba NP positiv/).waitFor({ timeout: a_while });
    await page
      .getByRole("region", { name: "Målt mot predikert", exact: true })
      .getByRole("row", { name: /^meropenem \d/ })
      .filter({ hasText: "Carba NP" })
      .waitFor({ timeout: a_while });
  });

  it("are corrected with a reason, and the old result stays", async () => {
    await result(/Carba NP positiv/)
      .getByRole("button", { name: /^Rett/ })
      .click();
    await dialog().getByRole("radio", { name: "negativ" }).check();
    await dialog().getByLabel("Hvorfor").fill("feil rad i skjemaet");
    await dialog().getByRole("button", { name: "Lagre" }).click();
    await result(/Carba NP negativ/).waitFor({ timeout: a_while });
    await result(/Carba NP positiv\s*erstattet/).waitFor({ timeout: a_while });
    assert.match(
      await result(/Carba NP negativ/).innerText(),
      /feil rad i skjemaet/,
    );
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "tests-1280");
  });

  it("show several lines of a strip, of which none goes with a negative", async () => {
    await section()
      .getByRole("button", { name: "Legg inn testresultat" })
      .click();
    await dialog().getByRole("combobox", { name: "Test" }).selectOption("ict");
    await dialog().getByRole("checkbox", { name: "KPC" }).check();
    await dialog().getByRole("checkbox", { name: "NDM" }).check();
    await dialog().getByRole("checkbox", { name: "negativ" }).check();
    assert.equal(
      await dialog().getByRole("checkbox", { checked: true }).count(),
      1,
    );
    await dialog().getByRole("checkbox", { name: "KPC" }).check();
    assert.equal(
      await dialog().getByRole("checkbox", { checked: true }).count(),
      1,
    );
    await dialog().getByRole("button", { name: "Lagre" }).click();
    await result(/immunkromatografi KPC/).waitFor({ timeout: a_while });
  });

  it("are withdrawn with a reason, and stay in the list", async () => {
    await result(/immunkromatografi KPC/)
      .getByRole("button", { name: /^Trekk tilbake/ })
      .click();
    await dialog().getByLabel("Hvorfor").fill("annet isolat");
    await dialog().getByRole("button", { name: "Trekk tilbake" }).click();
    await result(/immunkromatografi trukket tilbake/).waitFor({
      timeout: a_while,
    });
    await result(/immunkromatografi KPC\s*erstattet/).waitFor();
  });

  it("fit a phone", async () => {
    const phone = await new_page(browser, registry.address, 390);
    await log_in(phone, people.bioengineer);
    await phone.goto(`${registry.address}/isolates/${accession}#tests`);
    await phone
      .getByRole("button", { name: "Legg inn testresultat" })
      .click({ timeout: a_while });
    await phone.getByRole("dialog").getByRole("radio").first().waitFor();
    await assert_accessible(phone);
    await take_picture(phone, "test_form-390");
    await assert_fits(phone);
    assert.deepEqual(phone.errors, []);
  });
});
