import "../../../src/engine/customFunctionsRuntime";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { emptyXlsx } from "../../../src/files/emptyXlsx";
import { patchXlsx } from "../../../src/files/patchXlsx";
import { readXlsx } from "../../../src/files/readXlsx";
import { catalogue } from "../../../src/functions/catalogue";
import { matchNewSheets } from "../../../src/workbench/book/newSheets";
import { bookChanges } from "../../../src/workbench/files/bookChanges";
import { newFile } from "../../../src/workbench/files/bookFile";
import type { BookReading } from "../../../src/workbench/files/bookReading";
import { readGrid } from "../../../src/workbench/files/readGrid";
import { workbookData } from "../../../src/workbench/files/workbookData";
import { exhibitsWorkbook } from "../../../src/workbench/sheets/exhibits";
import { openHeadlessBook } from "../../support/headlessBook";

const FUNCTIONS = { names: catalogue.map(({ id }) => id), namespace: "" };
const BOOKS = ["openpyxl.xlsx", "openpyxl1904.xlsx", "libreoffice.xlsx"];

jest.setTimeout(120_000);

const bytesOf = (book: string) => new Uint8Array(readFileSync(join(__dirname, "books", book)));

async function opened(bytes: Uint8Array) {
  const file = readXlsx(bytes, FUNCTIONS);
  const headless = openHeadlessBook(workbookData(file, { id: "x", name: "x" }));
  matchNewSheets(headless.api, headless.injector);
  const calculated = () => headless.api.getFormula().onCalculationResultApplied();
  await calculated();
  const reading = () => readGrid(headless.workbook, headless.injector);
  const first = reading();
  const saved = () => patchXlsx(bytes, bookChanges(first, reading(), file), FUNCTIONS);
  return { ...headless, file, calculated, reading, first, saved };
}

/** What a reader sees of a workbook: all but the grid's own ids, and what no file takes. */
function seen({ sheets, names }: BookReading) {
  const called = new Map(sheets.map(({ id, name }) => [id, name]));
  return {
    sheets: sheets.map(({ id: _id, isReshaped: _is, charts: _charts, tables, ...sheet }) => ({
      ...sheet,
      cells: Object.fromEntries(sheet.cells),
      widths: Object.fromEntries(sheet.widths),
      heights: Object.fromEntries(sheet.heights),
      tables: tables.map(({ id: _table, ...table }) => table),
    })),
    names: names.map(({ sheetId, ...name }) => ({ ...name, sheet: called.get(sheetId ?? "") })),
  };
}

describe.each(BOOKS)("%s", (book) => {
  test("opened and saved without an edit is the same file, to the byte", async () => {
    const { saved, dispose } = await opened(bytesOf(book));
    expect(Buffer.from(saved()).equals(Buffer.from(bytesOf(book)))).toBe(true);
    dispose();
  });

  test("opened, edited and saved, it reads back as it was left", async () => {
    const { workbook, calculated, reading, saved, dispose } = await opened(bytesOf(book));
    const sheet = workbook.getSheetByName("Loan")!;
    sheet.getRange("B3").setValue(37_104);
    sheet.getRange("B10").setValue(-1.5).setFontWeight("bold");
    sheet.getRange("D7").setValue({ v: "=not a formula", t: 1 });
    sheet.getRange("D9").setValue("=SEQUENCE(2,2)");
    sheet.getRange("A30").setValue({ f: "=SUM(Income[Income])", s: { n: { pattern: "0.00" } } });
    sheet.setColumnWidth(0, 250);
    sheet.setRowHeight(8, 40);
    sheet.getRange("F1:G1").merge();
    workbook.insertDefinedName("Opening", "Loan!$B$4");
    workbook.create("Added", 50, 10).getRange("C3").setValue(7);
    workbook.getSheetByName("Secret")?.setName("Well kept");
    await calculated();
    const left = reading();
    const again = await opened(saved());
    expect(seen(again.first)).toEqual(seen(left));
    dispose();
    again.dispose();
  });
});

test("a formula that comes to fill a cell which the user has made blank, and gives up another, reads back so", async () => {
  const cells = [
    {
      row: 0,
      column: 0,
      value: 1,
      formula: "=SEQUENCE(B9,B10)",
      spilled: [
        [1, 2],
        [3, 4],
      ],
    },
    { row: 2, column: 0, value: 7 },
    { row: 8, column: 1, value: 2 },
    { row: 9, column: 1, value: 2 },
  ].map((cell) => ({ do: "cell", sheet: "S", ...cell }) as const);
  const { workbook, calculated, reading, saved, dispose } = await opened(patchXlsx(emptyXlsx("S"), cells, FUNCTIONS));
  const sheet = workbook.getSheetByName("S")!;
  sheet.getRange("A3").setValue({ v: null, t: null });
  sheet.getRange("B9").setValue(3);
  sheet.getRange("B10").setValue(1);
  sheet.getRange("B2").setValue("free");
  await calculated();
  const left = reading();
  const again = await opened(saved());
  expect(seen(again.first)).toEqual(seen(left));
  expect(left.sheets[0]?.cells.get(0)?.spilled).toEqual([[1], [2], [3]]);
  dispose();
  again.dispose();
});

test("the exhibits, saved as a workbook, read back as they were", async () => {
  const headless = openHeadlessBook(exhibitsWorkbook());
  await headless.api.getFormula().onCalculationResultApplied();
  const reading = readGrid(headless.workbook, headless.injector);
  const file = newFile(reading, "exhibits");
  const again = await opened(patchXlsx(file.bytes, bookChanges(file.saved, reading, file), FUNCTIONS));
  expect(seen(again.first)).toEqual(seen(reading));
  headless.dispose();
  again.dispose();
});

test("whatever is typed is there again", async () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ maxLength: 20 }),
    fc.boolean(),
  );
  const cell = fc.record({ row: fc.nat(20), column: fc.nat(8), value });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (cells) => {
      const { workbook, reading, saved, dispose } = await opened(emptyXlsx("Mine"));
      const sheet = workbook.getSheetByName("Mine")!;
      for (const { row, column, value: v } of cells) {
        const t = typeof v === "number" ? 2 : typeof v === "boolean" ? 3 : 1;
        sheet.getRange(row, column).setValue({ v: typeof v === "boolean" ? Number(v) : v, t });
      }
      const left = reading();
      const again = await opened(saved());
      expect(seen(again.first)).toEqual(seen(left));
      dispose();
      again.dispose();
    }),
    { numRuns: 15, examples: [[[{ row: 0, column: 0, value: -0 }]]] },
  );
});
