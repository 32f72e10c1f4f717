import { civilDate, isLastDayOfMonth, type Day } from "./civilDate";
import type { DayCount, DayCountContext } from "./dayCount";

/** A date with its day of the month as a convention moves it. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

type MoveDays = (from: number, to: number, start: Day, end: Day, context: DayCountContext) => Ends;

/** Every month has 30 days: 360 a year, 30 a month, and the days of the month as the convention moves them. */
function thirtyDayMonths(move: MoveDays, name: string, aliases: readonly string[], yearDays = 360): DayCount {
  return {
    name,
    aliases,
    between: (start, end, context) => {
      const from = civilDate(start);
      const to = civilDate(end);
      const days = move(from.day, to.day, start, end, context);
      const months = (to.year - from.year) * 12 + to.month - from.month;
      return { numerator: 30 * months + days.to - days.from, denominator: yearDays };
    },
  };
}

const atMost30 = (day: number) => Math.min(day, 30);

/** 30/360 ISDA (2006 ISDA Definitions 4.16(f)): a start on 31 becomes 30; then an end on 31 becomes 30 if the start is 30. */
const bondBasis: MoveDays = (from, to) => ({ from: atMost30(from), to: from >= 30 ? atMost30(to) : to });

/** 30E/360 (4.16(g)): a start or an end on 31 becomes 30. */
const eurobond: MoveDays = (from, to) => ({ from: atMost30(from), to: atMost30(to) });

/** 30E/360 ISDA (4.16(h)): a month's last day becomes 30, but not the end of February when it is the maturity. */
const eurobondIsda: MoveDays = (from, to, start, end, { maturity }) => ({
  from: isLastDayOfMonth(start) ? 30 : from,
  to: isLastDayOfMonth(end) && !(isEndOfFebruary(end) && end === maturity) ? 30 : to,
});

/**
 * 30U/360: an end at the end of February becomes 30 if the start is at the end of February too; then such a start
 * becomes 30; then as 30/360 ISDA.
 */
const us: MoveDays = (from, to, start, end, context) => {
  const fromFebruary = isEndOfFebruary(start);
  const movedTo = fromFebruary && isEndOfFebruary(end) ? 30 : to;
  return bondBasis(fromFebruary ? 30 : from, movedTo, start, end, context);
};

/** 30/360 PSA: a start at the end of February, or on 31, becomes 30; then an end on 31 becomes 30 if the start is 30. */
const psa: MoveDays = (from, to, start, end, context) =>
  bondBasis(isEndOfFebruary(start) ? 30 : from, to, start, end, context);

/** 30E+/360: a start on 31 becomes 30; an end on 31 becomes the first of the next month. */
const eurobondPlus: MoveDays = (from, to) => ({ from: atMost30(from), to: to === 31 ? 31 : to });

/** 30/360 Italian: as 30E/360, and February 28 and 29 become 30. */
const italian: MoveDays = (from, to, start, end) => ({
  from: lateFebruary(start) ? 30 : atMost30(from),
  to: lateFebruary(end) ? 30 : atMost30(to),
});

export const THIRTY_US = thirtyDayMonths(us, "30U/360", [
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
]);

export const THIRTY_EUROBOND = thirtyDayMonths(eurobond, "30E/360", [
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

export const THIRTY_DAY_MONTHS: readonly DayCount[] = [
  thirtyDayMonths(bondBasis, "30/360 ISDA", [
    "30/360",
    "360/360",
    "Bond Basis",
    "30/360 Bond Basis",
    "30/360 ISDA (Bond Basis)",
    "30A/360",
    "ISDA 30/360",
    "SIA 30/360 NEOM",
  ]),
  THIRTY_US,
  thirtyDayMonths(psa, "30/360 PSA", [
    "PSA 30/360",
    "PSA 30/360 EOM",
    "DAYS360",
    "Excel DAYS360",
    "30/360 BMA",
    "30/360 SIFMA",
  ]),
  THIRTY_EUROBOND,
  thirtyDayMonths(eurobondIsda, "30E/360 ISDA", [
    "30E/360 German",
    "German",
    "30/360 German",
    "German 30/360",
    "Eurobond Basis (ISDA 2000)",
    "30D/360",
  ]),
  thirtyDayMonths(eurobondPlus, "30E+/360", ["30E+/360 ISDA"]),
  thirtyDayMonths(italian, "30/360 Italian", ["Italian"]),
  thirtyDayMonths(bondBasis, "30/365", ["30/365 Bond Basis"], 365),
];

function isEndOfFebruary(day: Day): boolean {
  return civilDate(day).month === 2 && isLastDayOfMonth(day);
}

function lateFebruary(day: Day): boolean {
  const { month, day: dayOfMonth } = civilDate(day);
  return month === 2 && dayOfMonth > 27;
}
