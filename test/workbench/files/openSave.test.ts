import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Download, Page } from "playwright-core";
import { readXlsx } from "../../../src/files/readXlsx";
import { catalogue } from "../../../src/functions/catalogue";
import { readAddress } from "../../../src/workbook/book/address";
import { violations } from "../accessibility";
import { describeInBrowser } from "../browser";
import type { Started } from "../npmStart";
import { servedWorkbench } from "../servedWorkbench";
import { workbenchIn, type WorkbenchPage } from "../workbenchPage";

const PORT = 3660;

jest.setTimeout(300_000);

const pathOf = (book: string) => join(__dirname, "books", book);

describeInBrowser("a workbook file in the workbench", () => {
  let server: Started;
  let browser: Browser;
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ server, browser, workbench } = served));

  /** A page of a browser that writes into no files: the plain way, which every browser has. */
  async function plainPage(): Promise<WorkbenchPage> {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 860 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await context.addInitScript(withoutFileSystemAccess);
    const opened = await workbenchIn(context, server.url);
    // The driver takes the browser's question as long as somebody listens, and is a moment late when one begins anew.
    opened.page.on("filechooser", () => undefined);
    return opened;
  }

  describe("where it is chosen and downloaded", () => {
    let own: WorkbenchPage;
    let page: Page;

    beforeEach(async () => {
      own = await plainPage();
      ({ page } = own);
    });
    afterEach(async () => {
      expect(own.complaints).toEqual([]);
      await page.context().close();
    });

    test("opens by keyboard, shows what is in it, and says once what it keeps out of sight", async () => {
      await openByKeyboard(page, "openpyxl.xlsx");
      await own.expectDisplayed("A3:B7", [
        ["Date", "Sep 12, 2000"],
        ["Balance", "$40,483"],
        ["Due", "Oct 12, 2000"],
        ["Text", "=1+1"],
        ["Error", "#N/A"],
      ]);
      await own.expectDisplayed("A9:B14", [
        ["Quarter", "Income"],
        ["Q1", "377,000"],
        ["Q2", "(462,000)"],
        ["Q3", "12,346"],
        ["Q4", "0"],
        ["Total", "(72,655)"],
      ]);
      expect(await notice(page)).toBe(
        "3 charts, 1 comment and 1 conditional format are kept in the file and not shown.",
      );
      expect(await page.locator("#grid").getByRole("tab").allTextContents()).toEqual(["Loan"]);
      await page.getByRole("button", { name: "Close", exact: true }).click();
      expect(await page.locator("#notice").isHidden()).toBe(true);
    });

    test("opens by the menu, is edited and saved by keyboard, and reads back equal", async () => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "File", exact: true }).press("Enter");
      await page.getByRole("menuitem", { name: "Open" }).press("Enter");
      await (await chooser).setFiles(pathOf("libreoffice.xlsx"));
      await titled(page, "libreoffice.xlsx");
      await own.type("B3", "8/1/2001");
      await own.expectDisplayed("B4:B5", [["$24,226"], ["Aug 31, 2001"]]);
      await own.startTyping("D9", "Approved");
      const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
      expect(saved.suggestedFilename()).toBe("libreoffice.xlsx");
      expect(await page.title()).toBe("libreoffice.xlsx - Tieout workbench");

      const bytes = new Uint8Array(readFileSync((await saved.path())!));
      expect(cellsOf(bytes, ["B3", "B4", "B5", "D9"])).toEqual([
        [37_104, undefined],
        [24_226, '=LOANBALANCE(B3,"Exhibit 10.10")'],
        [37_134, "=B3+30"],
        ["Approved", undefined],
      ]);
      await openByKeyboard(page, { name: "again.xlsx", buffer: Buffer.from(bytes) });
      await titled(page, "again.xlsx");
      await own.expectDisplayed("A3:B5", [
        ["Date", "Aug 1, 2001"],
        ["Balance", "$24,226"],
        ["Due", "Aug 31, 2001"],
      ]);
      await own.expectDisplayed("D9", [["Approved"]]);
    });

    test("opens by being dropped; a book of 1904 shows the same days, is told, and saved as it counts", async () => {
      await drop(page, "openpyxl1904.xlsx");
      await titled(page, "openpyxl1904.xlsx");
      expect(await notice(page)).toBe(
        "The workbook counts days from 1904. Here they are counted from 1900: each date is the same day, and is saved as the file counts it.",
      );
      await own.expectDisplayed("B3:B5", [["Sep 12, 2000"], ["$40,483"], ["Oct 12, 2000"]]);
      await own.type("B3", "8/1/2001");
      await own.expectDisplayed("B4:B5", [["$24,226"], ["Aug 31, 2001"]]);
      const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
      expect(cellsOf(new Uint8Array(readFileSync((await saved.path())!)), ["B3", "B4", "B5"])).toEqual([
        [37_104 - 1462, undefined],
        [24_226, '=LOANBALANCE(B3,"Exhibit 10.10")'],
        [37_134 - 1462, "=B3+30"],
      ]);
    });

    test("opens a CSV file as a sheet of a new workbook, which a save writes as .xlsx", async () => {
      const csv = "Loan;Betrag;Tag\n007;1.234,50;30.9.2002\n=1+1;-0,5;1.10.2002\n";
      await openByKeyboard(page, { name: "Loan.csv", buffer: Buffer.from(csv) });
      await titled(page, "Loan.xlsx");
      expect(await notice(page)).toBe(
        "Loan.csv is a sheet of a new workbook, which a save writes as Loan.xlsx. Its figures have a comma before their decimals; here they are shown with a point.",
      );
      await own.expectDisplayed("A1:C3", [
        ["Loan", "Betrag", "Tag"],
        ["007", "1,234.50", "30.9.2002"],
        ["=1+1", "-0.5", "1.10.2002"],
      ]);
      const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
      expect(saved.suggestedFilename()).toBe("Loan.xlsx");
      expect(cellsOf(new Uint8Array(readFileSync((await saved.path())!)), ["A2", "A3", "B2", "C2"])).toEqual([
        ["007", undefined],
        ["=1+1", undefined],
        [1234.5, undefined],
        [37_529, undefined],
      ]);
    });

    test("asks before unsaved work is lost, and leaves it alone unless told otherwise", async () => {
      await openByKeyboard(page, "libreoffice.xlsx");
      await titled(page, "libreoffice.xlsx");
      await own.type("D9", "mine");
      await page.waitForFunction(() => document.title.startsWith("• "));
      await openByKeyboard(page, "openpyxl.xlsx");
      const question = page.getByRole("dialog", { name: "Save your changes first?" });
      await question.waitFor();
      expect(await violations(page, "body")).toEqual([]);
      await page.keyboard.press("Escape");
      await own.expectDisplayed("D9", [["mine"]]);

      await openByKeyboard(page, "openpyxl.xlsx");
      const saved = await downloaded(page, () => question.getByRole("button", { name: "Save", exact: true }).click());
      expect(cellsOf(new Uint8Array(readFileSync((await saved.path())!)), ["D9"])).toEqual([["mine", undefined]]);
      await titled(page, "openpyxl.xlsx");
    });

    test("is still open, with its changes, when the page is loaded anew", async () => {
      await openByKeyboard(page, "libreoffice.xlsx");
      await titled(page, "libreoffice.xlsx");
      await own.type("D9", "mine");
      await page.getByText("Saved in this browser").waitFor();
      await page.reload();
      await page.waitForFunction(() => document.title === "• libreoffice.xlsx - Tieout workbench");
      await own.expectDisplayed("D9", [["mine"]]);
      const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
      expect(cellsOf(new Uint8Array(readFileSync((await saved.path())!)), ["D9"])).toEqual([["mine", undefined]]);
    });

    test("rows that would leave charts behind are refused, and saved as a new workbook instead", async () => {
      await openByKeyboard(page, "openpyxl.xlsx");
      await titled(page, "openpyxl.xlsx");
      const { x = 0, y = 0 } = (await page.locator("canvas[id^=univer-sheet-main-canvas]").boundingBox()) ?? {};
      await page.mouse.click(x + 20, y + 105, { button: "right" });
      await page.getByText("Delete Selected Row").click();
      await own.expectDisplayed("A4", [["Due"]]);
      await page.keyboard.press("Control+s");
      const question = page.getByRole("dialog", { name: "Save as a new workbook?" });
      await question.getByText("the rows and columns of Loan must stay where they were").waitFor();
      const saved = await downloaded(page, () => question.getByRole("button", { name: "Save as a new" }).click());
      expect(saved.suggestedFilename()).toBe("openpyxl (new).xlsx");
      const bytes = new Uint8Array(readFileSync((await saved.path())!));
      expect(cellsOf(bytes, ["A4", "B4"])).toEqual([
        ["Due", undefined],
        [36_811, "=B3+30"],
      ]);
      expect(readXlsx(bytes, NAMES).kept).toEqual([]);
    });

    test("a file that is none is refused in words, and the open workbook stays", async () => {
      await openByKeyboard(page, { name: "notes.xlsx", buffer: Buffer.from("not a workbook") });
      await page.getByText("notes.xlsx cannot be opened:").waitFor();
      expect(await notice(page)).toContain("The open workbook is as it was.");
      await own.expectDisplayed("A1", [["EXHIBIT 10.10"]]);
    });

    test("a sheet goes out as CSV, and the exhibits as a workbook", async () => {
      await page.getByRole("button", { name: "File", exact: true }).click();
      const csv = await downloaded(page, () =>
        page.getByRole("menuitem", { name: "Export this sheet as CSV" }).click(),
      );
      expect(csv.suggestedFilename()).toBe("HemaCare exhibits - Exhibit 10.10.csv");
      const lines = readFileSync((await csv.path())!, "utf8").split("\r\n");
      expect(lines.slice(9, 11)).toEqual([
        '1996/97,,"$92,909",,"August 1, 1997","$92,909","$92,909",✓,',
        '1997/98,"$23,689","77,833",,"August 1, 1998","77,833","77,833",✓,',
      ]);
      await page.getByRole("button", { name: "File", exact: true }).click();
      const book = await downloaded(page, () => page.getByRole("menuitem", { name: "Save as .xlsx" }).click());
      const { sheets } = readXlsx(new Uint8Array(readFileSync((await book.path())!)), NAMES);
      expect(sheets.map(({ name }) => name)).toEqual(["Exhibit 10.10", "Exhibit 11", "Try it"]);
    });

    test("the exhibit prints on a page of its own, none of the grid about it", async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      const printed = page.locator("#printed-sheet");
      expect(await printed.locator("tr").nth(9).locator("td").allTextContents()).toEqual(
        ["1996/97", "", "$92,909 ", "", "August 1, 1997", "$92,909 ", "$92,909 ", "✓", ""].map((text) =>
          expect.stringMatching(new RegExp(`^${text.trim().replace("$", "\\$")}\\s*$`)),
        ),
      );
      expect(await page.locator("#grid").isVisible()).toBe(false);
      await page.emulateMedia({ media: "screen" });
    });

    test("the menu is whole by keyboard and to a screen reader", async () => {
      const button = page.getByRole("button", { name: "File", exact: true });
      await button.press("ArrowDown");
      expect(await focused(page)).toContain("Open");
      expect(await violations(page, ".bar")).toEqual([]);
      await page.keyboard.press("End");
      expect(await focused(page)).toContain("Print");
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toContain("Open");
      await page.keyboard.press("Escape");
      expect(await focused(page)).toBe("File");
      expect(await button.getAttribute("aria-expanded")).toBe("false");
    });
  });

  describe("where the browser writes into files", () => {
    let own: WorkbenchPage;
    let page: Page;

    beforeEach(async () => {
      const context = await browser.newContext({
        viewport: { width: 1360, height: 860 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      await context.addInitScript(chooseFromOwnFiles);
      own = await workbenchIn(context, server.url);
      ({ page } = own);
      await page.evaluate(putOwnFile, ["book.xlsx", [...readFileSync(pathOf("libreoffice.xlsx"))]] as const);
    });
    afterEach(() => page.context().close());

    test("a save goes back into the file, which is then among the recent ones", async () => {
      await page.keyboard.press("Control+o");
      await titled(page, "book.xlsx");
      await own.type("D9", "kept");
      await page.waitForFunction(() => document.title.startsWith("• "));
      await page.keyboard.press("Control+s");
      await titled(page, "book.xlsx");
      const bytes = new Uint8Array(await page.evaluate(ownFile, "book.xlsx"));
      expect(cellsOf(bytes, ["D9"])).toEqual([["kept", undefined]]);
      await page.getByRole("button", { name: "File", exact: true }).click();
      await page.getByRole("menuitem", { name: "book.xlsx" }).click();
      await own.expectDisplayed("D9", [["kept"]]);
    });

    test("what another page wrote meanwhile is not overwritten unasked", async () => {
      await page.keyboard.press("Control+o");
      await titled(page, "book.xlsx");
      await own.type("D9", "mine");
      await page.evaluate(putOwnFile, ["book.xlsx", [1, 2, 3]] as const);
      await page.keyboard.press("Control+s");
      const question = page.getByRole("dialog", { name: "Overwrite the changes of another?" });
      await question.getByRole("button", { name: "Cancel" }).click();
      expect(await page.evaluate(ownFile, "book.xlsx")).toEqual([1, 2, 3]);
      expect(await page.title()).toBe("• book.xlsx - Tieout workbench");
    });
  });

  test("the page that was open all the while has nothing to complain of", () => {
    expect(workbench.complaints).toEqual([]);
  });
});

const NAMES = { names: catalogue.map(({ id }) => id) };

function cellsOf(bytes: Uint8Array, addresses: readonly string[]) {
  const sheet = readXlsx(bytes, NAMES).sheets.find(({ name }) => name === "Loan");
  return addresses.map((address) => {
    const { row, column } = readAddress(address)!;
    const cell = sheet?.cells.find((one) => one.row === row && one.column === column);
    return [cell?.value, cell?.formula];
  });
}

type Payload = string | { readonly name: string; readonly buffer: Buffer };

async function openByKeyboard(page: Page, book: Payload): Promise<void> {
  await page.waitForSelector("#file-menu-button:not([hidden])");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  await (
    await chooser
  ).setFiles(typeof book === "string" ? pathOf(book) : { ...book, mimeType: "application/octet-stream" });
}

async function titled(page: Page, name: string): Promise<void> {
  await page.waitForFunction((title) => document.title === `${title} - Tieout workbench`, name);
}

async function downloaded(page: Page, act: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return download;
}

async function notice(page: Page): Promise<string> {
  await page.waitForSelector("#notice:not([hidden])");
  return (await page.textContent("#notice-words")) ?? "";
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

async function drop(page: Page, book: string): Promise<void> {
  await page.waitForSelector("#file-menu-button:not([hidden])");
  const transfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(bytes)], name));
      return dropped;
    },
    [book, [...readFileSync(pathOf(book))]] as const,
  );
  await page.dispatchEvent("#grid", "dragover", { dataTransfer: transfer });
  await page.getByText("Drop the file to open it").waitFor();
  await page.dispatchEvent("#grid", "drop", { dataTransfer: transfer });
}

/** Runs in the page before its own scripts. */
function withoutFileSystemAccess(): void {
  for (const name of ["showOpenFilePicker", "showSaveFilePicker"]) Reflect.deleteProperty(window, name);
}

/** Runs in the page before its own scripts: the user chooses a file of the browser's own file system, which needs no window. */
function chooseFromOwnFiles(): void {
  const choose = async () => (await navigator.storage.getDirectory()).getFileHandle("book.xlsx");
  Object.assign(window, { showOpenFilePicker: async () => [await choose()], showSaveFilePicker: choose });
}

/** Runs in the page. */
async function putOwnFile([name, bytes]: readonly [string, readonly number[]]): Promise<void> {
  const file = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(new Uint8Array(bytes));
  await writing.close();
}

/** Runs in the page. */
async function ownFile(name: string): Promise<number[]> {
  const file = await (await navigator.storage.getDirectory()).getFileHandle(name);
  return [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
}
