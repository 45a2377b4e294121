// Quality control on the page: a result entered by keyboard is out, holds a value back, and another person decides.
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

describe("quality control", { timeout: 600_000 }, () => {
  let registry, browser, page, other;

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

  const value_of = (agent) =>
    page.getByRole("textbox", { name: `Verdi, ${agent}`, exact: true });

  it("is reached from the menu and says what can be entered", async () => {
    await page.getByRole("link", { name: "Kvalitetskontroll" }).click();
    await page.getByRole("heading", { level: 1, name: "Kvalitetskontroll" }).waitFor();
    await page.getByText("Ingen dag i perioden er utenfor området.").waitFor();
    await value_of("meropenem").waitFor();
    await assert_accessible(page);
    await assert_fits(page);
  });

  it("tells at once, while one types, what is in, out and impossible", async () => {
    await value_of("meropenem").focus();
    await page.keyboard.type("0,25");
    await page.keyboard.press("Enter");
    await page.keyboard.type("0,25");
    await page.keyboard.press("Enter");
    await page.keyboard.type("0,05");
    const row = (agent) =>
      page.getByRole("row").filter({ has: value_of(agent) });
    await row("meropenem").getByText("utenfor området").waitFor();
    await row("imipenem").getByText("i området").waitFor();
    await row("ertapenem").getByText("ikke et tofoldig fortynningstrinn").waitFor();
    await page.getByText("1 kan ikke brukes.").waitFor();
    await take_picture(page, "quality_control_typed-1280");
    await value_of("ertapenem").fill("0,008");
    await row("ertapenem").getByText("i området").waitFor();
  });

  it("keeps the results, and whoever entered the one that is out cannot accept the day", async () => {
    await page.getByRole("button", { name: "Lagre", exact: true }).click();
    await page.getByText("1 dag utenfor området venter på en avgjørelse.").waitFor();
    await page.getByRole("img", { name: /ATCC 25922, meropenem: 1 resultater, 1 utenfor/ }).waitFor();
    await page.getByRole("button", { name: "Ta stilling" }).click();
    assert.equal(await page.getByLabel(/^Godkjennes/).isDisabled(), true);
    await page.getByText("Du la inn resultatet som er utenfor området").waitFor();
    await assert_accessible(page);
    await take_picture(page, "quality_control_own-1280");
    await page.getByRole("button", { name: "Avbryt" }).click();
    await page.getByText("Som tabell").click();
    await assert_accessible(page);
    await take_picture(page, "quality_control-1280");
  });

  it("lets another person accept it with a reason", async () => {
    other = await new_page(browser, registry.address);
    await log_in(other, people.microbiologist);
    await other.goto(`${registry.address}/quality-control`);
    await other.getByRole("button", { name: "Ta stilling" }).click();
    await other.getByLabel(/^Godkjennes/).check();
    await other.getByLabel("Begrunnelse").fill("Gjentatt med nytt panel: 0,03 mg/L");
    await other.getByRole("button", { name: "Lagre avgjørelsen" }).click();
    await other.getByText("godkjent", { exact: true }).waitFor();
    await other.getByText(/Gjentatt med nytt panel/).waitFor();
    await assert_accessible(other);
  });

  it("fits a phone, in English too", async () => {
    await other.setViewportSize({ width: 390, height: 844 });
    await other.reload();
    await other.getByText("godkjent", { exact: true }).waitFor();
    await assert_fits(other);
    await take_picture(other, "quality_control-390");
    await other.getByRole("button", { name: "English" }).click();
    await other.getByRole("heading", { level: 1, name: "Quality control" }).waitFor();
    await assert_fits(other);
    await assert_accessible(other);
  });
});
