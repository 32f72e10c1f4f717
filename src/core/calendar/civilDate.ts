/**
 * A date is a day, not an instant: a whole number that counts days from January 1, 1970 (day 0) in the Gregorian
 * calendar. No clock and no time zone takes part; days are subtracted to count them and compared to order them.
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

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
const times = (count: number, d: number) => (count / d) | 0;

/** The day of a civil date. Years begin in March inside, so that the leap day is the last of its year. */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = times(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + times(yearOfEra, 4) - times(yearOfEra, 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - ERA_OFFSET;
}

export function civilDate(day: Day): CivilDate {
  const shifted = day + ERA_OFFSET;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = (shifted - era * DAYS_IN_ERA) | 0;
  const leapDays = times(dayOfEra, 1460) - times(dayOfEra, 36_524) + times(dayOfEra, 146_096);
  const yearOfEra = times(dayOfEra - leapDays, 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + times(yearOfEra, 4) - times(yearOfEra, 100));
  const marchMonth = times(5 * dayOfYear + 2, 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - times(153 * marchMonth + 2, 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

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
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** 2000-09-12 */
export function isoDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** September 12, 2000 */
export function longDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${MONTH_NAMES[month - 1]} ${dayOfMonth}, ${year}`;
}

/** The day of a date written as 2000-09-12; undefined when it is not one. */
export function dayOfIsoDate(text: string): Day | undefined {
  const [, year = 0, month = 0, dayOfMonth = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  const exists = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? dayOf(year, month, dayOfMonth) : undefined;
}
