// The first step at the bench: when tubes had grown pure, for all of a list and corrected for one.
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
import { people, start_registry } from "./registry.mjs";

const day_before = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe("cultures", { timeout: 300_000 }, () => {
  let registry, browser, page;

  before(async () => {
    registry = await start_registry({ referrals: false });
    const folder = join(registry.folder, "tubes");
    mkdirSync(folder);
    const rows = ["T-1", "T-2"].map((id) => `UNN\t${id}\tCPO\t${day_before(3)}\ttube`);
    writeFileSync(
      join(folder, "referral.tsv"),
      ["laboratory\tsender_id\tsuspected_group\treceived\tsends", ...rows, ""].join("\n"),
    );
    registry.run(["import", "referral", folder]);
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    await log_in(page, people.bioengineer);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  it("are recorded for several tubes at once", async () => {
    await page.goto(`${registry.address}/`);
    await page.getByRole("button", { name: /Vekst klar \(2\)/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Dag").fill(day_before(1));
    await assert_accessible(page);
    await take_picture(page, "cultures");
    await page.setViewportSize({ width: 390, height: 800 });
    await assert_fits(page);
    await take_picture(page, "cultures_phone");
    await page.setViewportSize({ width: 1280, height: 900 });
    await dialog.getByRole("button", { name: "Registrer 2 isolater" }).click();
    await dialog.waitFor({ state: "hidden" });
    // The list is read again once the dialog is gone.
    await page.getByRole("button", { name: /Vekst klar/ }).waitFor({ state: "detached" });
  });

  it("end the segment, and another day corrects the first", async () => {
    await page.getByRole("link", { name: /\d{4}-CPO/ }).first().click();
    const clock = page.getByRole("region", { name: "Svartid", exact: true });
    const segment = clock.getByRole("listitem").filter({ hasText: "Dyrking" });
    assert.match(await segment.innerText(), /2 dager/);
    await clock.getByRole("button", { name: /Rett dagen/ }).click();
    await page.getByRole("dialog").getByLabel("Dag").fill(day_before(2));
    await page.getByRole("button", { name: "Registrer 1 isolat" }).click();
    await segment.filter({ hasText: "1 dag" }).waitFor();
    await take_picture(page, "cultures_isolate");
  });
});
