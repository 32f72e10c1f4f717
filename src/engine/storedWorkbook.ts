/** A workbook whose values stand, and formulas evaluated over them: none changes a cell that another refers to. */
import type { ICellData, IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode } from "@univerjs/sheets-formula";
import { catalogue } from "../functions/catalogue";
import { cellOfValue, type CellValue } from "./cells";
import { evaluation, type Evaluation } from "./evaluation";
import { evaluateLoaded, loadForEvaluation } from "./formulaEvaluation";
import { gridEngine } from "./gridEngine";

export interface StoredSheet {
  readonly name: string;
  /** From A1 on; blanks may be left out. An error is its code. */
  readonly rows: readonly (readonly (CellValue | null | undefined)[] | undefined)[];
}

export interface PlacedFormula {
  readonly formula: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface StoredWorkbook {
  /** Evaluates each formula as if it stood at its place. The workbook is made ready once for all of them. */
  evaluate(formulas: readonly PlacedFormula[]): Evaluation[];
  dispose(): void;
}

/** What the engine remembers outlives it, so that each workbook has an id of its own. */
let opened = 0;

export function openStored(sheets: readonly StoredSheet[]): StoredWorkbook {
  const unitId = `stored ${++opened}`;
  const univer = gridEngine(catalogue, CalculationMode.NO_CALCULATION);
  const injector = univer.__getInjector();
  FUniver.newAPI(univer).createWorkbook(snapshot(unitId, sheets));
  return {
    evaluate: (formulas) => {
      loadForEvaluation(injector);
      return formulas.map(({ formula, sheet, row, column }) =>
        evaluation(injector, formula, { unitId, sheetId: sheet, row, column }, evaluateLoaded),
      );
    },
    dispose: () => univer.dispose(),
  };
}

/** The sheets go by their names. */
function snapshot(unitId: string, sheets: readonly StoredSheet[]): Partial<IWorkbookData> {
  const entries = sheets.map(({ name, rows }) => {
    const columns = rows.reduce<number>((width, row) => Math.max(width, row?.length ?? 0), 0);
    return [
      name,
      { id: name, name, rowCount: rows.length + SPARE, columnCount: columns + SPARE, cellData: cellsOf(rows) },
    ] as const;
  });
  return { id: unitId, sheetOrder: sheets.map(({ name }) => name), sheets: Object.fromEntries(entries) };
}

/** Formulas refer to cells beyond those that hold something. */
const SPARE = 1000;

function cellsOf(rows: StoredSheet["rows"]): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  rows.forEach((row, y) => {
    row?.forEach((value, x) => {
      if (value !== null && value !== undefined) (cells[y] ??= {})[x] = cellOfValue(value);
    });
  });
  return cells;
}
