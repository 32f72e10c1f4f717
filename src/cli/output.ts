import { format, isDateFormat } from "numfmt";
import type { CellValue } from "../engine/cells";
import type { Evaluation, Table } from "../engine/evaluation";

/**
 * An evaluation as a person reads it, and as a sheet takes it when pasted: one value, or rows of them between tabs.
 * Numbers are in full, and the dates of a table are written 2000-09-12. An error is its code and its words.
 */
export function asText(evaluation: Evaluation): string {
  if ("error" in evaluation) return `${evaluation.error.code} ${evaluation.error.message}`;
  return "formats" in evaluation ? tableText(evaluation) : cellText(evaluation.value);
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

function tableText({ value, formats }: Table): string {
  const line = (row: readonly CellValue[], y: number) =>
    row.map((cell, x) => inTable(cell, formats[y]?.[x] ?? "")).join("\t");
  return value.map(line).join("\n");
}

function inTable(value: CellValue, numberFormat: string): string {
  if (typeof value === "number" && isDateFormat(numberFormat)) return format(isoFormat(value), value);
  return cellText(value).replace(/[\t\r\n]+/g, " ");
}

function isoFormat(serial: number): string {
  if (Number.isInteger(serial)) return "yyyy-mm-dd";
  return serial < 1 ? "hh:mm" : "yyyy-mm-dd hh:mm";
}

function cellText(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
