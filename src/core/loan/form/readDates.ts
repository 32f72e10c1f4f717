/**
 * Takes what a form says of dates, makes the terms of them. Law: nothing is dated before the loan, and two ways to say
 * one term agree.
 */
import { choiceOf, readText, readYesNo, type Given } from "../../given";
import { addMonths, longDate, type Day } from "../../calendar/civilDate";
import { periodsInMonths, type Frequency } from "../../calendar/frequency";
import { MAX_PERIODS } from "../../calendar/paymentDates";
import { isOnMonthDays, monthDaysNamed, monthDaysOf } from "../../calendar/semiMonthly";
import { CalculationError, inWords } from "../../errors";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import type { DatedAmount, DateTerms } from "../terms/loanTerms";
import { lastForgiveness } from "./agreements/straightLineForgiveness";
import { CHOICES } from "./fields";
import { fieldOf, type GivenLoan, type ReadField } from "./givenLoan";
import * as read from "./values";

/** When principal and interest fall due. */
export function readDates(given: GivenLoan, field: ReadField, startDate: Day): DateTerms {
  const date = (value: Given) => given.readDate(value.name, value.value);
  const fromStart = (value: Given) => requireFrom(startDate, value, date(value));
  const firstDate = field("firstPaymentDate", fromStart);
  const firstInterestDate = field("firstInterestDate", fromStart);
  const stubPeriod = field("stubPeriod", choiceOf(CHOICES.stubPeriod)) ?? "shortFinal";
  const endOfMonth = field("monthEnd", readYesNo) ?? false;
  const maturityDate = field("maturityDate", fromStart);
  const runsBack = stubPeriod === "shortInitial" || stubPeriod === "longInitial";
  const anchor = firstDate ?? (runsBack ? maturityDate : null) ?? startDate;
  const frequency = readPaymentFrequency(given, field, { anchor, endOfMonth });
  const term = readTerm(given, field, startDate, frequency);
  const isOpen = term.count === null && !given.fields.has("payment") && given.schedule.length === 0;
  const interestFrequency = field("interestFrequency", read.readFrequency);
  return {
    frequency,
    firstDate,
    maturityDate: maturityDate ?? term.end ?? (isOpen ? lastForgiveness(given, startDate) : null),
    count: term.count,
    stubPeriod,
    endOfMonth,
    businessDays: field("businessDays", choiceOf(CHOICES.businessDays)) ?? "none",
    holidays: (given.fields.get("holidays") ?? []).flat().map(date),
    accrual: field("accrualDates", choiceOf(CHOICES.accrualDates)) ?? "unadjusted",
    interestFrequency: interestFrequency && onMonthDays(interestFrequency, firstInterestDate ?? anchor, endOfMonth),
    firstInterestDate,
  };
}

/** How often principal is paid; of payments twice a month with the days, which `Semi-monthly days` or the first date names. */
function readPaymentFrequency(
  given: GivenLoan,
  field: ReadField,
  { anchor, endOfMonth }: { readonly anchor: Day; readonly endOfMonth: boolean },
): Frequency {
  const named = field("frequency", read.readFrequency);
  const place = fieldOf(given, "semiMonthlyDays");
  if (!place) return onMonthDays(named ?? DEFAULT_TERMS.dates.frequency, anchor, endOfMonth);
  if (named && !("monthDays" in named)) {
    const rule = "must be left out of a loan that is not paid twice a month";
    throw new CalculationError("invalid-input", place.name, rule, place.value);
  }
  const monthDays = monthDaysNamed(place.name, readText(place));
  const first = fieldOf(given, "firstPaymentDate");
  if (first && !isOnMonthDays(anchor, monthDays)) {
    const rule = `must be on one of the payment days, ${readText(place)}`;
    throw new CalculationError("out-of-range", first.name, rule, inWords(longDate(anchor)));
  }
  return { monthDays };
}

