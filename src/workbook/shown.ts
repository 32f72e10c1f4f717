import { format, isDateFormat } from "numfmt";
import { YEAR_FORMAT } from "../functions/cells/answer";
import { openWorkbook } from "../functions/cells/openWorkbook";
import type { Value } from "./formula/values";
import type { CellContent } from "./book/book";

/** Days from the day 0 of the 1900 system to that of the 1904 system. */
const DAYS_TO_1904 = 1462;

/** A value as a cell with this number format shows it, in English. */
export function shownIn(numberFormat: string, value: CellContent): string {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value !== "number") return value;
  const isLater = openWorkbook().dateSystem === 1904 && isDateFormat(numberFormat);
  try {
    return format(numberFormat, isLater ? value + DAYS_TO_1904 : value).trim();
  } catch {
    // A format that only Excel knows.
    return String(value);
  }
}

/** A value as the pane's tables take it: a date or a year as it is written, another number without its format. */
export function asContent(value: Value): CellContent {
  if (typeof value !== "object") return value;
  if (value === null) return "";
  if (value.type === "Error") return value.basicValue;
  const { basicValue, numberFormat } = value;
  // The pane writes amounts in its own way; a date or a year it would take for one.
  return isDateFormat(numberFormat) || numberFormat === YEAR_FORMAT ? shownIn(numberFormat, basicValue) : basicValue;
}
