/**
 * Takes the dates of printed lines, tells on what days payments may fall due. Law: every printed date is a date of a
 * payment, or, where no frequency makes them, the printed dates are the payments.
 */
import { adjustedDate, type BusinessDayConvention } from "../../../calendar/businessDays";
import { civilDate, type Day } from "../../../calendar/civilDate";
import { periodsUntil } from "../../../calendar/dateSeries";
import { periodsAfter, type Frequency } from "../../../calendar/frequency";
import { paymentDates } from "../../../calendar/paymentDates";
import { CalculationError } from "../../../errors";
import type { DateTerms, LoanTerms } from "../../terms/loanTerms";
import type { KnownTerms } from "../knownTerms";

/** From when interest runs, and on which days payments fall due. */
export interface Timing {
  readonly startDate: Day;
  readonly dates: DateTerms;
  /** Payments up to the last printed line. */
  readonly printedPayments: number;
  /** Each printed line is one payment. */
  readonly isLineByLine: boolean;
  /** The day of the loan is known, or printed. */
  readonly isStartKnown: boolean;
  /** No frequency makes the dates: they are the payments that are printed. */
  readonly isIrregular: boolean;
}

const FREQUENCIES: readonly Frequency[] = [
  { months: 1 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
  { days: 14 },
  { days: 7 },
  { monthDays: null },
  { months: 2 },
  { months: 4 },
];

/** How often a loan is paid of which a line is more than one payment. */
const WITHIN_LINES: readonly Frequency[] = [{ months: 1 }, { months: 3 }, { months: 6 }];

const BUSINESS_DAYS: readonly BusinessDayConvention[] = [
  "following",
  "modifiedFollowing",
  "preceding",
  "modifiedPreceding",
];

/**
 * The timings that make the dates of some lines, one payment a line: at the frequency of the lines, or the same with
 * dates moved to business days.
 *
 * @param days ascending; one at least
 * @param start the day of the loan, where it is known
 */
export function timings(known: KnownTerms, days: readonly Day[], start: Day | null): readonly Timing[] {
  const frequencies = openFrequencies(known, days, start);
  const plain = frequencies.flatMap((frequency) => lineByLine(known, days, start, frequency));
  if (plain.length > 0) return plain;
  const moved = known.has("businessDays") || days.length < 3 ? [] : movedTimings(known, days, start, frequencies);
  return moved.length > 0 ? moved : [irregular(known, days, start)];
}

/** Two dates tell how far they are apart; one by itself is taken for one of monthly payments. */
function openFrequencies(known: KnownTerms, days: readonly Day[], start: Day | null): readonly Frequency[] {
  const { frequency, endOfMonth } = known.terms.dates;
  if (known.has("frequency")) return [frequency];
  if (days.length > 1) return FREQUENCIES;
  const fitting = FREQUENCIES.filter((one) => start !== null && periodsAfter(start, one, 1, endOfMonth) === days[0]);
  return fitting.length > 0 ? fitting.slice(0, 1) : [{ months: 1 }];
}

/** Those of more payments than lines, as where a monthly loan is printed once a year. */
export function finerTimings(known: KnownTerms, days: readonly Day[], start: Day | null): readonly Timing[] {
  const frequencies = known.has("frequency") ? [known.terms.dates.frequency] : WITHIN_LINES;
  return frequencies.flatMap((frequency) => finerThanLines(known, days, start, frequency));
}

/** A first period that is not a regular one: the same payments, from another day on. */
export function startingOn(timing: Timing, startDate: Day, firstDate: Day): Timing {
  return { ...timing, startDate, dates: { ...timing.dates, firstDate } };
}

/** What the timings of one payment a line have in common. */
function ofLines(days: readonly Day[], start: Day | null): Omit<Timing, "startDate" | "dates"> {
  return { printedPayments: days.length, isLineByLine: true, isStartKnown: start !== null, isIrregular: false };
}

function lineByLine(
  known: KnownTerms,
  days: readonly Day[],
  start: Day | null,
  frequency: Frequency,
): readonly Timing[] {
  const ends = known.has("monthEnd") ? [known.terms.dates.endOfMonth] : [false, true];
  for (const endOfMonth of ends) {
    const dates = { ...known.terms.dates, frequency, endOfMonth };
    const found = firstFitting(startsOf(days, start, dates), dates, days);
    if (found) return [{ ...found, ...ofLines(days, start) }];
  }
  return [];
}

/** With a start date, or one period before the first payment; and the first payment a period after it, or where it is. */
function firstFitting(
  starts: readonly Day[],
  dates: DateTerms,
  days: readonly Day[],
): Pick<Timing, "startDate" | "dates"> | undefined {
  const firstDates = dates.firstDate === null ? [null, days[0] ?? null] : [dates.firstDate];
  const tried = starts.flatMap((startDate) =>
    firstDates.map((firstDate) => ({ startDate, dates: { ...dates, firstDate } })),
  );
  return tried.find((timing) => makesDays(timing, days));
}

function startsOf(days: readonly Day[], start: Day | null, { frequency, endOfMonth }: DateTerms): readonly Day[] {
  if (start !== null) return [start];
  // The day of the month is that of the longest month: payments on the 30th are on the 28th in February.
  const dayOfMonth = days.map((day) => civilDate(day).day);
  const longest = dayOfMonth.indexOf(Math.max(...dayOfMonth));
  const anchors = "months" in frequency ? [longest, 0] : [0];
  return anchors.map((place) => periodsAfter(days[place] ?? 0, frequency, -place - 1, endOfMonth));
}

function makesDays({ startDate, dates }: Pick<Timing, "startDate" | "dates">, days: readonly Day[]): boolean {
  const made = datesOf(startDate, dates, days.length);
  return made !== null && days.every((day, place) => made[place] === day);
}

/** The first payment dates; null where the terms make none. */
function datesOf(startDate: Day, dates: DateTerms, count: number): readonly Day[] | null {
  const holidays = new Set(dates.holidays);
  try {
    const unadjusted = paymentDates(startDate, { ...dates, maturityDate: null }, count).subarray(1);
    return Array.from(unadjusted, (day) => adjustedDate(day, dates.businessDays, holidays));
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}

/** Dates that weekends moved: the first of them stands up to three days from where it would be. */
function movedTimings(
  known: KnownTerms,
  days: readonly Day[],
  start: Day | null,
  frequencies: readonly Frequency[],
): readonly Timing[] {
  const [first = 0] = days;
  for (const frequency of frequencies) {
    for (const businessDays of BUSINESS_DAYS) {
      for (const firstDate of [0, -1, 1, -2, 2, -3].map((apart) => first + apart)) {
        const dates = { ...known.terms.dates, frequency, businessDays, firstDate };
        const startDate = start ?? periodsAfter(firstDate, frequency, -1, false);
        if (!makesDays({ startDate, dates }, days)) continue;
        const timing = { startDate, ...ofLines(days, start) };
        const accruals = known.has("accrualDates") ? [dates.accrual] : (["unadjusted", "adjusted"] as const);
        return accruals.map((accrual) => ({ ...timing, dates: { ...dates, accrual } }));
      }
    }
  }
  return [];
}

/** Payments within a line, such as twelve where a line is a year. */
function finerThanLines(
  known: KnownTerms,
  days: readonly Day[],
  start: Day | null,
  frequency: Frequency,
): readonly Timing[] {
  if (start === null && days.length < 2) return [];
  const [first = 0, second = 0] = days;
  const startDate = start ?? periodsBefore(first, second);
  const last = days.at(-1) ?? first;
  const most = Math.min(MOST_PAYMENTS, periodsUntil(last, startDate, frequency) + 1);
  const dates = { ...known.terms.dates, frequency };
  const made = datesOf(startDate, dates, most);
  if (made === null || !days.every((day) => made.includes(day))) return [];
  const printedPayments = made.indexOf(last) + 1;
  if (printedPayments === days.length) return [];
  return [{ ...ofLines(days, start), startDate, dates, printedPayments, isLineByLine: false }];
}

const MOST_PAYMENTS = 1_200;

/** As long before the first of two days as that is before the second; whole months where they are on one day of it. */
function periodsBefore(first: Day, second: Day): Day {
  const [a, b] = [civilDate(first), civilDate(second)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return a.day === b.day ? periodsAfter(first, { months }, -1, false) : 2 * first - second;
}

function irregular({ terms }: KnownTerms, days: readonly Day[], start: Day | null): Timing {
  const [first = 0, second = first + 30] = days;
  return {
    ...ofLines(days, start),
    startDate: start ?? periodsBefore(first, second),
    dates: { ...terms.dates, count: null, maturityDate: null },
    isIrregular: true,
  };
}

/** Terms with a timing. */
export function timed(terms: LoanTerms, { startDate, dates }: Timing): LoanTerms {
  return { ...terms, startDate, dates };
}
