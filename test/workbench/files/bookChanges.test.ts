import { BorderStyleTypes, BorderType } from "@univerjs/core";
import "../../../src/engine/customFunctionsRuntime";
import type { CellStyle } from "../../../src/files/cellStyle";
import type { XlsxCell, XlsxFile, XlsxSheet, XlsxValue } from "../../../src/files/xlsxFile";
import { matchNewSheets } from "../../../src/workbench/book/newSheets";
import { bookChanges, notSaved } from "../../../src/workbench/files/bookChanges";
import { readGrid } from "../../../src/workbench/files/readGrid";
import { workbookData } from "../../../src/workbench/files/workbookData";
import { readAddress } from "../../../src/workbook/book/address";
import { openHeadlessBook } from "../../support/headlessBook";

const STYLES: readonly CellStyle[] = [
  { numberFormat: "General" },
  { numberFormat: "mmm d, yyyy" },
  { numberFormat: "#,##0.00_);(#,##0.00)", bold: true, fill: "#FFF2CC", bottom: "double" },
  { numberFormat: "[h]:mm" },
  { numberFormat: "General", align: "centerAcross" },
];

interface Content {
  readonly value?: XlsxValue;
  readonly formula?: string;
  readonly spill?: string;
  readonly style?: number;
}

function cell(address: string, { value = null, formula, spill, style = 0 }: Content): XlsxCell {
  const { row, column } = readAddress(address)!;
  return {
    row,
    column,
    value,
    formula,
    spill: spill === undefined ? undefined : area(spill),
    isFixedArray: false,
    style,
  };
}

function area(address: string) {
  const { row, column, rows, columns } = readAddress(address)!;
  return { row, column, rows, columns };
}

function sheet(name: string, cells: readonly XlsxCell[], more: Partial<XlsxSheet> = {}): XlsxSheet {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name,
    visibility: "visible",
    cells: sorted,
    columns: [],
    rows: [],
    merged: [],
    tables: [],
    isProtected: false,
    usual: {},
    showsGridlines: true,
    zoom: 100,
    ...more,
  };
}

function file(sheets: readonly XlsxSheet[], more: Partial<XlsxFile> = {}): XlsxFile {
  return { sheets, names: [], styles: STYLES, dateSystem: 1900, kept: [], ...more };
}

const LOAN = sheet(
  "Loan",
  [
    cell("A1", { value: "Loan of Exhibit 10.10", style: 4 }),
    cell("B1", { style: 4 }),
    cell("C1", { style: 4 }),
    cell("A3", { value: 36_781, style: 1 }),
    cell("B3", { value: 0.25, style: 3 }),
    cell("C3", { value: "=1+1" }),
    cell("D3", { value: { error: "#N/A" } }),
    cell("E3", { value: true }),
    cell("F3", { value: "0123" }),
    cell("A4", { value: 36_811, formula: "=A3+30", style: 1 }),
    cell("B4", { value: 40_483, formula: '=LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")', style: 2 }),
    cell("C4", { value: 99, formula: "=NOSUCHFUNCTION(1)" }),
    cell("A6", { value: 1, formula: "=SEQUENCE(2,2)", spill: "A6:B7" }),
    cell("B6", { value: 2 }),
    cell("A7", { value: 3 }),
    cell("B7", { value: 4 }),
    cell("A10", { value: "Quarter" }),
    cell("B10", { value: "Income" }),
    cell("A11", { value: "Q1" }),
    cell("B11", { value: 377_000 }),
    cell("A12", { value: "Total" }),
    cell("B12", { value: 377_000, formula: "=SUBTOTAL(109,B11)" }),
  ],
  {
    columns: [
      { column: 0, columns: 1, characters: 24, hidden: false },
      { column: 3, columns: 2, hidden: true },
    ],
    rows: [{ row: 2, points: 30, isHeightSet: true, hidden: false }],
    merged: [area("E5:F6")],
    tables: [
      { name: "Income", area: area("A10:B12"), headers: ["Quarter", "Income"], hasHeaders: true, hasTotals: true },
    ],
    frozen: { rows: 1, columns: 2 },
  },
);
const NOTES = sheet("Notes", [cell("A1", { value: "kept" })], { visibility: "hidden" });

