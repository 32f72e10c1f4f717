/**
 * The bases of Excel's YEARFRAC. They take the two dates in either order. A comment's tags say what the first and the
 * last of the two days count, the source, and an example.
 */
import { sum } from "../number/whole";
import { civilDate, dayOf, isLastDayOfMonth, isLeapYear, startOfYear, type Day } from "./civilDate";
import type { DayCount } from "./dayCount";
import { ACT_360, ACT_365F } from "./dayCountFixed";
import { THIRTY_E_360, THIRTY_U_360 } from "./dayCountThirty";

function excelBasis(basis: number, between: DayCount["between"]): DayCount {
  return { name: `Excel basis ${basis}`, aliases: [`${basis}`, `Basis ${basis}`], between, signed: false };
}

/**
 * US (NASD) 30/360, as 30U/360 in either order of the dates, but for one end: a 31st becomes the 30th only where the start
 * is written as the 30th or 31st, and not from the end of February, although that becomes the 30th itself.
 *
 * @firstDay a 31st, or the last day of February, is the 30th
 * @lastDay a 31st is the 30th where the first day is written as the 30th or 31st; the last day of February is the 30th where the first day is one too
 * @see Excel, YEARFRAC; OpenFormula 1.2, section 4.11.7
 * @example 2010-01-31 to 2010-08-01 = 181/360
 * @example 2011-02-28 to 2011-03-31 = 31/360
 */
export const BASIS_0 = excelBasis(0, (start, end, context) => {
  const { numerator, denominator } = THIRTY_U_360.between(start, end, context);
  const from = civilDate(start);
  const stays31 = from.month === 2 && isLastDayOfMonth(start) && civilDate(end).day === 31;
  return { numerator: sum(numerator, stays31 ? 1 : 0), denominator };
});

/**
 * Actual/actual: the days over the length of the year. Dates no more than a year apart take 366 when they lie in one leap
 * year or a February 29 lies between them or on either, else 365; dates further apart take the average length of the
 * calendar years that they touch.
 *
 * @firstDay counts
 * @lastDay does not count, but a February 29 on it makes a leap year
 * @see Excel, YEARFRAC; OpenFormula 1.2, section 4.11.7
 * @example 2007-12-15 to 2008-03-14 = 90/366
 * @example 2007-01-31 to 2009-05-01 = 2463/1096
 */
export const BASIS_1 = excelBasis(1, (start, end) => {
  const first = civilDate(start).year;
  const last = civilDate(end).year;
  if (isWithinOneYear(start, end)) {
    return { numerator: end - start, denominator: touchesLeapDay(start, end, first, last) ? 366 : 365 };
  }
  const years = last - first + 1;
  return { numerator: (end - start) * years, denominator: startOfYear(last + 1) - startOfYear(first) };
});

function isWithinOneYear(start: Day, end: Day): boolean {
  const from = civilDate(start);
  const to = civilDate(end);
  if (from.year === to.year) return true;
  return to.year === from.year + 1 && (from.month > to.month || (from.month === to.month && from.day >= to.day));
}

function touchesLeapDay(start: Day, end: Day, first: number, last: number): boolean {
  if (first === last) return isLeapYear(first);
  return (isLeapYear(first) && start <= dayOf(first, 2, 29)) || (isLeapYear(last) && end >= dayOf(last, 2, 29));
}

/**
 * The actual days over 360, as ACT/360 in either order of the dates.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see Excel, YEARFRAC; OpenFormula 1.2, section 4.11.7
 * @example 2012-01-01 to 2012-12-31 = 365/360
 */
export const BASIS_2 = excelBasis(2, ACT_360.between);

/**
 * The actual days over 365, as ACT/365F in either order of the dates.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see Excel, YEARFRAC; OpenFormula 1.2, section 4.11.7
 * @example 2000-02-29 to 2008-02-29 = 2922/365
 */
export const BASIS_3 = excelBasis(3, ACT_365F.between);

/**
 * European 30/360, as 30E/360 in either order of the dates.
 *
 * @firstDay a 31st is the 30th
 * @lastDay a 31st is the 30th
 * @see Excel, YEARFRAC; OpenFormula 1.2, section 4.11.7
 * @example 2008-01-31 to 2008-05-01 = 91/360
 */
export const BASIS_4 = excelBasis(4, THIRTY_E_360.between);
