// Debian's Chromium through Playwright, with axe and screenshots.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

// The packages live with the page.
const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const { AxeBuilder } = require("@axe-core/playwright");

const pictures = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
mkdirSync(pictures, { recursive: true });

export async function open_browser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

// KRES_WEB_DELAY=800 lets every answer to the page wait up to so many milliseconds, so that a test
// that only passes when answers come in one order is found before a busy machine finds it.
const longest_wait_ms = Number(process.env.KRES_WEB_DELAY ?? 0);
async function let_answers_wait(context) {
  if (!(longest_wait_ms > 0)) return;
  await context.route("**/api/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest_wait_ms));
    await route.continue().catch(() => {}); // the page may have been left meanwhile
  });
}

// A page of its own session. Errors of scripts and of the content security policy are collected.
export async function new_page(browser, address, width = 1280) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: "nb-NO",
    timezoneId: "America/Los_Angeles", // days must not shift
    reducedMotion: "reduce",
  });
  await let_answers_wait(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // a machine under load is slow, not wrong
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (message) => {
    const expected = message.text().includes("status of 401"); // "who am I" before log-in
    if (message.type() === "error" && !expected) page.errors.push(message.text());
  });
  await page.goto(address);
  return page;
}

export async function log_in(page, person) {
  await page.getByLabel("Brukernavn").fill(person.username);
  await page.getByLabel("Passord").fill(person.password);
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.getByRole("button", { name: "Logg ut" }).waitFor();
}

export async function assert_accessible(page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = serious.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`,
  );
  assert.deepEqual(told, []);
}

// Nothing may stick out sideways, at any width.
export async function assert_fits(page) {
  const [content, window_] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  assert.ok(content <= window_, `the page is ${content} px wide in a window of ${window_} px`);
}

export async function take_picture(page, name) {
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}
