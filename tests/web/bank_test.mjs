// The strain bank on the page: a freezer and a box are made, an isolate is banked by keyboard, a strain is asked for and shipped.
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

describe("strain bank", { timeout: 600_000 }, () => {
  let registry, browser, page, strain;

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    await log_in(page, people.bioengineer);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  async function fill_dialog(button, fields) {
    await page.getByRole("button", { name: button, exact: true }).click();
    const dialog = page.getByRole("dialog");
    for (const [name, value] of Object.entries(fields)) {
      const field = dialog.locator(`[name="${name}"]`);
      if ((await field.evaluate((node) => node.tagName)) === "SELECT")
        await field.selectOption({ label: value });
      else await field.fill(value);
    }
    await dialog.getByRole("button", { name: "Lagre" }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  async function seen(name, wide_only = false) {
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, `bank-${name}-1280`);
    if (wide_only) return;
    await page.setViewportSize({ width: 390, height: 844 });
    await assert_fits(page);
    await take_picture(page, `bank-${name}-390`);
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  // The first isolate of the work list is the one with blaKPC-2.
  async function until_analysed() {
    for (let round = 0; round < 120; ++round) {
      await page.goto(registry.address);
      await page.getByText("Viser 4 av 4 isolater").waitFor();
      if ((await page.getByRole("row").nth(1).innerText()).includes("blaKPC-2"))
        return;
      await page.waitForTimeout(1000);
    }
    assert.fail("the first isolate was not analysed in two minutes");
  }

  it("is built from a site down to a box of any geometry", async () => {
    await page.getByRole("link", { name: "Stammebank" }).click();
    await page.getByText("Banken har ingen steder ennå").waitFor();
    await fill_dialog("Nytt sted", { name: "Tromsø" });
    await page.getByRole("link", { name: "Tromsø" }).click();
    await fill_dialog("Ny fryser", { name: "F1" });
    await page.getByRole("link", { name: "F1" }).click();
    await fill_dialog("Ny boks", { name: "Boks 1", rows: "5", columns: "6" });
    await fill_dialog("Noter hendelse", {
      kind: "temperaturalarm",
      celsius: "-41.5",
    });
    await page.getByText("-41,5 °C").or(page.getByText("−41,5 °C")).waitFor();
    await seen("freezer");
  });

  it("takes an isolate into positions that are walked with the arrow keys", async () => {
    await until_analysed();
    await page.getByRole("row").nth(1).getByRole("link").click();
    await page.getByRole("link", { name: "Legg i stammebanken" }).click();
    await page
      .getByRole("combobox", { name: "Boks", exact: true })
      .selectOption({ index: 1 });
    await page.getByRole("button", { name: "A1: ledig" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("2 plasser valgt: A1, B2").waitFor();
    await seen("isolate");
    await page.getByRole("button", { name: "Legg i banken" }).click();
    strain = await page
      .getByRole("heading", { level: 1, name: /^KRS-0001-/ })
      .innerText();
    await page.getByText("Bare 1 sted").waitFor();
    await seen("strain");
  });

  it("shows the box with what stands in it", async () => {
    await page.getByRole("link", { name: "Frysere og bokser" }).click();
    await page.getByRole("link", { name: "Boks 1" }).click();
    await page.getByRole("button", { name: /^A1: KRS-0001-1-01-., / }).click();
    await page.getByRole("link", { name: strain }).waitFor();
    await page.getByText("2 rør", { exact: true }).waitFor();
    await page.getByText("28 ledige plasser").waitFor();
    await seen("box");
  });

  it("tells in the page what a wrong position is", async () => {
    await page.getByRole("link", { name: strain }).click();
    await page
      .getByRole("button", { name: "Flytt", exact: true })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.locator('[name="position"]').fill("B2");
    await dialog.getByRole("button", { name: "Lagre" }).click();
    await dialog
      .getByRole("alert")
      .filter({ hasText: "holds vial KRS-0001-1-02" })
      .waitFor();
    await dialog.getByRole("button", { name: "Avbryt" }).click();
  });

  it("finds the strain in the catalogue and lists what is due", async () => {
    await page.getByRole("link", { name: "Katalog" }).click();
    await page.locator('[name="present"]').fill("carbapenemase");
    await page.getByRole("button", { name: "Søk" }).click();
    await page.getByText("Viser 1 av 1 stammer").waitFor();
    await seen("catalogue");
    await page.getByRole("link", { name: "Forfaller" }).click();
    await page.getByText("Stammer med rør på færre enn 2 steder: 1").waitFor();
    await seen("due");
  });

  it("ships one vial to an institution under an agreement", async () => {
    await page.getByRole("link", { name: "Forespørsler" }).click();
    await fill_dialog("Ny avtale", {
      institution: "SSI",
      reference: "MTA 14",
      valid_from: "2020-01-01",
      valid_until: "2099-01-01",
    });
    await fill_dialog("Ny forespørsel", {
      institution: "SSI",
      person: "A. Jensen",
      contact: "aj@ssi.example",
      strains: strain,
      purpose: "metodesammenligning",
    });
    await seen("requests");
    const other = await new_page(browser, registry.address);
    await log_in(other, people.microbiologist);
    await other.goto(`${registry.address}/bank/requests`);
    await other.getByRole("link", { name: /^KRQ-0001/ }).click();
    await other.getByRole("button", { name: "Godkjenn" }).click();
    await other
      .getByRole("dialog")
      .getByRole("button", { name: "Lagre" })
      .click();
    await other.getByRole("button", { name: "Rørene er plukket" }).waitFor();
    await page.getByRole("link", { name: /^KRQ-0001/ }).click();
    await seen("request");
    await page.getByRole("button", { name: "Rørene er plukket" }).click();
    await fill_dialog("Sendt", {});
    await page.getByRole("button", { name: "Mottatt", exact: true }).waitFor();
    await page.goto(`${registry.address}/bank/strains/${strain}`);
    await page.getByText("Sendt ut etter forespørsel: KRQ-0001").waitFor();
    // The browser itself reports the position that was refused above.
    const errors = [...page.errors, ...other.errors].filter((error) => !error.includes("409"));
    assert.deepEqual(errors, []);
  });

  it("seals a panel that says how many strains exist", async () => {
    await page.getByRole("link", { name: "Paneler" }).click();
    await page.locator('[name="title"]').fill("EQA");
    await page.locator('[name="seed"]').fill("kres-1");
    await page.locator('[name="name_0"]').fill("KPC");
    await page.locator('[name="count_0"]').fill("3");
    await page.getByRole("button", { name: "Prøv" }).click();
    await page.getByText("1 av 3").waitFor();
    await seen("panels");
    await page.getByRole("button", { name: "Velg og forsegl" }).click();
    await page.getByRole("heading", { level: 1, name: /^KRP-0001-/ }).waitFor();
    assert.equal(await page.getByText(strain).count(), 0, "the key is sealed");
    await seen("panel");
  });
});
