import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { readXlsx } from "../../src/files/readXlsx";
import { catalogue } from "../../src/functions/catalogue";
import { describeInBrowser } from "./browser";
import { handsAt, type Hands } from "./hands";
import type { Started } from "./npmStart";
import { servedWorkbench } from "./servedWorkbench";
import { workbenchIn, type WorkbenchPage } from "./workbenchPage";

const PORT = 3690;
const NAMES = { names: catalogue.map(({ id }) => id) };
const ROOT = join(__dirname, "../..");

jest.setTimeout(300_000);

/** A filing of 2003 in which one figure is wrong: diluted earnings per share of a quarter, printed 0.07. */
const FILED = readFileSync(join(ROOT, "test/workbook/import/filings/2003-thousands-of-dollars.txt"), "utf8");

describeInBrowser("what a user comes for, from nothing to the end", () => {
  let server: Started;
  let browser: Browser;
  let workbench: WorkbenchPage;
  let hands: Hands;

  servedWorkbench(PORT, (served) => ({ server, browser } = served));

  beforeEach(async () => {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 860 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    // A browser that downloads what is saved: the other way asks in a window of the system's, which no test can press.
    await context.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    workbench = await workbenchIn(context, server.url);
    hands = handsAt(workbench.page);
  });
  afterEach(async () => {
    expect(workbench.complaints).toEqual([]);
    await workbench.page.context().close();
  });

  test("a loan of one's own, from nothing to a saved file, in fewer than 12 actions", async () => {
    await hands.press("Task pane");
    await hands.press("To New loan");
    await hands.press("New loan");
    await hands.fill("Principal", "250,000");
    await hands.fill("Start date", "2025-01-15");
    await hands.fill("Annual rate", "6.25");
    await hands.fill("Number of payments", "60");
    await hands.choose("Day count", "ACT/360");
    await hands.hear(/^60 payments, the first 4,872\.07, the last on January 15, 2030\.$/);
    await hands.press("Insert the loan");
    await hands.hear(/^Inserted the sheet Loan;/);
    const [download] = await Promise.all([workbench.page.waitForEvent("download"), hands.key("Control+s")]);
    expect(hands.done()).toBeLessThan(12);

    const { sheets } = readXlsx(new Uint8Array(readFileSync(await download.path())), NAMES);
    const loan = sheets.find(({ name }) => name === "Loan");
    const texts = (loan?.cells ?? []).map((cell) => JSON.stringify(cell)).join("\n");
    expect(texts).toContain("250000");
    expect(texts).toMatch(/LOANBALANCE/);
    expect(texts).toMatch(/LOANSCHEDULE/);
  });

  test("an EPS table of one's own, from a CSV file to a refreshed exhibit", async () => {
    await hands.press("Task pane");
    await hands.turnTo("EPS");
    await hands.chooseFile("File", join(ROOT, "examples/periods.csv"));
    await workbench.page.locator("#pane").getByText("Nothing is written until you agree.").waitFor();
    await hands.press("Write 4 periods");
    await hands.hear(/^Inserted the EPS sheet with 4 periods/);
    await workbench.openSheet("EPS periods");
    await workbench.type("C4", "(400,000)");
    await hands.press("Refresh EPS");
    await hands.hear(/^Refreshed the exhibit for September 30, 2002: 4 figures moved, marked on the sheet and logged/);
    expect(hands.done()).toBeLessThan(8);

    await workbench.openSheet("EPS");
    await workbench.expectDisplayed("B11:D12", [
      ["Net (loss) income", "$(400,000)", "$5,000"],
      ["Basic net (loss) income per share", "$(0.05)", "$0.00"],
    ]);
  });

  test("an audit of an exhibit that is pasted: what does not tie out is listed, and explained", async () => {
    await hands.press("Task pane");
    await hands.turnTo("EPS");
    await hands.fill("Or pasted text", FILED.replace(/^.*\n/, ""));
    await hands.press("Preview");
    await hands.press("Write 4 periods");
    await hands.hear(/^Inserted the EPS sheet with 4 periods/);
    await hands.turnTo("Tie out");
    await hands.press("Tie out");
    await hands.hear("23 of 24 figures tie out; 1 exception listed.");
    await hands.press(
      "D19: Diluted earnings per share, June 30, 2002, 3 months: computed 0.06, printed 0.07, difference (0.01)",
    );
    await hands.turnTo("Explain");
    const pane = workbench.page.locator("#pane");
    await pane.getByText("EPS D19: $0.06").waitFor();
    await pane
      .getByText(/^DILUTEDEPS: /)
      .first()
      .waitFor();
  });
});
