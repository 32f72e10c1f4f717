/** Readers of the values that only loans have; those of plain kinds are in core/given. Law: as there. */
import { plainWord, readDouble, readText, refused, type Given } from "../../given";
import type { Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import { dayCountNamed } from "../../calendar/dayCounts";
import { frequencyNamed, type Frequency } from "../../calendar/frequency";
import { lengthOfTime, type LengthOfTime } from "./words/lengthOfTime";
import { CalculationError } from "../../errors";
import { exactly, fraction, ONE, type Fraction } from "../../number/fraction";
import type { Rounding } from "../../number/rounding";
import { CENT, type RoundingRule } from "../../number/roundingRule";

/** How the form writes a date: a serial in a cell, 2000-09-12 in an object. */
export type ReadDate = (name: string, value: unknown) => Day;

/** Text, or a number that stands for one: a clause written as 3.5. */
export function readWords(given: Given): string {
  return typeof given.value === "number" ? String(given.value) : readText(given);
}

/** A number, where text that holds one is told how it is typed. */
function readFigure(given: Given, rule: string, example: string): number {
  const isFigureAsText = typeof given.value === "string" && /\d/.test(given.value);
  return readDouble(given, isFigureAsText ? `${rule}; this is text, so type it as a number, such as ${example}` : rule);
}

/** An amount in currency units: zero or more, below 10^13. */
export function readAmount(given: Given): Fraction {
  const value = readFigure(given, "must be an amount", "1000");
  if (value >= 0 && value < 1e13) return exactly(value);
  throw new CalculationError("out-of-range", given.name, "must be from zero to 10,000,000,000,000", value);
}

/** An amount of more than zero, in currency units. */
export function readPositiveAmount(given: Given): Fraction {
  if (typeof given.value === "number" && given.value <= 0) {
    throw new CalculationError("out-of-range", given.name, "must be more than zero", given.value);
  }
  return readAmount(given);
}

/** A rate as a fraction of a year. One above 1 is most likely a percentage written as a number. */
export function readRate(given: Given): Fraction {
  const value = readFigure(given, "must be a rate", "4.5% or 0.045");
  if (value > -1 && value <= 1) return exactly(value);
  const percent = value > 1 && value <= 100 ? value : 4.5;
  const rule = `must be a fraction of a year, at most 1 (${percent} % is ${Number((percent / 100).toPrecision(15))})`;
  throw new CalculationError("out-of-range", given.name, rule, value);
}

/** A whole number of zero or more. */
export function readCount(given: Given): number {
  const value = readFigure(given, "must be a whole number", "12");
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw refused(given, "must be a whole number of zero or more");
}

/**
 * A length of time: a number of the unit that its field has, or text that names its own, "5 years", "60 months", "1 year
 * 6 months", "90 days". Years come to whole months.
 *
 * @param monthsInUnit 12 where a number alone is one of years
 */
export function readLengthOfTime(given: Given, monthsInUnit: 1 | 12): LengthOfTime {
  const { name, value } = given;
  const named = typeof value === "string" ? lengthOfTime(value) : undefined;
  if (named) return named;
  const number = typeof value === "string" && /^\d{1,4}$/.test(value.trim()) ? Number(value) : value;
  const months = typeof number === "number" ? number * monthsInUnit : NaN;
  if (Number.isSafeInteger(months) && months > 0) return { months };
  const unit = monthsInUnit === 12 ? "years" : "months";
  const rule = `must be a number of ${unit} that comes to whole months, or a length of time, such as "5 years" or "60 months"`;
  throw refused({ name, value }, rule);
}

/** A frequency by its words: "monthly", "every 2 weeks". */
export function readFrequency(given: Given): Frequency {
  return frequencyNamed(given.name, readWords(given));
}

const NO_COMPOUNDING = ["none", "no", "simple", "simple interest", "not compounded"];

/** Whether interest is said not to compound. */
export function isNoCompounding(value: unknown): boolean {
  return typeof value === "string" && NO_COMPOUNDING.includes(value.trim().toLowerCase());
}

/** How often a rate compounds; null for "none" or "simple". */
export function readCompounding(given: Given): Frequency | null {
  if (isNoCompounding(given.value)) return null;
  try {
    return readFrequency(given);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    throw new CalculationError(
      error.code,
      error.argument,
      error.rule.replace("must be a", 'must be "none", or a'),
      error.received,
    );
  }
}

/** What a day count may mean that says only half of it. */
const OPEN_DAY_COUNTS: Readonly<Record<string, string>> = {
  "360": '"30/360" or "ACT/360"',
  actual: '"ACT/360", "ACT/365" or "ACT/ACT"',
  daily: '"ACT/360", "ACT/365" or "ACT/ACT"',
};

/** A day count as a note words it: "actual number of days over 360" is actual/360, "365-day year" is 365. */
function plainDayCount(text: string): string {
  return plainWord(text)
    .replace(/\b(?:actual|act) (?:number of )?days( elapsed)?/, "actual")
    .replace(/ (?:over|divided by|on) (?:a )?/, "/")
    .replace(/(\d) days?( (?:in a |per )?year)?$/, "$1")
    .trim();
}

function isDayCount(word: string): boolean {
  return /^(?:actual|act|30|a|nl|\d{3})\W/.test(word) || /^\d{3}$/.test(word);
}

/** A day count by any of its market names or Excel's basis number; null for "equal periods". */
export function readDayCount({ name, value }: Given): DayCount | null {
  const word = typeof value === "string" ? plainDayCount(value) : String(value);
  if (["equal periods", "equal months", "periodic", "monthly"].includes(word)) return null;
  const readings = OPEN_DAY_COUNTS[word];
  if (readings !== undefined) {
    throw refused({ name, value }, `must say which is meant: ${readings}`);
  }
  if (typeof value === "string")
    return dayCountNamed(name, word !== plainWord(value) && isDayCount(word) ? word : value);
  if (typeof value === "number") return dayCountNamed(name, value);
  throw refused({ name, value }, "must be the name of a day count convention");
}

const UNITS: Readonly<Record<string, Fraction>> = {
  cent: CENT.unit,
  cents: CENT.unit,
  penny: CENT.unit,
  dollar: ONE,
  dollars: ONE,
  whole: ONE,
  "whole dollar": ONE,
  "whole dollars": ONE,
};
const MODES: Readonly<Record<string, Rounding>> = {
  "": "halfUp",
  "half up": "halfUp",
  "half even": "halfEven",
  up: "up",
  down: "down",
};
const NOT_ROUNDED = ["none", "no rounding", "unrounded", "not rounded"];
/** "2 decimals", "to 2 decimal places". */
const DECIMALS = /^(\d{1,2}) ?(?:decimals?|decimal places?|places?|dp|d\.p\.)$/;
/** Numbers up to this are decimals to who thinks of ROUND, and multiples to who thinks of MROUND. */
const MOST_DECIMALS = 12;

/** Decimals that a loan is carried to: 12 at most. */
export function readDecimals(given: Given): number {
  const decimals = readCount(given);
  if (decimals <= 12) return decimals;
  throw new CalculationError("out-of-range", given.name, "must be no more than 12", decimals);
}

/** null for "none"; "cent", "nearest dollar", "2 decimals", "dollar down", 0.05, "multiples of 5", "0.05 half even". */
export function readRoundingRule({ name, value }: Given): RoundingRule | null {
  const text = typeof value === "number" ? String(value) : plainWord(value);
  if (NOT_ROUNDED.includes(text)) return null;
  const [, unitText = "", modeText = ""] = /^(.*?)[\s,]*(half up|half even|up|down)?$/.exec(text) ?? [];
  const mode = MODES[modeText];
  const unit = roundingUnit({ name, value }, unitText);
  if (unit && mode) return { unit, mode };
  const rule = 'must be none, or cent, dollar or a unit, and half up, half even, up or down ("cent", "0.05 down")';
  throw refused({ name, value }, rule);
}

/** @throws CalculationError `invalid-input` for a whole number alone, which some mean as decimals and some as multiples */
function roundingUnit(given: Given, text: string): Fraction | undefined {
  const isMultiple = /\b(?:nearest|multiples? of)\b/.test(text);
  const word = text.replace(/^(?:to )?(?:the )?(?:nearest |multiples? of )?/, "").replace(/^\$ ?/, "");
  const [, decimals] = DECIMALS.exec(word) ?? [];
  if (decimals !== undefined)
    return Number(decimals) <= MOST_DECIMALS ? fraction(1, 10 ** Number(decimals)) : undefined;
  const named = UNITS[word];
  if (named) return named;
  const number = /^\d*\.?\d+$/.test(word) ? Number(word) : NaN;
  if (Number.isInteger(number) && number <= MOST_DECIMALS && !isMultiple) throw openRounding(given, number);
  return number > 0 ? exactly(number) : undefined;
}

function openRounding({ name, value }: Given, number: number): CalculationError {
  const readings =
    number === 0 ? '"dollar" (0 decimals) or "none"' : `"${number} decimals" or "multiples of ${number}"`;
  return refused({ name, value }, `must say which is meant: ${readings}`);
}
