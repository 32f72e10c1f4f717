import { format, isDateFormat } from "numfmt";
import type { CellValue } from "../engine/cells";
import type { Evaluation, Table } from "../engine/evaluation";

/**
 * An evaluation as a person reads it, and as a sheet takes it when pasted: one value, or rows of them between tabs.
 * Numbers are in full, and the dates of a table are written 2000-09-12. An error is its code and its words.
 */
export function asText(evaluation: Evaluation, dateSystem: 1900 | 1904 = 1900): string {
  if ("error" in evaluation) return `${evaluation.error.code} ${evaluation.error.message}`;
  return "formats" in evaluation ? tableText(evaluation, dateSystem) : cellText(evaluation.value);
}

/** An evaluation as one line of JSON. `errors` stands beside the value only where cells of a table are in error. */
export function asJson(evaluation: Evaluation): string {
  if (!("formats" in evaluation)) return JSON.stringify(evaluation);
  const { formula, value, errors } = evaluation;
  return JSON.stringify(errors.length > 0 ? { formula, value, errors } : { formula, value });
}

/** What text leaves to say about a table: the words of its errors, each with its place. */
export function remarks(evaluation: Evaluation): string[] {
  const errors = "errors" in evaluation ? evaluation.errors : [];
  return errors.map(({ row, column, code, message }) => `row ${row}, column ${column}: ${code} ${message}`);
}

export function hasError(evaluation: Evaluation): boolean {
  return "error" in evaluation || ("errors" in evaluation && evaluation.errors.length > 0);
}

function tableText({ value, formats }: Table, dateSystem: 1900 | 1904): string {
  const later = dateSystem === 1904 ? DAYS_TO_1904 : 0;
  const line = (row: readonly CellValue[], y: number) =>
    row.map((cell, x) => inTable(cell, formats[y]?.[x] ?? "", later)).join("\t");
  return value.map(line).join("\n");
}

/** Days from the day 0 of the 1900 system to that of the 1904 system. */
const DAYS_TO_1904 = 1462;

function inTable(value: CellValue, numberFormat: string, later: number): string {
  if (typeof value === "number" && isDateFormat(numberFormat))
    return format(isoFormat(value), value + (value >= 1 ? later : 0));
  return cellText(value).replace(/[\t\r\n]+/g, " ");
}

function isoFormat(serial: number): string {
  if (Number.isInteger(serial)) return "yyyy-mm-dd";
  return serial < 1 ? "hh:mm" : "yyyy-mm-dd hh:mm";
}

function cellText(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