async function opened(xlsx: XlsxFile) {
  const headless = openHeadlessBook(workbookData(xlsx, { id: "x", name: "x" }));
  matchNewSheets(headless.api, headless.injector);
  const calculated = () => headless.api.getFormula().onCalculationResultApplied();
  headless.api.getFormula().executeCalculation();
  await calculated();
  const reading = readGrid(headless.workbook, headless.injector);
  const changes = () => bookChanges(reading, readGrid(headless.workbook, headless.injector), xlsx);
  const range = (address: string) => headless.workbook.getActiveSheet().getRange(address);
  return { ...headless, calculated, reading, changes, range };
}

const ALL = file([LOAN, NOTES], {
  names: [
    { name: "Rate", formula: "=0.1", hidden: false },
    { name: "Terms", formula: "=Loan!$A$3:$B$4", hidden: false },
    { name: "Local", formula: "=Loan!$A$3", sheet: "Loan", hidden: false },
    { name: "Secret", formula: "=Loan!$A$3", hidden: true },
  ],
});

describe("a file in the grid", () => {
  test("reads as what the file holds", async () => {
    const { reading, dispose, workbook } = await opened(ALL);
    const [loan, notes] = reading.sheets;
    const shown = (address: string) => {
      const { row, column } = readAddress(address)!;
      const { value, formula } = loan?.cells.get(row * 16_384 + column) ?? {};
      return formula === undefined ? value : [formula, value];
    };
    expect(shown("A3")).toBe(36_781);
    expect(shown("C3")).toBe("=1+1");
    expect(shown("D3")).toEqual({ error: "#N/A" });
    expect(shown("E3")).toBe(true);
    expect(shown("F3")).toBe("0123");
    expect(shown("A4")).toEqual(["=A3+30", 36_811]);
    expect(shown("B4")).toEqual(['=LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")', 40_483]);
    expect(loan?.cells.get(5 * 16_384)).toMatchObject({
      formula: "=SEQUENCE(2,2)",
      spilled: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(loan?.cells.has(5 * 16_384 + 1)).toBe(false);
    expect(loan?.merged).toEqual([area("E5:F6")]);
    expect(workbook.getSheetByName("Loan")?.getSheet().getMergeData()).toHaveLength(2);
    expect([...loan!.widths]).toEqual([
      [0, 173],
      [3, 0],
      [4, 0],
    ]);
    expect([...loan!.heights]).toEqual([[2, 40]]);
    expect(loan?.frozen).toEqual({ rows: 1, columns: 2 });
    expect(loan?.tables.map(({ name, area: cells }) => [name, cells])).toEqual([["Income", area("A10:B11")]]);
    expect(loan?.isReshaped).toBe(false);
    expect(notes?.isHidden).toBe(true);
    expect(reading.names).toEqual([
      { name: "Rate", formula: "=0.1" },
      { name: "Terms", formula: "=Loan!$A$3:$B$4" },
      { name: "Local", formula: "=Loan!$A$3", sheetId: "sheet-1" },
    ]);
    dispose();
  });

  test("that was not edited needs no edit", async () => {
    const { changes, dispose } = await opened(ALL);
    expect(changes()).toEqual([]);
    dispose();
  });
});

describe("an edit in the grid is an edit of the file", () => {
  test("a value, and the results that follow from it; a formula that only the file's program knows keeps its figure", async () => {
    const { range, calculated, changes, dispose } = await opened(ALL);
    range("A3").setValue(36_800);
    await calculated();
    expect(changes()).toEqual([
      { do: "cell", sheet: "Loan", row: 2, column: 0, value: 36_800 },
      { do: "cell", sheet: "Loan", row: 3, column: 0, value: 36_830, formula: "=A3+30", isRecalculated: true },
    ]);
    dispose();
  });

  test("text that looks like a formula or a number stays text, and a blank is null", async () => {
    const { range, calculated, changes, dispose } = await opened(ALL);
    range("F3").setValue({ v: "=2+2", t: 1 });
    range("C3").setValue({ v: null, t: null });
    await calculated();
    expect(changes()).toEqual([
      { do: "cell", sheet: "Loan", row: 2, column: 2, value: null },
      { do: "cell", sheet: "Loan", row: 2, column: 5, value: "=2+2" },
    ]);
    dispose();
  });

  test("a spill that grows comes after the cell that made room, with its values", async () => {
    const { range, calculated, changes, dispose } = await opened(
      file([
        sheet("S", [
          cell("A1", { value: 2, formula: "=SEQUENCE(B9)", spill: "A1:A2" }),
          cell("A2", { value: 2 }),
          cell("A3", { value: 7 }),
          cell("B9", { value: 2 }),
        ]),
      ]),
    );
    range("A3").setValue({ v: null, t: null });
    range("B9").setValue(3);
    await calculated();
    expect(changes()).toEqual([
      { do: "cell", sheet: "S", row: 2, column: 0, value: null },
      { do: "cell", sheet: "S", row: 8, column: 1, value: 3 },
      {
        do: "cell",
        sheet: "S",
        row: 0,
        column: 0,
        value: 1,
        formula: "=SEQUENCE(B9)",
        spilled: [[1], [2], [3]],
        isRecalculated: true,
      },
    ]);
    dispose();
  });

  test("a look alone is a format, with what is new of it", async () => {
    const { range, changes, dispose } = await opened(ALL);
    range("B11").setFontWeight("bold");
    expect(changes()).toEqual([
      { do: "format", area: { sheet: "Loan", row: 10, column: 1, rows: 1, columns: 1 }, format: { bold: true } },
    ]);
    dispose();
  });

  test("sizes, merged cells, panes, names, sheets", async () => {
    const { workbook, changes, dispose } = await opened(ALL);
    const loan = workbook.getSheetByName("Loan")!;
    loan.setColumnWidth(1, 110);
    loan.setRowHeight(7, 40);
    loan.getRange("C8:D8").merge();
    loan.getRange("E5:F6").breakApart();
    loan.setFreeze({ xSplit: 0, ySplit: 3, startRow: 3, startColumn: -1 });
    workbook.insertDefinedName("Opening", "Loan!$B$4");
    workbook.deleteDefinedName("Rate");
    workbook.create("Added", 20, 20).getRange("A1").setValue("new");
    workbook.getSheetByName("Notes")?.setName("Remarks");
    expect(changes()).toEqual([
      { do: "renameSheet", sheet: "Notes", to: "Remarks" },
      { do: "addSheet", sheet: "Added", usual: { characters: 8.43, points: 15 } },
      { do: "unmerge", area: { sheet: "Loan", ...area("E5:F6") } },
      { do: "columnWidth", sheet: "Loan", column: 1, characters: 15 },
      { do: "rowHeight", sheet: "Loan", row: 7, points: 30 },
      { do: "merge", area: { sheet: "Loan", ...area("C8:D8") } },
      { do: "freeze", sheet: "Loan", rows: 3, columns: 0 },
      { do: "cell", sheet: "Added", row: 0, column: 0, value: "new" },
      { do: "deleteName", name: "Rate" },
      { do: "name", name: "Opening", formula: "=Loan!$B$4" },
    ]);
    dispose();
  });
});

test("each way in which a person formats a cell is an edit of the file, and taken back it is none", async () => {
  const { workbook, changes, dispose } = await opened(ALL);
  const sheet = workbook.getSheets()[0]!;
  const range = (address: string) => sheet.getRange(address);
  range("D1").setFontLine("underline");
  range("D2").setFontLine("line-through");
  range("D3").setFontFamily("Courier New");
  range("D4").setFontSize(14).setFontColor("#0b3fc4").setBackgroundColor("#ffff00");
  range("D5").setVerticalAlignment("top").setWrap(true);
  range("D6").setTextRotation(-45);
  range("D7").setBorder(BorderType.ALL, BorderStyleTypes.MEDIUM_DASHED, "#ff0000");
  const format = (address: string, style: CellStyle) => ({
    do: "format",
    area: { sheet: "Loan", ...area(address) },
    format: style,
  });
  const edge = "mediumDashed #FF0000";
  expect(changes()).toEqual([
    format("D1", { underline: "single" }),
    format("D2", { strike: true }),
    format("D3", { font: "Courier New" }),
    format("D4", { size: 14, color: "#0B3FC4", fill: "#FFFF00" }),
    format("D5", { vertical: "top", wrap: true }),
    format("D6", { rotation: 45 }),
    format("D7", { left: edge, top: edge, right: edge, bottom: edge }),
  ]);
  range("D1:D2").setFontLine("none");
  range("D3").setFontFamily("Calibri");
  range("D7").setBorder(BorderType.NONE, BorderStyleTypes.NONE);
  expect(changes().map((edit) => "area" in edit && edit.area.row)).toEqual([3, 4, 5]);
  dispose();
});

describe("a book that counts days from 1904", () => {
  const days1904 = file(
    [
      sheet("Loan", [
        cell("A1", { value: 35_319, style: 1 }),
        cell("A2", { value: 35_349, formula: "=A1+30", style: 1 }),
        cell("A3", { value: 2000, formula: "=YEAR(A1)" }),
        cell("A4", { value: 1.5, style: 3 }),
      ]),
    ],
    { dateSystem: 1904 },
  );

  test("shows the same days, and lengths of time as they are", async () => {
    const { reading, changes, dispose } = await opened(days1904);
    expect([...reading.sheets[0]!.cells.values()].map(({ value }) => value)).toEqual([36_781, 36_811, 2000, 1.5]);
    expect(changes()).toEqual([]);
    dispose();
  });

  test("is written as it counts, also where a number becomes a date", async () => {
    const { range, calculated, changes, dispose } = await opened(days1904);
    range("A1").setValue(36_800);
    range("B1").setValue({ v: 36_800, t: 2, s: { n: { pattern: "m/d/yyyy" } } });
    await calculated();
    expect(changes()).toEqual([
      { do: "cell", sheet: "Loan", row: 0, column: 0, value: 35_338 },
      { do: "cell", sheet: "Loan", row: 0, column: 1, value: 35_338, format: { numberFormat: "m/d/yyyy" } },
      { do: "cell", sheet: "Loan", row: 1, column: 0, value: 35_368, formula: "=A1+30", isRecalculated: true },
    ]);
    dispose();
  });

  test("has no days before 1904", async () => {
    const { range, calculated, changes, dispose } = await opened(days1904);
    range("A1").setValue(1_000);
    await calculated();
    expect(changes).toThrow("must hold dates from January 1, 1904 on; Loan!A1 is earlier");
    dispose();
  });
});

describe("what would destroy something of the file is refused", () => {
  const CHARTED = { ...ALL, kept: [{ kind: "chart", count: 3, sheet: "Loan" }] };

  test("rows that move under a chart", async () => {
    const { workbook, changes, dispose } = await opened(CHARTED);
    workbook.getSheetByName("Loan")!.insertRowsBefore(5, 1);
    expect(changes).toThrow(
      "the rows and columns of Loan must stay where they were; some were inserted, deleted or moved, and 3 charts of the file would not follow",
    );
    dispose();
  });

  test("and allowed again when they are back", async () => {
    const { workbook, calculated, changes, dispose } = await opened(CHARTED);
    workbook.getSheetByName("Loan")!.insertRowsBefore(5, 1);
    workbook.getSheetByName("Loan")!.deleteRows(5, 1);
    await calculated();
    expect(changes()).toEqual([]);
    dispose();
  });

  test("nothing stands in the way of rows in a file of cells alone: they are written anew", async () => {
    const { workbook, calculated, changes, dispose } = await opened(
      file([
        sheet("S", [
          cell("A1", { value: 1 }),
          cell("A2", { value: 2, style: 2 }),
          cell("A3", { value: 3, formula: "=A1+A2" }),
        ]),
      ]),
    );
    workbook.getSheetByName("S")!.insertRowsBefore(1, 1);
    await calculated();
    expect(changes()).toMatchObject([
      { do: "cell", row: 1, column: 0, value: null },
      { do: "cell", row: 2, column: 0, value: 2 },
      { do: "cell", row: 3, column: 0, value: 3, formula: "=A1+A3" },
    ]);
    dispose();
  });

  test("a sheet that is gone", async () => {
    const { workbook, changes, dispose } = await opened(ALL);
    workbook.deleteSheet(workbook.getSheetByName("Notes")!);
    expect(changes).toThrow("the file must keep its sheets; Notes was deleted");
    dispose();
  });

  test("what no edit says is told: order of tabs, hidden sheets, colors of tabs", async () => {
    const { workbook, reading, injector, dispose } = await opened(ALL);
    workbook.getSheetByName("Notes")!.showSheet();
    workbook.getSheetByName("Loan")!.setTabColor("#FF0000");
    expect(notSaved(reading, readGrid(workbook, injector))).toEqual([
      "whether Notes is hidden",
      "the color of the tab of Loan",
    ]);
    dispose();
  });
});
