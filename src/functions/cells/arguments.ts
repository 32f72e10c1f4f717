import { isBlank, refused, type Given } from "../../core/given";
import type { Day } from "../../core/calendar/civilDate";
import { civilDate, dayInWords, dayOf, daysInNumbers } from "../../core/calendar/civilDate";
import { inWords } from "../../core/errors";
import { errorInWords, isErrorCell } from "./dataTypes";
import { openWorkbook } from "./openWorkbook";

/** A value as a host hands it over. A blank arrives as null, "" or, from some Excels in a range, 0. */
export type Cell = unknown;
/** A range as a host hands it over; a single cell is a range of one. */
export type Range = readonly (readonly Cell[])[];

/** Whether a cell of a range says nothing, where 0 is no answer: it may be a blank as some Excels hand it over. */
export function isEmpty(cell: Cell): boolean {
  return isBlank(cell) || cell === 0;
}

/** Wraps what may be a bare value, as it is when one of our functions is called by a program. */
export function asRange(argument: Range | Cell): Range {
  return Array.isArray(argument) ? (argument as Range) : [[argument]];
}

/**
 * A cell as the readers take it, by the name of its argument or its place. A cell in error and a range become words
 * here, so that no reader need know a spreadsheet.
 */
export function givenCell(name: string, cell: Cell): Given {
  if (isErrorCell(cell)) return { name, value: inWords(errorInWords(cell)) };
  return { name, value: Array.isArray(cell) ? inWords(rangeInWords(cell)) : cell };
}

function rangeInWords([first, ...others]: readonly unknown[]): string {
  const columns = Array.isArray(first) ? first.length : 1;
  return `a range of ${others.length + 1} rows and ${columns} columns`;
}

/**
 * Reads a date from its serial; the time of day, if any, is dropped. Text is read where it reads one way, 2000-09-12 or
 * September 12, 2000.
 */
export function readDate({ name, value }: Given): Day {
  const day = typeof value === "number" ? dayOfSerial(Math.floor(value)) : dayOfText(value);
  if (day !== undefined) return day;
  const rule =
    typeof value === "number" || dayOfAnyText(value) !== undefined ? "must be a date from 1900 to 9999" : noDate(value);
  throw refused({ name, value }, rule);
}

function dayOfAnyText(value: Cell): Day | undefined {
  return typeof value === "string" ? dayInWords(value) : undefined;
}

function dayOfText(value: Cell): Day | undefined {
  const day = dayOfAnyText(value);
  return day !== undefined && day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

/** Excel's own functions take 3/4/2000 for a date by the reader's region: March 4 here is April 3 there. */
function noDate(value: Cell): string {
  if (typeof value !== "string" || !/\d/.test(value)) return "must be a date";
  const readings = daysInNumbers(value).map((day) => {
    const { year, month, day: dayOfMonth } = civilDate(day);
    return `=DATE(${year},${month},${dayOfMonth})`;
  });
  return `must be a date; this is text, so type it as a date, such as ${readings.join(" or ") || "=DATE(2000,9,12)"}`;
}

/** Day 0 of each date system. In the 1900 system the days before March 1, 1900 are one off: it counts a February 29. */
const START_OF_1900 = dayOf(1899, 12, 30);
const START_OF_1904 = dayOf(1904, 1, 1);
const FICTITIOUS_DAY = 60;
const FIRST_DAY = dayOf(1900, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);

function dayOfSerial(serial: number): Day | undefined {
  const is1904 = openWorkbook().dateSystem === 1904;
  const isDate = is1904 ? serial >= 0 : serial >= 1 && serial !== FICTITIOUS_DAY;
  const start = is1904 ? START_OF_1904 : serial < FICTITIOUS_DAY ? START_OF_1900 + 1 : START_OF_1900;
  return isDate && start + serial <= LAST_DAY ? start + serial : undefined;
}

/** The serial that the open workbook shows as this day. */
export function serialOf(day: Day): number {
  if (openWorkbook().dateSystem === 1904) return day - START_OF_1904;
  const serial = day - START_OF_1900;
  return serial <= FICTITIOUS_DAY ? serial - 1 : serial;
}
