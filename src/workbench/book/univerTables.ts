import { parseStructRef, tokenTypes, type Token } from "@borgar/fx/xlsx";
import {
  BorderStyleTypes,
  type ICellData,
  ICommandService,
  type IStyleData,
  type Nullable,
  generateRandomId,
} from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { SetSheetTableCommand } from "@univerjs/sheets-table";
import { absolute } from "../../workbook/book/address";
import type { Area } from "../../workbook/book/book";
import { tokensOf } from "../../workbook/formula/tokens";
import { cellsOfRange } from "./gridRange";

const { REF_NAMED, REF_STRUCT } = tokenTypes;

/** A table of the grid. */
export interface Table {
  readonly id: string;
  readonly name: string;
  readonly sheet: FWorksheet;
  readonly area: Area;
}

const RULE = { s: BorderStyleTypes.THIN, cl: { rgb: "#5F6574" } };
/** How tables of ours look: headed in the add-in's green, rows by turns tinted, the last like any other. */
export const TABLE_THEME = {
  name: "tieout",
  style: {
    headerRowStyle: { bg: { rgb: "#0A5E46" }, cl: { rgb: "#FFFFFF" }, bd: { t: RULE } },
    headerColumnStyle: { bd: { l: RULE } },
    firstRowStyle: { bg: { rgb: "#FFFFFF" } },
    secondRowStyle: { bg: { rgb: "#F3FAF7" } },
    lastRowStyle: { bd: { b: RULE } },
    lastColumnStyle: { bd: { r: RULE } },
  },
} as const;

/** Whether nothing stands in a cell, whatever it looks like. */
export function isBlankCell(cell: Nullable<ICellData>): boolean {
  return (cell?.v ?? "") === "" && !cell?.f && !cell?.si && !cell?.p;
}

export function tableNamed(workbook: FWorkbook, name: string): Table | undefined {
  const table = workbook.getTableInfoByName(name);
  const sheet = table && workbook.getSheetBySheetId(table.subUnitId);
  if (!table || !sheet) return undefined;
  const area = { sheet: sheet.getSheetName(), ...cellsOfRange(table.range) };
  return { id: table.id, name, sheet, area };
}

export async function addTable(workbook: FWorkbook, name: string, sheet: FWorksheet, area: Area): Promise<void> {
  const range = sheet.getRange(area.row, area.column, area.rows, area.columns).getRange();
  const made = await sheet.addTable(name, range, name, { tableStyleId: TABLE_THEME.name, showFooter: false });
  if (!made) throw new Error(`The table ${name} could not be made`);
  nameWholeTable(workbook, { name, area });
}

/** A table that shrinks leaves blank cells. */
export function resizeTable(workbook: FWorkbook, table: Table, rows: number, columns: number): void {
  const { sheet, area, name } = table;
  stretchTable(table, rows, columns);
  const size = { rows: area.rows + rows, columns: area.columns + columns };
  const now = tableNamed(workbook, name)?.area;
  // The grid's command says that it is done, whatever became of the changes that it asks for.
  if (now?.rows !== size.rows || now.columns !== size.columns) throw notResized(name);
  if (rows < 0) sheet.getRange(area.row + size.rows, area.column, -rows, area.columns).clear();
  if (columns < 0) sheet.getRange(area.row, area.column + size.columns, area.rows, -columns).clear();
  nameWholeTable(workbook, { name, area: { ...area, ...size } });
}

/**
 * Moves a table's last row and its last column by so many. Univer 0.25.1 forgets the wrong columns when a table is
 * given a range with fewer of them, as undo does, and calls new ones "Column 7": here they are told which, and how
 * their headers call them.
 */
export function stretchTable(table: Table, rows: number, columns: number): void {
  const { row, column, rows: height, columns: width } = table.area;
  if (rows !== 0) change(table, { ...by(rows, row + height), rowColType: "row" });
  if (columns > 0) {
    const columnsJson = Array.from({ length: columns }, (_none, index) =>
      headed(table.sheet, row, column + width + index),
    );
    change(table, { ...by(columns, column + width), rowColType: "column", columnsJson });
  }
  if (columns < 0) change(table, { ...by(columns, column + width), rowColType: "column" });
}

/** So many lines more at a table's end, or less. */
function by(count: number, end: number) {
  if (count > 0) return { operationType: "insert", index: end, count };
  return { operationType: "delete", index: end + count, count: -count };
}

function headed(sheet: FWorksheet, row: number, column: number) {
  const displayName = String(sheet.getSheet().getCellRaw(row, column)?.v ?? "");
  return { id: generateRandomId(), displayName, dataType: "string", formula: "", meta: {}, style: {} };
}

function change({ id, name, sheet }: Table, rowColOperation: object): void {
  const params = { unitId: sheet.getWorkbook().getUnitId(), tableId: id, rowColOperation };
  if (!sheet.getInject().get(ICommandService).syncExecuteCommand(SetSheetTableCommand.id, params))
    throw notResized(name);
}

function notResized(name: string): Error {
  return new Error(`The table ${name} could not be resized`);
}

/** How a cell itself looks, apart from its table, row and column. */
export function ownStyle(sheet: FWorksheet, row: number, column: number): IStyleData {
  const { s } = sheet.getSheet().getCellRaw(row, column) ?? {};
  return (typeof s === "string" ? sheet.getSheet().getStyleDataByHash(s) : s) ?? {};
}

/**
 * Univer 0.25.1 does not read EPS_Periods[#All], the table with its headers, in a formula: the grid has the name
 * EPS_Periods_All for it, which is kept in step with the table.
 */
function nameWholeTable(workbook: FWorkbook, { name, area }: Pick<Table, "name" | "area">): void {
  const reference = absolute(area);
  const known = workbook.getDefinedName(wholeTableName(name));
  if (!known) workbook.insertDefinedName(wholeTableName(name), reference);
  else if (known.getFormulaOrRefString() !== reference) known.setRef(reference);
}

/** After the user resized a table, its name follows. */
export function nameWholeTables(workbook: FWorkbook): void {
  for (const { name } of workbook.getTableList()) {
    const table = tableNamed(workbook, name);
    if (table && workbook.getDefinedName(wholeTableName(name))) nameWholeTable(workbook, table);
  }
}

export function forgetTablesOf(workbook: FWorkbook, sheet: FWorksheet): void {
  for (const { name, subUnitId } of workbook.getTableList()) {
    if (subUnitId === sheet.getSheetId()) workbook.deleteDefinedName(wholeTableName(name));
  }
}

/** The name under which the grid knows a whole table, with its headers. */
export function wholeTableName(name: string): string {
  return `${name}_All`;
}

/** A formula as the grid reads it. */
export function asGridFormula(formula: string): string {
  return withReferences(formula, "[#", ({ type, value }) => {
    const { table = "", columns = [], sections = [] } = type === REF_STRUCT ? (parseStructRef(value) ?? {}) : {};
    return table !== "" && columns.length === 0 && sections.join() === "all" ? wholeTableName(table) : value;
  });
}

/** A formula of the grid as Excel writes it. */
export function asExcelFormula(formula: string, tables: readonly string[]): string {
  return withReferences(formula, wholeTableName(""), ({ type, value }) => {
    const name = type === REF_NAMED ? tables.find((table) => wholeTableName(table) === value) : undefined;
    return name === undefined ? value : `${name}[#All]`;
  });
}

/** @param mention what a formula holds that has such a reference; the others are not read */
function withReferences(formula: string, mention: string, written: (token: Token) => string): string {
  return formula.includes(mention) ? tokensOf(formula).map(written).join("") : formula;
}
