/**
 * Takes the pictures of README.md and docs/tour.md from the running workbench, with the Chromium of the machine, as a user
 * comes to them. The day is always the same, since a balance "today" is in them.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const TODAY = new Date("2026-09-30T12:00:00Z");
const WINDOW = { width: 1280, height: 800 };
const TOUR = "docs/pictures";
/** So long the grid takes at most to draw what was calculated, and the pane to say it. */
const DRAWN_MILLISECONDS = 1_500;

const server = spawn(process.execPath, ["scripts/start.mjs"], {
  env: { ...process.env, PORT: "3950" },
  stdio: ["ignore", "pipe", "inherit"],
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  mkdirSync(TOUR, { recursive: true });
  const url = await addressOf(server);
  await onPage(url, takeReadme);
  await onPage(url, takeLoan);
  await onPage(url, takeQuarter);
} finally {
  await browser.close();
  server.kill("SIGINT");
}

function addressOf({ stdout }) {
  return new Promise((resolve) => {
    stdout.on("data", (text) => {
      const [url] = /http:\/\/localhost:\d+/.exec(text.toString()) ?? [];
      if (url) resolve(url);
    });
  });
}

async function onPage(url, take) {
  const context = await browser.newContext({ viewport: WINDOW, timezoneId: "UTC", locale: "en-US" });
  const page = await context.newPage();
  await page.addInitScript(beginOn, TODAY.getTime());
  await page.goto(url);
  await page.waitForSelector("body[data-ready=true]");
  const hands = handsAt(page);
  await hands.togglePane();
  await take(hands);
  await context.close();
}

/** Runs in the page before its own scripts: its clock goes on, from another day. */
function beginOn(today) {
  const Real = Date;
  const begun = Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(Date.now());
    }
    static now() {
      return today + Real.now() - begun;
    }
  };
}

/** What a user does, by the words on the page. */
function handsAt(page) {
  const pane = page.locator("#pane");
  return {
    page,
    togglePane: () => page.getByRole("button", { name: "Task pane" }).click(),
    press: (name) => pane.getByRole("button", { name, exact: true }).first().click(),
    turnTo: (name) => pane.getByRole("tab", { name, exact: true }).click(),
    fill: (label, text) => pane.getByLabel(label, { exact: true }).fill(text),
    choose: (label, word) => pane.getByLabel(label, { exact: true }).selectOption(word),
    hear: (words) => pane.getByRole("status").getByText(words).first().waitFor(),
    openSheet: (name) => page.locator("#grid").getByRole("tab", { name, exact: true }).click(),
    select: async (address) => {
      const box = page.getByRole("textbox", { name: "Name box" });
      await box.click();
      await box.fill(address);
      await box.press("Enter");
    },
    scrollTo: (words) => pane.getByText(words).first().scrollIntoViewIfNeeded(),
    take: async (path) => {
      await page.mouse.move(0, 0);
      await page.waitForTimeout(DRAWN_MILLISECONDS);
      await page.screenshot({ path });
    },
  };
}

/** The exhibit as filed, and beside it why a balance is what it is. */
async function takeReadme({ turnTo, select, hear, take }) {
  await turnTo("Explain");
  await select("B24");
  await hear(/^Exhibit 10\.10 B24/);
  await take("assets/workbench.png");
}

async function takeLoan({ togglePane, press, fill, choose, hear, turnTo, openSheet, select, scrollTo, take }) {
  await turnTo("Loan");
  await press("New loan");
  await fill("Name of the loan", "Equipment loan");
  await fill("Principal", "250,000");
  await fill("Start date", "2025-01-15");
  await fill("Annual rate", "6.25");
  await fill("Number of payments", "60");
  await choose("Day count", "ACT/360");
  await hear(/^60 payments/);
  await take(`${TOUR}/loan-form.png`);
  await press("Insert the loan");
  await hear(/^Inserted the sheet/);
  await openSheet("Equipment loan");
  await togglePane();
  await take(`${TOUR}/loan-sheet.png`);
  await togglePane();
  await select("H4");
  await turnTo("Explain");
  await hear(/^Equipment loan H4/);
  await scrollTo("Conventions");
  await take(`${TOUR}/loan-explained.png`);
}

async function takeQuarter({ page, turnTo, press, hear, openSheet, select, take }) {
  await turnTo("EPS");
  await page.locator("#pane").getByLabel("File", { exact: true }).setInputFiles("examples/periods.csv");
  await press("Write 4 periods");
  await hear(/^Inserted the EPS sheet/);
  await openSheet("EPS periods");
  await select("C4");
  await page.keyboard.type("(400,000)");
  await page.keyboard.press("Enter");
  await press("Refresh EPS");
  await hear(/figures moved/);
  await openSheet("EPS");
  await take(`${TOUR}/quarter.png`);
  await turnTo("Tie out");
  await press("Tie out");
  await hear(/exceptions listed/);
  await openSheet("Tie out");
  await take(`${TOUR}/audit.png`);
}
