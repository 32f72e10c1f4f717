import { violations } from "./accessibility";
import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3680;

jest.setTimeout(300_000);

describeInBrowser("the forms of the pane", () => {
  let workbench: WorkbenchPage;
  /** What a user has done so far: a press, or a field filled in. */
  let done = 0;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  const pane = () => workbench.page.locator("#pane");
  const press = async (name: string) => {
    done++;
    await pane().getByRole("button", { name, exact: true }).click();
  };
  const fill = async (label: string, text: string) => {
    done++;
    await pane().getByLabel(label, { exact: true }).fill(text);
  };
  const choose = async (label: string, word: string) => {
    done++;
    await pane().getByLabel(label, { exact: true }).selectOption(word);
  };
  const expectSaid = (words: string | RegExp) =>
    pane().getByRole("status").getByText(words).first().waitFor({ timeout: 30_000 });

  test("one's own loan, from nothing to a sheet with its balance, takes fewer than 12 actions", async () => {
    done++;
    await workbench.page.getByRole("button", { name: "Task pane" }).click();
    await press("To New loan");
    await press("New loan");
    await fill("Principal", "250,000");
    await fill("Start date", "2025-01-15");
    await fill("Annual rate", "6.25");
    await fill("Number of payments", "60");
    await choose("Day count", "ACT/360");
    await expectSaid(/^60 payments, the first 4,872\.07, the last on January 15, 2030\.$/);
    expect(await violations(workbench.page, "#pane")).toEqual([]);
    await press("Insert the loan");
    await expectSaid(
      /^Inserted the sheet Loan; its terms are named Loan_terms\. The active loan is now Loan!A3:E\d+\./,
    );

    expect(done).toBeLessThan(12);
    await workbench.openSheet("Loan");
    await workbench.type("H3", "9/30/2026");
    await workbench.expectDisplayed("H4", [["175,257.11"]]);
  });

  test("the same form changes one of its terms, in its cell", async () => {
    await workbench.select("B4");
    await press("Edit a loan");
    await pane().getByRole("region", { name: "Edit the loan" }).waitFor();
    await fill("Annual rate", "5.5");
    await press("Save to the sheet");
    await expectSaid(/^Changed 1 cell of the loan in Loan!A3:E\d+\.$/);
    await workbench.expectDisplayed("B5", [["5.50%"]]);
  });

  test("a function takes the cells that are selected on the sheet, and shows its answer before it is inserted", async () => {
    await workbench.addSheet();
    await workbench.type("A1", "=DATE(2000,9,12)");
    await workbench.select("C1");
    await pane().getByRole("tab", { name: "Functions" }).click();
    await press("LOANBALANCE");
    await press("Fill in LOANBALANCE");
    await fill("Loan (may be left out)", "Exhibit 10.10");
    await pane().getByLabel("Date", { exact: true }).click();
    await workbench.select("A1");
    await expectSaid("Answer: 40,483");
    expect(await pane().getByLabel("Date", { exact: true }).inputValue()).toBe("A1");
    expect(await violations(workbench.page, "#pane")).toEqual([]);
    await press("Insert");
    await expectSaid('Inserted =LOANBALANCE(A1,"Exhibit 10.10") into C1.');
    await workbench.expectDisplayed("C1", [["40483"]]);
  });

  test("a sample is a workbook of its own; where work would be lost it is asked first", async () => {
    const { page } = workbench;
    await pane().getByRole("tab", { name: "Help" }).click();
    await page.locator("#status", { hasText: "Saved in this browser" }).waitFor();
    await press("Open Mortgage with extra payments");
    const question = page.getByRole("dialog", { name: "Open the sample as a new workbook?" });
    await question.getByRole("button", { name: "Keep my workbook" }).click();
    await workbench.expectDisplayed("C1", [["40483"]]);

    await press("Open Mortgage with extra payments");
    await Promise.all([page.waitForEvent("load"), question.getByRole("button", { name: "Open the sample" }).click()]);
    await page.waitForSelector("body[data-ready=true]", { timeout: 60_000 });
    const tabs = await page.locator("#grid").getByRole("tab").allTextContents();
    expect(tabs).toEqual(["Mortgage ties out", "Mortgage"]);
    await workbench.openSheet("Mortgage ties out");
    await workbench.expectDisplayed("A5:D6", [
      ["Scheduled payment", "1,199.10", "1,199.10", "✓"],
      ["Payments until it is repaid, of 360", "295", "295", "✓"],
    ]);
  });

  test("the page has nothing to complain of", () => {
    expect(workbench.complaints).toEqual([]);
  });
});
