/**
 * How often something falls due: from words to a frequency, and from a date to the one so many periods later.
 */
import { CalculationError } from "../errors";
import { dividedBy, fraction, type Fraction } from "../number/fraction";
import { addMonths, civilDate, dayOf, daysInMonth, isLastDayOfMonth, type CivilDate, type Day } from "./civilDate";
import { areHalfMonthApart, halfMonthsAfter, monthDaysIn, monthDaysOf, type MonthDays } from "./semiMonthly";

/**
 * How often something falls due: every so many months, every so many days, or twice a month on two days of it; null where
 * the two follow from the first date.
 */
export type Frequency =
  { readonly months: number } | { readonly days: number } | { readonly monthDays: MonthDays | null };

const SEMI_MONTHLY: Frequency = { monthDays: null };

const NAMED: Readonly<Record<string, Frequency>> = {
  daily: { days: 1 },
  weekly: { days: 7 },
  biweekly: { days: 14 },
  fortnightly: { days: 14 },
  semimonthly: SEMI_MONTHLY,
  twiceamonth: SEMI_MONTHLY,
  twicemonthly: SEMI_MONTHLY,
  twicepermonth: SEMI_MONTHLY,
  halfmonthly: SEMI_MONTHLY,
  everyhalfmonth: SEMI_MONTHLY,
  monthly: { months: 1 },
  mthly: { months: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  qtrly: { months: 3 },
  twiceayear: { months: 6 },
  twiceyearly: { months: 6 },
  halfyear: { months: 6 },
  perannum: { months: 12 },
  quarterly: { months: 3 },
  semiannual: { months: 6 },
  semiannually: { months: 6 },
  halfyearly: { months: 6 },
  annual: { months: 12 },
  annually: { months: 12 },
  yearly: { months: 12 },
};

const UNITS: Readonly<Record<string, { readonly months: number } | { readonly days: number }>> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

/**
 * A frequency by its words: "monthly", "every 2 weeks", "semi-monthly", "15th and last".
 *
 * @throws CalculationError `invalid-input` for any other word, and for "bimonthly", which some mean as twice a month and
 * others as every two months
 */
export function frequencyNamed(argument: string, text: string): Frequency {
  const word = plainFrequency(text);
  const named = NAMED[word.replace(/ /g, "")];
  if (named) return named;
  const [, count = "1", unit = ""] =
    /^(?:every|each|per|once (?:a|per|every)) (\d{1,3})? ?(day|week|month|quarter|year)s?$/.exec(word) ?? [];
  const single = UNITS[unit];
  if (single && Number(count) > 0) return multiple(single, Number(count));
  const monthDays = monthDaysIn(word.replace(/^(semi ?monthly|twice (a|per) month)(,| on)?( the)? /, ""));
  if (monthDays) return { monthDays };
  const isAmbiguous = /^bi ?month/.test(word);
  const rule = isAmbiguous
    ? 'must say which is meant: "semi-monthly" for twice a month, or "every 2 months"'
    : "must be a frequency: daily, weekly, biweekly, semi-monthly, monthly, quarterly, semiannual, annual, every 2 months";
  throw new CalculationError("invalid-input", argument, rule, text);
}

const NUMBERS: Readonly<Record<string, string>> = {
  other: "2",
  second: "2",
  two: "2",
  three: "3",
  four: "4",
  six: "6",
  twelve: "12",
};

/** A frequency as it is compared: "Monthly payments in arrears" is monthly, "every two weeks" every 2. */
function plainFrequency(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim()
    .replace(/^(?:paid|payable|due|in) /, "")
    .replace(/,? in arrears?$/, "")
    .replace(/ ?\(\d+\)$/, "")
    .replace(/ (?:payments?|installments?|instalments?|basis)$/, "")
    .replace(/\b(?:other|second|two|three|four|six|twelve)\b/g, (word) => NUMBERS[word] ?? word);
}

function multiple(unit: (typeof UNITS)[string], count: number): Frequency {
  return "months" in unit ? { months: unit.months * count } : { days: unit.days * count };
}

/**
 * The part of a year of one regular period: 1/12 for monthly, 1/24 for semi-monthly, 1/52 for weekly, days over 365
 * otherwise.
 */
export function yearFractionOf(frequency: Frequency): Fraction {
  if ("monthDays" in frequency) return fraction(1, 24);
  if ("months" in frequency) return fraction(frequency.months, 12);
  return frequency.days % 7 === 0 ? fraction(frequency.days / 7, 52) : fraction(frequency.days, 365);
}

/** How many regular periods make a year, where a whole number of months or half months does; undefined otherwise. */
export function periodsInYear(frequency: Frequency): number | undefined {
  if ("monthDays" in frequency) return 24;
  return "months" in frequency && 12 % frequency.months === 0 ? 12 / frequency.months : undefined;
}

/** How many regular periods a number of months makes, 26 of every two weeks in twelve; exactly. */
export function periodsOver(frequency: Frequency, months: number): Fraction {
  return dividedBy(fraction(months, 12), yearFractionOf(frequency));
}

/**
 * How many regular periods a number of months makes, which may be no whole number: 26 of every two weeks in twelve. NaN of
 * days that are no weeks: a daily term runs to its date.
 */
export function periodsInMonths(frequency: Frequency, months: number): number {
  if ("monthDays" in frequency) return 2 * months;
  if ("months" in frequency) return months / frequency.months;
  return frequency.days % 7 === 0 ? (months * 52 * 7) / (12 * frequency.days) : NaN;
}

/**
 * So many periods after an anchor, counted from the anchor itself, so that the 31st is not lost on the way.
 *
 * @param endOfMonth an anchor on a month's last day stays on the last day of every month
 */
export function periodsAfter(anchor: Day, frequency: Frequency, periods: number, endOfMonth: boolean): Day {
  if ("days" in frequency) return anchor + periods * frequency.days;
  if ("monthDays" in frequency) {
    return halfMonthsAfter(anchor, frequency.monthDays ?? monthDaysOf(anchor, endOfMonth), periods);
  }
  const date = addMonths(anchor, periods * frequency.months);
  return endOfMonth && isLastDayOfMonth(anchor) ? lastDayOfMonth(date) : date;
}

/** Whether two dates are one period apart, for some anchor day: February 28 and March 31 are, one month, on the 31st. */
export function areOneApart(from: Day, to: Day, frequency: Frequency): boolean {
  if ("days" in frequency) return to - from === frequency.days;
  if ("monthDays" in frequency) return areHalfMonthApart(from, to, frequency.monthDays ?? monthDaysOf(from, false));
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
