import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3600;

jest.setTimeout(300_000);

/** Two years of quarters as a spreadsheet copies them, with two classes of securities more than the empty table has. */
const QUARTERS = [
  ["3/31/2000", "100,000"],
  ["6/30/2000", "200,000"],
  ["9/30/2000", "(300,000)"],
  ["12/31/2000", "400,000"],
  ["3/31/2001", "500,000"],
  ["6/30/2001", "(600,000)"],
  ["9/30/2001", "700,000"],
  ["12/31/2001", "800,000"],
].map(([end, income], quarter) => [end, "3", income, `7,000,00${quarter}`, "1,000", "2,000", "3,000", "4,000"]);

describeInBrowser("one's own figures, from empty sheets", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  beforeAll(() => workbench.page.getByRole("button", { name: "Task pane" }).click());

  const page = (name: string) => workbench.page.locator("#pane").getByRole("tab", { name }).click();
  const press = (name: string) => workbench.page.locator("#pane").getByRole("button", { name, exact: true }).click();
  const withoutExample = () => workbench.page.locator("#pane").getByRole("checkbox").first().uncheck();
  const expectReport = (words: string) =>
    workbench.page.locator("#pane").getByRole("status").getByText(words).first().waitFor({ timeout: 30_000 });

  test("quarters pasted below the header of the empty table are all in it, and the refresh shows them", async () => {
    await page("EPS");
    await withoutExample();
    await press("Insert EPS sheet");
    await expectReport("Inserted an empty EPS sheet.");
    await workbench.openSheet("EPS periods");
    await workbench.paste("A2", QUARTERS.map((row) => row.join("\t")).join("\n"));
    await workbench.expectDisplayed("G1:H1", [["Column1", "Column2"]]);
    await workbench.select("G1");
    await workbench.typeOn("RSUs");
    await workbench.type("H1", "Convertible notes");
    await workbench.expectDisplayed("C4", [["(300,000)"]]);
    await press("Refresh EPS");
    await expectReport("Refreshed the exhibit for December 31, 2001");
    await workbench.openSheet("EPS");
    await workbench.expectDisplayed("B16:D22", [
      ["Stock options", "1,000", "1,000"],
      ["Warrants", "2,000", "2,000"],
      ["RSUs", "3,000", "3,000"],
      ["Convertible notes", "4,000", "4,000"],
      [
        "Weighted average common shares and equivalents used to compute diluted earnings per share",
        "7,010,007",
        "7,010,003",
      ],
      ["Net income", "$800,000", "$400,000"],
      ["Diluted net income per share", "$0.11", "$0.06"],
    ]);
  });

  test("a quarter typed on the row below is in the table, until one step takes it back", async () => {
    await workbench.openSheet("EPS periods");
    await workbench.type("J1", "=ROWS(EPS_Periods_All)");
    await workbench.expectDisplayed("J1", [["9"]]);
    await workbench.type("A10", "3/31/2002");
    await workbench.expectDisplayed("J1", [["10"]]);
    await workbench.page.keyboard.press("Control+z");
    await workbench.expectDisplayed("J1", [["9"]]);
    await workbench.expectDisplayed("A9:A10", [["12/31/2001"], [""]]);
  });

  test("a total below the table is none of its rows, and the refresh says so", async () => {
    await workbench.type("C10", "=SUM(C2:C9)");
    await press("Refresh EPS");
    await expectReport("Row 10 of EPS periods touches the table EPS_Periods but is not in it (A1:H9)");
    await workbench.select("C10");
    await workbench.page.keyboard.press("Delete");
  });

  test("a loan of one's own counts a line added below its last label", async () => {
    await page("Loan");
    await withoutExample();
    await press("Insert loan sheet");
    await expectReport("Inserted the sheet Loan; fill in its terms, which are named Loan_terms.");
    await workbench.openSheet("Loan");
    await workbench.select("B4");
    for (const value of ["250,000", "1/15/2025", "6.25%", "60"]) await workbench.typeOn(value);
    await workbench.type("B14", "ACT/360");
    await workbench.type("H3", "9/30/2026");
    await workbench.expectDisplayed("H4", [["175,257.11"]]);
    await workbench.type("A15", "Extra payment");
    await workbench.type("B15", "9/15/2025");
    await workbench.type("C15", "10,000");
    await workbench.expectDisplayed("H4", [["164,604.70"]]);
    await workbench.expectDisplayed("A2", [[""]]);
  });

  test("once it is chosen, every formula that names no loan uses it at once; the exhibits stay as they are", async () => {
    await workbench.openSheet("Try it");
    await workbench.type("N3", "=ROUND(LOANBALANCE(DATE(2026,9,30)),0)");
    await workbench.expectDisplayed("N3", [["0"]]);
    await workbench.openSheet("Loan");
    await workbench.select("A3:E14");
    await press("Use the selected range");
    await expectReport("The active loan is now Loan!A3:E114. Every formula that uses it was calculated again.");
    await workbench.openSheet("Try it");
    expect(await workbench.displayed("N3")).toEqual([["164605"]]);
    expect(await workbench.displayed("B6")).toEqual([["40,483"]]);
    await workbench.openSheet("Exhibit 10.10");
    expect(await workbench.displayed("B28")).toEqual([["$30,385"]]);
    expect(await workbench.displayed("F10:F15")).toEqual(
      ["$92,909", "77,833", "61,178", "42,779", "24,226", "0"].map((balance) => [balance]),
    );
    await press("Use the built-in Exhibit 10.10");
    await expectReport("The active loan is the built-in agreement of Exhibit 10.10.");
    await workbench.openSheet("Try it");
    expect(await workbench.displayed("N3")).toEqual([["0"]]);
  });

  test("the page has nothing to complain of", () => {
    expect(workbench.complaints).toEqual([]);
  });
});
