import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { violations } from "./accessibility";
import { describeInBrowser } from "./browser";
import { failedStart, npmStart, type Started } from "./npmStart";
import { servedWorkbench } from "./servedWorkbench";
import { keepBrokenWorkbook, openWorkbench, workbenchIn, type WorkbenchPage } from "./workbenchPage";

const PORT = 3440;

const PROJECT = join(__dirname, "..", "..");
const BUILT = join(PROJECT, "dist", "workbench");
const MEGABYTE = 1_000_000;

jest.setTimeout(300_000);

describeInBrowser("the workbench, as npm start serves it", () => {
  let server: Started;
  let browser: Browser;
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ server, browser, workbench } = served));

  describe("weighs", () => {
    const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0) / MEGABYTE;

    test("no more than its budget until it is ready", async () => {
      const fetched = await workbench.page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
      );
      const scripts = fetched.filter((path) => path.endsWith(".js")).map((path) => readFileSync(join(BUILT, path)));

      expect(scripts.length).toBeGreaterThan(3);
      expect(sum(scripts.map(({ length }) => length))).toBeLessThan(7.5);
      expect(sum(scripts.map((script) => gzipSync(script).length))).toBeLessThan(2.2);
    });

    test("no more on the disk: the grid's dictionaries are left out", () => {
      const sizes = readdirSync(BUILT).map((file) => statSync(join(BUILT, file)).size);
      expect(sum(sizes)).toBeLessThan(9);
    });
  });

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

    describe("in a second tab", () => {
      const NOT_SAVED = "Not saved: open in another tab. Close that one to save here.";
      const statusOf = ({ page }: WorkbenchPage) => page.locator("#status");
      let first: WorkbenchPage;
      let second: WorkbenchPage;

      beforeEach(async () => {
        first = await openWorkbench(browser, server.url);
        await first.openSheet("Try it");
        second = await workbenchIn(first.page.context(), server.url);
        await second.openSheet("Try it");
      });
      afterEach(() => second.page.context().close());

      test("it says that it does not save, and what to do, so that it is not overlooked", async () => {
        await statusOf(second).getByText(NOT_SAVED).waitFor();
        expect(await statusOf(second).getAttribute("data-state")).toBe("not-saved");
        expect(await violations(second.page, "body")).toEqual([]);
      });

      test("what was typed in it is saved once the first is closed", async () => {
        await second.type("N3", "=1+1");
        await statusOf(second).getByText(NOT_SAVED).waitFor();
        await first.page.close();
        await statusOf(second).getByText("Saved in this browser").waitFor();
        const again = await workbenchIn(second.page.context(), server.url);
        await again.openSheet("Try it");
        await again.expectDisplayed("N3", [["2"]]);
      });

      test("without changes of its own it shows those of the first, once that is closed", async () => {
        await first.page.bringToFront();
        await first.type("N3", "=1+2");
        await statusOf(first).getByText("Saved in this browser").waitFor();
        const loadedAnew = second.page.waitForEvent("load");
        await first.page.close();
        await loadedAnew;
        await second.page.waitForSelector("body[data-ready=true]");
        await second.openSheet("Try it");
        await second.expectDisplayed("N3", [["3"]]);
      });

      test("with changes in both it asks, and loses neither before", async () => {
        await first.page.bringToFront();
        await first.type("N3", "=1+2");
        await statusOf(first).getByText("Saved in this browser").waitFor();
        await second.page.bringToFront();
        await second.type("N4", "=1+3");
        await first.page.close();
        const question = second.page.getByRole("dialog", { name: "Which changes do you want to keep?" });
        await question.waitFor();
        await second.page.keyboard.press("Escape");
        await question.getByRole("button", { name: "Those of this tab" }).click();
        await statusOf(second).getByText("Saved in this browser").waitFor();
        await second.expectDisplayed("N3:N4", [[""], ["4"]]);
      });

      test("it asks before it is left with what is not saved", async () => {
        await second.type("N3", "=1+1");
        const asked = second.page.waitForEvent("dialog");
        void second.page.close({ runBeforeUnload: true });
        const dialog = await asked;
        expect(dialog.type()).toBe("beforeunload");
        await dialog.dismiss();
        await second.expectDisplayed("N3", [["2"]]);
      });
    });

    test("what was typed a moment ago is not lost without a question", async () => {
      const own = await openWorkbench(browser, server.url);
      await own.openSheet("Try it");
      await own.startTyping("N3", "=40+2");
      const asked = own.page.waitForEvent("dialog");
      await own.page.keyboard.press("Enter");
      void own.page.close({ runBeforeUnload: true });
      await (await asked).dismiss();
      await own.page.getByText("Saved in this browser").waitFor();
      await own.page.close({ runBeforeUnload: true }); // what is saved is left without a question
      await own.page.context().close();
    });

    test("says so when the browser keeps nothing", async () => {
      const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
      await context.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      });
      const full = await workbenchIn(context, server.url);
      await full.openSheet("Try it");
      await full.type("N3", "=1+1");
      const status = full.page.locator("#status");
      await status.getByText("Not saved: this browser is full or keeps nothing. Copy your work elsewhere.").waitFor();
      expect(await status.getAttribute("data-state")).toBe("not-saved-at-all");
      expect(await violations(full.page, "body")).toEqual([]);
      await context.close();
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

    test("does not build again for a file that has a new date and is the same", async () => {
      utimesSync(join(PROJECT, "src", "workbench", "page.css"), new Date(), new Date());
      const second = await npmStart(PORT + 10);
      expect(second.printed()).not.toContain("Built");
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

    test.each([
      ["localhost", 200],
      ["127.0.0.1", 200],
      ["evil.example", 421],
      ["localhost.evil.example", 421],
    ])(
      "a request for %s is answered with %d, so that no other page can pass for this machine",
      async (host, status) => {
        const { port } = new URL(server.url);
        const answered = new Promise((resolve, reject) => {
          get({ host: "localhost", port, headers: { host: `${host}:${port}` } }, (response) => {
            response.resume();
            resolve(response.statusCode);
          }).on("error", reject);
        });
        expect(await answered).toBe(status);
      },
    );
  });
});
