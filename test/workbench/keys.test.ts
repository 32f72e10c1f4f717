import { violations } from "./accessibility";
import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3660;

jest.setTimeout(300_000);

describeInBrowser("the workbench by keyboard", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  /** Which part of the page has the focus; the grid's editor lies outside its box. */
  const part = () =>
    workbench.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused?.closest(".bar")) return "bar";
      return focused?.closest("#pane") ? "pane" : "grid";
    });
  const press = (keys: string) => workbench.page.keyboard.press(keys);

  test("goes from part to part by F6, and out of the grid", async () => {
    await workbench.page.getByRole("button", { name: "Task pane" }).click();
    await workbench.page.locator("#pane [role=tab]").first().waitFor();
    await workbench.select("B2");
    expect(await part()).toBe("grid");
    await press("F6");
    expect(await part()).toBe("pane");
    await press("F6");
    expect(await part()).toBe("bar");
    await press("F6");
    expect(await part()).toBe("grid");
    await press("Shift+F6");
    await press("Shift+F6");
    expect(await part()).toBe("pane");
    await press("Escape");
    expect(await part()).toBe("grid");
  });

  test("types into the cell again after it came back", async () => {
    await workbench.openSheet("Try it");
    await workbench.select("N5");
    await press("F6");
    await press("Escape");
    await workbench.typeOn("12");
    await workbench.expectDisplayed("N5", [["12"]]);
  });

  test("lists its keys by Ctrl+/ and by the button, in a dialog that Esc closes", async () => {
    const dialog = workbench.page.getByRole("dialog", { name: "Keys" });
    await press("Control+/");
    await dialog.waitFor();
    expect(await dialog.locator("dt").allTextContents()).toContain("F6, Shift+F6");
    expect(await violations(workbench.page, "#keys")).toEqual([]);
    await press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await workbench.page.getByRole("button", { name: "Keys" }).click();
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  test("has no tools that protect sheets, since nobody here has an account", async () => {
    const tab = workbench.page.locator("#grid").getByRole("tab", { name: "Try it", exact: true });
    await tab.click({ button: "right" });
    await workbench.page.getByText("Rename", { exact: true }).waitFor();
    expect(await workbench.page.getByText(/protect|permission/i).count()).toBe(0);
    await press("Escape");
    expect(workbench.complaints).toEqual([]);
  });
});
