// The main job on the page: log in, find HS11286, validate, approve as another person, fetch the PDF.
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

describe("page", { timeout: 600_000 }, () => {
  let registry, browser, page, accession;

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const row_of = (sender_id) => page.getByRole("row").filter({ hasText: sender_id });

  it("asks who one is and refuses a wrong password in the reader's language", async () => {
    await page.getByRole("heading", { name: "Logg inn" }).waitFor();
    await assert_accessible(page);
    await page.getByLabel("Brukernavn").fill(people.bioengineer.username);
    await page.getByLabel("Passord").fill("feil passord");
    await page.getByRole("button", { name: "Logg inn" }).click();
    await page.getByRole("alert").filter({ hasText: "Brukernavn eller passord er feil" }).waitFor();
    await take_picture(page, "log_in-1280");
  });

  it("shows the work list with the overdue isolate first, also by keyboard", async () => {
    await log_in(page, people.bioengineer);
    await page.getByText("Viser 4 av 4 isolater").waitFor();
    await until_analysed();
    const first = page.getByRole("row").nth(1);
    assert.match(await first.innerText(), /UNN-26-00417[\s\S]*over fristen/);
    assert.match(await first.innerText(), /Klebsiella pneumoniae\s*ST11[\s\S]*CPO[\s\S]*blaKPC-2/);
    assert.match(await first.innerText(), /konstruert/);
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "work_list-1280");
    accession = await first.getByRole("link").innerText();
    await first.getByRole("link").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: accession }).waitFor();
  });

  // Jobs run one after the other; the list is asked again until the last is done.
  async function until_analysed() {
    for (let round = 0; round < 120; ++round) {
      await page.reload();
      await page.getByText("Viser 4 av 4 isolater").waitFor();
      if ((await page.getByText("Klar for svar").count()) >= 4) return;
      await page.waitForTimeout(1000);
    }
    assert.fail("the genomes were not analysed in two minutes");
  }

  it("finds isolates by search and by state", async () => {
    await page
      .getByLabel("Hovedmeny")
      .getByRole("link", { name: "Arbeidsliste" })
      .click();
    await page.getByRole("searchbox").fill("OUS-26-11873");
    await page.getByText("Viser 1 av 1 isolat.").waitFor();
    await page.getByRole("searchbox").fill("finnes ikke");
    await page.getByText("Ingen isolater passer").waitFor();
    await page.getByRole("searchbox").fill("");
    await page.getByRole("button", { name: /^Over fristen/ }).click();
    await page.getByText("Viser 1 av 1 isolat.").waitFor();
    await row_of("UNN-26-00417").getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: accession }).waitFor();
  });

  it("puts the verdict first and explains meropenem by blaKPC-2", async () => {
    const verdict = page.getByRole("region", { name: "Konklusjon" });
    assert.match(await verdict.innerText(), /blaKPC-2/);
    assert.match(await verdict.innerText(), /CPO\s+Oppfylt/);
    const meropenem = page
      .getByRole("region", { name: "Målt mot predikert", exact: true })
      .getByRole("row", { name: /^meropenem/i })
      .first();
    assert.match(await meropenem.innerText(), /Samsvar[\s\S]*blaKPC-2/);
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "isolate-1280");
  });

  it("marks constructed susceptibility data in every row", async () => {
    const rows = page
      .getByRole("region", { name: "Tabell: Resistensbestemmelse" })
      .getByRole("row");
    const texts = (await rows.allInnerTexts()).slice(1);
    assert.ok(texts.length > 5);
    for (const text of texts) assert.match(text, /konstruert/);
  });

  it("names the critical gene and where it sits before the tables of the genome", async () => {
    const genome = await page.getByRole("region", { name: "Genomfunn", exact: true }).innerText();
    assert.match(genome, /Kritiske gener\s+blaKPC-2 karbapenemase \S+[\s\S]*Hvor genene sitter/);
  });

  it("leads from the drawn gene to its row in the table by keyboard", async () => {
    const gene = page.getByRole("button", { name: /^blaKPC-2, kritisk gen/ });
    assert.match(
      await gene.getAttribute("aria-label"),
      /CP003224\.1: 20\s557–21\s438, fremre tråd/,
    );
    await gene.focus();
    await page.keyboard.press("Enter");
    const row = await page.evaluate(() => document.activeElement?.textContent ?? "");
    assert.match(row, /^blaKPC-2.*karbapenemase.*eksakt.*intakt/);
  });

  it("takes the answer from draft to signature by two persons and serves the PDF", async () => {
    await page.getByRole("button", { name: "Lag utkast til svar" }).click();
    await page.getByRole("radio", { name: "foreløpig" }).check();
    await assert_accessible(page);
    await take_picture(page, "draft-1280");
    await page.getByRole("button", { name: "Lag utkast", exact: true }).click();
    const answer = page.getByRole("region", { name: "Svar", exact: true });
    await answer.getByText("Foreløpig", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Foreløpig eller endelig …" }).click();
    assert.ok(await page.getByRole("radio", { name: "endelig" }).isChecked());
    await page.getByRole("button", { name: "Lag utkast", exact: true }).click();
    await answer.getByText("Foreløpig", { exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Valider teknisk/ }).click();
    await page.getByLabel("Kommentar (valgfri)").fill("Kontrollert mot rådata.");
    await page.getByRole("button", { name: "Valider", exact: true }).click();
    await page.getByText("Svaret er teknisk validert.").waitFor();
    const approve = page.getByRole("button", { name: /^Godkjenn og signer/ });
    assert.equal(await approve.getAttribute("aria-disabled"), "true");
    await page.getByText("Medisinsk godkjenning gjøres av en medisinsk mikrobiolog.").waitFor();

    await page.getByRole("button", { name: "Logg ut" }).click();
    await log_in(page, people.microbiologist);
    await approve.click();
    await take_picture(page, "approve-1280");
    await assert_accessible(page);
    await page.getByRole("button", { name: "Godkjenn og signer", exact: true }).click();
    await page.getByText("Svaret er godkjent og signert.").waitFor();
    await assert_accessible(page);

    const link = await page.getByRole("link", { name: /^Åpne PDF/ }).getAttribute("href");
    const pdf = await page.request.get(registry.address + link);
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
    await take_picture(page, "signed-1280");
  });

  it("calls a broken gene broken and the intrinsic genes natural", async () => {
    await page
      .getByLabel("Hovedmeny")
      .getByRole("link", { name: "Arbeidsliste" })
      .click();
    await row_of("OUS-26-11873").getByRole("link").click();
    const acquired = page.getByRole("region", { name: "Tabell: Resistensgener og mutasjoner" });
    const oxa = acquired.getByRole("row", { name: /blaOXA/ });
    assert.match(await oxa.innerText(), /ødelagt – gir ingen resistens/);
    const natural = page.getByRole("region", { name: "Tabell: Naturlige gener" });
    assert.match(await natural.innerText(), /blaSHV[\s\S]*fosA/);
    await take_picture(page, "isolate_mgh78578-1280");
  });

  it("speaks English when asked, and remembers it", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("region", { name: "Conclusion" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.reload();
    await page.getByLabel("Main menu").getByRole("link", { name: "Work list" }).waitFor();
    await page.getByRole("button", { name: "Norsk" }).click();
  });

  it("leads back to the same page after the session was lost", async () => {
    await page
      .getByLabel("Hovedmeny")
      .getByRole("link", { name: "Arbeidsliste" })
      .click();
    await page.getByRole("heading", { level: 1, name: "Arbeidsliste" }).waitFor();
    await page.context().clearCookies();
    // A page asks the server now and then by itself, so it may notice before anybody searches.
    await page
      .getByRole("searchbox")
      .fill("OUS-26-11873", { timeout: 5000 })
      .catch(() => {});
    await page.getByText("Økten er utløpt").waitFor();
    await log_in(page, people.microbiologist);
    await page.getByRole("heading", { level: 1, name: "Arbeidsliste" }).waitFor();
  });

  it("fits a phone, with cards instead of the table", async () => {
    const phone = await new_page(browser, registry.address, 390);
    await log_in(phone, people.bioengineer);
    await phone.getByText("Viser 4 av 4 isolater").waitFor();
    await assert_fits(phone);
    await assert_accessible(phone);
    await take_picture(phone, "work_list-390");
    await phone.getByRole("link", { name: accession }).click();
    await phone.getByRole("region", { name: "Konklusjon" }).waitFor();
    await assert_fits(phone);
    await assert_accessible(phone);
    await take_picture(phone, "isolate-390");
    assert.deepEqual(phone.errors, []);
  });

  it("runs without errors in scripts or against the content security policy", () => {
    const unexpected = page.errors.filter((text) => !/status of 40[13]/.test(text));
    assert.deepEqual(unexpected, []);
  });
});
