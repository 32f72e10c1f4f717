import type { Browser } from "playwright-core";
import { violations } from "./accessibility";
import { describeInBrowser } from "./browser";
import { failedStart, npmStart, type Started } from "./npmStart";
import { servedWorkbench } from "./servedWorkbench";
import { keepBrokenWorkbook, openWorkbench, workbenchIn, type WorkbenchPage } from "./workbenchPage";

const PORT = 3440;

jest.setTimeout(300_000);

describeInBrowser("the workbench, as npm start serves it", () => {
  let server: Started;
  let browser: Browser;
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ server, browser, workbench } = served));

  describe("is a page that one can rely on", () => {
    test("keeps the user's work over a reload, and starts over on request", async () => {
      const own = await openWorkbench(browser, server.url);
      await own.openSheet("Try it");
      await own.type("N3", "=LOANBALANCE(DATE(2000,9,12))+1");
      await own.page.getByText("Saved in this browser").waitFor();
      await own.page.close();

      const again = await workbenchIn(own.page.context(), server.url);
      await again.openSheet("Try it");
      await again.expectDisplayed("N3", [["40484"]]);
      await again.page.getByRole("button", { name: "Start over" }).click();
      await again.page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
      await again.page.waitForSelector("#guide:not([hidden])");
      await again.page.waitForSelector("body[data-ready=true]");
      await again.openSheet("Try it");
      await again.expectDisplayed("N3", [[""]]);
      expect(again.complaints).toEqual([]);
      await again.page.context().close();
    });

    test("a second tab says that it does not save", async () => {
      const second = await workbenchIn(workbench.page.context(), server.url);
      expect(await second.page.textContent("#status")).toBe("Changes are not saved: open in another tab");
      await second.page.close();
    });

    test("says so in words when the spreadsheet does not load", async () => {
      const page = await browser.newPage();
      await page.route(/grid\.js/, (route) => route.abort());
      await page.goto(server.url);
      await page.getByText("The spreadsheet could not be loaded", { exact: true }).waitFor();
      expect(await page.textContent("#guide-message")).toContain("Reload the page");
      expect(await page.textContent("#guide-functions")).toContain("=LOANBALANCE(date, [loan], [basis])");
      await page.close();
    });

    test("a kept workbook that cannot be opened can be left behind by starting over", async () => {
      const page = await browser.newPage();
      await page.goto(`${server.url}/app-32.png`);
      await page.evaluate(keepBrokenWorkbook);
      await page.goto(server.url);
      await page.getByText("The spreadsheet could not be loaded", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Start over" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
      await page.waitForSelector("body[data-ready=true]");
      await page.close();
    });

    test("its shell passes the accessibility check", async () => {
      expect(await violations(workbench.page, "body")).toEqual([]);
    });
  });

  describe("npm start", () => {
    test("takes the next port when the first is taken, and says so", async () => {
      const taken = Number(new URL(server.url).port);
      const second = await npmStart(taken);
      expect(second.printed()).toContain(`Port ${taken} is taken; trying ${taken + 1}.`);
      expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
      expect(await second.interrupt()).toBe(0);
    });

    test("refuses a port that is none", async () => {
      expect(await failedStart("many")).toEqual({
        code: 1,
        words: 'PORT must be a whole number from 1 to 65535; received "many"\n',
      });
    });

    test("answers to this machine alone, with a policy that keeps every request on it", async () => {
      const response = await fetch(server.url);
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(await response.text()).toContain("default-src 'none'; script-src 'self'");
    });
  });
});
