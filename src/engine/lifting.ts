import { ErrorType, NullValueObject, type ArrayValueObject, type BaseValueObject } from "@univerjs/engine-formula";
import { errorValue } from "./cellValues";

/** An argument of one call, a range or one value; undefined where there is none, or nothing between two commas. */
export type Argument = BaseValueObject | undefined;

/**
 * Calls a function once; or, where ranges are given for single values, once for each of their cells, and answers in
 * their shape. A blank cell given for a single value is a null value.
 *
 * @param takesRange whether the argument at an index is a range, which is handed over whole
 * @param call answers one call; what it throws is its own affair
 */
export function lifted(
  given: readonly BaseValueObject[],
  takesRange: (index: number) => boolean,
  call: (values: readonly Argument[]) => unknown,
): unknown {
  const answerAt = (row: number, column: number) =>
    call(given.map((value, index) => (takesRange(index) ? whole(value) : single(value, row, column))));
  const ranges = given.filter((value, index) => isRange(value) && !takesRange(index));
  if (ranges.length === 0) return answerAt(0, 0);
  const height = Math.max(...ranges.map(rowCount));
  const width = Math.max(...ranges.map(columnCount));
  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_column, column) => firstCell(answerAt(row, column))),
  );
}

function whole(value: BaseValueObject): Argument {
  return value.isNull() ? undefined : value;
}

/** A range of one row or column is repeated along the others; beyond the end of any other there is no value. */
function single(value: BaseValueObject, row: number, column: number): Argument {
  if (!value.isArray()) return whole(value);
  const y = rowCount(value) === 1 ? 0 : row;
  const x = columnCount(value) === 1 ? 0 : column;
  if (y >= rowCount(value) || x >= columnCount(value)) return MISFIT;
  return (value as ArrayValueObject).get(y, x) ?? NullValueObject.create();
}

const MISFIT = errorValue(ErrorType.NA, "the ranges given are not of one size");

function firstCell(answer: unknown): unknown {
  const row = Array.isArray(answer) ? answer[0] : answer;
  return Array.isArray(row) ? row[0] : row;
}

function isRange(value: BaseValueObject): boolean {
  return value.isArray() && (rowCount(value) > 1 || columnCount(value) > 1);
}

const rowCount = (range: BaseValueObject) => (range as ArrayValueObject).getRowCount();
const columnCount = (range: BaseValueObject) => (range as ArrayValueObject).getColumnCount();
