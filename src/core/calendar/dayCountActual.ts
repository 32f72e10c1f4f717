/**
 * Day counts that divide the actual days by the actual length of years or of coupon periods. A comment's tags say what
 * the first and the last of the two days count, the source, and an example.
 */
import { CalculationError } from "../errors";
import { plus, ZERO, type Fraction } from "../number/fraction";
import { addMonths, civilDate, isLeapYear, leapDaysBetween, startOfYear, type Day } from "./civilDate";
import type { DayCount, DayCountContext } from "./dayCount";
import { areOneApart } from "./frequency";

const yearLength = (year: number) => (isLeapYear(year) ? 366 : 365);

/**
 * The days that lie in leap years over 366, plus the days that lie in any other year over 365.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see 2006 ISDA Definitions, section 4.16(b)
 * @example 2011-12-28 to 2012-02-28 = 4/365 + 58/366
 * @example 2011-12-28 to 2016-03-01 = 4/365 + 60/366 + 4
 */
export const ACT_ACT_ISDA: DayCount = {
  name: "ACT/ACT ISDA",
  aliases: [
    "ACT/ACT",
    "Actual/Actual (ISDA)",
    "Actual/Actual (Historical)",
    "Actual/Actual (Actual/365)",
    "ACT/365 ISDA",
    "ISDA ACT/ACT",
    "AA",
  ],
  between: (start, end) => {
    const first = civilDate(start).year;
    const last = civilDate(end).year;
    if (first === last) return { numerator: end - start, denominator: yearLength(first) };
    const opening: Fraction = { numerator: startOfYear(first + 1) - start, denominator: yearLength(first) };
    const closing: Fraction = { numerator: end - startOfYear(last), denominator: yearLength(last) };
    return plus(plus(opening, closing), { numerator: last - first - 1, denominator: 1 });
  },
};

/**
 * Whole years from the start, then the days left over the days of the year, counted from the start, that they lie in.
 *
 * @firstDay counts; years are counted from it
 * @lastDay does not count
 * @see OpenGamma Strata, DayCounts.ACT_ACT_YEAR
 * @example 2011-12-28 to 2016-02-28 = 4 + 62/366
 * @example 2012-02-29 to 2012-03-28 = 28/365
 */
export const ACT_ACT_YEAR: DayCount = {
  name: "ACT/ACT Year",
  aliases: [],
  between: (start, end) => {
    const years = wholeYearsFrom(start, end);
    const anniversary = addMonths(start, 12 * years);
    const next = addMonths(start, 12 * years + 12);
    return plus(
      { numerator: years, denominator: 1 },
      { numerator: end - anniversary, denominator: next - anniversary },
    );
  },
};

/** Whole years that end before `end`. */
function wholeYearsFrom(start: Day, end: Day): number {
  const years = Math.max(0, civilDate(end).year - civilDate(start).year);
  return years > 0 && addMonths(start, 12 * years) >= end ? years - 1 : years;
}

/**
 * Whole years counted back from the end, then the days left over 366 when they hold a February 29, else over 365.
 *
 * Counting back from February 29 gives February 28 in any year but a leap one. The French text has no other rule for the
 * end of February, and the one that ISDA reads into it is not applied.
 *
 * @firstDay counts
 * @lastDay does not count; years are counted back from it
 * @see Fédération Bancaire Française, master agreement of 2004 (formerly AFB)
 * @example 1994-02-10 to 1997-06-30 = 3 + 140/365
 * @example 2004-02-29 to 2008-02-28 = 3 + 365/366
 */
export const ACT_ACT_AFB: DayCount = {
  name: "ACT/ACT AFB",
  aliases: ["Actual/Actual (AFB)", "Actual/Actual (Euro)", "ACT/ACT FBF", "AFB"],
  between: (start, end) => {
    let years = 0;
    while (addMonths(end, -12 * (years + 1)) >= start) years += 1;
    const rest = addMonths(end, -12 * years);
    const denominator = leapDaysBetween(start, rest) > 0 ? 366 : 365;
    return plus({ numerator: years, denominator: 1 }, { numerator: rest - start, denominator });
  },
};

