// Files are sent from the isolate page: paused, taken up after a reload, refused when they are others; then what
// only reads tell is shown with plots and tables.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import {
  assert_accessible,
  assert_fits,
  log_in,
  new_page,
  open_browser,
  take_picture,
} from "./browser.mjs";
import { add_reads } from "./reads_document.mjs";
import { people, start_registry, write_assembly, write_reads } from "./registry.mjs";

describe("files of an isolate", { timeout: 600_000 }, () => {
  let registry, browser, page, assembly;

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    await log_in(page, people.bioengineer);
    assembly = write_assembly(registry.folder, "NTUH-K2044", "sent.fna");
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const files = () => page.getByRole("region", { name: "Filer", exact: true });

  // Parts come slowly while `slow` is set, so that a person has time to pause.
  let slow = true;
  async function slow_down() {
    await page.route("**/api/v1/uploads/*/files/*", async (route) => {
      if (slow) await new Promise((go) => setTimeout(go, 1500));
      await route.continue().catch(() => undefined);
    });
  }

  it("begins an upload by keyboard and pauses it", async () => {
    await page.getByRole("row").filter({ hasText: "UNN-26-00417" }).getByRole("link").click();
    await files().getByText("Ny innsending").focus();
    await page.keyboard.press("Enter");
    await assert_accessible(page);
    await files().getByRole("button", { name: "Send inn" }).click();
    await files().getByText("Velg alle filene først.").waitFor();
    await files().getByLabel("Sammenstilling", { exact: true }).check();
    await files().getByLabel("Sammenstilling (assembly)").setInputFiles(assembly);
    await slow_down();
    await files().getByRole("button", { name: "Send inn" }).click();
    await files().getByText("Sender …").waitFor();
    await files()
      .getByText(/^4,2 MB av /)
      .waitFor();
    await files().getByRole("button", { name: "Pause" }).click();
    await files().getByText("Satt på pause").waitFor();
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "upload_paused-1280");
  });

  it("takes it up after a reload when it is shown the same file, and no other", async () => {
    await page.reload();
    const choice = files().getByLabel("Velg den samme filen på nytt for å fortsette");
    await choice.setInputFiles({
      name: "sent.fna",
      mimeType: "text/plain",
      buffer: Buffer.alloc(9),
    });
    await files().getByText("Dette er ikke de samme filene").waitFor();
    await assert_accessible(page);
    slow = false;
    await choice.setInputFiles(assembly);
    await files().getByText("Innsendingen er avsluttet.").waitFor();
    const row = files().getByRole("row", { name: /^sent\.fna/ });
    assert.match(await row.innerText(), new RegExp(digest_of(assembly)));
    assert.match(await row.innerText(), /Sammenstilling \(assembly\)\s+2\s/);
  });

  it("shows the analysis of what was sent as it goes, and what came of it", async () => {
    await page.getByText("Hypervirulens").or(page.getByText("ST23")).first().waitFor();
    const history = page.getByRole("region", { name: "Historikk" });
    assert.match(await history.innerText(), /Innsending påbegynt[\s\S]*Fil lagret/);
  });

  it("gives up an upload when asked to", async () => {
    await files().getByText("Ny innsending").click();
    await files().getByLabel("Uparede avlesninger", { exact: true }).check();
    await files()
      .getByLabel("Avlesninger, uparede")
      .setInputFiles({
        name: "r.fq",
        mimeType: "text/plain",
        buffer: Buffer.alloc(9_000_000, "@"),
      });
    slow = true;
    await files().getByRole("button", { name: "Send inn" }).click();
    await files().getByRole("button", { name: "Avbryt innsendingen" }).click();
    await files().getByText("Innsendingen er avsluttet.").waitFor({ state: "attached" });
    await files().getByRole("progressbar").waitFor({ state: "detached" });
    slow = false;
  });

  it("refuses what is no genome in the reader's language", async () => {
    await page.reload();
    await files().getByText("Ny innsending").click();
    await files().getByLabel("Uparede avlesninger", { exact: true }).check();
    await files()
      .getByLabel("Avlesninger, uparede")
      .setInputFiles({
        name: "x.fq",
        mimeType: "text/plain",
        buffer: Buffer.from(">no FASTQ"),
      });
    await files().getByRole("button", { name: "Send inn" }).click();
    await files().getByText("En fil er ikke det den er sagt å være.").waitFor();
    await assert_accessible(page);
    await files().getByRole("button", { name: "Avbryt innsendingen" }).click();
    await files().getByRole("progressbar").waitFor({ state: "detached" });
  });

  it("sends a pair of reads and draws their quality", async (t) => {
    const pair = write_reads(registry.folder, "HS11286");
    if (!pair) return t.skip("needs art_illumina");
    await page
      .getByLabel("Hovedmeny")
      .getByRole("link", { name: "Arbeidsliste" })
      .click();
    await page.getByRole("row").filter({ hasText: "OUS-26-11873" }).getByRole("link").click();
    await files().getByText("Ny innsending").click();
    await files().getByLabel("Par av avlesninger", { exact: true }).check();
    await files().getByLabel("Avlesninger, fremre (R1)").setInputFiles(pair[0]);
    await files().getByLabel("Avlesninger, bakre (R2)").setInputFiles(pair[1]);
    slow = true;
    await files().getByRole("button", { name: "Send inn" }).click();
    await files().getByRole("button", { name: "Pause" }).click();
    slow = false;
    await files().getByRole("button", { name: "Fortsett" }).click();
    await files().getByText("Innsendingen er avsluttet.").waitFor();
    await files().getByRole("row", { name: /^plasmid_R1\.fq/ }).waitFor();
    await files().getByRole("row", { name: /^plasmid_R2\.fq/ }).waitFor();
    const reads = page.getByRole("region", {
      name: "Avlesninger",
      exact: true,
    });
    await reads
      .getByRole("img", { name: /snittkvalitet for hver base/ })
      .waitFor({ timeout: 120_000 });
    await reads.getByText("Vis som tabell").first().click();
    const quality = reads.getByRole("region", {
      name: "Tabell: Kvalitet etter syklus",
    });
    assert.match(await quality.innerText(), /141–150/);
    assert.match(await reads.innerText(), /plasmid_R1\.fq|2 filer/);
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "reads_of_a_plasmid-1280");
  });

  for (const width of [1280, 390])
    it(`shows what only reads tell, with a table for each plot, at ${width} px`, async () => {
      const reader = await new_page(browser, registry.address, width);
      await reader.route("**/api/v1/isolates/*?*", async (route) => {
        const answer = await route.fetch();
        const isolate = await answer.json();
        if (isolate.analysis) add_reads(isolate.analysis);
        await route.fulfill({ response: answer, json: isolate });
      });
      await log_in(reader, people.bioengineer);
      await reader.getByRole("link", { name: /-CPO-/ }).first().click();
      const reads = reader.getByRole("region", {
        name: "Avlesninger",
        exact: true,
      });
      await reads.getByRole("img", { name: /snittkvalitet for hver base/ }).waitFor();
      await reads.getByRole("img", { name: /dybden i hvert gen/ }).waitFor();
      for (const table of await reads.getByText("Vis som tabell").all()) await table.click();
      const quality = reads.getByRole("region", {
        name: "Tabell: Kvalitet etter syklus",
      });
      assert.match(await quality.innerText(), /141–150/);
      assert.match(await reads.innerText(), /gyrA S83I[\s\S]*3,9 %[\s\S]*4 av 102 avlesninger/);
      assert.match(await reads.innerText(), /Den andre stammen utgjør 7,0 % \(3,0–14 %\)/);
      assert.match(await reads.innerText(), /blaKPC-2, blaKPC-3/);
      const genome = await reader
        .getByRole("region", { name: "Genomfunn", exact: true })
        .innerText();
      assert.match(genome, /dybde 205×; 2,1 kopier \(1,8–2,4\); 93 % \(90–95 %\) av avlesningene/);
      assert.match(genome, /dybde som en forurensning/);
      assert.match(genome, /23S G2576T i 2 av 6 kopier: 33 % \(29–37 %\)/);
      assert.match(genome, /mcr-gener: ikke funnet ved dybde 98×; .* høyst 0,01 %/);
      await assert_accessible(reader);
      await assert_fits(reader);
      await take_picture(reader, `reads-${width}`);
      assert.deepEqual(
        reader.errors.filter((text) => !/status of 40[13]/.test(text)),
        [],
      );
    });

  it("runs without errors in scripts or against the content security policy", () => {
    const unexpected = page.errors.filter((text) => !/status of 4(0[13]|09|22)/.test(text));
    assert.deepEqual(unexpected, []);
  });
});

function digest_of(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
