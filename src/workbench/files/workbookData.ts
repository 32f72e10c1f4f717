import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IObjectArrayPrimitiveType,
  type IRange,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { CellStyle } from "../../files/cellStyle";
import type { Rectangle, XlsxCell, XlsxFile, XlsxName, XlsxSheet, XlsxTable } from "../../files/xlsxFile";
import { absolute, readAddress } from "../../workbook/book/address";
import { ACTIVE_LOAN_NAME, ACTIVE_LOAN_SETTING } from "../../workbook/book/names";
import { ACROSS, headingRanges } from "../book/univerHeadings";
import { withSettings } from "../book/univerSettings";
import { asGridFormula, TABLE_THEME, wholeTableName } from "../book/univerTables";
import { autoHeights } from "./autoHeights";
import { asCountedFrom1900, type DateSystem } from "./dateSystem";
import { gridStyle, gridStyleOver, usualStyle } from "./gridStyles";
import { placedAt } from "./places";
import { pixelsHigh, pixelsWide, USUAL } from "./sizes";

const SPARE = { rows: 100, columns: 10 };
const SMALLEST = { rows: 200, columns: 26 };
/** Under this name the grid's own data keeps the names of cells, and under this word the scope of one for every sheet. */
const NAMES = "SHEET_DEFINED_NAME_PLUGIN";
const EVERY_SHEET = "AllDefaultWorkbook";
const TABLES = "SHEET_TABLE_PLUGIN";

/** A workbook as the grid opens it, and by which of the grid's ids its sheets go there. */
export interface GridData extends Partial<IWorkbookData> {
  readonly id: string;
}

/**
 * A file as the grid opens it. Of a formula that fills several cells the first has the formula alone, and the others
 * nothing: they are filled anew. Dates count from 1900.
 *
 * @param id of the workbook; the grid's caches outlive a workbook, so that each needs one of its own
 */
export function workbookData(file: XlsxFile, { id, name }: { readonly id: string; readonly name: string }): GridData {
  const [usual = {}] = file.styles;
  const styles = file.styles.flatMap((style, index) => [
    [styleId(index), gridStyleOver(style, usual)],
    [wholeStyleId(index), gridStyle(style)],
  ]);
  const sheets = file.sheets.map((sheet, index) => worksheetData(sheet, sheetId(index), file));
  const settings = file.names.some((one) => one.name === ACTIVE_LOAN_NAME)
    ? { [ACTIVE_LOAN_SETTING]: ACTIVE_LOAN_NAME }
    : {};
  return {
    id,
    name,
    ...withSettings(settings),
    styles: { ...Object.fromEntries(styles), [USUAL_STYLE]: usualStyle(usual) },
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [
      { name: TABLES, data: JSON.stringify(tablesOf(file)) },
      { name: NAMES, data: JSON.stringify(namesOf(file)) },
    ],
  };
}

const sheetId = (index: number) => `sheet-${index + 1}`;
const styleId = (index: number) => `style-${index}`;
/** The same with all that it does not tell: for rows and columns, and the cells that lie in them. */
const wholeStyleId = (index: number) => `whole-style-${index}`;
const USUAL_STYLE = "usual-style";

function worksheetData(
  sheet: XlsxSheet,
  id: string,
  { styles, dateSystem }: XlsxFile,
): Partial<IWorksheetData> & { readonly id: string } {
  const cellData = cellsOf(sheet, styles, dateSystem);
  const merged = sheet.merged.map(rangeOf);
  const rows = Math.max(SMALLEST.rows, lastRow(sheet) + 1 + SPARE.rows);
  const columns = Math.max(SMALLEST.columns, lastColumn(sheet) + 1 + SPARE.columns);
  return {
    id,
    name: sheet.name,
    hidden: flag(sheet.visibility !== "visible"),
    rowCount: rows,
    columnCount: columns,
    defaultColumnWidth: pixelsWide(sheet.usual.characters ?? USUAL.characters),
    defaultRowHeight: pixelsHigh(sheet.usual.points ?? USUAL.points),
    defaultStyle: USUAL_STYLE,
    showGridlines: flag(sheet.showsGridlines),
    zoomRatio: sheet.zoom / 100,
    ...(sheet.color !== undefined && { tabColor: sheet.color }),
    cellData,
    mergeData: [...merged, ...headingRanges(centredAcross(sheet, styles), merged)],
    columnData: columnsOf(sheet, columns),
    rowData: heightsOf(sheet, styles),
    ...(sheet.frozen && { freeze: freezeOf(sheet.frozen) }),
  };
}

