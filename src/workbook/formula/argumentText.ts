/**
 * Takes what is typed into the field of an argument, makes the text of the argument, and back. Law: an argument that is
 * read from a formula and not touched is the same argument.
 */
import { parseA1Ref } from "@borgar/fx/xlsx";
import {
  civilDate,
  dayInWords,
  dayOfIsoDate,
  daysInNumbers,
  isoDate,
  dayOf,
  hasDate,
} from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { readFormula } from "./readFormula";

/** What a field may mean beside a formula: names that the workbook knows are names, other words are text. */
export type IsName = (word: string) => boolean;

/** Words that stand for themselves: no sign that formulas are written with. */
const WORDS = /^[A-Za-z][\w .,'&/-]*$/;
const FIGURE = /^[$€£¥]?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/;

/**
 * The text of an argument for what was typed: "" for one that is left out, DATE(2000,9,12) for 2000-09-12, "stated" for
 * stated, and a cell, a range, a number or a formula as it stands.
 *
 * @throws CalculationError `invalid-input` for a date that could be two, and for what is no part of a formula
 */
export function argumentOf(entry: string, isName: IsName): string {
  const text = entry.trim().replace(/^=/, "");
  if (text === "") return "";
  const day = dayOfIsoDate(text) ?? dayInWords(text);
  if (day !== undefined) {
    const { year, month, day: dayOfMonth } = civilDate(day);
    return `DATE(${year},${month},${dayOfMonth})`;
  }
  const readings = daysInNumbers(text);
  if (readings.length > 0) {
    const written = readings.map(isoDate).join(" or ");
    throw new CalculationError("invalid-input", "", `must be a date that reads one way, such as ${written}`, text);
  }
  const figure = FIGURE.exec(text)?.[1];
  if (figure !== undefined) return figure.replaceAll(",", "");
  if (WORDS.test(text) && !standsForItself(text, isName)) return quoted(text);
  if (readFormula(`=${text}`)) return text;
  throw new CalculationError("invalid-input", "", "must be a value, a cell, a range or a formula", text);
}

/** A cell, a range, a name or a part of a formula, such as TODAY(); any other words are text. */
function standsForItself(text: string, isName: IsName): boolean {
  if (/^(true|false)$/i.test(text) || isName(text)) return true;
  const reference = parseA1Ref(text);
  return reference !== undefined && "range" in reference;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** How a field shows an argument of a formula: text without its quotation marks, DATE(2000,9,12) as 2000-09-12. */
export function entryOfArgument(argument: string, isName: IsName): string {
  const text = argument.trim();
  const [, ...date] = /^DATE\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/i.exec(text) ?? [];
  const [year = 0, month = 0, day = 0] = date.map(Number);
  if (date.length > 0 && hasDate(year, month, day)) return isoDate(dayOf(year, month, day));
  if (!/^"(?:[^"]|"")*"$/.test(text)) return text;
  const entry = text.slice(1, -1).replaceAll('""', '"');
  return isTextOf(entry, text, isName) ? entry : text;
}

/** Whether what a field shows is read as the same text again. */
function isTextOf(entry: string, text: string, isName: IsName): boolean {
  try {
    return argumentOf(entry, isName) === text;
  } catch (error) {
    if (error instanceof CalculationError) return false;
    throw error;
  }
}
