// A day in the laboratory: a sheet of twenty isolates, a box with one tube missing and one that nobody
// announced, measurements, analyses, validation, approval by another, delivery, an amendment.
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
import { people, start_registry, write_reads } from "./registry.mjs";
import { Staff } from "./staff.mjs";

const ids = Array.from({ length: 20 }, (_, i) => `DAG-${String(i + 1).padStart(2, "0")}`);
const sequenced = ids.slice(0, 3);
const [lost, stranger] = [ids[17], ids[19]]; // announced and not in the box; in it and not announced
const today = new Date().toISOString().slice(0, 10);

const sheet = [
  "sender_id;suspected_group;sends;organism;sampled;material;infection_or_carriage;patient;age;travel;hospital_abroad",
  ...ids.map(
    (id, i) =>
      `${id};CPO;${sequenced.includes(id) ? "begge" : "tube"};Klebsiella pneumoniae;${today};` +
      `${id === ids[4] ? "" : "urin"};infection;P-${i % 19};${40 + i};Spania;no`,
  ),
].join("\n");

describe("a day in the laboratory", { timeout: 600_000 }, () => {
  let registry, browser, sender, bench, bjarne, per, by_id;

  before(async () => {
    registry = await start_registry({ referrals: false });
    browser = await open_browser();
    bjarne = await new Staff(registry.address, people.second_bioengineer).log_in();
    per = await new Staff(registry.address, people.microbiologist).log_in();
    sender = await new_page(browser, registry.address);
    await log_in(sender, people.referring);
    bench = await new_page(browser, registry.address);
    await log_in(bench, people.bioengineer);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const menu = (page, name) =>
    page.getByRole("navigation").getByRole("link", { name, exact: true });
  const send_sheet = async (text, name = "henvisninger.csv") =>
    sender
      .getByLabel("Ark", { exact: true })
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const all = async (staff, path) => (await (await staff.send("GET", path)).json()).items;

  it("refuses a sheet with a mangled cell and names its row", async () => {
    await menu(sender, "Henvis").click();
    await send_sheet(sheet.replace("DAG-07;", "1-Mar;"));
    await sender.getByRole("alert").filter({ hasText: "1 feil" }).waitFor();
    const row = sender.getByRole("row").filter({ hasText: "Regnearket har gjort om cellen" });
    assert.match(await row.innerText(), /^8\s+Deres referanse/);
    await take_picture(sender, "sheet_refused-1280");
    await assert_accessible(sender);
  });

  it("takes a sheet of twenty isolates, and the same again changes nothing", async () => {
    await send_sheet(sheet);
    await sender.getByText(/20 nye, 0 utvidet, 0 uendret/).waitFor();
    assert.equal((await all(bjarne, "/api/v1/isolates")).length, 0, "a dry run stores nothing");
    await sender.getByRole("button", { name: "Send inn 20 henvisninger" }).click();
    await sender.getByText(/er lagret: 20 nye/).waitFor();
    await assert_accessible(sender);
    await assert_fits(sender);
    await take_picture(sender, "sheet_stored-1280");
    await send_sheet(sheet);
    await sender.getByText(/0 nye, 0 utvidet, 20 uendret/).waitFor();
    const isolates = await all(bjarne, "/api/v1/isolates?limit=100");
    by_id = Object.fromEntries(isolates.map((isolate) => [isolate.sender_id, isolate.accession]));
    assert.deepEqual(Object.keys(by_id).sort(), ids);
  });

  it("asks the sender what one referral lacks, and takes the answer", async () => {
    await menu(sender, "Spørsmål").click();
    await sender.getByText("1 spørsmål venter på svar").waitFor();
    const question = sender.getByRole("article", { name: new RegExp(`${ids[4]}: Hvilket prøve`) });
    await question.getByLabel("Svar").fill("urin");
    await assert_accessible(sender);
    await take_picture(sender, "queries-1280");
    await question.getByRole("button", { name: "Lagre svaret" }).click();
    await sender.getByText("0 spørsmål venter på svar").waitFor();
  });

  it("takes reads for three of them from the sender", async (t) => {
    const pair = write_reads(registry.folder, "HS11286");
    if (!pair) return t.skip("needs art_illumina");
    for (const id of sequenced) {
      await menu(sender, "Våre isolater").click();
      await sender.getByRole("link", { name: id, exact: true }).click();
      await sender.getByText("Ny innsending").click();
      await sender.getByLabel("Par av avlesninger", { exact: true }).check();
      await sender.getByLabel("Avlesninger, fremre (R1)").setInputFiles(pair[0]);
      await sender.getByLabel("Avlesninger, bakre (R2)").setInputFiles(pair[1]);
      await sender.getByRole("button", { name: "Send inn" }).click();
      await sender.getByText("Innsendingen er avsluttet.").waitFor({ state: "attached" });
    }
  });

  it("sends a box of nineteen tubes", async () => {
    await menu(sender, "Send kasse").click();
    await sender.getByRole("button", { name: "Velg alle 20" }).click();
    await sender.getByLabel(new RegExp(stranger)).uncheck();
    await sender.getByLabel("Kassens nummer").fill("K-1");
    await assert_accessible(sender);
    await sender.getByRole("button", { name: "Meld kassen med 19 prøver" }).click();
    await sender.getByText("Kasse K-1 er meldt med 19 prøver.").waitFor();
    await assert_fits(sender);
    await take_picture(sender, "dispatch-1280");
  });

  it("is unpacked by scanning: one tube is missing, one was not announced", async () => {
    await menu(bench, "Mottak").click();
    await bench.getByRole("button", { name: /UNN K-1/ }).click();
    const field = bench.getByLabel("Skann eller skriv nummeret på røret");
    const last = bench.locator(".last-scan");
    for (const id of ids.filter((one) => one !== lost)) {
      await field.fill(id === ids[0] ? by_id[id] : id);
      await field.press("Enter");
      await last.filter({ hasText: id }).waitFor();
      assert.match(await last.innerText(), id === stranger ? /^Uventet/ : /^Mottatt/);
    }
    await bench.getByText("18 av 19 rør er mottatt").waitFor();
    await scanned_at_once(["står her ikke", "finnes ikke"]);
    await last.filter({ hasText: "finnes ikke" }).waitFor(); // the last one, not the slowest
    assert.match(await last.innerText(), /^Ukjent nummer/);
    await assert_accessible(bench);
    await assert_fits(bench);
    await take_picture(bench, "receiving-1280");
    await bench.getByRole("button", { name: "Avslutt: 1 rør mangler" }).click();
    await bench.getByText("Kassen er pakket ut.").waitFor();
    const isolates = await all(bjarne, "/api/v1/isolates?limit=100");
    const sample = Object.fromEntries(isolates.map((one) => [one.sender_id, one.sample]));
    assert.equal(sample[lost], "missing");
    assert.equal(sample[stranger], "received");
  });

  it("prints labels for the tubes that came", async () => {
    await bench.getByRole("button", { name: "Etiketter …" }).click();
    const dialog = bench.getByRole("dialog");
    await dialog.getByText("Etiketter for 18 isolater").waitFor();
    await dialog.getByLabel("Etiketter per isolat (1–20)").fill("2");
    await assert_accessible(bench);
    await take_picture(bench, "labels-1280");
    const href = await dialog.getByRole("link", { name: /^Åpne PDF/ }).getAttribute("href");
    const pdf = await bench.request.get(registry.address + href);
    assert.equal(pdf.status(), 200, await pdf.text());
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    await dialog.getByRole("button", { name: "Lukk" }).last().click();
  });

  // The answer to the first code takes longest.
  const scanned_at_once = async (codes) => {
    const scan = (one) => one.url().endsWith("/scans") && one.request().method() === "POST";
    let asked = 0;
    await bench.route("**/scans", async (route) => {
      if (asked++ === 0) await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.fallback();
    });
    let answered = 0;
    const all_answered = bench.waitForResponse((one) => scan(one) && ++answered === codes.length);
    const field = bench.getByLabel("Skann eller skriv nummeret på røret");
    for (const code of codes) {
      await field.fill(code);
      await field.press("Enter");
    }
    await all_answered;
    await bench.waitForTimeout(100); // what the page makes of the answers
    await bench.unroute("**/scans");
  };

  it("takes a scan back", async () => {
    await bench.getByRole("button", { name: "Uten kasse" }).click();
    const field = bench.getByLabel("Skann eller skriv nummeret på røret");
    await field.fill(by_id[lost]);
    await field.press("Enter");
    await bench.getByRole("button", { name: "Angre denne skanningen" }).click();
    await bench.locator(".last-scan").filter({ hasText: "Angret" }).waitFor();
    const isolate = await (await bjarne.send("GET", `/api/v1/isolates/${by_id[lost]}`)).json();
    assert.equal(isolate.sample, "missing");
  });

  it("shows the earlier isolate of a patient who was referred twice", async () => {
    await bench.goto(`${registry.address}/isolates/${by_id[ids[19]]}`);
    const earlier = bench.getByRole("region", { name: "Tidligere isolater fra samme pasient" });
    assert.match(await earlier.innerText(), new RegExp(by_id[ids[0]]));
  });

  it("measures, analyses, validates by one and approves by another, several at once", async () => {
    for (const id of sequenced) {
      const isolate = `/api/v1/isolates/${by_id[id]}`;
      const measurements = [
        { agent: "meropenem", method: "broth_microdilution", value: "16" },
        { agent: "colistin", method: "broth_microdilution", value: "0.5" },
      ];
      await bjarne.change(isolate, "POST", `${isolate}/measurements`, { measurements });
    }
    for (let round = 0; round < 240; ++round) {
      const { counts } = await (await bjarne.send("GET", "/api/v1/isolates")).json();
      if (counts.ready === 3) break;
      assert.equal(counts.failed, 0, "an analysis failed");
      await new Promise((go) => setTimeout(go, 500));
    }
    for (const id of sequenced) {
      const isolate = `/api/v1/isolates/${by_id[id]}`;
      await bjarne.change(isolate, "POST", `${isolate}/answers`, { language: "nb" });
    }
    await take_steps(bench, "Valider flere (3) …", "Valider 3", "batch_validate-1280");
    const office = await new_page(browser, registry.address);
    await log_in(office, people.microbiologist);
    await take_steps(office, "Godkjenn flere (3) …", "Godkjenn og signer 3", "batch_approve-1280");
    assert.deepEqual(office.errors, []);
  });

  async function take_steps(page, open, confirm, picture) {
    await page.goto(registry.address);
    await page.getByRole("button", { name: open }).click();
    await assert_accessible(page);
    await take_picture(page, picture);
    await page.getByRole("button", { name: confirm }).click();
    await page.getByText("3 av 3 er gjort.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Lukk" }).last().click();
  }

  it("delivers the answers and knows who opened them", async () => {
    await menu(sender, "Våre isolater").click();
    const row = sender.getByRole("row").filter({ hasText: ids[0] });
    await row.getByText("Besvart").waitFor();
    const link = await row.getByRole("link", { name: /versjon 1, PDF/ }).getAttribute("href");
    const pdf = await sender.request.get(registry.address + link);
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
    await bench.goto(`${registry.address}/isolates/${by_id[ids[0]]}`);
    await bench.getByText(new RegExp(`Åpnet av ${people.referring.username}`)).waitFor();
    await bench.goto(`${registry.address}/isolates/${by_id[ids[1]]}`);
    await bench.getByText("Ikke åpnet av avsenderen ennå").waitFor();
  });

  it("amends an answer after a further result, and the sender sees both versions", async () => {
    const isolate = `/api/v1/isolates/${by_id[ids[0]]}`;
    await bjarne.change(isolate, "POST", `${isolate}/measurements`, {
      measurements: [{ agent: "ertapenem", method: "broth_microdilution", value: "8" }],
    });
    await until_done(isolate);
    const { id } = await per.change(isolate, "POST", `${isolate}/answers`, {
      language: "nb",
      reason: "ertapenem er målt",
    });
    const answer = `/api/v1/answers/${id}`;
    const anne = await new Staff(registry.address, people.bioengineer).log_in();
    await anne.change(answer, "POST", `${answer}/validation`, { comment: "" });
    await per.change(answer, "POST", `${answer}/approval`, { comment: "" });
    await sender.reload();
    const row = sender.getByRole("row").filter({ hasText: ids[0] });
    await row.getByRole("link", { name: /versjon 2, PDF/ }).waitFor();
    assert.match(await row.innerText(), /ertapenem er målt/);
    await take_picture(sender, "referred_amended-1280");
  });

  async function until_done(isolate) {
    for (let round = 0; round < 240; ++round) {
      const { job } = await (await bjarne.send("GET", isolate)).json();
      if (job.state === "done") return;
      await new Promise((go) => setTimeout(go, 250));
    }
    assert.fail("the analysis does not end");
  }

  it("counts the day in the statistics of the clock", async () => {
    await menu(bench, "Svartider").click();
    await bench.getByText(/I snitt 0,0 dager .* nådd\. 3 av 3 svar innen målet/).waitFor();
    const groups = bench.getByRole("region", { name: "Tabell: Per gruppe" });
    assert.match(await groups.innerText(), /CPO\s+3\s+0,0/);
    await assert_accessible(bench);
    await assert_fits(bench);
    await take_picture(bench, "statistics-1280");
  });

  it("leaves a trail that verifies", () => {
    assert.match(registry.run(["audit", "verify"]), /\d/);
  });

  it("fits a phone", async () => {
    const phone = await new_page(browser, registry.address, 390);
    await log_in(phone, people.bioengineer);
    for (const path of ["receive", "statistics", "queries", "refer"]) {
      await phone.goto(`${registry.address}/${path}`);
      await phone.getByRole("heading", { level: 1 }).waitFor();
      await phone.waitForTimeout(300);
      await assert_fits(phone);
      await assert_accessible(phone);
      await take_picture(phone, `${path}-390`);
    }
    assert.deepEqual(phone.errors, []);
  });

  it("runs without errors in scripts or against the content security policy", () => {
    assert.deepEqual([...sender.errors, ...bench.errors], []);
  });
});