type Cells = Record<number, Record<number, ICellData>>;

function cellsOf(sheet: XlsxSheet, styles: readonly CellStyle[], system: DateSystem): Cells {
  const { cells } = sheet;
  const filled = spilledOver(cells);
  const isInFormatted = formattedLines(sheet);
  const matrix: Cells = {};
  for (const cell of cells) {
    const { numberFormat = "General", align } = styles[cell.style] ?? {};
    const content = filled.has(`${cell.row} ${cell.column}`) ? {} : contentOf(cell, numberFormat, system);
    (matrix[cell.row] ??= {})[cell.column] = {
      ...content,
      ...(isInFormatted(cell) ? { s: wholeStyleId(cell.style) } : cell.style > 0 && { s: styleId(cell.style) }),
      ...(align === "centerAcross" && { custom: { ...ACROSS } }),
    };
  }
  return matrix;
}

/** Tells the cells of rows and columns that have a format of their own. */
function formattedLines({ columns, rows }: XlsxSheet): (cell: XlsxCell) => boolean {
  const inRows = new Set(rows.filter(({ style }) => style !== undefined).map(({ row }) => row));
  const inColumns = columns.filter(({ style }) => style !== undefined);
  return ({ row, column }) =>
    inRows.has(row) || inColumns.some((one) => one.column <= column && column < one.column + one.columns);
}

/** The cells that a formula elsewhere fills. */
function spilledOver(cells: readonly XlsxCell[]): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { spill } of cells) {
    if (!spill) continue;
    for (let y = 0; y < spill.rows; y++) {
      for (let x = y === 0 ? 1 : 0; x < spill.columns; x++) filled.add(`${spill.row + y} ${spill.column + x}`);
    }
  }
  return filled;
}

/** The grid writes an error as text with its code, and knows text that begins with "=" from a formula. */
function contentOf({ value, formula }: XlsxCell, numberFormat: string, system: DateSystem): ICellData {
  if (formula !== undefined) return { f: asGridFormula(formula) };
  if (value === null) return {};
  if (typeof value === "number") return { v: asCountedFrom1900(value, numberFormat, system), t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: CellValueType.STRING };
}

function centredAcross({ cells }: XlsxSheet, styles: readonly CellStyle[]) {
  return cells
    .filter(({ style }) => styles[style]?.align === "centerAcross")
    .map(({ row, column, value, formula }) => ({ row, column, isBlank: value === null && formula === undefined }));
}

function columnsOf({ columns }: XlsxSheet, count: number): IWorksheetData["columnData"] {
  const data: IWorksheetData["columnData"] = {};
  for (let column = 0; column < count; column++) data[column] = placedAt(column);
  for (const { column: first, columns: wide, characters, hidden, style } of columns) {
    for (let column = first; column < Math.min(first + wide, count); column++) {
      data[column] = {
        ...placedAt(column),
        ...(characters !== undefined && characters > 0 && { w: pixelsWide(characters) }),
        ...(style !== undefined && { s: wholeStyleId(style) }),
        ...(hidden && { hd: BooleanNumber.TRUE }),
      };
    }
  }
  return data;
}

