import { parseStructRef, tokenTypes, type Token } from "@borgar/fx/xlsx";
import { BorderStyleTypes } from "@univerjs/core";
import { IFunctionService } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { absolute } from "../../workbook/book/address";
import type { Area } from "../../workbook/book/book";
import { tokensOf } from "../../workbook/formula/tokens";

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

export function tableNamed(workbook: FWorkbook, name: string): Table | undefined {
  const table = workbook.getTableInfoByName(name);
  const sheet = table && workbook.getSheetBySheetId(table.subUnitId);
  if (!table || !sheet) return undefined;
  const { startRow: row, startColumn: column, endRow, endColumn } = table.range;
  const area = { sheet: sheet.getSheetName(), row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
  return { id: table.id, name, sheet, area };
}

export async function addTable(workbook: FWorkbook, name: string, sheet: FWorksheet, area: Area): Promise<void> {
  const range = sheet.getRange(area.row, area.column, area.rows, area.columns).getRange();
  const made = await sheet.addTable(name, range, name, { tableStyleId: TABLE_THEME.name, showFooter: false });
  if (!made) throw new Error(`The table ${name} could not be made`);
  nameWholeTable(workbook, { name, area });
}

/** A table that shrinks leaves blank cells. */
export async function resizeTable(
  workbook: FWorkbook,
  { id, name, sheet, area }: Table,
  rows: number,
  columns: number,
): Promise<void> {
  const { row, column } = area;
  const size = { rows: area.rows + rows, columns: area.columns + columns };
  const range = {
    startRow: row,
    startColumn: column,
    endRow: row + size.rows - 1,
    endColumn: column + size.columns - 1,
  };
  if (!(await sheet.setTableRange(id, range))) throw new Error(`The table ${name} could not be resized`);
  if (rows < 0) sheet.getRange(range.endRow + 1, column, -rows, area.columns).clear();
  if (columns < 0) sheet.getRange(row, range.endColumn + 1, area.rows, -columns).clear();
  nameWholeTable(workbook, { name, area: { ...area, ...size } });
}

/**
 * Univer 0.25.1 does not read EPS_Periods[#All], the table with its headers, in a formula: the grid has the name
 * EPS_Periods_All for it, which is kept in step with the table.
 */
function nameWholeTable(workbook: FWorkbook, { name, area }: Pick<Table, "name" | "area">): void {
  const reference = absolute(area);
  const known = workbook.getDefinedName(wholeTable(name));
  if (!known) workbook.insertDefinedName(wholeTable(name), reference);
  else if (known.getFormulaOrRefString() !== reference) {
    known.setRef(reference);
    // The engine keeps formulas as it once read them, with the cells that the name then meant.
    workbook.getActiveSheet().getInject().get(IFunctionService).deleteFormulaAstCacheKey(wholeTable(name));
  }
}

/** After the user resized a table, its name follows. */
export function nameWholeTables(workbook: FWorkbook): void {
  for (const { name } of workbook.getTableList()) {
    const table = tableNamed(workbook, name);
    if (table && workbook.getDefinedName(wholeTable(name))) nameWholeTable(workbook, table);
  }
}

export function forgetTablesOf(workbook: FWorkbook, sheet: FWorksheet): void {
  for (const { name, subUnitId } of workbook.getTableList()) {
    if (subUnitId === sheet.getSheetId()) workbook.deleteDefinedName(wholeTable(name));
  }
}

function wholeTable(name: string): string {
  return `${name}_All`;
}

/** A formula as the grid reads it. */
export function asGridFormula(formula: string): string {
  return withReferences(formula, "[#", ({ type, value }) => {
    const { table = "", columns = [], sections = [] } = type === REF_STRUCT ? (parseStructRef(value) ?? {}) : {};
    return table !== "" && columns.length === 0 && sections.join() === "all" ? wholeTable(table) : value;
  });
}

/** A formula of the grid as Excel writes it. */
export function asExcelFormula(formula: string, tables: readonly string[]): string {
  return withReferences(formula, wholeTable(""), ({ type, value }) => {
    const name = type === REF_NAMED ? tables.find((table) => wholeTable(table) === value) : undefined;
    return name === undefined ? value : `${name}[#All]`;
  });
}

/** @param mention what a formula holds that has such a reference; the others are not read */
function withReferences(formula: string, mention: string, written: (token: Token) => string): string {
  return formula.includes(mention) ? tokensOf(formula).map(written).join("") : formula;
}
