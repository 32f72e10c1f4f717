import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3526;
/** A filing whose income is in thousands and whose shares are in full; its words for income are made unknown. */
const FILED = readFileSync(join(__dirname, "../workbook/import/filings/2003-thousands-of-dollars.txt"), "utf8")
  .replace(/^.*\n/, "")
  .replaceAll("Net income", "Result    ");

jest.setTimeout(300_000);

describeInBrowser("an exhibit in thousands, pasted into the pane", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  const pane = () => workbench.page.locator("#pane");
  const press = (name: string) => pane().getByRole("button", { name, exact: true }).click();
  const checked = async () =>
    (await pane().getByRole("table", { name: "Computed beside printed" }).getByRole("row").allInnerTexts()).map((row) =>
      row.split(/\s*\t\s*/),
    );
  /** Where a person can look at the pane as it stood. */
  const keepPicture = async (name: string) => {
    const folder = process.env["PICTURES"];
    if (!folder) return;
    await pane().getByRole("heading", { name: "Preview" }).scrollIntoViewIfNeeded();
    await pane()
      .getByRole("button", { name: /^Write/ })
      .scrollIntoViewIfNeeded();
    await pane().screenshot({ path: join(folder, `${name}.png`) });
  };

  test("shows computed beside printed, takes the role of a line, and inserts", async () => {
    await workbench.page.getByRole("button", { name: "Task pane" }).click();
    await pane().getByRole("tab", { name: "EPS" }).click();
    await pane().getByLabel("Or pasted text").fill(FILED);
    await press("Preview");
    await pane().getByText("2 lines left out", { exact: false }).waitFor();
    expect((await checked())[1]).toEqual([
      "Basic earnings per share, 6 months to 2003-06-30",
      "not computed",
      "0.19",
      "differs",
    ]);
    await keepPicture("before");

    await pane().getByRole("combobox", { name: "Basic: Result" }).selectOption("Net income");
    await pane().getByText("7 of 8 per-share figures agree with income over shares.").waitFor();
    expect((await checked()).slice(1, 3)).toEqual([
      ["Diluted earnings per share, 3 months to 2002-06-30", "0.06", "0.07", "differs"],
      ["Basic earnings per share, 6 months to 2003-06-30", "0.19", "0.19", "✓"],
    ]);
    await pane().getByText("Amounts are in thousands and shares in full", { exact: false }).waitFor();
    await keepPicture("after");

    await press("Write 4 periods");
    await pane()
      .getByRole("status")
      .getByText("Inserted the EPS sheet with 4 periods from Exhibit 11.")
      .first()
      .waitFor();
    await workbench.openSheet("EPS periods");
    await workbench.expectDisplayed("C1:D2", [
      ["Net income", "Weighted shares"],
      ["15,260,000", "79,198,167"],
    ]);
    await workbench.openSheet("EPS");
    if (process.env["PICTURES"]) await workbench.page.screenshot({ path: join(process.env["PICTURES"], "sheet.png") });
    expect(workbench.complaints).toEqual([]);
  });
});
