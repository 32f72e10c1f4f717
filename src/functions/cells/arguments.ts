import type { Day } from "../../core/calendar/civilDate";
import { dayOf, hasDate } from "../../core/calendar/civilDate";
import { CalculationError, inWords } from "../../core/errors";
import { exactly, type Fraction } from "../../core/number/fraction";
import { errorInWords, isErrorCell } from "./dataTypes";
import { openWorkbook } from "./openWorkbook";

/** A value as a host hands it over. A blank arrives as null, "" or, from some Excels in a range, 0. */
export type Cell = unknown;
/** A range as a host hands it over; a single cell is a range of one. */
export type Range = readonly (readonly Cell[])[];

export function isBlank(cell: Cell): boolean {
  return cell === null || cell === undefined || cell === "";
}

/** Whether a cell of a range says nothing, where 0 is no answer: it may be a blank as some Excels hand it over. */
export function isEmpty(cell: Cell): boolean {
  return isBlank(cell) || cell === 0;
}

/** Wraps what may be a bare value, as it is when one of our functions is called by a program. */
export function asRange(argument: Range | Cell): Range {
  return Array.isArray(argument) ? (argument as Range) : [[argument]];
}

/** Reads a number, exactly as the cell shows it. Text that looks like a number is refused: it is a mistake to show. */
export function readNumber(argument: string, cell: Cell): Fraction {
  return exactly(readDouble(argument, cell));
}

export function readWholeNumber(argument: string, cell: Cell): number {
  const value = readDouble(argument, cell);
  if (Number.isSafeInteger(value)) return value;
  throw new CalculationError("invalid-input", argument, "must be a whole number", value);
}

function readDouble(argument: string, cell: Cell): number {
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  throw refused(argument, "must be a number", cell);
}

export function readText(argument: string, cell: Cell): string {
  if (typeof cell === "string" && cell !== "") return cell;
  throw refused(argument, "must be text", cell);
}

/** Reads TRUE or FALSE, typed as such, as yes or no, or as 1 or 0. */
export function readTruth(argument: string, cell: Cell): boolean {
  if (typeof cell === "boolean") return cell;
  if (cell === 0 || cell === 1) return cell === 1;
  if (typeof cell === "string" && cell !== "") return readChoice(argument, cell, TRUTHS);
  throw refused(argument, "must be TRUE or FALSE", cell);
}

const TRUTHS = { TRUE: true, FALSE: false, yes: true, no: false };

/** Reads one of a few words, whatever its case and spacing, and gives what the word stands for. */
export function readChoice<T>(argument: string, cell: Cell, choices: Readonly<Record<string, T>>): T {
  const words = lowerCased(choices);
  const word = typeof cell === "string" ? cell.trim().toLowerCase() : "";
  if (words.has(word)) return words.get(word) as T;
  throw refused(argument, `must be ${oneOf(Object.keys(choices))}`, cell);
}

/** Choices by their words in lower case; each set of choices is prepared once. */
function lowerCased<T>(choices: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  const known = prepared.get(choices) as ReadonlyMap<string, T> | undefined;
  if (known) return known;
  const words = new Map(Object.entries(choices).map(([word, meaning]) => [word.toLowerCase(), meaning]));
  prepared.set(choices, words);
  return words;
}

const prepared = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** Reads a date from its serial, the time of day dropped if there is any, or from text that all read alike: 2024-03-31. */
export function readDate(argument: string, cell: Cell): Day {
  const written = dayAsWritten(cell);
  if (written !== undefined) return written;
  if (typeof cell !== "number") throw refused(argument, isDateText(cell) ? TEXT_FOR_A_DATE : "must be a date", cell);
  const day = dayOfSerial(Math.floor(cell));
  if (day !== undefined) return day;
  throw new CalculationError("invalid-input", argument, "must be a date from 1900 to 9999", cell);
}

function dayAsWritten(cell: Cell): Day | undefined {
  const [, year, month, day] = (typeof cell === "string" && /^\s*(\d{4})-(\d\d)-(\d\d)\s*$/.exec(cell)) || [];
  if (year === undefined || Number(year) < 1900 || !hasDate(Number(year), Number(month), Number(day))) return undefined;
  return dayOf(Number(year), Number(month), Number(day));
}

/** Excel's own functions take such text for a date, by the reader's region: March 4 here is April 3 there. */
function isDateText(cell: Cell): boolean {
  return typeof cell === "string" && /\d/.test(cell);
}

const TEXT_FOR_A_DATE = "must be a date; this is text, so type it as a date, such as =DATE(2000,9,12)";

/** Day 0 of each date system. In the 1900 system the days before March 1, 1900 are one off: it counts a February 29. */
const START_OF_1900 = dayOf(1899, 12, 30);
const START_OF_1904 = dayOf(1904, 1, 1);
const FICTITIOUS_DAY = 60;
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

function refused(argument: string, rule: string, cell: Cell): CalculationError {
  return isErrorCell(cell)
    ? new CalculationError("invalid-input", argument, rule, inWords(errorInWords(cell)))
    : new CalculationError("invalid-input", argument, rule, cell);
}

function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
