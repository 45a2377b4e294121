// Measurements by keyboard, what the genome says of them, and the same values under other breakpoints.
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
import { Staff } from "./staff.mjs";

// For what waits for an analysis, or comes while one runs.
const a_while = 120_000;

describe("measurements", { timeout: 600_000 }, () => {
  let registry, browser, page, accession;

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    await log_in(page, people.bioengineer);
    const row = page.getByRole("row").filter({ hasText: "UNN-26-00417" });
    accession = await row.getByRole("link").innerText();
    await row.getByText("Klar for svar").waitFor({ timeout: a_while });
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const entry_row = (agent) => page.locator(`tr[data-row^="${agent}|"]`);
  const value_of = (agent) => entry_row(agent).getByRole("textbox");
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  it("are reached from the isolate by keyboard", async () => {
    await page.getByRole("link", { name: accession }).focus();
    await keys("Enter");
    await page
      .getByRole("heading", { level: 1, name: accession })
      .waitFor({ timeout: a_while });
    await page.getByRole("link", { name: "Legg inn målinger" }).focus();
    await keys("Enter");
    await page
      .getByRole("heading", { level: 1, name: "Legg inn målinger" })
      .waitFor();
    await page.getByText("EUCAST v16.0").waitFor();
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "entry-1280");
  });

  it("stand one row an agent in the order of an answer, with what is stored", async () => {
    const agents = await page.locator("tr[data-row] th").allInnerTexts();
    assert.match(agents[0], /^meropenem/);
    assert.ok(agents.length > 20, `${agents.length} agents`);
    assert.match(await value_of("meropenem").inputValue(), /^\d/);
  });

  it("show category and wild type as three values are typed by keyboard alone", async () => {
    await value_of("imipenem").focus();
    await keys("Control+a", ..."32");
    await entry_row("imipenem")
      .getByText("R, resistent")
      .waitFor({ state: "attached" });
    await entry_row("imipenem").getByText("Villtype: nei").waitFor();
    await entry_row("imipenem")
      .getByRole("img", { name: /imipenem 32 mg\/L/ })
      .waitFor();
    await keys("Enter");
    assert.match(await focused(), /^Verdi, ertapenem/);
    await keys("Control+a", ..."<=0,125");
    await entry_row("ertapenem")
      .getByText("S, følsom, standard dosering")
      .waitFor({ state: "attached" });
    assert.equal(
      await entry_row("ertapenem")
        .getByLabel(/^Fortegn/)
        .inputValue(),
      "<=",
    );

    await value_of("aztreonam-avibactam").focus();
    await keys("ArrowUp");
    assert.equal(await value_of("aztreonam-avibactam").inputValue(), "1");
    await keys(
      "ArrowUp",
      "ArrowUp",
      "ArrowDown",
      "ArrowDown",
      "ArrowDown",
      "ArrowDown",
    );
    assert.equal(await value_of("aztreonam-avibactam").inputValue(), "0,25");
    await keys("Shift+ArrowDown");
    assert.equal(
      await entry_row("aztreonam-avibactam")
        .getByLabel(/^Fortegn/)
        .inputValue(),
      "<=",
    );
    await entry_row("aztreonam-avibactam").getByRole("img").waitFor();
    await page.getByText("3 verdier er ikke lagret.").waitFor();
    await assert_accessible(page);
    await take_picture(page, "entry_typed-1280");
  });

  it("say at the row, in words, what cannot be", async () => {
    await value_of("cefepime").first().focus();
    await keys("Control+a", ..."3");
    await entry_row("cefepime")
      .getByText("ikke et tofoldig fortynningstrinn")
      .waitFor();
    assert.equal(
      await value_of("cefepime").first().getAttribute("aria-invalid"),
      "true",
    );
    await page.getByText("1 av dem kan ikke brukes slik den står.").waitFor();
    await assert_accessible(page);
    await take_picture(page, "entry_fault-1280");
    await keys("Escape");
    await page.getByText("3 verdier er ikke lagret.").waitFor();
  });

  it("are not left behind without a question, and survive a lost session", async () => {
    await page
      .getByLabel("Hovedmeny")
      .getByRole("link", { name: "Arbeidsliste" })
      .click();
    const question = page.getByRole("dialog");
    await question.getByText("3 verdier er ikke lagret og går tapt.").waitFor();
    await assert_accessible(page);
    await question.getByRole("button", { name: "Bli på siden" }).click();
    assert.equal(await value_of("imipenem").inputValue(), "32");
    await page.context().clearCookies();
    await value_of("imipenem").focus();
    await keys("ArrowUp");
    await page.getByText("Økten er utløpt").waitFor();
    await log_in(page, people.bioengineer);
    await page
      .getByRole("heading", { level: 1, name: "Legg inn målinger" })
      .waitFor();
    assert.equal(await value_of("imipenem").inputValue(), "64");
    await page.getByText("3 verdier er ikke lagret.").waitFor();
  });

  // Another result, and the analysis after it, change the isolate while the values are typed.
  it("are saved all at once, whatever else came in meanwhile, and explained", async () => {
    const colleague = await new Staff(
      registry.address,
      people.microbiologist,
    ).log_in();
    const result = { test: "carba_np", outcomes: ["positive"] };
    await colleague.send("POST", `/api/v1/isolates/${accession}/tests`, result);
    await value_of("imipenem").focus();
    await keys("Control+Enter"); // a stored value is replaced: the cursor asks why
    const why = page.getByLabel(/^Hvorfor rettes verdier/);
    assert.ok(await why.evaluate((field) => field === document.activeElement));
    await assert_accessible(page);
    await take_picture(page, "entry_reason-1280");
    await page.keyboard.type("avlest på nytt");
    await keys("Enter");
    await page.getByText("3 målinger er lagret.").waitFor({ timeout: a_while });
    const rows = page.getByRole("region", {
      name: "Tabell: Resistensbestemmelse",
    });
    const stored = rows.getByRole("row", { name: /^imipenem .*64 mg\/L/ });
    await stored.waitFor();
    assert.match(await stored.innerText(), /Rettet: avlest på nytt/);
    const reconciliation = page.getByRole("region", {
      name: "Målt mot predikert",
      exact: true,
    });
    const imipenem = reconciliation.getByRole("row", {
      name: /^imipenem 64 mg\/L R/,
    });
    await imipenem.waitFor({ timeout: a_while });
    assert.match(await imipenem.innerText(), /Samsvar[\s\S]*blaKPC-2/);
    const history = page.getByRole("region", { name: "Historikk" });
    assert.match(await history.innerText(), /Anne Bakke|anne/);
  });

  it("are reconciled in a table that sorts and filters, with the evidence and its place", async () => {
    const section = page.getByRole("region", {
      name: "Målt mot predikert",
      exact: true,
    });
    await section.getByRole("button", { name: /^Klasse/ }).click();
    const column = section.getByRole("columnheader", { name: /^Klasse/ });
    assert.equal(await column.getAttribute("aria-sort"), "ascending");
    const last = section.getByRole("row").last();
    assert.match(await last.innerText(), /Samsvar/);
    await section.getByRole("button", { name: /^Samsvar/ }).click();
    for (const text of (await section.getByRole("row").allInnerTexts()).slice(
      1,
    ))
      assert.match(text, /Samsvar/);
    await section.getByRole("button", { name: /^Alle/ }).click();
    const meropenem = section.getByRole("row", { name: /^meropenem/ }).first();
    await meropenem.getByText(/holdepunkt/).click();
    assert.match(
      await meropenem.innerText(),
      /blaKPC-2[\s\S]*CP003224\.1 20\s557–21\s438[\s\S]*Når regelen ikke holder[\s\S]*uttrykkes godt/,
    );
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "reconciliation-1280");
    await meropenem
      .getByRole("link", { name: "Vis genet blaKPC-2" })
      .first()
      .click();
    const row = await page.evaluate(
      () => document.activeElement?.textContent ?? "",
    );
    assert.match(row, /^blaKPC-2/);
  });

  it("are shown under another version, with what changes", async () => {
    await page
      .getByRole("link", { name: "Tolkning under en annen versjon" })
      .click();
    await page.getByLabel("Brytningspunkter").selectOption("EUCAST v15.0");
    const table = page.getByRole("region", {
      name: "Tabell: Tolkninger side om side",
    });
    const meropenem = table.getByRole("row", { name: /^meropenem/ }).first();
    await meropenem.waitFor();
    assert.match(await table.innerText(), /EUCAST v16\.0[\s\S]*EUCAST v15\.0/);
    await page
      .getByRole("status")
      .filter({ hasText: /kategori/ })
      .waitFor();
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "versions-1280");
    await page
      .getByLabel("Brytningspunkter")
      .selectOption("EUCAST v16.0 (i bruk)");
    await page.getByText("alle kategorier blir de samme").waitFor();
  });

  it("are gone through in the whole registry", async () => {
    await page
      .getByLabel("Hovedmeny")
      .getByRole("link", { name: "Arbeidsliste" })
      .click();
    await page
      .getByRole("link", { name: "Svar som ville blitt endret" })
      .click();
    await page.getByText(/Alle \d+ isolater er sett på/).waitFor();
    await page.getByText("Ingen kategori endres.").waitFor();
    const renewed = page.getByRole("region", {
      name: "Nytt referansesett",
      exact: true,
    });
    await renewed
      .getByText("Alle analyserte isolater er analysert med det.")
      .waitFor();
    await renewed.getByText("Ingen av dem ville blitt annerledes.").waitFor();
    await page.getByLabel("Brytningspunkter").selectOption("EUCAST v15.0");
    await page.getByText(/Alle \d+ isolater er sett på/).waitFor();
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "registry_changes-1280");
  });

  it("fit a phone, as cards", async () => {
    const phone = await new_page(browser, registry.address, 390);
    await log_in(phone, people.bioengineer);
    const look = async (path, ready, name) => {
      await phone.goto(`${registry.address}${path}`);
      await ready().waitFor();
      await assert_fits(phone);
      await assert_accessible(phone);
      await take_picture(phone, `${name}-390`);
    };
    const isolate = `/isolates/${accession}`;
    await look(
      `${isolate}/measurements`,
      () => phone.locator("tr[data-row]").first(),
      "entry",
    );
    await phone
      .locator('tr[data-row^="cefepime|"]')
      .getByRole("textbox")
      .fill("4");
    await phone.locator('tr[data-row^="cefepime|"]').getByRole("img").waitFor();
    await take_picture(phone, "entry_typed-390");
    await assert_fits(phone);
    await phone.evaluate(() => sessionStorage.clear());
    await phone.getByRole("button", { name: "Forkast alle" }).click();
    await look(
      `${isolate}/interpretations?version=EUCAST v15.0`,
      () => phone.getByRole("row", { name: /^meropenem/ }).first(),
      "versions",
    );
    await look(
      "/interpretation-changes?version=EUCAST v15.0",
      () => phone.getByText(/Alle \d+ isolater er sett på/),
      "registry_changes",
    );
    await look(
      isolate,
      () => phone.getByRole("region", { name: "Konklusjon" }),
      "isolate_cards",
    );
    assert.deepEqual(phone.errors, []);
  });

  it("run without errors in scripts or against the content security policy", () => {
    const unexpected = page.errors.filter(
      (text) => !/status of (401|403|412)/.test(text),
    );
    assert.deepEqual(unexpected, []);
  });
});
