import { CellValueType, type ICellData } from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { absolute } from "../../workbook/book/address";
import type { Area, CellContent, CellFormat, Edit } from "../../workbook/book/book";
import { keepChart } from "./univerCharts";
import { ACROSS } from "./univerHeadings";
import { setPrintedPage, setSetting } from "./univerSettings";
import { styleOf } from "./univerStyles";
import { addTable, asGridFormula, forgetTablesOf, ownStyle, resizeTable, tableNamed, type Table } from "./univerTables";

const NEW_SHEET = { rows: 1000, columns: 30 };
const PIXELS_A_CHARACTER = 7.2;
const SPARE_ROWS = 100;

/** Makes one edit in the grid. @throws Error in plain words when it cannot be made */
export async function makeEdit(workbook: FWorkbook, edit: Edit): Promise<void> {
  switch (edit.do) {
    case "addSheet":
      return void workbook.create(edit.sheet, NEW_SHEET.rows, NEW_SHEET.columns);
    case "deleteSheet":
      forgetTablesOf(workbook, sheetNamed(workbook, edit.sheet));
      return void workbook.deleteSheet(sheetNamed(workbook, edit.sheet));
    case "insertRows":
      return void sheetNamed(workbook, edit.sheet).insertRowsBefore(edit.row, edit.count);
    case "deleteRows":
      return void sheetNamed(workbook, edit.sheet).deleteRows(edit.row, edit.count);
    case "addTable":
      return addTable(workbook, edit.table, sheetNamed(workbook, edit.area.sheet), edit.area);
    case "addTableRows":
      return addTableRows(workbook, edit.table, edit.contents);
    case "deleteTableRows":
      return resizeTable(workbook, knownTable(workbook, edit.table), -edit.count, 0);
    case "addTableColumn":
      return addTableColumn(workbook, edit.table, edit.contents);
    case "deleteTableColumn":
      return resizeTable(workbook, knownTable(workbook, edit.table), 0, -1);
    case "addChart":
      rangeOf(workbook, edit.chart.over); // so many rows and columns are there
      return keepChart(workbook, sheetNamed(workbook, edit.sheet).getSheetId(), edit.chart);
    case "printPage":
      return setPrintedPage(workbook, sheetNamed(workbook, edit.area.sheet).getSheetId(), edit.area);
    case "write":
      return write(workbook, edit.area, edit.contents);
    case "format":
      return format(workbook, edit.area, edit.format);
    case "columnWidth":
      return setWidth(sheetNamed(workbook, edit.sheet), edit.column, edit.characters);
    case "name":
      workbook.deleteDefinedName(edit.name);
      return void workbook.insertDefinedName(edit.name, absolute(edit.area));
    case "deleteName":
      return void workbook.deleteDefinedName(edit.name);
    case "setting":
      return setSetting(workbook, edit.key, edit.value);
    case "select":
      workbook.setActiveSheet(sheetNamed(workbook, edit.area.sheet));
      return void workbook.setActiveRange(rangeOf(workbook, edit.area));
    case "recalculate":
      return; // After the last edit: see perform.
  }
}

function sheetNamed(workbook: FWorkbook, name: string): FWorksheet {
  const sheet = workbook.getSheetByName(name);
  if (!sheet) throw new Error(`There is no sheet ${name}`);
  return sheet;
}

function rangeOf(workbook: FWorkbook, { sheet, row, column, rows, columns }: Area) {
  const found = sheetNamed(workbook, sheet);
  if (row + rows > found.getMaxRows()) found.setRowCount(row + rows + SPARE_ROWS);
  if (column + columns > found.getMaxColumns()) found.setColumnCount(column + columns);
  return found.getRange(row, column, rows, columns);
}

function write(workbook: FWorkbook, area: Area, contents: readonly (readonly CellContent[])[]): void {
  fill(workbook, area, (row, column) => cellOf(contents[row]?.[column] ?? ""));
}

/** The grid takes a cell without a formula as one that lost it, so that each is given again. */
function format(workbook: FWorkbook, area: Area, wanted: CellFormat): void {
  const formulas = rangeOf(workbook, area).getFormulas();
  const look: ICellData = {
    s: styleOf(wanted),
    ...(wanted.align && { custom: wanted.align === "centerAcross" ? ACROSS : null }),
  };
  fill(workbook, area, (row, column) => (formulas[row]?.[column] ? { ...look, f: formulas[row]?.[column] } : look));
}

function fill(workbook: FWorkbook, area: Area, cell: (row: number, column: number) => ICellData): void {
  const cells = Array.from({ length: area.rows }, (_r, y) =>
    Array.from({ length: area.columns }, (_c, x) => cell(y, x)),
  );
  rangeOf(workbook, area).setValues(cells);
}

/** A cell's content and nothing else of it: what it looks like stays. */
function cellOf(content: CellContent): ICellData {
  const nothing = { p: null, si: null } as const;
  if (content === "") return { ...nothing, v: null, f: null, t: null };
  if (typeof content === "number") return { ...nothing, v: content, f: null, t: CellValueType.NUMBER };
  if (typeof content === "boolean") return { ...nothing, v: content ? 1 : 0, f: null, t: CellValueType.BOOLEAN };
  return content.startsWith("=")
    ? { ...nothing, f: asGridFormula(content) }
    : { ...nothing, v: content, f: null, t: CellValueType.STRING };
}

function setWidth(sheet: FWorksheet, column: number, characters: number): void {
  if (characters === 0) sheet.hideColumns(column, 1);
  else sheet.setColumnWidth(column, Math.round(characters * PIXELS_A_CHARACTER) + 5);
}

function knownTable(workbook: FWorkbook, name: string): Table {
  const table = tableNamed(workbook, name);
  if (!table) throw new Error(`There is no table ${name}`);
  return table;
}

/** The grid does not shift what is below a table, so the rows must be free. */
function addTableRows(workbook: FWorkbook, name: string, contents: readonly (readonly CellContent[])[]): void {
  const table = knownTable(workbook, name);
  const { area, sheet } = table;
  const below: Area = { ...area, row: area.row + area.rows, rows: contents.length };
  if (!rangeOf(workbook, below).isBlank())
    throw new Error(`There is something below the table ${name}; move it to make room`);
  fill(workbook, below, (row, column) => ({
    ...cellOf(contents[row]?.[column] ?? ""),
    s: ownStyle(sheet, below.row - 1, area.column + column),
  }));
  orBlankAgain(workbook, below, () => resizeTable(workbook, table, contents.length, 0));
}

/** What was written for a table that did not grow stands outside of it, where nothing takes it back. */
function orBlankAgain(workbook: FWorkbook, written: Area, grow: () => void): void {
  try {
    grow();
  } catch (error) {
    rangeOf(workbook, written).clear();
    throw error;
  }
}

function addTableColumn(workbook: FWorkbook, name: string, contents: readonly CellContent[]): void {
  const table = knownTable(workbook, name);
  const { area, sheet } = table;
  const last = area.column + area.columns - 1;
  const beside: Area = { ...area, column: last + 1, columns: 1, rows: contents.length };
  if (!rangeOf(workbook, beside).isBlank())
    throw new Error(`There is something at the right of the table ${name}; move it to make room`);
  fill(workbook, beside, (row) => ({
    ...cellOf(contents[row] ?? ""),
    s: ownStyle(sheet, area.row + row, last),
  }));
  orBlankAgain(workbook, beside, () => resizeTable(workbook, table, 0, 1));
}