/** A frequency twice a month with its days, which follow from a date where the form is silent. */
function onMonthDays(frequency: Frequency, anchor: Day, endOfMonth: boolean): Frequency {
  if (!("monthDays" in frequency)) return frequency;
  return { monthDays: frequency.monthDays ?? monthDaysOf(anchor, endOfMonth) };
}

/** A term in months or years, as a count of payments where it holds a whole number of periods, else as its last day. */
function readTerm(
  given: GivenLoan,
  field: ReadField,
  startDate: Day,
  frequency: Frequency,
): { count: number | null; end: Day | null } {
  const payments = field("payments", readPositiveCount);
  const length = readLength(given, { inMonths: "termMonths", inYears: "termYears", name: "term" });
  if (!length) return { count: payments, end: null };
  const { place, months, days } = length;
  if (months === null) return { count: payments, end: startDate + days };
  const periods = periodsInMonths(frequency, months);
  if (payments !== null && payments !== periods) {
    throw new CalculationError(
      "invalid-input",
      place.name,
      `must agree with the ${payments} payments, or be left out`,
      place.value,
    );
  }
  return Number.isInteger(periods) ? { count: periods, end: null } : { count: null, end: addMonths(startDate, months) };
}

/** A length of time in whole months, or in days, and where it is given. */
type Length = { readonly place: Given } & (
  { readonly months: number; readonly days: 0 } | { readonly months: null; readonly days: number }
);

/** The two fields of one length of time, and what an error calls it. */
interface LengthFields {
  readonly inMonths: string;
  readonly inYears: string;
  readonly name: string;
}

/** A length of time, in whichever unit it is given; one that is said in both is the same in both. */
export function readLength(given: GivenLoan, { inMonths, inYears, name }: LengthFields): Length | null {
  const months = fieldOf(given, inMonths);
  const years = fieldOf(given, inYears);
  const first = months && lengthAt(months, 1);
  const second = years && lengthAt(years, 12);
  if (!first || !second) return first ?? second ?? null;
  if (first.months === second.months && first.days === second.days) return first;
  const said = first.months ?? String(first.place.value);
  const rule = `must agree with the ${name} in months, ${said}, or be left out`;
  throw new CalculationError("invalid-input", second.place.name, rule, second.place.value);
}

function lengthAt(place: Given, monthsInUnit: 1 | 12): Length {
  const length = read.readLengthOfTime(place, monthsInUnit);
  if ("days" in length) return { place, months: null, days: length.days };
  if (length.months <= MAX_PERIODS) return { place, months: length.months, days: 0 };
  throw new CalculationError("out-of-range", place.name, `must be no more than ${MAX_PERIODS} months`, place.value);
}

/** The amounts of a dated field, by date; each of zero or more, none before the loan begins. */
export function readDatedAmounts(given: GivenLoan, key: string, startDate: Day): DatedAmount[] {
  return datedRows(given, key, startDate, read.readAmount).map(({ date, value }) => ({ date, amount: value }));
}

/** The rows of a dated field, by date; none before the loan begins. */
export function datedRows<T>(
  given: GivenLoan,
  key: string,
  startDate: Day,
  reader: (value: Given) => T,
): { date: Day; value: T }[] {
  const rows = (given.fields.get(key) ?? []).map(([first, second]) => {
    const place = first ?? { name: key, value: null };
    const date = requireFrom(startDate, place, given.readDate(place.name, place.value));
    return { date, value: reader(second ?? { name: `${place.name}, second value`, value: null }) };
  });
  return rows.sort((a, b) => a.date - b.date);
}

function readPositiveCount(given: Given): number {
  const count = read.readCount(given);
  if (count >= 1 && count <= MAX_PERIODS) return count;
  throw new CalculationError("out-of-range", given.name, `must be from 1 to ${MAX_PERIODS}`, count);
}

/** @throws CalculationError for a date before the loan begins */
export function requireFrom(startDate: Day, { name }: Given, date: Day): Day {
  if (date >= startDate) return date;
  throw new CalculationError(
    "out-of-range",
    name,
    `must not be before the start date, ${longDate(startDate)}`,
    inWords(longDate(date)),
  );
}
