// A referring laboratory's page: the own isolates, nothing unsigned, signed answers as files.
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
import { sign_answer, Staff, until_analysed } from "./staff.mjs";

describe("the page of a referring laboratory", { timeout: 600_000 }, () => {
  let registry, browser, page, bioengineer, microbiologist, own;

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    bioengineer = await new Staff(registry.address, people.bioengineer).log_in();
    microbiologist = await new Staff(registry.address, people.microbiologist).log_in();
    await until_analysed(bioengineer);
    const { items } = await (await bioengineer.send("GET", "/api/v1/isolates")).json();
    own = items.filter(({ laboratory }) => laboratory.code === "UNN");
    page = await new_page(browser, registry.address);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  it("lists the own isolates only, and nothing that is not signed", async () => {
    await log_in(page, people.referring);
    await page.getByRole("heading", { level: 1, name: "Våre isolater" }).waitFor();
    await page.getByText(`Viser ${own.length} av ${own.length} isolater.`).waitFor();
    const table = await page.getByRole("table").innerText();
    for (const isolate of own) assert.match(table, new RegExp(isolate.accession));
    assert.doesNotMatch(table, /Oslo|OUS|Klebsiella|ST11|bla/);
    assert.equal(await page.getByText("Ikke signert ennå").count(), own.length);
  });

  it("gives a signed answer as PDF and JSON", async () => {
    const id = await sign_answer(own[0].accession, bioengineer, microbiologist);
    await page.reload();
    const row = page.getByRole("row").filter({ hasText: own[0].accession });
    await row.getByText("Besvart").waitFor();
    const link = row.getByRole("link", { name: /versjon 1, PDF/ });
    assert.equal(await link.getAttribute("href"), `/api/v1/answers/${id}/pdf`);
    const pdf = await page.request.get(`${registry.address}/api/v1/answers/${id}/pdf`);
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "referred-1280");
  });

  it("finds by the own number, in the address too, and has no page of the laboratory", async () => {
    await page.getByRole("searchbox").fill(own[1].sender_id);
    await page.getByText("Viser 1 av 1 isolat.").waitFor();
    assert.match(page.url(), /q=/);
    await page.getByRole("button", { name: "Besvart" }).click();
    await page.getByText("Ingen isolater passer med utvalget.").waitFor();
    await page.goto(`${registry.address}/isolates/${own[0].accession}`);
    await page.getByRole("heading", { name: "Siden finnes ikke" }).waitFor();
  });

  it("is a list of cards on a phone", async () => {
    const phone = await new_page(browser, registry.address, 390);
    await log_in(phone, people.referring);
    await phone.getByText("Besvart").first().waitFor();
    await assert_accessible(phone);
    await assert_fits(phone);
    await take_picture(phone, "referred-390");
    await phone.getByRole("button", { name: "English" }).click();
    await phone.getByRole("heading", { level: 1, name: "Our isolates" }).waitFor();
    assert.deepEqual(phone.errors, []);
  });

  it("wrote no error into the console", () => assert.deepEqual(page.errors, []));
});
