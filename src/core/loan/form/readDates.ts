/**
 * Takes what a form says of dates, makes the terms of them. Law: nothing is dated before the loan, and two ways to say
 * one term agree.
 */
import { choiceOf, readYesNo, type Given } from "../../given";
import { addMonths, longDate, type Day } from "../../calendar/civilDate";
import type { Frequency } from "../../calendar/frequency";
import { MAX_PERIODS } from "../../calendar/paymentDates";
import { CalculationError, inWords } from "../../errors";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import type { DatedAmount, DateTerms } from "../terms/loanTerms";
import { CHOICES } from "./fields";
import { fieldOf, type GivenLoan, type ReadField } from "./givenLoan";
import * as read from "./values";

/** When principal and interest fall due. */
export function readDates(given: GivenLoan, field: ReadField, startDate: Day): DateTerms {
  const date = (value: Given) => given.readDate(value.name, value.value);
  const fromStart = (value: Given) => requireFrom(startDate, value, date(value));
  const frequency = field("frequency", read.readFrequency) ?? DEFAULT_TERMS.dates.frequency;
  const term = readTerm(given, field, startDate, frequency);
  return {
    frequency,
    firstDate: field("firstPaymentDate", fromStart),
    maturityDate: field("maturityDate", fromStart) ?? term.end,
    count: term.count,
    stubPeriod: field("stubPeriod", choiceOf(CHOICES.stubPeriod)) ?? "shortFinal",
    endOfMonth: field("monthEnd", readYesNo) ?? false,
    businessDays: field("businessDays", choiceOf(CHOICES.businessDays)) ?? "none",
    holidays: (given.fields.get("holidays") ?? []).flat().map(date),
    accrual: field("accrualDates", choiceOf(CHOICES.accrualDates)) ?? "unadjusted",
    interestFrequency: field("interestFrequency", read.readFrequency),
    firstInterestDate: field("firstInterestDate", fromStart),
  };
}

/** A term in months or years, as a count of payments where it holds a whole number of periods, else as its last day. */
function readTerm(
  given: GivenLoan,
  field: ReadField,
  startDate: Day,
  frequency: Frequency,
): { count: number | null; end: Day | null } {
  const payments = field("payments", readPositiveCount);
  const key = given.fields.has("termMonths") ? "termMonths" : "termYears";
  const place = fieldOf(given, key);
  if (!place) return { count: payments, end: null };
  const months = readPositiveCount(place) * (key === "termYears" ? 12 : 1);
  requireAgreement(given, months);
  const periods = "months" in frequency ? months / frequency.months : NaN;
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

/** A term in months and one in years are the same term. */
function requireAgreement(given: GivenLoan, months: number): void {
  const place = fieldOf(given, "termYears");
  if (!place || readPositiveCount(place) * 12 === months) return;
  throw new CalculationError(
    "invalid-input",
    place.name,
    `must agree with the term in months, ${months}, or be left out`,
    place.value,
  );
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

function requireFrom(startDate: Day, { name }: Given, date: Day): Day {
  if (date >= startDate) return date;
  throw new CalculationError(
    "out-of-range",
    name,
    `must not be before the start date, ${longDate(startDate)}`,
    inWords(longDate(date)),
  );
}
