/**
 * Takes what a form says of the beginning of a loan, makes its principal and start: those of the day it was lent, or, of
 * a loan in the middle of its life, what is owed on a date. Law: it begins once.
 */
import { isPresent, readYesNo, type Given } from "../../../given";
import type { Day } from "../../../calendar/civilDate";
import { periodsAfter } from "../../../calendar/frequency";
import { CalculationError } from "../../../errors";
import { ZERO, type Fraction } from "../../../number/fraction";
import { fieldOf, type GivenLoan, type ReadField } from "../givenLoan";
import { readPaymentFrequency } from "../readDates";
import { readAmount, readPositiveAmount } from "../values";

/** What is owed where the terms begin; null where the form does not say it. */
interface Opening {
  readonly principal: Fraction | null;
  readonly startDate: Day | null;
  readonly accruedAtStart: Fraction;
}

/** Of a form that is silent on its beginning, or says it so that it cannot be read. */
export const NOTHING_SAID: Opening = { principal: null, startDate: null, accruedAtStart: ZERO };

/**
 * Where the terms begin: with a balance at a date, or with the principal and the start date; null where they are those of
 * the opening line of a printed schedule.
 */
export function readOpening(given: GivenLoan, field: ReadField): Opening {
  if (given.fields.has("balanceAt")) return balanceAt(given, field);
  refuse(given, CONTINUATION, "belongs beside a Balance at, a date and what is owed on it");
  return {
    principal: field("principal", readPositiveAmount),
    startDate: field("startDate", ({ name, value }) => given.readDate(name, value)) ?? beforeFirstPayment(given, field),
    accruedAtStart: ZERO,
  };
}

/** Where only the first payment date is given, interest runs from one period before it, as that of any regular payment. */
function beforeFirstPayment(given: GivenLoan, field: ReadField): Day | null {
  if (given.schedule.length > 0 || given.fields.has("startDate")) return null;
  const first = field("firstPaymentDate", ({ name, value }) => given.readDate(name, value));
  if (first === null) return null;
  const endOfMonth = field("monthEnd", readYesNo) ?? false;
  return periodsAfter(first, readPaymentFrequency(given, field, { anchor: first, endOfMonth }), -1, endOfMonth);
}

/** What only a loan in the middle of its life has. */
const CONTINUATION = ["accruedInterest", "remainingPayments", "nextPaymentDate"];

/** What says the same of the whole life of a loan, and would say it twice. */
const WHOLE_LIFE = ["principal", "startDate", "payments", "termMonths", "termYears", "firstPaymentDate"];

/**
 * A loan in the middle of its life. Where its accrued interest is given, it is owed with the next payment, and interest
 * runs from the date of the balance; else interest runs since the payment date before it, as nothing was paid since.
 */
function balanceAt(given: GivenLoan, field: ReadField): Opening {
  refuse(
    given,
    WHOLE_LIFE,
    "must be left out where Balance at says what is owed (Remaining payments, Next payment date)",
  );
  const [first, second] = given.fields.get("balanceAt")?.[0] ?? [];
  const place: Given = first ?? { name: "balanceAt", value: null };
  const date = given.readDate(place.name, place.value);
  const principal = readPositiveAmount(second ?? { name: `${place.name}, second value`, value: null });
  const accruedAtStart = field("accruedInterest", readAmount);
  const startDate = accruedAtStart === null ? paymentDateBefore(given, field, date) : date;
  return { principal, startDate, accruedAtStart: accruedAtStart ?? ZERO };
}

/** The payment date one period before the next, where the date of the balance lies between the two; else that date. */
function paymentDateBefore(given: GivenLoan, field: ReadField, date: Day): Day {
  const next = field("nextPaymentDate", ({ name, value }) => given.readDate(name, value));
  if (next === null) return date;
  const endOfMonth = field("monthEnd", readYesNo) ?? false;
  const before = periodsAfter(next, readPaymentFrequency(given, field, { anchor: next, endOfMonth }), -1, endOfMonth);
  return before < date && date < next ? before : date;
}

function refuse(given: GivenLoan, keys: readonly string[], rule: string): void {
  const place = keys.map((key) => fieldOf(given, key)).find(isPresent);
  if (place) throw new CalculationError("invalid-input", place.name, rule, place.value);
}
