import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { ANSWERS, ARTICLE_2, EXHIBIT_11, SECTION_3_5, STEPS } from "./figures";
import { failedStart, npmStart, type Started } from "./npmStart";
import { keepBrokenWorkbook, openWorkbench, workbenchIn, type WorkbenchPage } from "./workbenchPage";

const BUILD_MILLISECONDS = 240_000;
const PORT = 3480;

/**
 * What the accessibility check finds. Left out are the grid, whose canvas and toolbar are Univer's, and the stops that
 * Fluent UI's keyboard navigation puts at the edges of a group, which hand the focus on as soon as they get it.
 */
async function violations(page: Page, part: string): Promise<string[]> {
  const found = await new AxeBuilder({ page }).include(part).exclude("#grid").exclude("[data-tabster-dummy]").analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
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

  jest.setTimeout(180_000);

  describe("opens on the exhibits as filed", () => {
    test("Exhibit 10.10: the table of article 2, stated and computed", async () => {
      await workbench.openSheet("Exhibit 10.10");
      await workbench.expectDisplayed("A10:I15", ARTICLE_2);
    });

    test("Exhibit 10.10: the example of section 3.5", async () => {
      await workbench.openSheet("Exhibit 10.10");
      await workbench.expectDisplayed("B20:E24", SECTION_3_5);
    });

    test("Exhibit 11: all four columns", async () => {
      await workbench.openSheet("Exhibit 11");
      const cells = await workbench.displayed("B1:L32");
      const figures = (row: number) => cells[row - 1]?.filter((cell) => cell !== "" && cell !== "$");
      for (const [row, expected] of Object.entries(EXHIBIT_11)) expect(figures(Number(row))).toEqual(expected);
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
      await workbench.select("N3");
      for (const [formula] of ANSWERS) await workbench.typeOn(formula);
      await workbench.expectDisplayed("N3:N13", ANSWERS.map(([, answer]) => [answer]));
    });

    test("=LOANSTEPS fills the working, each line with its clause", async () => {
      await workbench.type("P3", "=LOANSTEPS(DATE(2000,9,12))");
      await workbench.expectDisplayed("P3:R8", STEPS);
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
      await workbench.expectDisplayed("A30:C35", STEPS);
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

    test("what is typed on after a pause is entered as typed, and not what the list offered at the pause", async () => {
      const { page } = workbench;
      await workbench.startTyping("N31", "=DIL");
      await page.getByText("Diluted earnings per share").first().waitFor();
      await page.keyboard.type("UTEDSHARES(5000,100)");
      await page.keyboard.press("Enter");
      await workbench.expectDisplayed("N31", [["100"]]);
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

    test("the selected cell is said to those who cannot see it, right after a change of sheet as well", async () => {
      await workbench.openSheet("Exhibit 11");
      await workbench.select("L23");
      expect(await workbench.page.textContent("#cell-message")).toBe("L23 0.05");
      await workbench.openSheet("Try it");
      await workbench.select("B6");
      expect(await workbench.page.textContent("#cell-message")).toBe("B6 40,483");
    });

    test("an error does not stop the sheet: the next formula calculates, and a mended cell loses its note", async () => {
      await workbench.type("N41", "=LOANBALANCE(DATE(2000,9,12))");
      await workbench.expectDisplayed("N41", [["40483"]]);
      await workbench.type("N40", "=1+1");
      await workbench.expectDisplayed("N40", [["2"]]);
      expect(await workbench.page.locator(".cell-note").count()).toBe(0);
    });
  });

  describe("has the task pane of Excel beside the sheet", () => {
    beforeAll(async () => {
      await workbench.openSheet("Exhibit 11");
      await workbench.page.getByRole("button", { name: "Task pane" }).click();
      await workbench.page.getByRole("tab", { name: "Explain" }).click();
    });
    afterAll(() => workbench.page.getByRole("button", { name: "Task pane" }).click());

    test("it explains the selected cell, from sheet to sheet", async () => {
      const explained = (words: string) => workbench.page.getByRole("complementary").getByText(words).first().waitFor();
      await workbench.select("L23");
      await explained("Exhibit 11 L23: ");
      await explained("DILUTEDEPS");
      await workbench.openSheet("Exhibit 10.10");
      await explained("Exhibit 10.10 ");
      await workbench.select("B24");
      await explained("Exhibit 10.10 B24: 40483");
    });

    test("it passes the accessibility check", async () => {
      expect(await violations(workbench.page, "#pane")).toEqual([]);
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
      expect(await violations(workbench.page, "body")).toEqual([]);
    });

    test("made no console error and no request beyond its own server", () => {
      expect(workbench.complaints).toEqual([]);
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
