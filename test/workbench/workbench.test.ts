import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { failedStart, npmStart, type Started } from "./npmStart";
import { openWorkbench, workbenchIn, type WorkbenchPage } from "./workbenchPage";

const BUILD_MILLISECONDS = 240_000;
const PORT = 3480;

/** Runs in the page: puts a workbook without a sheet where the workbench keeps the user's. */
function keepBrokenWorkbook(): Promise<void> {
  const broken = { id: "w", sheetOrder: ["a"], sheets: { a: null } };
  return new Promise((resolve) => {
    const opening = indexedDB.open("keyval-store");
    opening.onupgradeneeded = () => opening.result.createObjectStore("keyval");
    opening.onsuccess = () => {
      const writing = opening.result.transaction("keyval", "readwrite");
      writing.objectStore("keyval").put(broken, "workbook");
      writing.oncomplete = () => resolve(opening.result.close());
    };
  });
}

describeInBrowser("the workbench, as npm start serves it", () => {
  let server: Started;
  let browser: Browser;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    server = await npmStart(PORT);
    browser = await launchBrowser();
    workbench = await openWorkbench(browser, server.url);
  }, BUILD_MILLISECONDS);

  afterAll(async () => {
    await browser?.close();
    await server?.interrupt();
  });

  jest.setTimeout(60_000);

  describe("opens on the exhibits as filed", () => {
    test("Exhibit 10.10: the table of article 2, stated and computed", async () => {
      await workbench.openSheet("Exhibit 10.10");
      await workbench.expectDisplayed("A10:I15", [
        ["1996/97", "", "$92,909", "", "August 1, 1997", "$92,909", "$92,909", "-", "✓"],
        ["1997/98", "$23,689", "77,833", "", "August 1, 1998", "77,833", "77,833", "-", "✓"],
        ["1998/99", "23,689", "61,178", "", "August 1, 1999", "61,178", "61,178", "-", "✓"],
        ["1999/2000", "23,689", "42,779", "", "August 1, 2000", "42,779", "42,779", "-", "✓"],
        ["2000/01", "23,689", "24,226", "", "August 1, 2001", "24,226", "22,454", "(1,772)", "✓"],
        ["2001/02", "23,689", "0", "", "August 1, 2002", "0", "0", "-", "✓"],
      ]);
    });

    test("Exhibit 10.10: the example of section 3.5", async () => {
      await workbench.openSheet("Exhibit 10.10");
      await workbench.expectDisplayed("B20:E24", [
        ["$42,779", "$42,779", "", "✓"],
        ["494", "494", "", "✓"],
        ["43,273", "43,273", "", "✓"],
        ["(2,790)", "(2,790)", "", "✓"],
        ["$40,483", "$40,483", "", "✓"],
      ]);
    });

    test("Exhibit 11: all four columns", async () => {
      await workbench.openSheet("Exhibit 11");
      const cells = await workbench.displayed("B1:L32");
      const figures = (row: number) => cells[row - 1]?.filter((cell) => cell !== "" && cell !== "$");
      expect(figures(9)).toEqual(["7,737,946", "7,541,024", "7,647,197", "7,509,358"]);
      expect(figures(11)).toEqual(["(462,000)", "5,000", "(619,000)", "377,000"]);
      expect(figures(13)).toEqual(["(0.06)", "0.00", "(0.08)", "0.05"]);
      expect(figures(17)).toEqual(["-", "834,762", "-", "698,224"]);
      expect(figures(18)).toEqual(["-", "50,788", "-", "39,402"]);
      expect(figures(19)).toEqual(["7,737,946", "8,426,574", "7,647,197", "8,246,984"]);
      expect(figures(23)).toEqual(["(0.06)", "0.00", "(0.08)", "0.05"]);
      for (const tickRow of [28, 30, 32]) expect(figures(tickRow)).toEqual(["✓", "✓", "✓", "✓"]);
    });

    test("no sheet shows an error", async () => {
      for (const sheet of ["Exhibit 10.10", "Exhibit 11", "Try it"]) {
        await workbench.openSheet(sheet);
        const cells = (await workbench.displayed("A1:L150")).flat();
        expect(cells.filter((cell) => /^#[A-Z/0]+[!?]?$/.test(cell))).toEqual([]);
      }
    });
  });

  describe("answers what is typed into a cell", () => {
    beforeAll(() => workbench.openSheet("Try it"));

    test("balances and earnings per share", async () => {
      const typed = [
        ["=LOANBALANCE(DATE(2000,9,12))", "40483"],
        ["=LOANBALANCE(DATE(1997,8,1))", "92909"],
        ["=LOANBALANCE(DATE(1998,8,1))", "77833"],
        ["=LOANBALANCE(DATE(1999,8,1))", "61178"],
        ["=LOANBALANCE(DATE(2000,8,1))", "42779"],
        ["=LOANBALANCE(DATE(2001,8,1))", "24226"],
        ['=LOANBALANCE(DATE(2001,8,1),,"computed")', "22454"],
        ["=LOANBALANCE(DATE(2002,8,1))", "0"],
        ["=BASICEPS(5,1000,,3)", "0.005"],
        ["=BASICEPS(5,1000)", "0.01"],
        ["=BASICEPS(-5,1000)", "-0.01"],
      ] as const;
      await workbench.select("N3");
      for (const [formula] of typed) await workbench.typeOn(formula);
      await workbench.expectDisplayed("N3:N13", typed.map(([, answer]) => [answer]));
    });

    test("=LOANSTEPS fills the working, each line with its clause", async () => {
      await workbench.type("P3", "=LOANSTEPS(DATE(2000,9,12))");
      await workbench.expectDisplayed("P3:R8", [
        ["Step", "Amount", "Clause"],
        ["Loan Balance at July 31, 2000", "42,779", "3.5"],
        ["Interest at 10% from August 1 to September 12, 2000", "494", "3.5"],
        ["Updated Loan", "43,273", "3.5"],
        ["Pro Rata Share of Annual Reduction (43/365 x $23,689)", "(2,790)", "3.5"],
        ["Loan Balance", "40,483", "3.5"],
      ]);
    });

    test("a range of dates answers in the range's shape", async () => {
      await workbench.type("N20", "=DATE(2000,9,12)");
      await workbench.typeOn("=DATE(2001,8,1)");
      await workbench.type("O20", "=LOANBALANCE(N20:N21)");
      await workbench.expectDisplayed("O20:O21", [["40483"], ["24226"]]);
    });

    test("a date typed on Exhibit 10.10 gives the balance and its working", async () => {
      await workbench.openSheet("Exhibit 10.10");
      await workbench.type("B27", "9/12/2000");
      await workbench.expectDisplayed("B27:B28", [["September 12, 2000"], ["$40,483"]]);
      await workbench.expectDisplayed("A30:B35", [
        ["Step", "Amount"],
        ["Loan Balance at July 31, 2000", "42,779"],
        ["Interest at 10% from August 1 to September 12, 2000", "494"],
        ["Updated Loan", "43,273"],
        ["Pro Rata Share of Annual Reduction (43/365 x $23,689)", "(2,790)"],
        ["Loan Balance", "40,483"],
      ]);
      await workbench.openSheet("Try it");
    });
  });

  describe("helps and explains", () => {
    beforeAll(() => workbench.openSheet("Try it"));

    test("autocomplete and argument help show our descriptions", async () => {
      const { page } = workbench;
      await workbench.startTyping("N30", "=LOANBAL");
      await page.getByText("Outstanding balance of a loan at a date").first().waitFor();
      await page.keyboard.press("Tab");
      await page.getByText("Date of the balance. One cell or a range.").first().waitFor();
      await page.keyboard.press("Escape");
    });

    test.each([
      ['=LOANBALANCE("soon")', "#VALUE!", 'date must be a date; received "soon"'],
      ["=LOANBALANCE(A200)", "#VALUE!", "date must be a date; received a blank"],
      ["=LOANBALANCE(DATE(1997,7,31))", "#N/A", "date"],
      ['=DILUTEDEPS(5000,"many")', "#VALUE!", 'shares must be a number; received "many"'],
      ["=BASICEPS(5,0)", "#VALUE!", "shares must be more than zero; received 0"],
    ])("%s shows %s and says what is wrong when selected", async (formula, code, words) => {
      const { page } = workbench;
      await workbench.type("N40", formula);
      await workbench.expectDisplayed("N40", [[code]]);
      const note = page.locator(".cell-note");
      await note.waitFor();
      expect(await note.innerText()).toContain(words);
      expect(await page.textContent("#cell-message")).toContain(words);
    });

    test("an error says what is wrong when the pointer rests on it", async () => {
      const { page } = workbench;
      const note = page.locator(".cell-note");
      await workbench.type("N40", '=LOANBALANCE("soon")');
      await workbench.select("N40");
      await note.waitFor();
      const beside = await note.boundingBox();
      await workbench.select("N30");
      await note.waitFor({ state: "detached" });
      await page.mouse.move((beside?.x ?? 0) - 40, (beside?.y ?? 0) + 10);
      await page.mouse.move((beside?.x ?? 0) - 20, (beside?.y ?? 0) + 8);
      await note.waitFor();
      expect(await note.innerText()).toContain('date must be a date; received "soon"');
      await page.mouse.move(5, 5);
    });

    test("the words of an error are text, whatever is typed", async () => {
      const { page } = workbench;
      await workbench.type("N40", '=LOANBALANCE("<img src=x onerror=alert(1)>")');
      await workbench.select("N40");
      await page.locator(".cell-note", { hasText: "<img" }).waitFor();
      expect(await page.locator(".cell-note img").count()).toBe(0);
    });

    test("an error does not stop the sheet: the next formula calculates, and a mended cell loses its note", async () => {
      await workbench.type("N41", "=LOANBALANCE(DATE(2000,9,12))");
      await workbench.expectDisplayed("N41", [["40483"]]);
      await workbench.type("N40", "=1+1");
      await workbench.expectDisplayed("N40", [["2"]]);
      expect(await workbench.page.locator(".cell-note").count()).toBe(0);
    });
  });

  test("a formula that refers to itself brings a warning, since its figure is no answer", async () => {
    await workbench.type("N50", "=N50+1");
    await workbench.page.getByText("A formula refers to its own cell").first().waitFor();
    await workbench.type("N50", "=1");
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
      // The grid itself is Univer's canvas and toolbar, which we do not draw.
      const { violations } = await new AxeBuilder({ page: workbench.page }).exclude("#grid").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    });

    test("made no console error and no request beyond its own server", () => {
      expect(workbench.complaints).toEqual([]);
    });
  });

  describe("npm start", () => {
    test("takes the next port when the first is taken, and says so", async () => {
      const second = await npmStart(PORT);
      expect(second.printed()).toContain(`Port ${PORT} is taken; trying ${PORT + 1}.`);
      expect(second.url).toBe(`http://localhost:${PORT + 1}`);
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