function heightsOf(sheet: XlsxSheet, styles: readonly CellStyle[]): IObjectArrayPrimitiveType<IRowData> {
  const data: IObjectArrayPrimitiveType<IRowData> = {};
  const last = lastRow(sheet);
  for (let row = 0; row <= last; row++) data[row] = placedAt(row);
  const usual = pixelsHigh(sheet.usual.points ?? USUAL.points);
  for (const [row, pixels] of autoHeights(sheet, styles, usual))
    data[row] = { ...placedAt(row), ...heightOf(pixels, false) };
  for (const { row, points, isHeightSet, hidden, style } of sheet.rows) {
    data[row] = {
      ...(data[row] ?? placedAt(row)),
      ...(points !== undefined && points > 0 && heightOf(pixelsHigh(points), isHeightSet ?? false)),
      ...(style !== undefined && { s: wholeStyleId(style) }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
    };
  }
  return data;
}

/** A height that nobody has set follows what is typed. */
function heightOf(pixels: number, isSet: boolean): IRowData {
  return isSet ? { h: pixels, ia: BooleanNumber.FALSE } : { ah: pixels, ia: BooleanNumber.TRUE };
}

function freezeOf({ rows, columns }: { readonly rows: number; readonly columns: number }): IWorksheetData["freeze"] {
  return {
    xSplit: columns,
    ySplit: rows,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
  };
}

function tablesOf({ sheets }: XlsxFile): Record<string, { tables: unknown[]; tableFilteredOutRows: number[] }> {
  return Object.fromEntries(
    sheets.flatMap(({ tables }, index) => {
      const shown = tables.filter(({ hasHeaders }) => hasHeaders);
      if (shown.length === 0) return [];
      return [[sheetId(index), { tables: shown.map((table) => tableOf(table, index)), tableFilteredOutRows: [] }]];
    }),
  );
}

function tableOf(table: XlsxTable, sheet: number): object {
  const id = `table-${sheet + 1}-${table.name}`;
  return {
    id,
    name: table.name,
    range: rangeOf(withoutTotals(table)),
    options: { showHeader: true, showFooter: false, tableStyleId: TABLE_THEME.name },
    filters: { tableColumnFilterList: [] },
    columns: table.headers.map((displayName, index) => ({
      id: `${id}-${index}`,
      displayName,
      dataType: "string",
      formula: "",
      meta: {},
      style: {},
    })),
    meta: {},
  };
}

/** The cells of a table that its rows are in: the grid's tables have no row of totals. */
export function withoutTotals({ area, hasTotals }: XlsxTable): XlsxTable["area"] {
  return hasTotals ? { ...area, rows: area.rows - 1 } : area;
}

function namesOf(file: XlsxFile): Record<string, object> {
  const sheets = new Map(file.sheets.map(({ name }, index) => [name, sheetId(index)]));
  const shown = file.names.filter(({ hidden }) => !hidden).map((one, index) => nameOf(one, index, sheets));
  const tables = file.sheets.flatMap(({ name, tables: inSheet }) =>
    inSheet
      .filter(({ hasHeaders }) => hasHeaders)
      .map((table) => ({
        id: `table ${table.name}`,
        name: wholeTableName(table.name),
        formulaOrRefString: absolute({ sheet: name, ...withoutTotals(table) }),
        localSheetId: EVERY_SHEET,
      })),
  );
  return Object.fromEntries([...shown, ...tables].map((one) => [one.id, one]));
}

/** The grid takes cells for a reference, and anything else with its "=" for a formula. */
function nameOf({ name, formula, sheet }: XlsxName, index: number, sheets: ReadonlyMap<string, string>) {
  const reference = formula.replace(/^=/, "");
  return {
    id: `name ${index + 1}`,
    name,
    formulaOrRefString: readAddress(reference) ? reference : formula,
    localSheetId: (sheet !== undefined && sheets.get(sheet)) || EVERY_SHEET,
  };
}

function rangeOf({ row, column, rows, columns }: Rectangle): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

function lastRow({ cells, rows, tables }: XlsxSheet): number {
  const used = [...cells.slice(-1).map(({ row }) => row), ...rows.map(({ row }) => row)];
  const spilled = cells.flatMap(({ spill }) => (spill ? [spill.row + spill.rows - 1] : []));
  return largest([...used, ...spilled, ...tables.map(({ area }) => area.row + area.rows - 1)]);
}

function lastColumn({ cells, columns }: XlsxSheet): number {
  const used = cells.map(({ column, spill }) => column + (spill?.columns ?? 1) - 1);
  const shaped = columns.filter((one) => one.columns < WHOLE_SHEET).map((one) => one.column + one.columns - 1);
  return largest([...used, ...shaped]);
}

/** Columns that are one width up to the sheet's last one tell nothing of how far it is used. */
const WHOLE_SHEET = 1000;

const largest = (numbers: readonly number[]) => numbers.reduce((most, one) => Math.max(most, one), 0);

const flag = (is: boolean) => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);
