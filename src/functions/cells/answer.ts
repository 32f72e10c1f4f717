import type { Day } from "../../core/calendar/civilDate";
import { CalculationError, type CalculationErrorCode } from "../../core/errors";
import { serialOf } from "./arguments";
import { openWorkbook } from "./openWorkbook";

/** What a cell can take: a value, an error, or a number that brings its format. */
export type CellAnswer = number | string | boolean | CustomFunctions.Error | FormattedNumber;

/** A number with a number format, as Excel's data types write it. The cell's own format wins over it. */
export interface FormattedNumber {
  readonly type: "Double";
  readonly basicValue: number;
  readonly numberFormat: string;
}

/** Excel shows our words on #VALUE! and #N/A only, so an error that the user can mend never becomes a bare #NUM!. */
const EXCEL_ERROR: Record<CalculationErrorCode, "invalidValue" | "notAvailable"> = {
  "invalid-input": "invalidValue",
  "out-of-range": "invalidValue",
  "not-available": "notAvailable",
};

/** Runs a calculation for a cell. A fault of ours is rethrown untouched, so it is never dressed up as the user's. */
export function answer<T>(calculate: () => T): T {
  return answerFrom(undefined, calculate);
}

/**
 * The same, of a calculation whose figures come from one argument: where one of them outgrows what is exact, the error
 * names that argument.
 */
export function answerFrom<T>(argument: string | undefined, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    throw error instanceof CalculationError ? asCellError(ofArgument(error, argument)) : error;
  }
}

export function asCellError(error: CalculationError): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[EXCEL_ERROR[error.code]], error.message);
}

/** What the arithmetic calls its own figures, which no user wrote. */
const FIGURES: readonly string[] = ["amount", "divisor", "result"];

/** An error about a figure of the calculation becomes one about the argument that it comes from. */
export function ofArgument(error: CalculationError, argument: string | undefined): CalculationError {
  if (argument === undefined || !FIGURES.includes(error.argument)) return error;
  const rule = `must lead to figures that can be told: the ${error.argument} ${error.rule}`;
  return new CalculationError(error.code, argument, rule, error.received);
}

export const WHOLE_AMOUNT = "#,##0;(#,##0);0";
export const CENT_AMOUNT = "#,##0.00;(#,##0.00);0.00";
export const DATE_FORMAT = "mmm d, yyyy";
export const YEAR_FORMAT = "0";

/** Earnings per share: $ 0.05 and $ (0.06), to so many decimals. */
export function perShareFormat(decimals: number): string {
  const digits = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  return `$ ${digits};$ (${digits});$ ${digits}`;
}

/** A number for a table that spills, with its format where the host can take one. */
export function formatted(value: number, numberFormat: string): CellAnswer {
  return openWorkbook().formattedNumbers ? { type: "Double", basicValue: value, numberFormat } : value;
}

/** A date for a table that spills. */
export function dateCell(day: Day): CellAnswer {
  return formatted(serialOf(day), DATE_FORMAT);
}
