/** How Excel's own functions take what they are given: a number may be TRUE, text that looks like one, or a blank. */
import { NullValueObject, type ArrayValueObject, type BaseValueObject } from "@univerjs/engine-formula";
import { CalculationError, inWords } from "../../core/errors";
import { cellError } from "../cellValues";
import type { Argument } from "../lifting";
import { LAST_SERIAL } from "./serialCalendar";

/** How one argument is taken. */
export interface Taken<T> {
  readonly optional?: boolean;
  /** Takes this argument and all after it. */
  readonly repeating?: boolean;
  /** Takes a range whole. Any other parameter that is given a range is answered for each of its cells. */
  readonly isRange?: boolean;
  /** @throws CustomFunctions.Error for a value that the function does not take */
  readonly read: (name: string, value: Argument, following: readonly Argument[]) => T;
}

type ErrorCode = "#VALUE!" | "#NUM!" | "#N/A" | "#DIV/0!";

/** Excel's error for an argument, with our words to it. */
export function refused(code: ErrorCode, argument: string, rule: string, received: unknown): CustomFunctions.Error {
  return asCellError(code, new CalculationError("invalid-input", argument, rule, received));
}

export function asCellError(code: ErrorCode, { message }: CalculationError): CustomFunctions.Error {
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
}

export const number: Taken<number> = {
  read: (name, value) => {
    if (value === undefined) return 0;
    return value.isBoolean() ? Number(value.getValue()) : numberOf(name, value);
  },
};

/**
 * As the functions take a number that came to Excel with the Analysis ToolPak: TRUE is none, and where nothing stands
 * between two commas the answer is #N/A. A blank cell is 0 all the same.
 */
export const strictNumber: Taken<number> = {
  read: (name, value) => {
    if (value === undefined) throw refused("#N/A", name, "must be given", undefined);
    if (value.isBoolean()) throw refused("#VALUE!", name, "must be a number", value.getValue());
    return numberOf(name, value);
  },
};

/** One argument that may be left out. */
export function optional<T>(taken: Taken<T>, whenOmitted: T): Taken<T> {
  return {
    ...taken,
    optional: true,
    read: (name, value, following) => (value === undefined ? whenOmitted : taken.read(name, value, following)),
  };
}

/** The number that a value stands for, a logical one apart. */
function numberOf(name: string, value: BaseValueObject): number {
  if (value.isError()) throw cellError(value);
  if (value.isNull()) return 0;
  const converted = value.isString() ? value.convertToNumberObjectValue() : value;
  if (converted.isNumber() && Number.isFinite(converted.getValue())) return Number(converted.getValue());
  throw refused("#VALUE!", name, "must be a number", received(value));
}

function received(value: BaseValueObject): unknown {
  if (value.isCube()) return inWords("several ranges");
  return value.isLambda() ? inWords("a function") : value.getValue();
}

/** A range or an array, whole; one value is one of a single cell. */
export const range: Taken<BaseValueObject> = {
  isRange: true,
  read: (name, value) => {
    if (value === undefined) throw refused("#VALUE!", name, "must be given", undefined);
    if (value.isError()) throw cellError(value);
    if (value.isCube() || value.isLambda()) throw refused("#VALUE!", name, "must be a range", received(value));
    return value;
  },
};

/** A date of the calendar of Excel, January 0, 1900 to December 31, 9999, as its serial; the time of day is dropped. */
function asDate({ read }: Taken<number>): Taken<number> {
  return {
    read: (name, value, following) => {
      const serial = Math.floor(read(name, value, following));
      if (serial >= 0 && serial <= LAST_SERIAL) return serial;
      throw refused("#NUM!", name, "must be a date from 1900 to 9999", serial);
    },
  };
}

export const date = asDate(number);
export const strictDate = asDate(strictNumber);

export const rowsIn = (value: BaseValueObject) => (value.isArray() ? (value as ArrayValueObject).getRowCount() : 1);
export const columnsIn = (value: BaseValueObject) =>
  value.isArray() ? (value as ArrayValueObject).getColumnCount() : 1;

/** A value of a range or of an array, rows and columns counted from 0. A blank cell is a null value. */
export function cellAt(value: BaseValueObject, row: number, column: number): BaseValueObject {
  return value.isArray() ? ((value as ArrayValueObject).get(row, column) ?? NullValueObject.create()) : value;
}

/** Several ranges in parentheses, (A1:A2,A4), which the engine calls a cube and keeps to itself. */
interface Ranges extends BaseValueObject {
  getCubeValues(): readonly ArrayValueObject[];
}

/** Each value of a range or of an array, row by row; one value is one. Of several ranges, those of each. */
export function* cellsOf(value: BaseValueObject): Generator<BaseValueObject> {
  if (value.isCube()) for (const one of (value as Ranges).getCubeValues()) yield* cellsOf(one);
  else yield* cellsOfOne(value);
}

function* cellsOfOne(value: BaseValueObject): Generator<BaseValueObject> {
  const [rows, columns] = [rowsIn(value), columnsIn(value)];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) yield cellAt(value, row, column);
  }
}

/** The numbers of a range or of an array: what else stands there counts for nothing, but an error spoils the answer. */
export function numbersIn(value: BaseValueObject): number[] {
  const numbers: number[] = [];
  for (const cell of cellsOf(value)) {
    if (cell.isError()) throw cellError(cell);
    if (cell.isNumber()) numbers.push(Number(cell.getValue()));
  }
  return numbers;
}
