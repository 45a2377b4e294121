// The national identity number of an isolate's patient: entered, checked, shown to one who says why.
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

// A synthetic number (month + 80), of no person: by the rule that with each control digit the weighted sum
// is divisible by 11.
function synthetic_number() {
  for (let individual = 100; individual < 200; ++individual) {
    let digits = `018190${individual}`;
    for (const weights of ["376189452", "5432765432"]) {
      const sum = [...weights].reduce(
        (all, weight, at) => all + weight * digits[at],
        0,
      );
      digits += (11 - (sum % 11)) % 11;
    }
    if (digits.length === 11) return digits;
  }
  throw new Error("no number");
}

describe("a national identity number", { timeout: 600_000 }, () => {
  const number = synthetic_number();
  let registry, browser, page, accession;
  const addresses = [];

  before(async () => {
    registry = await start_registry();
    browser = await open_browser();
    page = await new_page(browser, registry.address);
    page.on("request", (request) => addresses.push(request.url()));
    await log_in(page, people.bioengineer);
    const row = page.getByRole("row").filter({ hasText: "UNN-26-00417" });
    accession = await row.getByRole("link").innerText();
    await open_isolate(page);
  });
  after(async () => {
    await browser?.close();
    await registry?.stop();
  });

  const open_isolate = async (on) => {
    await on.goto(`${registry.address}/isolates/${accession}`);
    await section(on).getByText("ødselsnummer").first().waitFor();
  };
  const section = (on = page) =>
    on.getByRole("region", { name: "Pasient", exact: true });
  const dialog = (on = page) => on.getByRole("dialog");
  const field = () =>
    dialog().getByRole("textbox", { name: "Fødselsnummer eller D-nummer" });

  it("is checked while it is typed, by keyboard alone", async () => {
    await section().getByText("Fødselsnummer er ikke lagt inn.").waitFor();
    await section()
      .getByRole("button", { name: "Legg inn fødselsnummer" })
      .focus();
    await page.keyboard.press("Enter");
    await field().focus();
    const wrong = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;
    await page.keyboard.type(wrong);
    await dialog().getByText("Kontrollsifrene stemmer ikke").waitFor();
    assert.equal(await field().getAttribute("aria-invalid"), "true");
    await page.keyboard.press("Enter");
    await dialog().getByText("Kontrollsifrene stemmer ikke").waitFor();
    await assert_accessible(page);
    await take_picture(page, "identity_wrong-1280");
    await page.keyboard.press("Backspace");
    await page.keyboard.type(number[10]);
    await dialog().getByText("Kontrollsifrene stemmer.").waitFor();
    await page.keyboard.press("Enter");
    await section().getByText("Fødselsnummeret er lagret kryptert.").waitFor();
    await section()
      .getByText(/Fødselsnummer er lagt inn/)
      .waitFor();
  });

  it("is shown nowhere afterwards, in no address and in nothing that was stored", async () => {
    await page.reload();
    await section()
      .getByText(/Fødselsnummer er lagt inn/)
      .waitFor();
    assert.ok(!(await page.content()).includes(number));
    assert.ok(
      !(await page.content()).includes(
        `${number.slice(0, 6)} ${number.slice(6)}`,
      ),
    );
    assert.ok(
      addresses.length > 0 &&
        addresses.every((address) => !address.includes(number)),
    );
    const kept = await page.evaluate(() =>
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    );
    assert.ok(!kept.includes(number));
    assert.equal(
      await section()
        .getByRole("button", { name: "Vis fødselsnummeret" })
        .count(),
      0,
    );
    await assert_accessible(page);
    await assert_fits(page);
    await take_picture(page, "identity-1280");
  });

  it("is shown to a microbiologist who says why, and the history keeps both", async () => {
    const doctor = await new_page(browser, registry.address, 390);
    await log_in(doctor, people.microbiologist);
    await open_isolate(doctor);
    await section(doctor)
      .getByRole("button", { name: "Vis fødselsnummeret" })
      .click();
    const show = dialog(doctor).getByRole("button", { name: "Vis nummeret" });
    const why = dialog(doctor).getByRole("textbox", {
      name: "Hvorfor du trenger nummeret",
    });
    assert.equal(await why.getAttribute("required"), "");
    await why.fill("melding til MSIS");
    await assert_accessible(doctor);
    await assert_fits(doctor);
    await take_picture(doctor, "identity_reading-390");
    await show.click();
    await dialog(doctor)
      .getByText(`${number.slice(0, 6)} ${number.slice(6)}`)
      .waitFor();
    await assert_fits(doctor);
    await dialog(doctor).getByRole("button", { name: "Lukk" }).last().click();
    await doctor.getByText("Fødselsnummer vist").first().waitFor();
    assert.ok(!(await doctor.content()).includes(number.slice(6)));
    const history = doctor.getByRole("region", { name: "Historikk" });
    await history.getByText(/melding til MSIS/).waitFor();
    await doctor.context().close();
  });

  it("joins patients of two hospitals when a microbiologist says how it is known", async () => {
    await page.goto(`${registry.address}/`);
    const row = page.getByRole("row").filter({ hasText: "OUS-26-11873" });
    const elsewhere = await row.getByRole("link").innerText();
    await page.goto(`${registry.address}/isolates/${elsewhere}`);
    await section()
      .getByRole("button", { name: "Legg inn fødselsnummer" })
      .click();
    await field().fill(number);
    await dialog().getByRole("button", { name: "Lagre" }).click();
    await section()
      .getByText(/Samme nummer finnes ved UNN/)
      .waitFor();
    const link = (on) => section(on).getByRole("button", { name: "Knytt" });
    assert.equal(await link(page).count(), 0, "not by a bioengineer");

    const doctor = await new_page(browser, registry.address, 390);
    await log_in(doctor, people.microbiologist);
    await open_isolate(doctor);
    await section(doctor)
      .getByText(/Samme nummer finnes ved OUS/)
      .waitFor();
    await assert_fits(doctor);
    await take_picture(doctor, "patient_elsewhere-390");
    await link(doctor).focus();
    await doctor.keyboard.press("Enter");
    const why = dialog(doctor).getByRole("textbox", {
      name: "Hvordan du vet at de er samme person",
    });
    assert.equal(await why.getAttribute("required"), "");
    await why.fill("ringt OUS, samme navn og fødselsdato");
    await assert_accessible(doctor);
    await assert_fits(doctor);
    await take_picture(doctor, "patient_link-390");
    await dialog(doctor)
      .getByRole("button", { name: "De er samme person" })
      .click();
    await section(doctor)
      .getByText(/Knyttet til pasient \d+ ved OUS/)
      .waitFor();
    await section(doctor)
      .getByText(/ringt OUS/)
      .waitFor();
    assert.equal(await link(doctor).count(), 0, "they are linked");
    await assert_fits(doctor);
    await take_picture(doctor, "patient_linked-390");
    await doctor.context().close();
    await page.reload();
    await section()
      .getByText(/Knyttet til pasient \d+ ved UNN/)
      .waitFor();
  });
});
