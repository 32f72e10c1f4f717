/** Takes what a form says of payments, makes the terms of them. Law: two ways to say one term agree. */
import type { Day } from "../../../calendar/civilDate";
import { periodsOver } from "../../../calendar/frequency";
import { MAX_PERIODS } from "../../../calendar/paymentDates";
import { CalculationError } from "../../../errors";
import { choiceOf } from "../../../given";
import { toNumber, ZERO } from "../../../number/fraction";
import type { DateTerms, PaymentTerms } from "../../terms/loanTerms";
import { CHOICES } from "../fields";
import type { GivenLoan, ReadField } from "../givenLoan";
import { readDatedAmounts, readLength } from "../readDates";
import { readRecurringPayments } from "./readRecurringPayments";
import * as read from "../values";

/** What is paid, and what changes it. */
export function readPayment(
  given: GivenLoan,
  field: ReadField,
  { startDate, dates }: { readonly startDate: Day; readonly dates: DateTerms },
): PaymentTerms {
  return {
    amount: field("payment", read.readPositiveAmount),
    amortizationMonths: readAmortization(given, dates),
    computedOn: field("paymentComputedOn", choiceOf(CHOICES.paymentComputedOn)) ?? "dayCount",
    paymentChanges: readDatedAmounts(given, "paymentChanges", startDate),
    yearlyGrowth: field("paymentGrowth", read.readRate) ?? ZERO,
    growthYears: field("growthYears", read.readCount),
    cap: field("paymentCap", read.readRate),
    balloon: field("balloon", read.readAmount) ?? ZERO,
    interestOnlyPayments: field("interestOnlyPayments", read.readCount) ?? 0,
    capitalizationEnd: field("capitalizeUntil", (value) => given.readDate(value.name, value.value)),
    recurring: readRecurringPayments(given, startDate),
    extraPaymentEffect: field("extraPaymentEffect", choiceOf(CHOICES.extraPaymentEffect)) ?? "shortens",
  };
}

/** The amortization period in months, where the form says one: a whole number of payments. */
function readAmortization(given: GivenLoan, { frequency }: DateTerms): number | null {
  const length = readLength(given, {
    inMonths: "amortizationMonths",
    inYears: "amortizationYears",
    name: "amortization period",
  });
  if (!length) return null;
  const { place, months } = length;
  const payments = months === null ? NaN : toNumber(periodsOver(frequency, months));
  if (Number.isInteger(payments) && payments <= MAX_PERIODS) return months;
  const rule = `must hold a whole number of payments, no more than ${MAX_PERIODS}`;
  throw new CalculationError("out-of-range", place.name, rule, place.value);
}
