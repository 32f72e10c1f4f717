import { sum } from "../number/whole";
import { civilDate, dayOf, isLastDayOfMonth, isLeapYear, type Day } from "./civilDate";
import type { DayCount } from "./dayCount";
import { THIRTY_EUROBOND, THIRTY_US } from "./dayCountThirty";

/**
 * Basis 0 of YEARFRAC, US (NASD) 30/360: as 30U/360, but an end on 31 becomes 30 only where the start is on 30 or 31 as
 * it is written. From the end of February it stays 31, although that start becomes 30.
 */
const BASIS_0: DayCount = {
  name: "Excel basis 0",
  aliases: ["0", "Basis 0"],
  between: (start, end, context) => {
    const { numerator, denominator } = THIRTY_US.between(start, end, context);
    const stays31 = civilDate(start).month === 2 && isLastDayOfMonth(start) && civilDate(end).day === 31;
    return { numerator: sum(numerator, stays31 ? 1 : 0), denominator };
  },
};

/**
 * Basis 1 of YEARFRAC, actual/actual: the days over the length of the year. Dates no more than a year apart take 366
 * when they lie in one leap year or a February 29 lies between them or on either, else 365; dates further apart take
 * the average length of the calendar years that they touch.
 */
const BASIS_1: DayCount = {
  name: "Excel basis 1",
  aliases: ["1", "Basis 1"],
  between: (start, end) => {
    const first = civilDate(start).year;
    const last = civilDate(end).year;
    if (isWithinOneYear(start, end)) {
      return { numerator: end - start, denominator: touchesLeapDay(start, end, first, last) ? 366 : 365 };
    }
    const years = last - first + 1;
    return { numerator: (end - start) * years, denominator: dayOf(last + 1, 1, 1) - dayOf(first, 1, 1) };
  },
};

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

/** Bases 2 and 3 of YEARFRAC: the actual days over 360 or 365. */
function actualOver(days: number, basis: number): DayCount {
  return {
    name: `Excel basis ${basis}`,
    aliases: [`${basis}`, `Basis ${basis}`],
    between: (start, end) => ({ numerator: end - start, denominator: days }),
  };
}

/** Basis 4 of YEARFRAC, European 30/360: a start or an end on 31 becomes 30. */
const BASIS_4: DayCount = { name: "Excel basis 4", aliases: ["4", "Basis 4"], between: THIRTY_EUROBOND.between };

export const EXCEL_BASES: readonly DayCount[] = [BASIS_0, BASIS_1, actualOver(360, 2), actualOver(365, 3), BASIS_4];
