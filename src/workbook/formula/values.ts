import type { FormattedNumber } from "../../functions/cells/answer";
import { isErrorCell, type ErrorCell } from "../../functions/cells/dataTypes";
import { ERROR_MEANING } from "../../functions/cells/errorMeaning";
import { isDateFormat } from "numfmt";
import type { Area, CellContent, Grid } from "../book/book";

/** What a cell shows instead of a value while, or because, it has none. */
const OTHER_ERRORS: readonly string[] = [
  "#BUSY!",
  "#GETTING_DATA",
  "#FIELD!",
  "#CONNECT!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#EXTERNAL!",
];

function isErrorCode(text: string): boolean {
  return Object.hasOwn(ERROR_MEANING, text) || OTHER_ERRORS.includes(text);
}

/** An error, with our words where one of our functions found it. */
export interface ErrorValue extends ErrorCell {
  readonly message?: string;
}

/** A cell's value; null for a blank. A number may bring its format, as a date does. */
export type Value = number | string | boolean | null | ErrorValue | FormattedNumber;
export type Rows = readonly (readonly Value[])[];

/** Cells that a formula refers to, and where they are. */
export class Cells {
  constructor(
    readonly rows: Rows,
    readonly area?: Area,
  ) {}
}

/** What goes beyond is no error of the formula: it is told by its name. */
export class NotCalculated {
  constructor(readonly part: string) {}

  get words(): string {
    return `${this.part} is not calculated here`;
  }
}

/** What an expression comes to: a value, rows of them, cells of a sheet, or that it goes beyond what is calculated here. */
export type Computed = Value | Rows | Cells | NotCalculated;

export function errorValue(basicValue: string, message?: string): ErrorValue {
  return { type: "Error", basicValue, ...(message === undefined ? {} : { message }) };
}

export function isError(value: Computed): value is ErrorValue {
  return isErrorCell(value);
}

export function isRows(value: Computed): value is Rows {
  return Array.isArray(value);
}

export function rowsOf(value: Exclude<Computed, NotCalculated>): Rows {
  if (value instanceof Cells) return value.rows;
  return isRows(value) ? value : [[value]];
}

/** One value where there is one; undefined for several. */
export function theOne(value: Exclude<Computed, NotCalculated>): Value | undefined {
  const rows = rowsOf(value);
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
}

/** A number without its format. */
export function plain(value: Value): number | string | boolean | null | ErrorValue {
  return isFormatted(value) ? value.basicValue : value;
}

export function isFormatted(value: Computed): value is FormattedNumber {
  return typeof value === "object" && value !== null && "numberFormat" in value;
}

/** What a cell that shows a value hands to a formula: an error, a blank where nothing was typed, a date with its format. */
export function asValue(shows: CellContent, content: CellContent, numberFormat?: string): Value {
  if (content === "" && shows === "") return null;
  if (typeof shows === "string" && isErrorCode(shows)) return errorValue(shows);
  return typeof shows === "number" && numberFormat !== undefined && isDateFormat(numberFormat)
    ? { type: "Double", basicValue: shows, numberFormat }
    : shows;
}

/** Cells as they hand their values to a formula. */
export function asValues({ contents, values }: Grid, numberFormat?: string): Rows {
  return values.map((row, y) => row.map((value, x) => asValue(value, contents[y]?.[x] ?? "", numberFormat)));
}
