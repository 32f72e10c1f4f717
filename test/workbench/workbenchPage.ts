import type { Browser, BrowserContext, Page } from "playwright-core";

const READY = "body[data-ready=true]";
const PATIENCE_MILLISECONDS = 30_000;
const COPY_PATIENCE_MILLISECONDS = 5_000;

/** A workbench in the browser, used as its users do: by keyboard, name box and clipboard. */
export interface WorkbenchPage {
  readonly page: Page;
  /** What the page should never have: console errors, uncaught faults, requests that leave its own server. */
  readonly complaints: readonly string[];
  readonly openSheet: (name: string) => Promise<void>;
  readonly select: (address: string) => Promise<void>;
  /** Selects a cell and types into it, without leaving the cell. */
  readonly startTyping: (address: string, text: string) => Promise<void>;
  /** Selects a cell, types into it and presses Enter, which selects the cell below. */
  readonly type: (address: string, text: string) => Promise<void>;
  /** Types into the cell that is selected, and presses Enter. */
  readonly typeOn: (text: string) => Promise<void>;
  /** The cells of a range as they are displayed, row by row. */
  readonly displayed: (range: string) => Promise<string[][]>;
  /** Waits until a range displays this, since a calculation takes its time; fails with what it displays instead. */
  readonly expectDisplayed: (range: string, rows: string[][]) => Promise<void>;
}

export async function openWorkbench(browser: Browser, url: string): Promise<WorkbenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 860 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return workbenchIn(context, url);
}

export async function workbenchIn(context: BrowserContext, url: string): Promise<WorkbenchPage> {
  const page = await context.newPage();
  const complaints = complaintsOf(page, url);
  await page.goto(url);
  await page.waitForSelector(READY, { timeout: 60_000 });
  return { page, complaints, ...actions(page) };
}

function complaintsOf(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    if (!new RegExp(`^(${url}/|data:|blob:)`).test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

function actions(page: Page): Omit<WorkbenchPage, "page" | "complaints"> {
  const nameBox = page.locator("input.univer-size-full").first();

  const select = async (address: string) => {
    await nameBox.click();
    await nameBox.fill(address);
    await nameBox.press("Enter");
    await page.waitForTimeout(100);
  };
  const startTyping = async (address: string, text: string) => {
    await select(address);
    await page.keyboard.type(text, { delay: 5 });
  };
  const typeOn = async (text: string) => {
    await page.keyboard.type(text, { delay: 5 });
    await page.keyboard.press("Enter");
  };
  const type = async (address: string, text: string) => {
    await select(address);
    await typeOn(text);
  };
  const copied = async (range: string) => {
    await select(range);
    await page.evaluate(() => navigator.clipboard.writeText("nothing copied"));
    await page.keyboard.press("Control+c");
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing copied");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text.split("\n").map((row) => row.split("\t").map((cell) => cell.trim()));
  };
  /** On a busy machine a key can come before the selection that it is meant for: what was copied shows it by its size. */
  const displayed = async (range: string) => {
    const deadline = Date.now() + COPY_PATIENCE_MILLISECONDS;
    let rows = await copied(range);
    while (!isAsLargeAs(rows, range) && Date.now() < deadline) rows = await copied(range);
    return rows;
  };
  const expectDisplayed = async (range: string, rows: string[][]) => {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    let shown = await displayed(range);
    while (JSON.stringify(shown) !== JSON.stringify(rows) && Date.now() < deadline) shown = await displayed(range);
    expect({ range, shown }).toEqual({ range, shown: rows });
  };
  const openSheet = async (name: string) => {
    await page.getByText(name, { exact: true }).last().click();
    await page.waitForTimeout(200);
  };
  return { select, startTyping, type, typeOn, displayed, expectDisplayed, openSheet };
}

function isAsLargeAs(rows: readonly (readonly string[])[], range: string): boolean {
  const [first = "", last = first] = range.split(":");
  const column = (cell: string) => [...cell.replace(/\d+/, "")].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  const row = (cell: string) => Number(cell.replace(/\D+/, ""));
  return rows.length === row(last) - row(first) + 1 && rows.every((cells) => cells.length === column(last) - column(first) + 1);
}

/** Runs in the page: puts a workbook without a sheet where the workbench keeps the user's. */
export function keepBrokenWorkbook(): Promise<void> {
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
