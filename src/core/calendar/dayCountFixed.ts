import { dayOf, isLeapYear, civilDate, type Day } from "./civilDate";
import type { DayCount } from "./dayCount";

/** ACT/n: the actual days over a year of so many days. */
function actualOver(days: number, name: string, ...aliases: string[]): DayCount {
  return { name, aliases, between: (start, end) => ({ numerator: end - start, denominator: days }) };
}

/** ACT/365.25: a quarter of a day more than 365, for the leap days. */
const ACT_365_25: DayCount = {
  name: "ACT/365.25",
  aliases: ["Actual/365.25"],
  between: (start, end) => ({ numerator: 4 * (end - start), denominator: 1461 }),
};

/** NL/365: the actual days, without any February 29 after the start and not after the end, over 365. */
const NL_365: DayCount = {
  name: "NL/365",
  aliases: ["ACT/365 No Leap", "ACT/365 No Leap Year", "ACT/365NL", "ACT/NL", "ACT/365 JGB"],
  between: (start, end) => ({ numerator: end - start - leapDaysBetween(start + 1, end + 1), denominator: 365 }),
};

/** ACT/365 Actual: the actual days over 366 when a February 29 lies after the start and not after the end, else 365. */
const ACT_365_ACTUAL: DayCount = {
  name: "ACT/365 Actual",
  aliases: ["ACT/365A"],
  between: (start, end) => ({
    numerator: end - start,
    denominator: leapDaysBetween(start + 1, end + 1) > 0 ? 366 : 365,
  }),
};

/**
 * ACT/365L: the actual days over 366 or 365. With annual periods 366 when a February 29 lies after the start and not
 * after the end of the reference period; with any other, 366 when that period ends in a leap year. With no reference
 * period the dates are one themselves.
 */
const ACT_365L: DayCount = {
  name: "ACT/365L",
  aliases: ["ISMA-Year", "ACT/365 Leap", "ACT/365 Leap year"],
  between: (start, end, { frequency, periodEnd = end }) => {
    const leap =
      frequency === 1 ? leapDaysBetween(start + 1, periodEnd + 1) > 0 : isLeapYear(civilDate(periodEnd).year);
    return { numerator: end - start, denominator: leap ? 366 : 365 };
  },
};

/** 1/1: every period is a whole year. */
const ONE_ONE: DayCount = { name: "1/1", aliases: ["One/One"], between: () => ({ numerator: 1, denominator: 1 }) };

export const ACTUAL_OVER_FIXED: readonly DayCount[] = [
  actualOver(360, "ACT/360", "A360", "French", "Money Market"),
  actualOver(364, "ACT/364", "A364"),
  actualOver(365, "ACT/365F", "ACT/365", "ACT/365 Fixed", "ACT/Fixed 365", "A365", "English"),
  ACT_365_25,
  actualOver(366, "ACT/366", "A366"),
  ACT_365_ACTUAL,
  ACT_365L,
  NL_365,
  ONE_ONE,
];

/** How many February 29 lie from `start`, included, to `end`, excluded. */
export function leapDaysBetween(start: Day, end: Day): number {
  return leapDaysBefore(end) - leapDaysBefore(start);
}

function leapDaysBefore(day: Day): number {
  const { year } = civilDate(day);
  const earlier = year - 1;
  const inEarlierYears = Math.floor(earlier / 4) - Math.floor(earlier / 100) + Math.floor(earlier / 400);
  return inEarlierYears + (isLeapYear(year) && day > dayOf(year, 2, 29) ? 1 : 0);
}
