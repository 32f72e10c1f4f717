import type { DateOrder } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import { dateOrderOf, readPrintedDate } from "../../workbook/import/printedDates";
import { readFigure, type DecimalSign, type ReadCell } from "./figureFormat";

/** A column of a text file, read. */
export interface ReadColumn {
  readonly cells: readonly ReadCell[];
  /** Characters of its longest cell. */
  readonly characters: number;
  /** The first date that could be one of another month: 3/4/2025. */
  readonly ambiguousDate?: string;
}

const BLANK: ReadCell = { value: null, numberFormat: "General" };
/** Three digits behind the only sign: thousands to one reader, decimals to another. */
const EITHER = /^[^\d.,]*\d{1,3}[.,]\d{3}[^\d.,]*$/;

export function isEitherFigure(text: string): boolean {
  return EITHER.test(text);
}

/**
 * Reads the cells of a column: figures, dates and truth values are such where they read again as they were written, and
 * all else is text, what begins with "=" too.
 *
 * @param decimal undefined where the file does not show which sign stands before its decimals: what could be read in two
 *   ways is then text
 */
export function readColumn(texts: readonly string[], decimal: DecimalSign | undefined): ReadColumn {
  const order = dateOrderIn(texts);
  const cells = texts.map((text) => readCell(text, decimal, order));
  const characters = texts.reduce((most, text) => Math.max(most, text.length), 0);
  const ambiguousDate = order === "month first" ? texts.find(isEitherWay) : undefined;
  return { cells, characters, ...(ambiguousDate !== undefined && { ambiguousDate }) };
}

function readCell(text: string, decimal: DecimalSign | undefined, order: DateOrder | undefined): ReadCell {
  if (text === "") return BLANK;
  if (text === "TRUE" || text === "FALSE") return { value: text === "TRUE", numberFormat: "General" };
  const isUnclear = decimal === undefined && isEitherFigure(text);
  return (
    (isUnclear ? undefined : readFigure(text, decimal ?? ".")) ??
    readDate(text, order) ?? { value: withoutMark(text), numberFormat: "General" }
  );
}

/** An apostrophe that keeps a text from being a formula is not part of it. */
function withoutMark(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

const OF_NUMBERS = /^\s*\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})\s*$/;

/** Dates in numbers are dates where all of a column are, below its heading; elsewhere they may be numbers of parts. */
function dateOrderIn(texts: readonly string[]): DateOrder | undefined {
  const filled = texts.filter((text) => text !== "");
  const below = filled.slice(filled[0] !== undefined && OF_NUMBERS.test(filled[0]) ? 0 : 1);
  if (below.length === 0 || !below.every((text) => OF_NUMBERS.test(text))) return undefined;
  const order = dateOrderOf(below);
  return below.every((text) => readPrintedDate(text, order) !== undefined) ? order : undefined;
}

function readDate(text: string, order: DateOrder | undefined): ReadCell | undefined {
  if (/T/.test(text) || (OF_NUMBERS.test(text) && !order)) return undefined;
  const day = readPrintedDate(text, order);
  return day === undefined ? undefined : { value: serialOf(day), numberFormat: dateFormat(text.trim(), order) };
}

/** The format in which a date reads as it was written, as nearly as formats do. */
function dateFormat(text: string, order: DateOrder | undefined): string {
  if (/^\d{4}-/.test(text)) return "yyyy-mm-dd";
  const [, one = "", mark = "", other = "", year = ""] = /^(\d+)([/.-])(\d+)[/.-](\d+)$/.exec(text) ?? [];
  if (mark !== "") {
    const isDayFirst = mark === "." || order === "day first";
    const [first, second] = isDayFirst ? ["d", "m"] : ["m", "d"];
    return [twice(first, one), twice(second, other), year.length === 2 ? "yy" : "yyyy"].join(
      mark === "/" ? "/" : `\\${mark}`,
    );
  }
  const month = /[a-z]{4}/i.test(text) ? "mmmm" : "mmm";
  if (/^\d/.test(text)) return text.includes("-") ? `d-${month}-yyyy` : `d ${month} yyyy`;
  return `${month} d, yyyy`;
}

function twice(letter: string, digits: string): string {
  return digits.startsWith("0") ? letter + letter : letter;
}

/** Whether a date in numbers is another with its day and month exchanged. */
function isEitherWay(text: string): boolean {
  const [, one, mark, other] = /^\s*(\d{1,2})([/-])(\d{1,2})/.exec(text) ?? [];
  return mark !== undefined && one !== other && Number(one) <= 12 && Number(other) <= 12;
}

/**
 * The sign before the decimals of a file's figures. Where semicolons stand between the cells it is told by the figures
 * that can be read in one way only; undefined where they tell nothing, or both.
 */
export function decimalSignOf(texts: Iterable<string>, delimiter: string): DecimalSign | undefined {
  if (delimiter !== ";") return ".";
  const seen = new Set<DecimalSign>();
  for (const text of texts) {
    if (isEitherFigure(text) || !/\d/.test(text) || text.length > MOST_CHARACTERS) continue;
    if (!/[.,]/.test(text) || OF_NUMBERS.test(text)) continue;
    const [english, other] = [readFigure(text, "."), readFigure(text, ",")];
    if (english && !other) seen.add(".");
    else if (other && !english) seen.add(",");
    if (seen.size === 2) return undefined;
  }
  return [...seen][0];
}

const MOST_CHARACTERS = 64;
