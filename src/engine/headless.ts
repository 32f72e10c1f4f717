import { CellValueType, LocaleType, LogLevel, Univer, type ICellData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { deserializeRangeWithSheetWithCache, UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets/facade";
import { errorAt } from "./cellErrors";
import { engineFunctions } from "./engineFunctions";
import { evaluation, type CellValue, type ErrorWithWords, type Evaluation } from "./evaluation";
import type { CellAddress } from "./formulaEvaluation";
import { shownValue } from "./shownValue";

/** A workbook of one sheet, "Sheet1", without a screen: our functions beside the engine's own. */
export interface HeadlessWorkbook {
  /** Evaluates each formula on its own, with or without its "=", against the cells that have been set. */
  evaluate(formulas: readonly string[]): Promise<Evaluation[]>;
  /** Writes rows of values and formulas ("=…") from a cell on, and calculates. Text stays text, whatever it looks like. */
  set(firstCell: string, rows: readonly (readonly CellValue[])[]): Promise<void>;
  /** What the cells of a range show, spilled values included: a blank is "", an error its code and words. */
  read(range: string): (CellValue | ErrorWithWords)[][];
  dispose(): void;
}

const UNIT = "workbook";
const SHEET = "sheet";
const ROWS = 1000;
const COLUMNS = 50;
const ORIGIN: CellAddress = { unitId: UNIT, sheetId: SHEET, row: 0, column: 0 };

export async function openHeadless(): Promise<HeadlessWorkbook> {
  const univer = startEngine();
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const sheet = api
    .createWorkbook({ id: UNIT, sheetOrder: [SHEET], sheets: { [SHEET]: { id: SHEET, name: "Sheet1", rowCount: ROWS, columnCount: COLUMNS } } })
    .getSheetBySheetId(SHEET)!;
  const calculated = () => api.getFormula().onCalculationResultApplied();
  await calculated();

  return {
    async evaluate(formulas) {
      return formulas.map((formula) => evaluation(injector, formula, ORIGIN));
    },
    async set(firstCell, rows) {
      const { startRow, startColumn } = rangeOf(firstCell);
      const width = Math.max(...rows.map((row) => row.length));
      sheet.setRowCount(Math.max(sheet.getMaxRows(), startRow + rows.length));
      sheet.setColumnCount(Math.max(sheet.getMaxColumns(), startColumn + width));
      const done = calculated();
      sheet.getRange(startRow, startColumn, rows.length, width).setValues(rows.map((row) => row.map(cellData)));
      await done;
    },
    read(range) {
      return cellsOf(range).map((row) => row.map((cell) => errorAt(injector, cell) ?? shownValue(injector, cell)));
    },
    dispose: () => univer.dispose(),
  };
}

function startEngine(): Univer {
  const univer = new Univer({ logLevel: LogLevel.SILENT, locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} } });
  const { executors, descriptions } = engineFunctions();
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: executors });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    description: descriptions,
    initialFormulaComputing: CalculationMode.FORCED,
  });
  return univer;
}

/** The places of a range, row by row. */
function cellsOf(range: string): CellAddress[][] {
  const { startRow, startColumn, endRow, endColumn } = rangeOf(range);
  return Array.from({ length: endRow - startRow + 1 }, (_row, y) =>
    Array.from({ length: endColumn - startColumn + 1 }, (_column, x) => ({ ...ORIGIN, row: startRow + y, column: startColumn + x })),
  );
}

const rangeOf = (range: string) => deserializeRangeWithSheetWithCache(range).range;

function cellData(value: CellValue): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return value.startsWith("=") ? { f: value } : { v: value, t: CellValueType.STRING };
}
