import { CalculationError } from "../errors";
import { plus, type Fraction } from "../number/fraction";
import { addMonths, civilDate, dayOf, isLeapYear, type Day } from "./civilDate";
import type { DayCount } from "./dayCount";
import { areOneApart } from "./frequency";
import { leapDaysBetween } from "./dayCountFixed";

const yearLength = (year: number) => (isLeapYear(year) ? 366 : 365);
const yearStart = (year: number) => dayOf(year, 1, 1);

/** ACT/ACT ISDA (4.16(b)): days in a leap year over 366 plus days in any other year over 365. */
const ISDA: DayCount = {
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
    const opening: Fraction = { numerator: yearStart(first + 1) - start, denominator: yearLength(first) };
    const closing: Fraction = { numerator: end - yearStart(last), denominator: yearLength(last) };
    return plus(plus(opening, closing), { numerator: last - first - 1, denominator: 1 });
  },
};

/** ACT/ACT Year: whole years from the start, then the days left over the days of the year that they lie in. */
const YEAR: DayCount = {
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
 * ACT/ACT AFB: whole years counted back from the end, then the days left over 366 when they hold a February 29, else
 * 365. Counting back from February 29 gives February 28 in any year but a leap one; the French text (2004 master
 * agreement of the FBF) has no other rule for the end of February, and the one that ISDA reads into it is not applied.
 */
const AFB: DayCount = {
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
 * ACT/ACT ICMA (rule 251): the days over the days of the regular period that they lie in times the periods in a year.
 * Dates beyond the reference period are cut at its ends, and at those of the regular periods before and after it. With
 * no reference period the dates are one themselves; periods that are no whole months go on as long as the one given.
 */
const ICMA: DayCount = {
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
    const { periodStart = start, periodEnd = end } = context;
    if (start === end) return { numerator: 0, denominator: 1 };
    if (periodEnd <= periodStart) {
      throw new CalculationError("out-of-range", "periodEnd", "must be after periodStart", periodEnd - periodStart);
    }
    const perYear = context.frequency ?? 12 / monthsOfPeriod(periodStart, periodEnd);
    if (12 % perYear !== 0) return { numerator: end - start, denominator: (periodEnd - periodStart) * perYear };
    const months = 12 / perYear;
    const boundary = (index: number) => regularBoundary(periodStart, periodEnd, months, index);
    let index = 0;
    while (boundary(index) > start) index -= 1;
    while (boundary(index + 1) <= start) index += 1;
    let total: Fraction = { numerator: 0, denominator: 1 };
    for (; boundary(index) < end; index += 1) {
      const from = boundary(index);
      const to = boundary(index + 1);
      const days = Math.min(end, to) - Math.max(start, from);
      total = plus(total, { numerator: days * months, denominator: (to - from) * 12 });
    }
    return total;
  },
};

/** The nearest count of months that divides a year. */
function monthsOfPeriod(periodStart: Day, periodEnd: Day): number {
  const months = (12 * (periodEnd - periodStart)) / 365;
  return [1, 2, 3, 4, 6, 12].reduce((best, candidate) =>
    Math.abs(candidate - months) < Math.abs(best - months) ? candidate : best,
  );
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

export const ACTUAL_OVER_ACTUAL: readonly DayCount[] = [ISDA, ICMA, AFB, YEAR];
