/**
 * Day counts with months of 30 days: 360 for a year between the dates, 30 for a month, and the difference of the days of
 * the month, which each convention moves in its own way. A comment's tags say how it moves the first and the last day,
 * the source, and an example.
 */
import { civilDate, isLastDayOfMonth, type Day } from "./civilDate";
import type { DayCount, DayCountContext } from "./dayCount";

/** The days of the month of both dates, as a convention moves them. */
interface MovedDays {
  readonly from: number;
  readonly to: number;
}

/** Both dates with their days of the month. */
interface Ends extends MovedDays {
  readonly start: Day;
  readonly end: Day;
}

type MoveDays = (ends: Ends, context: DayCountContext) => MovedDays;

function thirtyDayMonths(move: MoveDays, name: string, aliases: readonly string[], yearDays = 360): DayCount {
  return {
    name,
    aliases,
    between: (start, end, context) => {
      const from = civilDate(start);
      const to = civilDate(end);
      const days = move({ from: from.day, to: to.day, start, end }, context);
      const months = (to.year - from.year) * 12 + to.month - from.month;
      return { numerator: 30 * months + days.to - days.from, denominator: yearDays };
    },
  };
}

const atMost30 = (day: number) => Math.min(day, 30);

/** A start on 31 becomes 30; then an end on 31 becomes 30 if the start is 30. */
const bondBasis = ({ from, to }: MovedDays): MovedDays => ({
  from: atMost30(from),
  to: from >= 30 ? atMost30(to) : to,
});

/**
 * Months of 30 days; a 31st is moved as on a US corporate bond.
 *
 * @firstDay a 31st is the 30th
 * @lastDay a 31st is the 30th where the first day is the 30th or the 31st
 * @see 2006 ISDA Definitions, section 4.16(f)
 * @example 2012-05-30 to 2013-08-31 = 450/360
 * @example 2012-05-29 to 2013-08-31 = 452/360
 */
export const THIRTY_360_ISDA = thirtyDayMonths(bondBasis, "30/360 ISDA", [
  "30/360",
  "360/360",
  "Bond Basis",
  "30/360 Bond Basis",
  "30/360 ISDA (Bond Basis)",
  "30A/360",
  "ISDA 30/360",
  "SIA 30/360 NEOM",
]);

/**
 * Months of 30 days, with the end of February as the end of a month: as 30/360 ISDA once February is moved.
 *
 * @firstDay a 31st, or the last day of February, is the 30th
 * @lastDay a 31st is the 30th where the first day is; the last day of February is the 30th where the first day is one too
 * @see Securities Industry Association, Standard Securities Calculation Methods; OpenGamma Strata, DayCounts.THIRTY_U_360_EOM
 * @example 2012-02-29 to 2013-02-28 = 360/360
 * @example 2011-02-28 to 2012-02-28 = 358/360
 */
export const THIRTY_U_360 = thirtyDayMonths(
  ({ from, to, start, end }) => {
    const fromFebruary = isEndOfFebruary(start);
    return bondBasis({ from: fromFebruary ? 30 : from, to: fromFebruary && isEndOfFebruary(end) ? 30 : to });
  },
  "30U/360",
  [
    "30/360 US",
    "30US/360",
    "US (NASD) 30/360",
    "30/360 NASD",
    "30/360 SIA",
    "30/360 US (with EOM Feb rule)",
    "30U/360 EOM",
    "30/360 US EOM",
    "30/360 US Muni",
    "30/360 USA",
    "US 30/360",
    "NASD 30/360",
    "SIA 30/360 EOM",
  ],
);

/**
 * Months of 30 days, as mortgage-backed securities count them: the end of February is moved on the first day alone.
 *
 * @firstDay a 31st, or the last day of February, is the 30th
 * @lastDay a 31st is the 30th where the first day is
 * @see Public Securities Association, Standard Formulas, page SF-17
 * @example 2011-02-28 to 2012-02-29 = 359/360
 */
