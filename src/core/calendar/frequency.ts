/**
 * How often something falls due: from words to a frequency, and from a date to the one so many periods later.
 */
import { CalculationError } from "../errors";
import { fraction, type Fraction } from "../number/fraction";
import { addMonths, civilDate, dayOf, daysInMonth, isLastDayOfMonth, type CivilDate, type Day } from "./civilDate";

/** How often something falls due: every so many months, or every so many days. */
export type Frequency = { readonly months: number } | { readonly days: number };

const NAMED: Readonly<Record<string, Frequency>> = {
  daily: { days: 1 },
  weekly: { days: 7 },
  biweekly: { days: 14 },
  fortnightly: { days: 14 },
  monthly: { months: 1 },
  bimonthly: { months: 2 },
  quarterly: { months: 3 },
  semiannual: { months: 6 },
  semiannually: { months: 6 },
  halfyearly: { months: 6 },
  annual: { months: 12 },
  annually: { months: 12 },
  yearly: { months: 12 },
};

const UNITS: Readonly<Record<string, Frequency>> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

/** @throws CalculationError `invalid-input` for any other word than a frequency's name or "every 2 weeks" and the like */
export function frequencyNamed(argument: string, text: string): Frequency {
  const word = text
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
  const named = NAMED[word.replace(/ /g, "")];
  if (named) return named;
  const [, count = "1", unit = ""] = /^every (\d{1,3})? ?(day|week|month|quarter|year)s?$/.exec(word) ?? [];
  const single = UNITS[unit];
  if (single && Number(count) > 0) return multiple(single, Number(count));
  const twiceAMonth = /semi ?month|twice a month/.test(word)
    ? "; what is paid twice a month is given as a schedule table"
    : "";
  const rule = `must be a frequency: daily, weekly, biweekly, monthly, quarterly, semiannual, annual, every 2 months${twiceAMonth}`;
  throw new CalculationError("invalid-input", argument, rule, text);
}

function multiple(frequency: Frequency, count: number): Frequency {
  return "months" in frequency ? { months: frequency.months * count } : { days: frequency.days * count };
}

/** The part of a year of one regular period: 1/12 for monthly, 1/52 for weekly, days over 365 otherwise. */
export function yearFractionOf(frequency: Frequency): Fraction {
  if ("months" in frequency) return fraction(frequency.months, 12);
  return frequency.days % 7 === 0 ? fraction(frequency.days / 7, 52) : fraction(frequency.days, 365);
}

/**
 * So many periods after an anchor, counted from the anchor itself, so that the 31st is not lost on the way.
 *
 * @param endOfMonth an anchor on a month's last day stays on the last day of every month
 */
export function periodsAfter(anchor: Day, frequency: Frequency, periods: number, endOfMonth: boolean): Day {
  if ("days" in frequency) return anchor + periods * frequency.days;
  const date = addMonths(anchor, periods * frequency.months);
  return endOfMonth && isLastDayOfMonth(anchor) ? lastDayOfMonth(date) : date;
}

/** Whether two dates are one period apart, for some anchor day: February 28 and March 31 are, one month, on the 31st. */
export function areOneApart(from: Day, to: Day, frequency: Frequency): boolean {
  if ("days" in frequency) return to - from === frequency.days;
  const a = civilDate(from);
  const b = civilDate(to);
  const anchor = Math.max(a.day, b.day);
  const fits = ({ year, month, day }: CivilDate) => day === Math.min(anchor, daysInMonth(year, month));
  return (b.year - a.year) * 12 + b.month - a.month === frequency.months && fits(a) && fits(b);
}

function lastDayOfMonth(day: Day): Day {
  const { year, month } = civilDate(day);
  return dayOf(year, month, daysInMonth(year, month));
}
