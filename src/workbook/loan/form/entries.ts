/**
 * Takes what is typed into a field of a form, makes what its cell holds, and back. Law: what was read from a cell and not
 * touched is written back to it unchanged, since nothing is written.
 */
import { dayOfIsoDate, isoDate } from "../../../core/calendar/civilDate";
import { CalculationError } from "../../../core/errors";
import type { FieldKind } from "../../../core/loan/form/fields";
import { readDate, serialOf } from "../../../functions/cells/arguments";
import type { CellContent } from "../../book/book";

/** Digits, in groups of three or in one, with a currency sign where somebody types it. */
const FIGURE = /^[$€£¥]?\s*(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)$/;

/**
 * What the cell of a field holds for what was typed: "" for nothing.
 *
 * @throws CalculationError `invalid-input` where the text is no value of this kind
 */
export function contentOfEntry(kind: FieldKind, entry: string): CellContent {
  const text = entry.trim();
  if (text === "") return "";
  switch (kind) {
    case "amount":
      return figureIn(text, "must be an amount, such as 250,000");
    case "count":
      return figureIn(text, "must be a whole number, such as 60");
    case "rate":
      return percentIn(text);
    case "date":
      return serialIn(text);
    case "term":
      return /^\d{1,4}$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

/** How a field shows what a cell holds: a rate in percent, a date as 2025-01-15, an amount with its commas. */
export function entryOfContent(kind: FieldKind, content: unknown): string {
  if (content === null || content === undefined || content === "") return "";
  if (kind === "date") return dateEntry(content);
  if (kind === "yesNo") return yesNo(content);
  if (typeof content !== "number") return String(content);
  if (kind === "rate") return String(Number((content * 100).toPrecision(15)));
  return kind === "amount" ? content.toLocaleString("en-US", { maximumFractionDigits: 10 }) : String(content);
}

function figureIn(text: string, rule: string): number {
  const figure = FIGURE.exec(text)?.[1];
  if (figure === undefined) throw new CalculationError("invalid-input", "", rule, text);
  return Number(figure.replaceAll(",", ""));
}

function percentIn(text: string): number {
  const percent = /^(-?\d*\.?\d+)\s*%?$/.exec(text)?.[1];
  if (percent === undefined)
    throw new CalculationError("invalid-input", "", "must be a rate in percent, such as 6.25", text);
  if (Math.abs(Number(percent)) > 100)
    throw new CalculationError("out-of-range", "", "must be no more than 100 percent a year", text);
  return Number((Number(percent) / 100).toPrecision(15));
}

function serialIn(text: string): number {
  const day = dayOfIsoDate(text);
  if (day === undefined) throw new CalculationError("invalid-input", "", "must be a date", text);
  return serialOf(day);
}

function dateEntry(content: unknown): string {
  try {
    return isoDate(readDate({ name: "date", value: content }));
  } catch (error) {
    if (error instanceof CalculationError) return String(content);
    throw error;
  }
}

function yesNo(content: unknown): string {
  if (typeof content === "boolean") return content ? "yes" : "no";
  const word = String(content).toLowerCase();
  return word === "true" ? "yes" : word === "false" ? "no" : word;
}
