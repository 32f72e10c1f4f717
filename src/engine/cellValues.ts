import "./customFunctionsRuntime";
import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { FormattedNumber } from "../functions/cells/answer";
import type { Cell } from "../functions/cells/arguments";
import type { ErrorCell } from "../functions/cells/dataTypes";

type EngineCell = Nullable<BaseValueObject>;

/** What a function receives for one cell of a range: a blank is "", an error is an object that names it. */
export function cellOf(value: EngineCell): Cell | ErrorCell {
  if (!value || value.isNull()) return "";
  return value.isError() ? { type: "Error", basicValue: value.getValue() } : value.getValue();
}

/** The rows of a range; a single value is a range of one cell. */
export function rowsOf(value: BaseValueObject): Cell[][] {
  return value.isArray() ? engineRows(value as ArrayValueObject).map((row) => row.map(cellOf)) : [[cellOf(value)]];
}

/** Every row whole: the engine leaves out blank cells at the end of a row, and blank rows. */
function engineRows(range: ArrayValueObject): EngineCell[][] {
  const rows = range.getArrayValue();
  const columns = Array.from({ length: range.getColumnCount() }, (_none, column) => column);
  return Array.from({ length: range.getRowCount() }, (_none, row) => columns.map((column) => rows[row]?.[column]));
}

/** The engine's value of a function's answer: one value, or rows of them, which spill. One row of one is one value. */
export function engineValue(answer: unknown): BaseValueObject {
  if (!Array.isArray(answer)) return scalarValue(answer);
  const rows = answer.map((row) => (Array.isArray(row) ? row : [row]));
  const columnCount = rows.reduce((width, row) => Math.max(width, row.length), 0);
  if (columnCount === 0) return errorValue(ErrorType.CALC, "the function answered no cells");
  return rows.length === 1 && columnCount === 1 ? scalarValue(rows[0]?.[0]) : arrayValue(rows, columnCount);
}

function arrayValue(rows: readonly (readonly unknown[])[], columnCount: number): ArrayValueObject {
  const columns = Array.from({ length: columnCount }, (_none, column) => column);
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => columns.map((column) => scalarValue(row[column]))),
    rowCount: rows.length,
    columnCount,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function scalarValue(value: unknown): BaseValueObject {
  if (value instanceof BaseValueObject) return value;
  if (typeof value === "number") return numberValue(value);
  if (typeof value === "string") return StringValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (value === null || value === undefined) return StringValueObject.create("");
  if (value instanceof CustomFunctions.Error) return errorValue(value.code, value.message);
  if (isFormattedNumber(value)) return numberValue(value.basicValue, value.numberFormat);
  return errorValue(ErrorType.VALUE, `the function answered what no cell can hold: ${typeof value}`);
}

/** A cell knows no -0. */
function numberValue(value: number, numberFormat?: string): BaseValueObject {
  return Number.isFinite(value) ? NumberValueObject.create(value + 0, numberFormat) : errorValue(ErrorType.NUM);
}

export function errorValue(code: string, message?: string): ErrorValueObject {
  return ErrorValueObject.create(code as ErrorType, message);
}

/** An error of a cell, as a function throws it on. */
export function cellError(value: BaseValueObject): CustomFunctions.Error {
  const error = value as ErrorValueObject;
  return new CustomFunctions.Error(
    error.getErrorType() as string as CustomFunctions.ErrorCode,
    error.getErrorContent(),
  );
}

function isFormattedNumber(value: unknown): value is FormattedNumber {
  return typeof value === "object" && (value as FormattedNumber | null)?.type === "Double";
}
