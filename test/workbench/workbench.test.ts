import { COLLIDING_FIGURES, COLLIDING_FORMULAS } from "../support/collidingTexts";
import { violations } from "./accessibility";
import { describeInBrowser } from "./browser";
import { ANSWERS, ARTICLE_2, EXHIBIT_11, SECTION_3_5, STEPS } from "./figures";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3480;

jest.setTimeout(300_000);

describeInBrowser("the workbench", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

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
      await workbench.expectDisplayed(
        "N3:N13",
        ANSWERS.map(([, answer]) => [answer]),
      );
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

    test("two formulas that the engine took for one show their own figures", async () => {
      await workbench.select("N24");
      for (const formula of COLLIDING_FORMULAS) await workbench.typeOn(`=ROUND(${formula.slice(1)},2)`);
      await workbench.expectDisplayed(
        "N24:N25",
        COLLIDING_FIGURES.map((figure) => [String(figure)]),
      );
    });

    test("a tie that no double holds is shown as Excel shows it", async () => {
      await workbench.type("N27", "$39.995");
      await workbench.typeOn('=TEXT(N27,"$0.00")');
      await workbench.typeOn("=PMT(1E-16,12,1000)");
      await workbench.expectDisplayed("N27:N29", [["$40.00"], ["$40.00"], ["($83.33)"]]);
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
      ["=LOANBALANCE(N90)", "#VALUE!", "date must be a date; received a blank"],
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

    test("its note stays within the window", async () => {
      const { page } = workbench;
      await workbench.type("N40", '=LOANBALANCE("9/12/2000")');
      await workbench.select("N40");
      await page.waitForFunction(() => {
        const note = document.querySelector(".cell-note")?.getBoundingClientRect();
        return (
          note &&
          note.left >= 0 &&
          note.top >= 0 &&
          note.right <= window.innerWidth &&
          note.bottom <= window.innerHeight
        );
      });
      expect(await page.innerText(".cell-note")).toContain("this is text, so type it as a date");
    });

    test("an error says what is wrong when the pointer rests on it", async () => {
      const { page } = workbench;
      const note = page.locator(".cell-note");
      await workbench.select("R40"); // the sheet moves, so that the note finds room beside its cell
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
      await explained("Exhibit 10.10 B24: $40,483");
    });

    test("it explains a cell of a spill by the formula that fills it, and a date as a date", async () => {
      const explained = (words: string) => workbench.page.getByRole("complementary").getByText(words).first().waitFor();
      await workbench.openSheet("Exhibit 10.10");
      await workbench.select("B32");
      await explained("B32 is filled by the formula in A30.");
      await workbench.select("B18");
      await explained("Exhibit 10.10 B18: September 12, 2000");
    });

    test("it works each of our functions in a formula, inner ones first", async () => {
      await workbench.openSheet("Try it");
      await workbench.type("N60", "=IF(LOANBALANCE(DATE(2000,9,12))>40000,BASICEPS(-455000,7737946),0)");
      await workbench.select("N60");
      const pane = workbench.page.getByRole("complementary");
      await pane.getByText("The formula uses 2 functions of Tieout, inner ones first.").waitFor();
      expect(await pane.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
        "LOANBALANCE(DATE(2000,9,12))",
        "BASICEPS(-455000,7737946)",
        "Conventions",
        "The formula, step by step",
      ]);
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

  test("made no console error and no request beyond its own server", () => {
    expect(workbench.complaints).toEqual([]);
  });
});
