/** Our functions called as Excel calls them, by hosts that have plain values at hand. */
import { wrongCount } from "./argumentCount";
import { isErrorCell, type ErrorCell } from "./cells/dataTypes";
import type { CustomFunction, Parameter } from "./catalogue";

type HostCell = number | string | boolean | null | ErrorCell;
/** A single value, null for a blank cell or nothing between two commas; or the rows of a range. */
export type HostArgument = HostCell | readonly (readonly HostCell[])[];

/**
 * The answer of a call: a value, or rows of them; an error is an answer too. The law of the adapter to the formula
 * engine (src/engine/functionAdapter.ts) holds here, on plain values:
 * - an omitted argument is null, and so is a blank cell given for a single value;
 * - a range parameter takes rows of cells, with "" for a blank and an object for an error;
 * - a single-value parameter that is given a range is answered once for each cell of the range;
 * - an error given for a single value is the answer, with its message;
 * - the arguments of a repeating parameter come as one list.
 */
export function calledAsHost(definition: CustomFunction, given: readonly HostArgument[]): unknown {
  const { id, parameters } = definition;
  const wrong = wrongCount(id, parameters, given.length);
  if (wrong) return wrong;
  const takesRange = (index: number) => (parameters[index] ?? parameters.at(-1))?.dimensionality === "matrix";
  const lifted = given.filter((value, index) => isSeveral(value) && !takesRange(index)) as HostRows[];
  const answerAt = (row: number, column: number) =>
    called(
      definition,
      given.map((value, index) => (takesRange(index) ? rangeOf(value) : singleOf(value, row, column))),
    );
  if (lifted.length === 0) return answerAt(0, 0);
  const height = Math.max(...lifted.map((rows) => rows.length));
  const width = Math.max(...lifted.map((rows) => rows[0]?.length ?? 0));
  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_column, column) => firstCell(answerAt(row, column))),
  );
}

/** One argument a parameter: null where omitted, a list for the repeating one, which is always the last. */
export function inParameters(parameters: readonly Parameter[], values: readonly unknown[]): unknown[] {
  return parameters.map(({ repeating }, index) => (repeating ? values.slice(index) : (values[index] ?? null)));
}

type HostRows = readonly (readonly HostCell[])[];

function called({ id, parameters, call }: CustomFunction, values: readonly unknown[]): unknown {
  const error = values.find((value) => value instanceof CustomFunctions.Error);
  if (error) return error;
  try {
    return call(...inParameters(parameters, values));
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return error;
    return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `${id} failed: ${error}`);
  }
}

function isRows(value: HostArgument): value is HostRows {
  return Array.isArray(value);
}

function isSeveral(value: HostArgument): boolean {
  return isRows(value) && (value.length > 1 || (value[0]?.length ?? 0) > 1);
}

/** A range is handed on as it is where it has no blanks: it may have a hundred thousand rows. */
function rangeOf(value: HostArgument): unknown {
  if (value === null) return null;
  if (!isRows(value)) return [[value]];
  return value.some((row) => row.includes(null)) ? value.map((row) => row.map((cell) => cell ?? "")) : value;
}

/** A range of one row or column is repeated along the others; beyond the end of any other there is no value. */
function singleOf(value: HostArgument, row: number, column: number): unknown {
  if (!isRows(value)) return cellOf(value);
  const line = value[value.length === 1 ? 0 : row];
  const x = line?.length === 1 ? 0 : column;
  return line && x < line.length ? cellOf(line[x] ?? null) : misfit();
}

/** An error of a cell is the answer of the call that it is given to. */
function cellOf(value: HostCell): unknown {
  if (!isErrorCell(value)) return value;
  const { basicValue, message } = value as ErrorCell & { readonly message?: string };
  return new CustomFunctions.Error(basicValue as CustomFunctions.ErrorCode, message);
}

function misfit(): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "the ranges given are not of one size");
}

function firstCell(answer: unknown): unknown {
  const row = Array.isArray(answer) ? (answer as unknown[])[0] : answer;
  return Array.isArray(row) ? (row as unknown[])[0] : row;
}
