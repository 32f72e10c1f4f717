import { EXHIBIT_11 } from "../support/exhibit11";
import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3520;

jest.setTimeout(300_000);

describeInBrowser("the quarter's work, by the pane and the keyboard", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  beforeAll(() => workbench.page.getByRole("button", { name: "Task pane" }).click());

  const page = (name: string) => workbench.page.locator("#pane").getByRole("tab", { name }).click();
  const press = (name: string) => workbench.page.locator("#pane").getByRole("button", { name, exact: true }).click();
  const openSheet = (name: string) => workbench.openSheet(name);
  const expectReport = (words: string) =>
    workbench.page
      .locator("#pane")
      .getByRole("status")
      .getByText(words, { exact: false })
      .first()
      .waitFor({ timeout: 30_000 });

  test("a bank's schedule is pasted, a column's role is changed, and the fitted loan is inserted", async () => {
    const pane = workbench.page.locator("#pane");
    await page("Loan");
    await pane
      .getByRole("textbox", { name: "Or pasted schedule" })
      .fill(
        [
          "         Date         Inst.      Interest     Principal       Balance",
          "Loan  01/01/2024                                             12,000.00",
          "   1  02/01/2024     3,037.59         60.00      2,977.59      9,022.41",
          "   2  03/01/2024     3,037.59         45.11      2,992.48      6,029.93",
          "   3  04/01/2024     3,037.59         30.15      3,007.44      3,022.49",
          "   4  05/01/2024     3,037.60         15.11      3,022.49          0.00",
          "2024 Totals         12,150.37        150.37     12,000.00",
        ].join("\n"),
      );
    await press("Read the schedule");
    await pane.getByText("Columns left out: Inst..").waitFor();
    await pane.getByLabel("Dates have").selectOption("month first");
    await pane.getByLabel("Inst.").selectOption("Payment");
    await pane.getByText("Reproduces 17 of 17 printed figures.").waitFor();
    await press("Insert loan sheet with these terms");
    await expectReport("Inserted the sheet Fitted loan. Reproduces 17 of 17 printed figures.");

    await openSheet("Fitted loan");
    await workbench.expectDisplayed("A3:B6", [
      ["Principal", "12,000"],
      ["Start date", "Jan 1, 2024"],
      ["Annual rate", "6.00%"],
      ["Day count", "equal periods"],
    ]);
    await workbench.expectDisplayed("G3:I5", [
      ["Date", "Interest", "Difference"],
      ["Jan 1, 2024", "", ""],
      ["Feb 1, 2024", "60.00", "✓"],
    ]);
  });

  test("inserts the EPS sheet, changes a quarter, refreshes, and logs what moved", async () => {
    await page("EPS");
    await press("Insert EPS sheet");
    await expectReport("Inserted the EPS sheet with the four periods of Exhibit 11");
    await openSheet("EPS");
    await workbench.expectDisplayed("C8:F8", [["2002", "2001", "2002", "2001"]]);
    expect(figures(await workbench.displayed("C18:F20"))).toEqual([
      ["7,737,946", "8,426,574", "7,647,197", "8,246,984"],
      ["(462,000)", "5,000", "(619,000)", "377,000"],
      ["(0.06)", "0.00", "(0.08)", "0.05"],
    ]);

    await openSheet("EPS periods");
    await workbench.type("C2", "(400,000)");
    await press("Refresh EPS");
    await expectReport("4 figures moved, marked on the sheet and logged.");
    await openSheet("EPS");
    expect(figures(await workbench.displayed("C20:F20"))).toEqual([["(0.05)", "0.00", "(0.08)", "0.05"]]);
    await openSheet("Tieout log");
    expect((await workbench.displayed("A1:E5")).map((row) => [row[0], row[1], row[3], row[4]])).toEqual([
      ["Sheet", "Cell", "Old", "New"],
      ["EPS", "C11", "(462,000)", "(400,000)"],
      ["EPS", "C12", "-0.06", "-0.05"],
      ["EPS", "C19", "(462,000)", "(400,000)"],
      ["EPS", "C20", "-0.06", "-0.05"],
    ]);

    await press("Refresh EPS");
    await expectReport("none of its 36 figures moved");
  });

  test("rolls forward twice, and ties out with the exceptions listed", async () => {
    await press("Roll forward");
    await expectReport(
      "Rolled forward to December 31, 2002: fill in its figures in row 6 of EPS periods, then refresh.",
    );
    await press("Roll forward");
    await expectReport("The period to December 31, 2002 is incomplete: Net income is blank (C6 on EPS periods).");
    await openSheet("EPS periods");
    for (const [cell, figure] of [
      ["C6", "250000"],
      ["D6", "7800000"],
      ["E6", "100000"],
      ["F6", "0"],
    ] as const)
      await workbench.type(cell, figure);
    await press("Roll forward");
    await expectReport("Rolled forward to March 31, 2003");
    await openSheet("EPS periods");
    for (const [cell, figure] of [
      ["C7", "10000"],
      ["D7", "7900000"],
      ["E7", "0"],
      ["F7", "0"],
    ] as const)
      await workbench.type(cell, figure);
    await press("Refresh EPS");
    await expectReport("Refreshed the exhibit for March 31, 2003");
    await openSheet("EPS");
    await workbench.expectDisplayed("C7:C8", [["Three months ended March 31,"], ["2003"]]);

    await page("Tie out");
    await press("Tie out");
    await workbench.page.locator("#pane").getByText("25 of 28 figures tie out; 3 exceptions listed.").first().waitFor();
    await openSheet("Tie out");
    await workbench.expectDisplayed("F3:F5", [["62,000"], ["0.01"], ["✓"]]);
  });

  test("the pasted text of the filed exhibit is previewed, then written", async () => {
    await page("EPS");
    await workbench.page.locator("#pane").getByLabel("Or pasted text").fill(EXHIBIT_11);
    await press("Preview");
    await workbench.page.locator("#pane").getByText("Nothing is written until you agree.").waitFor();
    await press("Write 4 periods");
    await expectReport(
      "Imported from Exhibit 11: 0 periods added, 1 updated, 3 as they were. 1 figure replaced and logged.",
    );
    await openSheet("EPS periods");
    await workbench.expectDisplayed("C2", [["(462,000)"]]);
  });

  test("the page has nothing to complain of", () => {
    expect(workbench.complaints).toEqual([]);
  });
});

/** Figures without the currency sign and the blanks that line them up. */
function figures(rows: string[][]): string[][] {
  return rows.map((row) => row.map((cell) => cell.replace(/[$\s]/g, "")));
}
