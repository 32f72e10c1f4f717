import { dayOf, daysInMonth, MONTH_NAMES, type DateOrder, type Day } from "../../core/calendar/civilDate";

const MONTH = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());

/**
 * A date as files and filings write it: 2002-09-30, 9/30/2002, September 30, 2002, 30 Sep 2002; with points
 * the day always stands first: 30.9.2002.
 *
 * @returns undefined when the text is no date
 */
export function readPrintedDate(text: string, order: DateOrder = "month first"): Day | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})\s*$/.exec(text);
  if (numbers) return ofNumbers(numbers, order);
  const words = /^\s*([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\s*$/.exec(text);
  if (words) return existing(Number(words[3]), monthNumber(words[1]), Number(words[2]));
  const european = /^\s*(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{4})\s*$/.exec(text);
  return european ? existing(Number(european[3]), monthNumber(european[2]), Number(european[1])) : undefined;
}

/** How the dates of a column are meant: with the day first where that alone makes dates of all. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const areDates = (order: DateOrder) => texts.every((text) => readPrintedDate(text, order) !== undefined);
  return !areDates("month first") && areDates("day first") ? "day first" : "month first";
}

/** With hyphens a date is one of numbers only where its order is known. */
function ofNumbers([, one, mark, other, year]: RegExpExecArray, order: DateOrder): Day | undefined {
  const isDayFirst = mark === "." || order === "day first";
  if (mark === "-" && !isDayFirst) return undefined;
  const [month, day] = isDayFirst ? [Number(other), Number(one)] : [Number(one), Number(other)];
  return existing(wholeYear(Number(year)), month, day);
}

/** 1 for January or Jan; 0 for what is no month. */
export function monthNumber(word = ""): number {
  return MONTH.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

export function existing(year: number, month: number, day: number): Day | undefined {
  const exists =
    month >= 1 && month <= 12 && day >= 1 && year >= 1900 && year <= 9999 && day <= daysInMonth(year, month);
  return exists ? dayOf(year, month, day) : undefined;
}

/** Two digits below 70 are of this century. */
function wholeYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
