import type { Injector } from "@univerjs/core";
import type { ArrayValueObject, BaseValueObject, ErrorValueObject } from "@univerjs/engine-formula";
import { explained } from "./cellErrors";
import type { CellAddress, CellValue } from "./cells";
import { evaluateFormula } from "./formulaEvaluation";

export interface ErrorWithWords {
  /** "#VALUE!" and the like. */
  readonly code: string;
  readonly message: string;
}

/** An error in one cell of an answer of several; its row and column count from 1. */
interface PlacedError extends ErrorWithWords {
  readonly row: number;
  readonly column: number;
}

/** Rows of values. A cell in error holds the error's code as text and stands in `errors`. */
export interface Table {
  readonly value: readonly (readonly CellValue[])[];
  readonly errors: readonly PlacedError[];
  /** The number format of each cell, "" where it has none. */
  readonly formats: readonly (readonly string[])[];
}

/** What a formula gives: one value, rows of them, or an error. */
export type Evaluation = { readonly formula: string } & (
  { readonly value: CellValue } | Table | { readonly error: ErrorWithWords }
);

/**
 * Evaluates a formula, with or without its "=", as if it stood at a place.
 *
 * @param evaluate by which the formula comes to its value: see formulaEvaluation.ts
 */
export function evaluation(
  injector: Injector,
  formula: string,
  at: CellAddress,
  evaluate = evaluateFormula,
): Evaluation {
  const text = formula.trim().startsWith("=") ? formula.trim() : `=${formula.trim()}`;
  const value = evaluate(injector, text, at);
  const words = (error: BaseValueObject): ErrorWithWords => {
    const [code, own] = [(error as ErrorValueObject).getErrorType(), (error as ErrorValueObject).getErrorContent()];
    return { code, message: own || explained(injector, text, at, code).message };
  };
  if (value.isArray()) return { formula, ...unwrapped(tableOf(value as ArrayValueObject, words)) };
  return { formula, ...(value.isError() ? { error: words(value) } : { value: value.getValue() }) };
}

function tableOf(range: ArrayValueObject, words: (error: BaseValueObject) => ErrorWithWords): Table {
  const cells = Array.from({ length: range.getRowCount() }, (_row, row) =>
    Array.from({ length: range.getColumnCount() }, (_column, column) => range.get(row, column)),
  );
  return {
    value: cells.map((row) => row.map((cell) => (cell ? cell.getValue() : BLANK))),
    errors: cells.flatMap((row, y) =>
      row.flatMap((cell, x) => (cell?.isError() ? [{ row: y + 1, column: x + 1, ...words(cell) }] : [])),
    ),
    formats: cells.map((row) => row.map((cell) => cell?.getPattern() ?? "")),
  };
}

/** A blank cell that is referred to counts as zero, as in Excel. */
const BLANK = 0;

/** An answer of one cell is that cell. */
function unwrapped(table: Table): Table | { readonly value: CellValue } | { readonly error: ErrorWithWords } {
  const [[value = BLANK, ...others] = [], ...more] = table.value;
  if (others.length > 0 || more.length > 0) return table;
  const [error] = table.errors;
  return error ? { error: { code: error.code, message: error.message } } : { value };
}
