import type { Browser, BrowserContextOptions } from "playwright-core";
import { violations } from "./accessibility";
import { describeInBrowser } from "./browser";
import { handsAt, type Hands } from "./hands";
import type { Started } from "./npmStart";
import { servedWorkbench } from "./servedWorkbench";
import { workbenchIn, type WorkbenchPage } from "./workbenchPage";

const PORT = 3700;

jest.setTimeout(300_000);

const DIALOGS = [
  "keys",
  "start-over-question",
  "sample-question",
  "two-versions",
  "unsaved-work",
  "not-savable",
  "changed-on-disk",
];

describeInBrowser("the workbench is for everybody", () => {
  let server: Started;
  let browser: Browser;

  servedWorkbench(PORT, (served) => ({ server, browser } = served));

  const open = async (options: BrowserContextOptions): Promise<WorkbenchPage & { readonly hands: Hands }> => {
    // A button that is on its way from one color to another has neither: without motion each is checked as it stays.
    const still = { viewport: { width: 1360, height: 860 }, reducedMotion: "reduce" } as const;
    const context = await browser.newContext({ ...still, ...options });
    const workbench = await workbenchIn(context, server.url);
    return { ...workbench, hands: handsAt(workbench.page) };
  };

  describe.each([
    ["in light", { colorScheme: "light" }],
    ["in the dark", { colorScheme: "dark" }],
    ["in colors of the user's own", { forcedColors: "active" }],
  ] as const)("%s", (_look, options) => {
    let workbench: WorkbenchPage & { readonly hands: Hands };

    beforeAll(async () => (workbench = await open(options)));
    afterAll(async () => {
      expect(workbench.complaints).toEqual([]);
      await workbench.page.context().close();
    });

    test("the page with the grid and its tools, and the menu of files", async () => {
      expect(await violations(workbench.page, "body")).toEqual([]);
      await workbench.hands.press("File");
      expect(await violations(workbench.page, "body")).toEqual([]);
      await workbench.hands.key("Escape");
    });

    test.each(DIALOGS)("the dialog %s", async (id) => {
      const dialog = workbench.page.locator(`#${id}`);
      await dialog.evaluate((element: HTMLDialogElement) => element.showModal());
      expect(await violations(workbench.page, `#${id}`)).toEqual([]);
      await dialog.evaluate((element: HTMLDialogElement) => element.close("cancel"));
    });

    test("each page of the pane, with its pictures and tables open", async () => {
      const { page, hands } = workbench;
      await hands.press("Task pane");
      for (const name of ["Functions", "Loan", "EPS", "Tie out", "Explain", "Help"]) {
        await hands.turnTo(name);
        for (const table of await page.locator("#pane summary").all()) await table.click();
        expect({ name, found: await violations(page, "#pane") }).toEqual({ name, found: [] });
      }
    });

    test("each form, with what is wrong marked", async () => {
      const { page, hands } = workbench;
      const check = async (form: string) =>
        expect({ form, found: await violations(page, "#pane") }).toEqual({ form, found: [] });
      await hands.turnTo("Loan");
      await hands.press("New loan");
      await hands.fill("Principal", "much");
      await hands.press("Insert the loan");
      await page.locator("#pane [aria-invalid=true]").first().waitFor();
      await check("New loan");
      await hands.press("Cancel");
      await hands.turnTo("EPS");
      await hands.press("New EPS table");
      await hands.press("Insert the EPS table");
      await page.locator("#pane [aria-invalid=true]").first().waitFor();
      await check("New EPS table");
      await hands.press("Cancel");
      await hands.turnTo("Functions");
      await hands.press("DILUTEDEPS");
      await hands.press("Fill in DILUTEDEPS");
      await check("Fill in DILUTEDEPS");
    });

    test("a chart on a sheet", async () => {
      const { page, hands } = workbench;
      await hands.turnTo("Loan");
      await hands.press("Insert loan sheet");
      await hands.hear(/^Inserted the sheet Loan/);
      await page.locator(".chart").first().waitFor();
      expect(await violations(page, "body")).toEqual([]);
    });
  });

  test("the grid and its page are as dark as the system, and follow it while it changes", async () => {
    const { page } = await open({ colorScheme: "dark" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const isGridDark = () => page.evaluate(() => document.documentElement.classList.contains("univer-dark"));
    expect([await ground(), await isGridDark()]).toEqual(["rgb(31, 34, 38)", true]);
    await page.emulateMedia({ colorScheme: "light" });
    await page.waitForFunction(() => !document.documentElement.classList.contains("univer-dark"));
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.context().close();
  });

  // 720 x 450 is what a window of 1440 x 900 has at 200 %; 320 x 256 one of 1280 x 1024 at 400 % (WCAG 2.2, 1.4.10).
  test.each([
    [320, 640],
    [320, 256],
    [480, 800],
    [720, 450],
  ])("a window of %i x %i scrolls in no direction, and has every button in it", async (width, height) => {
    const { page, hands } = await open({ viewport: { width, height } });
    await hands.press("Task pane");
    for (const name of ["Functions", "Loan", "EPS", "Tie out", "Explain", "Help"]) {
      await hands.turnTo(name);
      const beyond = await page.evaluate(() => {
        const pane = document.querySelector("#pane [role=tabpanel]");
        const isBeyond = (element: Element) => element.getBoundingClientRect().right > innerWidth + 0.5;
        return {
          page: [
            document.documentElement.scrollWidth - innerWidth,
            document.documentElement.scrollHeight - innerHeight,
          ],
          pane: (pane?.scrollWidth ?? 0) - (pane?.clientWidth ?? 0),
          buttons: [...document.querySelectorAll(".bar button, #pane [role=tab], #pane button")]
            .filter(isBeyond)
            .map(({ textContent }) => textContent),
        };
      });
      expect({ name, ...beyond }).toEqual({ name, page: [0, 0], pane: 0, buttons: [] });
    }
    await hands.turnTo("Loan");
    await hands.press("New loan");
    await hands.fill("Principal", "1,000");
    expect(await violations(page, "#pane")).toEqual([]);
    await hands.press("Task pane");
    expect(await page.locator("#pane").isVisible()).toBe(false);
    await page.context().close();
  });

  test("a loan is made by keyboard alone, from the sheet to its balance", async () => {
    const { page, ...workbench } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const { keyboard } = page;
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
        return element?.getAttribute("aria-label") ?? label?.[0]?.textContent ?? element?.textContent ?? "";
      });
    const tabTo = async (words: string) => {
      for (let pressed = 0; pressed < 60 && (await focused()) !== words; pressed++) await keyboard.press("Tab");
      expect(await focused()).toBe(words);
    };
    await workbench.select("B2");
    await keyboard.press("F6"); // the pane is closed: on to the bar
    await tabTo("Task pane");
    await keyboard.press("Enter");
    await page.locator("#pane [role=tab]").first().waitFor();
    await keyboard.press("F6");
    await keyboard.press("F6");
    await page.locator("#pane :focus").waitFor();
    await tabTo("To New loan");
    await keyboard.press("Enter");
    await tabTo("New loan");
    await keyboard.press("Enter");
    await page.getByLabel("Name of the loan").waitFor();
    await tabTo("Principal");
    await keyboard.type("1,000");
    await tabTo("Start date");
    await keyboard.type("01152025");
    await tabTo("Annual rate");
    await keyboard.type("12");
    await tabTo("Number of payments");
    await keyboard.type("4");
    await keyboard.press("Enter");
    await workbench.hands.hear(/^Inserted the sheet Loan;/);
    await keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.closest("#pane, .bar") === null);
    await workbench.select("H3");
    await workbench.typeOn("2/15/2025");
    await workbench.expectDisplayed("H4", [["753.72"]]);
    await page.context().close();
  });

  test("every tool of the grid has a name, and a list opens by key", async () => {
    const { page } = await open({});
    const tools = page.locator("#grid [role=toolbar]").first();
    const alignment = tools.getByRole("button", { name: "Horizontal alignment" });
    await alignment.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menu").first().waitFor();
    await page.keyboard.press("Escape");
    await tools.getByRole("button", { name: /^Number format/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Accounting").first().waitFor();
    await page.context().close();
  });
});
