// An answer before there is a genome, and the final one that follows when it has come.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  assert_accessible,
  assert_fits,
  log_in,
  new_page,
  open_browser,
  take_picture,
} from "./browser.mjs";
import { people, start_registry, write_assembly } from "./registry.mjs";

const a_while = 120_000; // for what waits for an explanation or an analysis

const rows = {
  "referral.tsv": [
    "laboratory sender_id suspected_group received organism",
    "UNN K-1 CPO @ Klebsiella_pneumoniae",
  ],
  "susceptibility.tsv": [
    "isolate organism agent method sign value",
    "K-1 Klebsiella_pneumoniae meropenem broth_microdilution = 32",
    "K-1 Klebsiella_pneumoniae gentamicin broth_microdilution = 0.5",
    "K-1 Klebsiella_pneumoniae colistin broth_microdilution = 0.5",
  ],
};

describe("before the genome", { timeout: 600_000 }, () => {
  let registry, browser, page, accession;

  // The sheets of one referral; a genome stands in a last column.
  const refer = (genome) => {
    const folder = join(registry.folder, genome ? "with" : "without");
    mkdirSync(folder);
    const today = new Date().toISOString().slice(0, 10);
    for (const [name, lines] of Object.entries(rows)) {
      const cells = lines.map((line) =>
        line
          .replace("@", today)
          .split(" ")
          .map((cell) => cell.replace("_p", " p")),
      );
      if (genome && name === "referral.tsv") {
        cells[0].push("genome_file");
        cells[1].push(genome);
        write_assembly(folder, "HS11286", genome);
      }
      writeFileSync(
        join(folder, name),
        cells.map((row) => row.join("\t") + "\n").join(""),
      );
    }
    registry.run(["import", "referral", folder]);
  };
  const open_isolate = async (on = page) => {
    await on.goto(`${registry.address}/isolates/${accession}`);
    await section("Svar", on).waitFor({ timeout: a_while });
  };
  const section = (name, on = page) =>
    on.getByRole("region", { name, exact: true });
  const dialog = (on = page) => on.getByRole("dialog");
  const press = (name, on = page) =>
    on.getByRole("button", { name, exact: true }).click();
  const sign = async (title) => {
    await press("Lag utkast til svar");
    await dialog().getByRole("radio", { name: title }).check();
    await press("Lag utkast");
    const colleague = await new_page(browser, registry.address);
    await log_in(colleague, people.second_bioengineer);
    await open_isolate(colleague);
    await press("Valider teknisk …", colleague);
    await dialog(colleague).getByRole("button", { name: "Valider" }).click();
    const doctor = await new_page(browser, registry.address);
    await log_in(doctor, people.microbiologist);
    await open_isolate(doctor);
    await press("Godkjenn og signer …", doctor);
    await dialog(doctor)
      .getByRole("button", { name: "Godkjenn og signer" })
      .click();
    await section("Svar", doctor)
      .getByText("Signert")
      .first()
      .waitFor({ timeout: a_while });
    for (const one of [colleague, doctor]) await one.context().close();
    await page.reload();
  };

  before(async () => {
    registry = await start_registry({ referrals: false });
    refer();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    await log_in(page, people.bioengineer);
    const row = page.getByRole("row").filter({ hasText: "K-1" });
    accession = await row.getByRole("link").innerText();
    await row.getByText("Venter på genom").waitFor({ timeout: a_while });
    await open_isolate();
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  it("an isolate is explained from what was measured and tested", async () => {
    await section("Bekreftende tester")
      .getByRole("button", { name: "Legg inn testresultat" })
      .click();
    await dialog().getByRole("combobox", { name: "Test" }).selectOption("ict");
    await dialog().getByRole("checkbox", { name: "KPC" }).check();
    await dialog().getByRole("button", { name: "Lagre" }).click();
    const conclusion = section("Konklusjon");
    await conclusion
      .getByText("karbapenemaseprodusent, vist med immunkromatografi")
      .waitFor({ timeout: a_while });
    await conclusion.getByText("Ingen genom er lest ennå").waitFor();
    await section("Genomfunn")
      .getByText("Gener og mutasjoner er ikke undersøkt")
      .waitFor();
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "phenotype-1280");
  });

  it("a final answer asks why no genome is waited for", async () => {
    await press("Lag utkast til svar");
    const preliminary = dialog().getByRole("radio", { name: "foreløpig" });
    assert.ok(await preliminary.isChecked(), "what is usual is offered first");
    const reason = dialog().getByLabel("Hvorfor det ikke ventes på et genom");
    assert.equal(await reason.count(), 0);
    await dialog().getByRole("radio", { name: "endelig" }).check();
    await reason.waitFor();
    assert.equal(await reason.getAttribute("required"), "");
    await assert_accessible(page);
    await take_picture(page, "phenotype_draft-1280");
    await page.keyboard.press("Escape");
  });

  it("a preliminary answer says that no genome was read, and the isolate waits for it", async () => {
    await sign("foreløpig");
    await section("Svar")
      .getByText("Bygger ikke på noe genom")
      .waitFor({ timeout: a_while });
    const pdf = await section("Svar")
      .getByRole("link", { name: /^Åpne PDF/ })
      .getAttribute("href");
    const file = await page.request.get(`${registry.address}${pdf}`);
    assert.equal(file.status(), 200);
    assert.equal((await file.body()).subarray(0, 5).toString(), "%PDF-");
    const json = await page.request.get(
      `${registry.address}${pdf.replace(/pdf$/, "json")}`,
    );
    const document = await json.json();
    assert.equal(document.genome, null);
    assert.match(
      document.no_genome.text.nb,
      /Resistensmekanismer er derfor ikke undersøkt/,
    );
    assert.deepEqual(document.negatives, []);
    await page.getByText("Venter på genom").first().waitFor();
  });

  it("the genome brings the isolate back, and the final answer names the first", async () => {
    refer("HS11286.fna");
    await page.goto(registry.address);
    const row = page.getByRole("row").filter({ hasText: "K-1" });
    await row.getByText("Klar for svar").waitFor({ timeout: a_while });
    await open_isolate();
    await section("Konklusjon").getByText("blaKPC-2").first().waitFor();
    assert.equal(
      await section("Konklusjon").getByText("Ingen genom er lest").count(),
      0,
    );
    await sign("endelig");
    const versions = section("Svar");
    await versions.getByText("Versjon 2").waitFor({ timeout: a_while });
    await versions
      .getByText("1 tidligere versjon")
      .click();
    await versions.getByText("Bygger ikke på noe genom").waitFor();
  });

  it("fits a phone", async () => {
    const phone = await new_page(browser, registry.address, 390);
    await log_in(phone, people.bioengineer);
    await open_isolate(phone);
    await assert_fits(phone);
    await phone.context().close();
  });
});
