import type { Browser, BrowserContext, Page } from "playwright-core";
import { readAddress } from "../../src/workbook/book/address";

/** The grid's own measures, in pixels. */
const [ROW_HEADER_WIDTH, COLUMN_HEADER_HEIGHT, COLUMN_WIDTH, ROW_HEIGHT] = [46, 20, 88, 22];

const READY = "body[data-ready=true]";
const PATIENCE_MILLISECONDS = 30_000;
/** How long a hand takes at least from one thing to the next. */
const HAND_MILLISECONDS = 400;

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
  /** Puts text, or text and its HTML, on the clipboard, and pastes it from a cell on. */
  readonly paste: (address: string, text: string, html?: string) => Promise<void>;
  /** Adds a sheet by the button beside the tabs, and opens it. */
  readonly addSheet: () => Promise<void>;
  /** The lower right corner of a cell on a sheet as the button adds it, in pixels of the window. */
  readonly cornerOf: (address: string) => Promise<Point>;
  /** Moves the pointer to the fill handle of what is selected, which ends with this cell, until it is a cross. */
  readonly toFillHandle: (address: string) => Promise<void>;
  /** Waits until a range displays this, since a calculation takes its time; fails with what it displays instead. */
  readonly expectDisplayed: (range: string, rows: string[][]) => Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
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
  await page.addInitScript(countCopies);
  const complaints = complaintsOf(page, url);
  await page.goto(url);
  await page.waitForSelector(READY, { timeout: 60_000 });
  return { page, complaints, ...actions(page) };
}

function complaintsOf(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    if (!new RegExp(`^(${url}/|data:|blob:)`).test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

/**
 * Each step waits for what a careful person looks at before the next: the sheet's tab, the selected cell, the cursor in
 * the grid. A key that the grid swallows is found out at once, and never pressed again.
 */
function actions(page: Page): Omit<WorkbenchPage, "page" | "complaints"> {
  const nameBox = page.locator("[data-u-comp=defined-name] input");

  const select = async (address: string) => {
    await nameBox.click();
    await nameBox.fill(address);
    await nameBox.press("Enter");
    await page.waitForFunction(isSelected, address, { timeout: PATIENCE_MILLISECONDS });
  };
  const startTyping = async (address: string, text: string) => {
    await select(address);
    await page.keyboard.type(text);
  };
  const typeOn = async (text: string) => {
    const cell = (await page.textContent("#cell-message"))?.split(" ")[0] ?? "";
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await page.waitForFunction(isSelected, below(cell), { timeout: PATIENCE_MILLISECONDS });
  };
  const type = async (address: string, text: string) => {
    await select(address);
    await typeOn(text);
  };
  const displayed = async (range: string) => {
    await select(range);
    const before = await page.evaluate(() => (window as CountingWindow).copies ?? 0);
    await page.keyboard.press("Control+c");
    await page.waitForFunction((earlier) => ((window as CountingWindow).copies ?? 0) > earlier, before, {
      timeout: PATIENCE_MILLISECONDS,
    });
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text.split("\n").map((row) => row.split("\t").map((cell) => cell.trim()));
  };
  const expectDisplayed = async (range: string, rows: string[][]) => {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    let shown = await displayed(range);
    while (JSON.stringify(shown) !== JSON.stringify(rows) && Date.now() < deadline) shown = await displayed(range);
    expect({ range, shown }).toEqual({ range, shown: rows });
  };
  const openSheet = async (name: string) => {
    const tab = page.locator("#grid").getByRole("tab", { name, exact: true });
    await tab.click();
    await tab.and(page.locator("[aria-selected=true]")).waitFor();
  };
  const paste = async (address: string, text: string, html?: string) => {
    await page.evaluate(putOnClipboard, { "text/plain": text, ...(html === undefined ? {} : { "text/html": html }) });
    await select(address);
    await page.keyboard.press("Control+v");
  };
  const addSheet = async () => {
    const tabs = page.locator("#grid").getByRole("tab");
    const count = await tabs.count();
    await page.locator("[data-u-comp=sheet-bar-append-button]").first().click();
    await tabs.nth(count).and(page.locator("[aria-selected=true]")).waitFor();
  };
  const canvas = page.locator("canvas[id^=univer-sheet-main-canvas]");
  const cornerOf = async (address: string) => {
    const { x = 0, y = 0 } = (await canvas.boundingBox()) ?? {};
    const { row, column } = readAddress(address) ?? { row: 0, column: 0 };
    return {
      x: x + ROW_HEADER_WIDTH + (column + 1) * COLUMN_WIDTH,
      y: y + COLUMN_HEADER_HEIGHT + (row + 1) * ROW_HEIGHT,
    };
  };
  const toFillHandle = async (address: string) => {
    const { x, y } = await cornerOf(address);
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    let cursor = "";
    while (cursor !== "crosshair" && Date.now() < deadline) {
      await page.mouse.move(x - 8, y - 8);
      await page.mouse.move(x, y, { steps: 4 });
      cursor = await canvas.evaluate((element) => element.style.cursor);
    }
    expect({ address, cursor }).toEqual({ address, cursor: "crosshair" });
    // The grid listens to the handle of a new selection a moment after it has drawn it.
    await page.waitForTimeout(HAND_MILLISECONDS);
  };
  return {
    select,
    startTyping,
    type,
    typeOn,
    displayed,
    expectDisplayed,
    openSheet,
    paste,
    addSheet,
    cornerOf,
    toFillHandle,
  };
}

interface CountingWindow extends Window {
  /** How many copies have reached the clipboard: while one is on its way there, the clipboard reads as empty. */
  copies?: number;
}

/** Runs in the page before its own scripts. */
function countCopies(): void {
  const counting = window as CountingWindow;
  const write = navigator.clipboard.write.bind(navigator.clipboard);
  navigator.clipboard.write = async (items) => {
    await write(items);
    counting.copies = (counting.copies ?? 0) + 1;
  };
}

/** Runs in the page. */
async function putOnClipboard(contents: Record<string, string>): Promise<void> {
  const blobs = Object.entries(contents).map(([type, text]) => [type, new Blob([text], { type })] as const);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** Runs in the page: whether it says that this is selected, and keys go to the grid. */
function isSelected(address: string): boolean {
  const said = document.getElementById("cell-message")?.textContent ?? "";
  return said.split(" ")[0] === address && document.activeElement?.getAttribute("data-u-comp") === "editor";
}

function below(cell: string): string {
  return cell.replace(/\d+$/, (row) => String(Number(row) + 1));
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
