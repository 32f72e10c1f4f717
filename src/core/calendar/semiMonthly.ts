/**
 * Dates twice a month: on two days of each month, 24 a year. It keeps one law: the two dates of a month are never the same
 * day, and each half of a month is the same part of a year.
 */
import { CalculationError } from "../errors";
import { civilDate, dayOf, daysInMonth, isLastDayOfMonth, type Day } from "./civilDate";

/**
 * The two days of the month on which something falls due, the earlier first: 1 and 15, 15 and 31. A day that a month does
 * not have is its last, so that 31 is always the last day. The first is 27 at most, as in February two later days would be
 * the same.
 */
export type MonthDays = readonly [first: number, second: number];

const LATEST_FIRST_DAY = 27;
const LAST_DAY = 31;

/**
 * The days of a series that nothing names but one of its dates: that date's day and the day 15 days from it in a month of
 * 30 days, as loan systems have it. A date on the 1st makes 1 and 16, on the 20th 5 and 20; a 31st, or with the month-end rule any
 * last day, 15 and last.
 */
export function monthDaysOf(anchor: Day, endOfMonth: boolean): MonthDays {
  const { day } = civilDate(anchor);
  if (day === LAST_DAY || (endOfMonth && isLastDayOfMonth(anchor))) return [15, LAST_DAY];
  return day <= 15 ? [day, day + 15] : [day - 15, day];
}

/** So many dates after an anchor, which may lie between two of them. */
export function halfMonthsAfter(anchor: Day, days: MonthDays, count: number): Day {
  if (count === 0) return anchor;
  const place = placeBy(anchor, days);
  return dayAtPlace(place + count + (count < 0 && dayAtPlace(place, days) < anchor ? 1 : 0), days);
}

/** How many of the dates lie from a day on until another is reached or passed; perhaps one too many. */
export function halfMonthsUntil(day: Day, from: Day, days: MonthDays): number {
  return Math.max(0, placeBy(day, days) - placeBy(from, days) + 1);
}

/** Whether one is a date of the days, and the other the next. */
export function areHalfMonthApart(from: Day, to: Day, days: MonthDays): boolean {
  const place = placeBy(from, days);
  return dayAtPlace(place, days) === from && dayAtPlace(place + 1, days) === to;
}

/** Whether a date is one of the days. */
export function isOnMonthDays(date: Day, days: MonthDays): boolean {
  return dayAtPlace(placeBy(date, days), days) === date;
}

/** The last date of the days that is not after a day, by its place: two a month from January of year 0. */
function placeBy(date: Day, days: MonthDays): number {
  const { year, month } = civilDate(date);
  const first = (year * 12 + month - 1) * 2;
  if (date < dayAtPlace(first, days)) return first - 1;
  return date < dayAtPlace(first + 1, days) ? first : first + 1;
}

function dayAtPlace(place: number, [first, second]: MonthDays): Day {
  const months = Math.floor(place / 2);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOf(year, month, Math.min(place % 2 === 0 ? first : second, daysInMonth(year, month)));
}

/**
 * The two days by their words: "1 and 15", "15th and last", "5, 20".
 *
 * @throws CalculationError `invalid-input` for anything else than two days; `out-of-range` for days that would be the same
 * in February
 */
export function monthDaysNamed(argument: string, text: string): MonthDays {
  const days = monthDaysIn(text);
  const rule = 'must be two days of the month, such as "1 and 15" or "15 and last"';
  if (days === null) throw new CalculationError("invalid-input", argument, rule, text);
  const [first, second] = days;
  const isSound = first >= 1 && first <= LATEST_FIRST_DAY && second > first && second <= LAST_DAY;
  if (isSound) return days;
  throw new CalculationError("out-of-range", argument, `${rule}, the first from 1 to 27 and the second after it`, text);
}

const DAY_WORD = String.raw`(\d{1,2})(?:st|nd|rd|th)?|last(?: day)?|(?:month[ -]?end|end of (?:the )?month)`;
const TWO_DAYS = new RegExp(
  String.raw`^(?:the )?(${DAY_WORD})\s*(?:and|&|,|\/|\+)\s*(?:the )?(${DAY_WORD})(?: day)?(?: of (?:the|each|every) month)?$`,
);

/** The two days that words name, the earlier first; null where they name none. */
export function monthDaysIn(text: string): MonthDays | null {
  const [all, , first, , second] = TWO_DAYS.exec(text.trim().toLowerCase()) ?? [];
  if (all === undefined) return null;
  const [a, b] = [Number(first ?? LAST_DAY), Number(second ?? LAST_DAY)];
  return a <= b ? [a, b] : [b, a];
}