/**
 * The days over the days of the regular period that they lie in times the periods in a year. Dates beyond the reference
 * period are cut at its ends, and at those of the regular periods before and after it. With no reference period the
 * dates are one themselves; periods that are no whole months go on as long as the one given.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see ICMA Rule 251.1(iii); 2006 ISDA Definitions, section 4.16(c)
 * @example 2003-11-01 to 2004-05-01 in 2003-11-01 to 2004-05-01 = 1/2
 * @example 2002-08-15 to 2003-07-15 in 2003-01-15 to 2003-07-15 = 1/2 + 153/368
 */
export const ACT_ACT_ICMA: DayCount = {
  name: "ACT/ACT ICMA",
  aliases: [
    "ACT/ACT ISMA",
    "Actual/Actual (ICMA)",
    "Actual/Actual (ISMA)",
    "Actual/Actual (Bond)",
    "ISMA-99",
    "ICMA ACT/ACT",
    "ICMA",
    "ISMA",
  ],
  between: (start, end, context) => {
    if (start === end) return ZERO;
    const { periodStart = start, periodEnd = end } = context;
    const perYear = periodsInYear(periodStart, periodEnd, context);
    if (12 % perYear !== 0) return { numerator: end - start, denominator: (periodEnd - periodStart) * perYear };
    const months = 12 / perYear;
    return partOfPeriods(start, end, months, (index) => regularBoundary(periodStart, periodEnd, months, index));
  },
};

/** As given, or by the nearest count of months that divides a year. */
function periodsInYear(periodStart: Day, periodEnd: Day, { frequency }: DayCountContext): number {
  if (periodEnd <= periodStart) {
    throw new CalculationError("out-of-range", "periodEnd", "must be after periodStart", periodEnd - periodStart);
  }
  if (frequency === undefined) return 12 / monthsOfPeriod(periodStart, periodEnd);
  if (frequency > 0) return frequency;
  throw new CalculationError("out-of-range", "frequency", "must be more than zero", frequency);
}

function monthsOfPeriod(periodStart: Day, periodEnd: Day): number {
  const months = (12 * (periodEnd - periodStart)) / 365;
  return [1, 2, 3, 4, 6, 12].reduce((best, candidate) =>
    Math.abs(candidate - months) < Math.abs(best - months) ? candidate : best,
  );
}

/**
 * The days from `start` to `end`, those in each regular period over its length.
 *
 * @param boundary the start of a regular period by its place: 0 is the reference period, -1 the one before it
 */
function partOfPeriods(start: Day, end: Day, months: number, boundary: (index: number) => Day): Fraction {
  let index = 0;
  while (boundary(index) > start) index -= 1;
  while (boundary(index + 1) <= start) index += 1;
  let total = ZERO;
  for (; boundary(index) < end; index += 1) {
    const [from, to] = [boundary(index), boundary(index + 1)];
    const days = Math.min(end, to) - Math.max(start, from);
    total = plus(total, { numerator: days * months, denominator: (to - from) * 12 });
  }
  return total;
}

/**
 * The start of the regular period so many after the reference period; both its ends are kept as given. Of June 30 to
 * December 31 the others end on a 31st too, where their month has one: they are counted from the later day of the month.
 */
function regularBoundary(periodStart: Day, periodEnd: Day, months: number, index: number): Day {
  if (index === 0) return periodStart;
  if (index === 1) return periodEnd;
  const isRegular = areOneApart(periodStart, periodEnd, { months });
  const fromStart = isRegular ? civilDate(periodStart).day >= civilDate(periodEnd).day : index < 0;
  return fromStart ? addMonths(periodStart, index * months) : addMonths(periodEnd, (index - 1) * months);
}
