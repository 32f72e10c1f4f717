import type { Ctor, Nullable } from "@univerjs/core";
import {
  BaseFunction,
  type ArrayValueObject,
  type BaseValueObject,
  type ErrorValueObject,
} from "@univerjs/engine-formula";
import type { Cell } from "../functions/cells/arguments";
import type { CustomFunction, Parameter } from "../functions/catalogue";
import { cellOf, engineValue, rowsOf } from "./cellValues";

export type EngineFunction = Ctor<BaseFunction>;

/**
 * The engine's form of one of our functions, called as Excel calls it:
 * - an omitted argument is null, also one skipped between commas, and so is a blank cell given for a single value;
 * - a range parameter takes rows of cells, with "" for a blank and an object for an error;
 * - a single-value parameter that is given a range is answered once for each cell of the range;
 * - an error given for a single value is the answer, with its message;
 * - the arguments of a repeating parameter come as one list.
 */
export function engineFunction(definition: CustomFunction): EngineFunction {
  return class extends BaseFunction {
    /** Else the engine would turn the text "2000-09-12" or "$5" into a number on its way here. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...given: BaseValueObject[]): BaseValueObject {
      return engineValue(wrongCount(definition, given.length) ?? answerOf(definition, given));
    }
  };
}

/** Counted here and not by the engine, whose #N/A would come without words. */
function wrongCount({ id, parameters }: CustomFunction, count: number): CustomFunctions.Error | undefined {
  const least = parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
  const most = parameters.at(-1)?.repeating ? Infinity : parameters.length;
  if (count >= least && count <= most) return undefined;
  const expected = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  return invalid(`${id} takes ${expected} argument${expected === "1" ? "" : "s"}; received ${count}`);
}

function answerOf(definition: CustomFunction, given: readonly BaseValueObject[]): unknown {
  const lifted = given.filter((value, index) => isRange(value) && !takesRange(definition, index));
  if (lifted.length === 0) return answerAt(definition, given, 0, 0);
  const height = Math.max(...lifted.map(rowCount));
  const width = Math.max(...lifted.map(columnCount));
  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_column, column) => firstCell(answerAt(definition, given, row, column))),
  );
}

/** Calls the function; for a range given where one value is asked for, with its cell at the row and column. */
function answerAt(definition: CustomFunction, given: readonly BaseValueObject[], row: number, column: number): unknown {
  try {
    const values = given.map((value, index) =>
      takesRange(definition, index) ? rangeArgument(value) : valueArgument(value, row, column),
    );
    return definition.call(...inParameters(definition.parameters, values));
  } catch (error) {
    return error instanceof CustomFunctions.Error ? error : invalid(`${definition.id} failed: ${error}`);
  }
}

/** One argument a parameter: null where omitted, a list for the repeating one, which is always the last. */
function inParameters(parameters: readonly Parameter[], values: readonly unknown[]): unknown[] {
  return parameters.map(({ repeating }, index) => (repeating ? values.slice(index) : (values[index] ?? null)));
}

function takesRange({ parameters }: CustomFunction, index: number): boolean {
  return (parameters[index] ?? parameters.at(-1))?.dimensionality === "matrix";
}

function rangeArgument(value: BaseValueObject): Cell[][] | null {
  return value.isNull() ? null : rowsOf(value);
}

function valueArgument(value: BaseValueObject, row: number, column: number): Cell {
  const cell = value.isArray() ? cellAt(value as ArrayValueObject, row, column) : value;
  if (!cell || cell.isNull()) return null;
  if (cell.isError()) throw cellError(cell as ErrorValueObject);
  return cellOf(cell);
}

/** A range of one row or column is repeated along the others; beyond the end of any other there is no value. */
function cellAt(range: ArrayValueObject, row: number, column: number): Nullable<BaseValueObject> {
  const y = range.getRowCount() === 1 ? 0 : row;
  const x = range.getColumnCount() === 1 ? 0 : column;
  if (y < range.getRowCount() && x < range.getColumnCount()) return range.get(y, x);
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "the ranges given are not of one size");
}

function cellError(error: ErrorValueObject): CustomFunctions.Error {
  return new CustomFunctions.Error(
    error.getErrorType() as string as CustomFunctions.ErrorCode,
    error.getErrorContent(),
  );
}

function invalid(message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
}

function firstCell(answer: unknown): unknown {
  const row = Array.isArray(answer) ? answer[0] : answer;
  return Array.isArray(row) ? row[0] : row;
}

function isRange(value: BaseValueObject): boolean {
  return value.isArray() && (rowCount(value) > 1 || columnCount(value) > 1);
}

const rowCount = (range: BaseValueObject) => (range as ArrayValueObject).getRowCount();
const columnCount = (range: BaseValueObject) => (range as ArrayValueObject).getColumnCount();