export const THIRTY_360_PSA = thirtyDayMonths(
  ({ from, to, start }) => bondBasis({ from: isEndOfFebruary(start) ? 30 : from, to }),
  "30/360 PSA",
  ["PSA 30/360", "PSA 30/360 EOM", "DAYS360", "Excel DAYS360", "30/360 BMA", "30/360 SIFMA"],
);

/**
 * Months of 30 days; a 31st is the 30th wherever it stands.
 *
 * @firstDay a 31st is the 30th
 * @lastDay a 31st is the 30th
 * @see 2006 ISDA Definitions, section 4.16(g)
 * @example 2012-05-29 to 2013-08-31 = 451/360
 */
export const THIRTY_E_360 = thirtyDayMonths(({ from, to }) => ({ from: atMost30(from), to: atMost30(to) }), "30E/360", [
  "30E/360 (Eurobond)",
  "Eurobond Basis",
  "30E/360 (Eurobond Basis)",
  "30/360 Eurobond",
  "30/360 ICMA",
  "30/360 ISMA",
  "30S/360",
  "Special German",
  "30/360 European",
  "European 30/360",
]);

/**
 * Months of 30 days; the last day of any month is the 30th, but not a maturity at the end of February.
 *
 * @firstDay the last day of its month is the 30th
 * @lastDay the last day of its month is the 30th, unless it is the maturity and in February
 * @see 2006 ISDA Definitions, section 4.16(h)
 * @example 2011-08-31 to 2012-02-29 = 180/360
 * @example 2011-08-31 to 2012-02-29, maturity 2012-02-29 = 179/360
 */
export const THIRTY_E_360_ISDA = thirtyDayMonths(
  ({ from, to, start, end }, { maturity }) => ({
    from: isLastDayOfMonth(start) ? 30 : from,
    to: isLastDayOfMonth(end) && !(isEndOfFebruary(end) && end === maturity) ? 30 : to,
  }),
  "30E/360 ISDA",
  ["30E/360 German", "German", "30/360 German", "German 30/360", "Eurobond Basis (ISDA 2000)", "30D/360"],
);

/**
 * Months of 30 days; a 31st at the end is the first of the next month.
 *
 * @firstDay a 31st is the 30th
 * @lastDay a 31st is the first of the next month
 * @see OpenGamma Strata, DayCounts.THIRTY_EPLUS_360
 * @example 2012-05-29 to 2013-08-31 = 452/360
 */
export const THIRTY_E_PLUS_360 = thirtyDayMonths(({ from, to }) => ({ from: atMost30(from), to }), "30E+/360", [
  "30E+/360 ISDA",
]);

/**
 * Months of 30 days; a 31st is the 30th wherever it stands, and so are February 28 and 29.
 *
 * @firstDay a 31st, or February 28 or 29, is the 30th
 * @lastDay a 31st, or February 28 or 29, is the 30th
 * @see QuantLib, Thirty360::Italian
 * @example 2012-02-28 to 2012-03-31 = 30/360
 */
export const THIRTY_360_ITALIAN = thirtyDayMonths(
  ({ from, to, start, end }) => ({
    from: isLateFebruary(start) ? 30 : atMost30(from),
    to: isLateFebruary(end) ? 30 : atMost30(to),
  }),
  "30/360 Italian",
  ["Italian"],
);

/**
 * Months of 30 days as 30/360 ISDA, over a year of 365.
 *
 * @firstDay a 31st is the 30th
 * @lastDay a 31st is the 30th where the first day is the 30th or the 31st
 * @see QuantLib, Thirty365
 * @example 2011-06-17 to 2012-12-30 = 553/365
 */
export const THIRTY_365 = thirtyDayMonths(bondBasis, "30/365", ["30/365 Bond Basis"], 365);

function isEndOfFebruary(day: Day): boolean {
  return civilDate(day).month === 2 && isLastDayOfMonth(day);
}

function isLateFebruary(day: Day): boolean {
  const { month, day: dayOfMonth } = civilDate(day);
  return month === 2 && dayOfMonth > 27;
}
