import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3640;

jest.setTimeout(300_000);

describeInBrowser("a chart on a sheet", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  const chart = () => workbench.page.getByRole("figure", { name: "Principal and interest by year" }).last();
  const place = async () => (await chart().boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
  const columns = () => chart().locator("svg[role=img] title").allTextContents();
  const press = (name: string) => workbench.page.locator("#pane").getByRole("button", { name, exact: true }).click();

  beforeAll(async () => {
    await workbench.page.getByRole("button", { name: "Task pane" }).click();
    await workbench.page.locator("#pane").getByRole("tab", { name: "Loan" }).click();
    await press("Insert loan sheet");
    await workbench.page.getByText(/Inserted the sheet Loan/).waitFor({ timeout: 60_000 });
    await workbench.page.getByRole("button", { name: "Task pane" }).click();
    await chart().waitFor();
  });

  test("lies over its cells and hides no other, and the pointer goes through it", async () => {
    const { page } = workbench;
    const ground = await page.locator(".charts-seen").evaluate((layer) => getComputedStyle(layer).backgroundColor);
    expect(ground).toBe("rgba(0, 0, 0, 0)");
    await workbench.select("K15");
    const { x, y } = await place();
    await page.mouse.click(x + 20, y + 60);
    expect(await page.locator("#cell-message").textContent()).toMatch(/^K1[67]/);
  });

  test("follows the wheel", async () => {
    const before = await place();
    await workbench.page.mouse.move(400, 400);
    await workbench.page.mouse.wheel(0, 48);
    await workbench.page.waitForFunction(
      ([name, y]) => {
        const figures = document.querySelectorAll(`figure[aria-label="${name}"]`);
        return figures[figures.length - 1]?.getBoundingClientRect().y !== y;
      },
      ["Principal and interest by year", before.y] as const,
    );
    expect((await place()).x).toBeCloseTo(before.x, 0);
    expect((await place()).y).toBeLessThan(before.y);
  });

  test("shows other figures as soon as the terms are others", async () => {
    const isAsTheCell = async () => {
      const [[repaid = ""] = []] = await workbench.displayed("AG4");
      expect((await columns())[0]).toBe(`1997, Principal: ${repaid}`);
      return repaid;
    };
    const before = await isAsTheCell();
    await workbench.type("B4", "200,000");
    await workbench.page.waitForFunction(
      (words) => document.querySelector(".chart svg[role=img] title")?.textContent?.endsWith(words) === false,
      before,
    );
    expect(await isAsTheCell()).not.toBe(before);
  });

  test("is not on other sheets, and the page has no complaints", async () => {
    await workbench.openSheet("Exhibit 11");
    await workbench.page.locator(".chart").waitFor({ state: "detached" });
    expect(workbench.complaints).toEqual([]);
  });
});
