/**
 * Dates as days, and days as civil dates: years, months and days of the month in the Gregorian calendar, carried on
 * before its introduction, and the steps from date to date. It keeps one law: a day is its civil date's, and back.
 */
import { CalculationError, inWords } from "../errors";

/**
 * A date is a day, not an instant: a whole number that counts days from January 1, 1970 (day 0) in the Gregorian
 * calendar. No clock and no time zone takes part; days are subtracted to count them and compared to order them.
 */
export type Day = number;

/** A date as it is written. */
export interface CivilDate {
  /** 0 is the year before 1 */
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** January first. */
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Days from the start of the 400-year era that begins on March 1 of year 0 to January 1, 1970. */
const ERA_OFFSET = 719_468;
const DAYS_IN_ERA = 146_097;

/** How many times d goes into a count of zero or more. Of integers throughout, which is three times as fast as Math.floor. */
const wholeQuotient = (count: number, d: number) => (count / d) | 0;

/**
 * The day of a civil date.
 *
 * @param month 1 to 12
 * @param day 1 to the last day of the month
 * @throws CalculationError `out-of-range` when the calendar has no such date
 * @example dayOf(2000, 9, 12) // 11212
 * @see dayFromMonths for a count of months or days that may run over
 */
export function dayOf(year: number, month: number, day: number): Day {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (isWhole && hasDate(year, month, day)) return dayInMonth(year, month, day);
  const written = inWords(`year ${year}, month ${month}, day ${day}`);
  throw new CalculationError("out-of-range", "date", "must be in the calendar", written);
}

/** Whether the calendar has a date. */
export function hasDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The day of a month that is counted rather than named, and of a day of it that may run over: for those who add months
 * on purpose.
 *
 * @param months from January of year 0, which is month 0; January 2000 is 24,000
 * @param day counted from the first of that month, which is 1; 0 is the day before it
 * @example dayFromMonths(24_000 + 14, 1) // March 1, 2001
 */
export function dayFromMonths(months: number, day: number): Day {
  const year = Math.floor(months / 12);
  return dayInMonth(year, months - year * 12 + 1, 1) + day - 1;
}

/** January 1. */
export function startOfYear(year: number): Day {
  return dayInMonth(year, 1, 1);
}

/** For a month from 1 to 12. Years begin in March inside, so that the leap day is the last of its year. */
function dayInMonth(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = wholeQuotient(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + wholeQuotient(yearOfEra, 4) - wholeQuotient(yearOfEra, 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - ERA_OFFSET;
}

/**
 * The year, month and day of the month of a day.
 *
 * @param day a whole number; years are right within some million of either side of 1970
 * @example civilDate(11_212) // { year: 2000, month: 9, day: 12 }
 */
export function civilDate(day: Day): CivilDate {
  const shifted = day + ERA_OFFSET;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = (shifted - era * DAYS_IN_ERA) | 0;
  const leapDays = wholeQuotient(dayOfEra, 1460) - wholeQuotient(dayOfEra, 36_524) + wholeQuotient(dayOfEra, 146_096);
  const yearOfEra = wholeQuotient(dayOfEra - leapDays, 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + wholeQuotient(yearOfEra, 4) - wholeQuotient(yearOfEra, 100));
  const marchMonth = wholeQuotient(5 * dayOfYear + 2, 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - wholeQuotient(153 * marchMonth + 2, 5) + 1,
  };
}

/** Whether a year has a February 29. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the next day is the first of a month. */
export function isLastDayOfMonth(day: Day): boolean {
  return civilDate(day + 1).day === 1;
}

/**
 * The same day of the month, so many months later or earlier; the month's last day where that day does not exist
 * (January 31 plus one month is February 28 or 29). Count from one anchor, not from date to date, or the 31st is lost.
 */
export function addMonths(day: Day, months: number): Day {
  const from = civilDate(day);
  const monthCount = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(monthCount / 12);
  const month = monthCount - year * 12 + 1;
  return dayInMonth(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/**
 * The end of the period so many months later, or earlier: a period that ends with a month goes on to end with one, any
 * other keeps its day of the month.
 *
 * @example periodEndAfter(dayOf(2002, 9, 30), 3) // December 31, 2002
 * @example periodEndAfter(dayOf(2002, 9, 28), 3) // December 28, 2002
 */
export function periodEndAfter(end: Day, months: number): Day {
  return isLastDayOfMonth(end) ? addMonths(end + 1, months) - 1 : addMonths(end, months);
}

/** How many February 29 lie from `start`, included, to `end`, excluded. */
export function leapDaysBetween(start: Day, end: Day): number {
  return leapDaysBefore(end) - leapDaysBefore(start);
}

function leapDaysBefore(day: Day): number {
  const { year } = civilDate(day);
  const earlier = year - 1;
  const inEarlierYears = Math.floor(earlier / 4) - Math.floor(earlier / 100) + Math.floor(earlier / 400);
  return inEarlierYears + (isLeapYear(year) && day > dayInMonth(year, 2, 29) ? 1 : 0);
}

/**
 * A day as it is written in files: year, month and day of the month with hyphens, four digits for the year.
 *
 * @example isoDate(11_212) // "2000-09-12"
 */
export function isoDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** September 12, 2000 */
export function longDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${MONTH_NAMES[month - 1]} ${dayOfMonth}, ${year}`;
}

/** August 1, or with the year where it differs from that of a later date beside it. */
export function shortDate(day: Day, later: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return year === civilDate(later).year ? `${MONTH_NAMES[month - 1]} ${dayOfMonth}` : longDate(day);
}

/**
 * The day of a date written as year, month and day with hyphens.
 *
 * @returns undefined when the text is not so written, or there is no such day
 * @example dayOfIsoDate("2000-09-12") // 11212
 * @example dayOfIsoDate("2000-02-30") // undefined
 */
export function dayOfIsoDate(text: string): Day | undefined {
  const [, year = 0, month = 0, dayOfMonth = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return hasDate(year, month, dayOfMonth) ? dayInMonth(year, month, dayOfMonth) : undefined;
}

const IN_WORDS =
  /^(?:(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? |(?<dayFirst>\d{1,2})(?:st|nd|rd|th)?[ -](?<nameSecond>[a-z]{3,9})\.?,?[ -])(?<year>\d{4})$/;

/**
 * The day of a date that a text names so that it reads one way: with its month in words, or as year, month and day.
 *
 * @returns undefined for any other text, such as 9/12/2000, or where there is no such day
 * @example dayInWords("Sept. 12, 2000") // 11212
 */
export function dayInWords(text: string): Day | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day, /, "");
  const [, yearFirst, ...rest] = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:t00:00:00(?:\.0+)?z?)?$/.exec(words) ?? [];
  const [, monthNumber = 0, dayNumber = 0] = rest.map(Number);
  if (yearFirst !== undefined) {
    const isDay = hasDate(Number(yearFirst), monthNumber, dayNumber);
    return isDay ? dayInMonth(Number(yearFirst), monthNumber, dayNumber) : undefined;
  }
  const { name, nameSecond, day, dayFirst, year } = IN_WORDS.exec(words)?.groups ?? {};
  const month = monthNamed(name ?? nameSecond ?? "");
  const dayOfMonth = Number(day ?? dayFirst);
  return hasDate(Number(year), month, dayOfMonth) ? dayInMonth(Number(year), month, dayOfMonth) : undefined;
}

/** The number of a month by its name or the beginning of it, of three letters or more; 0 for any other word. */
function monthNamed(word: string): number {
  return MONTH_NAMES.findIndex((name) => word.length >= 3 && name.toLowerCase().startsWith(word)) + 1;
}

/** How 9/10/2002 is meant: September 10, or 9 October. */
export type DateOrder = "month first" | "day first";

/**
 * The days that a date in numbers may mean, month first and day first: both of 9/12/2000, one of 9/25/2000.
 *
 * @returns none where the text is no such date
 */
export function daysInNumbers(text: string): readonly Day[] {
  const [, first = 0, second = 0, year = 0] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []).map(
    Number,
  );
  const readings = [
    [first, second],
    [second, first],
  ].flatMap(([month = 0, day = 0]) => (hasDate(year, month, day) ? [dayInMonth(year, month, day)] : []));
  return [...new Set(readings)];
}
