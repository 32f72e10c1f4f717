/**
 * Day counts that divide the actual days by a year of a fixed length, or of 366 days where a leap day matters. A
 * comment's tags say what the first and the last of the two days count, the source, and an example.
 */
import { civilDate, isLeapYear, leapDaysBetween } from "./civilDate";
import type { DayCount } from "./dayCount";

/** ACT/n: the actual days over a year of so many days. */
function actualOver(yearDays: number, name: string, ...aliases: string[]): DayCount {
  return { name, aliases, yearDays, between: (start, end) => ({ numerator: end - start, denominator: yearDays }) };
}

/**
 * The actual days over 360.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see 2006 ISDA Definitions, section 4.16(e)
 * @example 2011-12-28 to 2012-02-29 = 63/360
 */
export const ACT_360 = actualOver(360, "ACT/360", "A360", "365/360", "French", "Money Market");

/**
 * The actual days over 364, a year of 52 weeks.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see OpenGamma Strata, DayCounts.ACT_364
 * @example 2011-12-28 to 2012-03-01 = 64/364
 */
export const ACT_364 = actualOver(364, "ACT/364", "A364");

/**
 * The actual days over 365, in leap years too.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see 2006 ISDA Definitions, section 4.16(d)
 * @example 2011-12-28 to 2016-02-28 = 1523/365
 */
export const ACT_365F = actualOver(
  365,
  "ACT/365F",
  "ACT/365",
  "ACT/365 Fixed",
  "ACT/Fixed 365",
  "A365",
  "365/365",
  "365",
  "English",
);

/**
 * The actual days over 365.25: a quarter of a day more than 365, for the leap days.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see OpenGamma Strata, DayCounts.ACT_365_25
 * @example 2012-02-28 to 2012-03-28 = 116/1461
 */
export const ACT_365_25: DayCount = {
  name: "ACT/365.25",
  aliases: ["Actual/365.25"],
  between: (start, end) => ({ numerator: 4 * (end - start), denominator: 1461 }),
};

/**
 * The actual days over 366.
 *
 * @firstDay counts
 * @lastDay does not count
 * @see QuantLib, Actual366
 * @example 2003-12-17 to 2004-12-17 = 366/366
 */
export const ACT_366 = actualOver(366, "ACT/366", "A366");

/**
 * The actual days over 366 when a February 29 is among the days counted, else over 365.
 *
 * @firstDay does not count: a February 29 on it makes no leap year
 * @lastDay counts: a February 29 on it makes a leap year
 * @see OpenGamma Strata, DayCounts.ACT_365_ACTUAL
 * @example 2011-12-28 to 2012-02-29 = 63/366
 * @example 2012-02-29 to 2012-03-28 = 28/365
 */
export const ACT_365_ACTUAL: DayCount = {
  name: "ACT/365 Actual",
  aliases: ["ACT/365A"],
  between: (start, end) => ({
    numerator: end - start,
    denominator: leapDaysBetween(start + 1, end + 1) > 0 ? 366 : 365,
  }),
};

/**
 * The actual days over 366 or 365. With annual periods it is 366 when a February 29 lies after the start and not after
 * the end of the reference period; with any other frequency, 366 when that period ends in a leap year. With no reference
 * period the dates are one themselves.
 *
 * @firstDay does not count: a February 29 on it makes no leap year
 * @lastDay counts: the last day of the reference period decides
 * @see 2006 ISDA Definitions, section 4.16(i); ICMA Rule 251.1(i), part 2
 * @example 2011-12-28 to 2012-02-28 in 2011-12-28 to 2012-02-28, 1 a year = 62/365
 * @example 2011-12-28 to 2012-02-28 in 2011-12-28 to 2012-02-28, 2 a year = 62/366
 */
export const ACT_365L: DayCount = {
  name: "ACT/365L",
  aliases: ["ISMA-Year", "ACT/365 Leap", "ACT/365 Leap year"],
  between: (start, end, { frequency, periodEnd = end }) => {
    const leap =
      frequency === 1 ? leapDaysBetween(start + 1, periodEnd + 1) > 0 : isLeapYear(civilDate(periodEnd).year);
    return { numerator: end - start, denominator: leap ? 366 : 365 };
  },
};

/**
 * The actual days without any February 29, over 365.
 *
 * @firstDay does not count: a February 29 on it is not taken off
 * @lastDay counts: a February 29 on it is taken off
 * @see OpenGamma Strata, DayCounts.NL_365
 * @example 2011-12-28 to 2012-02-29 = 62/365
 * @example 2012-02-29 to 2012-03-28 = 28/365
 */
export const NL_365: DayCount = {
  name: "NL/365",
  aliases: ["ACT/365 No Leap", "ACT/365 No Leap Year", "ACT/365NL", "ACT/NL", "ACT/365 JGB"],
  between: (start, end) => ({ numerator: end - start - leapDaysBetween(start + 1, end + 1), denominator: 365 }),
};

/**
 * Every period is a whole year, whatever its dates.
 *
 * @firstDay does not matter
 * @lastDay does not matter
 * @see 2006 ISDA Definitions, section 4.16(a)
 * @example 2011-12-28 to 2016-02-29 = 1
 */
export const ONE_ONE: DayCount = {
  name: "1/1",
  aliases: ["One/One"],
  between: () => ({ numerator: 1, denominator: 1 }),
};
