import type { ICellData, IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { deserializeRangeWithSheetWithCache } from "@univerjs/engine-formula";
import { CalculationMode } from "@univerjs/sheets-formula";
import { catalogue, type CustomFunction } from "../functions/catalogue";
import { errorAt } from "./cellErrors";
import { onCircularReference } from "./corrections/circularReferences";
import { evaluation, type ErrorWithWords, type Evaluation } from "./evaluation";
import { cellOfValue, type CellAddress, type CellValue } from "./cells";
import { shownValue } from "./shownValue";
import { gridEngine } from "./gridEngine";

/** What is written into a cell: a value, a formula ("=…"), or a number that brings its format. */
export type CellContent = CellValue | { readonly value: number; readonly format: string };

export type Rows = readonly (readonly CellContent[])[];

/** A workbook of one sheet, "Sheet1", without a screen: our functions beside the engine's own. */
export interface HeadlessWorkbook {
  /** Evaluates each formula on its own, with or without its "=", against the cells that have been set. */
  evaluate(formulas: readonly string[]): Promise<Evaluation[]>;
  /**
   * Writes rows from a cell on, and calculates. Text is text, whatever it looks like, unless it begins with "=".
   * @throws Error when formulas refer to one another in a circle
   */
  set(firstCell: string, rows: Rows): Promise<void>;
  /** What the cells of a range show, spilled values included: a blank is "", an error its code and words. */
  read(range: string): (CellValue | ErrorWithWords)[][];
  dispose(): void;
}

const ORIGIN: CellAddress = { unitId: "workbook", sheetId: "sheet", row: 0, column: 0 };
const SMALLEST = { rowCount: 1000, columnCount: 50 };

interface Opening {
  /** Ours, unless others are given. */
  readonly functions?: readonly CustomFunction[];
  /** What the sheet holds from A1 on. */
  readonly cells?: Rows;
}

/** @throws Error when formulas of the cells refer to one another in a circle */
export async function openHeadless({ functions = catalogue, cells = [] }: Opening = {}): Promise<HeadlessWorkbook> {
  const hasFormulas = cells.some((row) => row.some(isFormula));
  const univer = gridEngine(functions, hasFormulas ? CalculationMode.FORCED : CalculationMode.NO_CALCULATION);
  const injector = univer.__getInjector();
  const api = FUniver.newAPI(univer);
  const calculated = async (change: () => void) => {
    let circular = false;
    const watch = onCircularReference(injector, () => (circular = true));
    change();
    // Asked for after the change: the engine waits half a second for a calculation to begin, no longer.
    await api.getFormula().onCalculationResultApplied();
    watch.dispose();
    if (circular) throw new Error("formulas refer to one another in a circle");
  };
  const open = () => api.createWorkbook(snapshot(cells));
  if (hasFormulas) await calculated(open);
  else open();
  const sheet = api.getActiveWorkbook()!.getActiveSheet();

  return {
    async evaluate(formulas) {
      return formulas.map((formula) => evaluation(injector, formula, ORIGIN));
    },
    async set(firstCell, rows) {
      const { startRow, startColumn } = rangeOf(firstCell);
      const width = widthOf(rows);
      sheet.setRowCount(Math.max(sheet.getMaxRows(), startRow + rows.length));
      sheet.setColumnCount(Math.max(sheet.getMaxColumns(), startColumn + width));
      const values = rows.map((row) => row.map(cellData));
      await calculated(() => sheet.getRange(startRow, startColumn, rows.length, width).setValues(values));
    },
    read: (range) =>
      cellsOf(range).map((row) => row.map((cell) => errorAt(injector, cell) ?? shownValue(injector, cell))),
    dispose: () => univer.dispose(),
  };
}

/** The workbook as the engine opens it: many times faster than writing the cells into an open one. */
function snapshot(cells: Rows): Partial<IWorkbookData> {
  const { unitId, sheetId } = ORIGIN;
  const rowCount = Math.max(SMALLEST.rowCount, cells.length);
  const columnCount = Math.max(SMALLEST.columnCount, widthOf(cells));
  const content = Object.fromEntries(
    cells.map((row, y) => [y, Object.fromEntries(row.map((cell, x) => [x, cellData(cell)]))]),
  );
  const sheet = { id: sheetId, name: "Sheet1", rowCount, columnCount, cellData: content };
  return { id: unitId, sheetOrder: [sheetId], sheets: { [sheetId]: sheet } };
}

const widthOf = (rows: Rows) => rows.reduce((width, row) => Math.max(width, row.length), 1);

const rangeOf = (range: string) => deserializeRangeWithSheetWithCache(range).range;

/** The places of a range, row by row. */
function cellsOf(range: string): CellAddress[][] {
  const { startRow, startColumn, endRow, endColumn } = rangeOf(range);
  const through = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_none, index) => first + index);
  return through(startRow, endRow).map((row) =>
    through(startColumn, endColumn).map((column) => ({ ...ORIGIN, row, column })),
  );
}

function cellData(content: CellContent): ICellData {
  if (typeof content === "object") return { ...cellData(content.value), s: { n: { pattern: content.format } } };
  return typeof content === "string" && isFormula(content) ? { f: content } : cellOfValue(content);
}

function isFormula(content: CellContent): boolean {
  return typeof content === "string" && content.startsWith("=");
}
