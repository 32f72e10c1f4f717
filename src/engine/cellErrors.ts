import { Rectangle, type Injector, type IRange } from "@univerjs/core";
import {
  ERROR_TYPE_SET,
  FormulaDataModel,
  type ArrayValueObject,
  type BaseValueObject,
  type ErrorType,
  type ErrorValueObject,
} from "@univerjs/engine-formula";
import { errorWords, referencesIn } from "./errorWords";
import { evaluateFormula, isCalculating } from "./formulaEvaluation";
import type { CellAddress } from "./cells";
import { shownValue, workbookOf } from "./shownValue";

export interface ErrorInCell {
  /** "#VALUE!" and the like. */
  readonly code: string;
  /** What is wrong, in the words of the function that found it. */
  readonly message: string;
  /** The cell in which the error arose, when it came here through references. */
  readonly source?: CellAddress;
}

/**
 * The words that belong to the error which a cell shows: any cell of a spill, and errors that came through native
 * functions or from other cells (then with the cell they arose in). Undefined for a cell that shows no error.
 * A cell keeps the code of its error alone, so its formula is evaluated again; nothing is stored, nothing can be stale.
 */
export function errorAt(injector: Injector, cell: CellAddress): ErrorInCell | undefined {
  return traced(injector, cell, new Set());
}

function traced(injector: Injector, cell: CellAddress, visited: Set<string>): ErrorInCell | undefined {
  const code = shownError(injector, cell);
  const key = `${cell.unitId} ${cell.sheetId} ${cell.row} ${cell.column}`;
  if (!code || visited.has(key)) return undefined;
  visited.add(key);
  const origin = originOf(injector, cell);
  const formula = injector
    .get(FormulaDataModel)
    .getFormulaStringByCell(origin.row, origin.column, cell.sheetId, cell.unitId);
  if (!formula) return { code, message: errorWords(injector, code, "", cell.unitId) };
  const own = isCalculating(injector) ? undefined : messageOf(evaluateFormula(injector, formula, origin), origin, cell);
  if (own) return { code, message: own };
  return explained(injector, formula, origin, code, visited);
}

/** The words for an error that a formula gives without words of its own: those of the cell it came from, if any. */
export function explained(
  injector: Injector,
  formula: string,
  at: CellAddress,
  code: string,
  visited: Set<string> = new Set(),
): ErrorInCell {
  return (
    fromPrecedents(injector, formula, at, code, visited) ?? {
      code,
      message: errorWords(injector, code, formula, at.unitId),
    }
  );
}

function messageOf(value: BaseValueObject, origin: CellAddress, cell: CellAddress): string | undefined {
  const element = value.isArray()
    ? (value as ArrayValueObject).get(cell.row - origin.row, cell.column - origin.column)
    : value;
  return element?.isError() ? (element as ErrorValueObject).getErrorContent() || undefined : undefined;
}

/** Enough for a person's table; a whole column is not searched to the end while the pointer rests on a cell. */
const MOST_CELLS = 20_000;

/** The first cell with the same error among those that the formula refers to, and what is wrong there. */
function fromPrecedents(
  injector: Injector,
  formula: string,
  at: CellAddress,
  code: string,
  visited: Set<string>,
): ErrorInCell | undefined {
  let looked = 0;
  for (const cell of precedents(injector, formula, at)) {
    if (++looked > MOST_CELLS) break;
    if (shownError(injector, cell) !== code) continue;
    const found = traced(injector, cell, visited);
    if (found) return { source: cell, ...found };
  }
  return undefined;
}

function* precedents(injector: Injector, formula: string, at: CellAddress): Generator<CellAddress> {
  for (const { range, sheetName, unitId } of referencesIn(injector, formula)) {
    const workbook = workbookOf(injector, unitId || at.unitId);
    const sheet = sheetName ? workbook?.getSheetBySheetName(sheetName) : workbook?.getSheetBySheetId(at.sheetId);
    if (!workbook || !sheet) continue;
    const lastRow = Math.min(range.endRow || 0, sheet.getRowCount() - 1);
    const lastColumn = Math.min(range.endColumn || 0, sheet.getColumnCount() - 1);
    for (let row = range.startRow || 0; row <= lastRow; row++) {
      for (let column = range.startColumn || 0; column <= lastColumn; column++) {
        yield { unitId: workbook.getUnitId(), sheetId: sheet.getSheetId(), row, column };
      }
    }
  }
}

function shownError(injector: Injector, cell: CellAddress): string | undefined {
  const value = shownValue(injector, cell);
  return ERROR_TYPE_SET.has(value as ErrorType) ? String(value) : undefined;
}

/** The cell whose formula gives the value of this one: itself, or the first cell of the spill that it is part of. */
function originOf(injector: Injector, cell: CellAddress): CellAddress {
  const range = spillAround(injector, cell);
  return range ? { ...cell, row: range.startRow, column: range.startColumn } : cell;
}

/** The cells that one formula fills, this cell among them; undefined for a cell outside any spill. */
export function spillAround(injector: Injector, cell: CellAddress): IRange | undefined {
  const spills = injector.get(FormulaDataModel).getArrayFormulaRange()[cell.unitId]?.[cell.sheetId];
  const ranges = Object.values(spills ?? {}).flatMap((row) => Object.values<IRange>(row ?? {}));
  return ranges.find((spill) => Rectangle.contains(spill, rangeOf(cell)));
}

function rangeOf({ row, column }: CellAddress): IRange {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}
