/**
 * Takes a stated figure beside the computed one, names why they differ. Law: a cause is named where the numbers prove
 * it: the stated figure comes out by it to the last digit that is printed, and it explains more than the figure
 * itself.
 */
import type { Day } from "../../calendar/civilDate";
import { DAY_COUNTS } from "../../calendar/dayCounts";
import { dueBy } from "../../calendar/dateSeries";
import type { ScheduledBalances } from "../account/scheduledBalances";
import { toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt } from "../columns";
import { orNoLoan } from "../fit/orNoLoan";
import type { Loan } from "../loan";
import { loanSchedule } from "../schedule/schedule";
import type { LoanTerms } from "../terms/loanTerms";
import { printedStep } from "./finding";
import { MAX_TRIED, otherTerms } from "./otherTerms";

/** What is said of a figure for which the numbers prove no cause. */
export const NOT_REPRODUCED = "No cause found: the terms do not give this figure";

/** Why a printed balance differs from the computed one. */
export function causeOfBalance(loan: Loan, line: number, stated: Units): string {
  const { lines } = loan.account("computed");
  const computed = lines.balance(line);
  const step = printedStep(loan);
  return (
    balanceOfAnotherPayment(loan, lines.date(line), stated) ??
    wordsOfProved(loan, (other) => other.balance(line) === stated) ??
    rounding(stated, computed, step) ??
    slip(stated, computed, step) ??
    reductionLeftOutOrTwice(loan, line, stated - computed) ??
    NOT_REPRODUCED
  );
}

/** Why a printed reduction differs from the computed one. */
export function causeOfReduction(loan: Loan, line: number, stated: Units): string {
  const computed = loan.account("computed").lines.payment(line);
  const step = printedStep(loan);
  return (
    wordsOfProved(loan, (other) => other.payment(line) === stated) ??
    rounding(stated, computed, step) ??
    slip(stated, computed, step) ??
    NOT_REPRODUCED
  );
}

/** The same of a reduction that the text names apart from the schedule. */
export function causeOfReductionInText(loan: Loan, stated: Units): string {
  const computed = loan.account("computed").lines.firstPayment;
  const step = printedStep(loan);
  const other = otherTerms(loan).find(({ lines }) => lines.last > 0 && lines.firstPayment === stated);
  return rounding(stated, computed, step) ?? other?.words ?? slip(stated, computed, step) ?? NOT_REPRODUCED;
}

/** A slip of the pen, as far as the digits show it. */
export function causeByDigits(loan: Loan, stated: Units, computed: Units): string {
  return slip(stated, computed, printedStep(loan)) ?? NOT_REPRODUCED;
}

/** Why a stated payment is not the one that repays the loan, the last payment settling the difference. */
export function causeOfPayment({ terms, schedule }: Loan, stated: Units, computed: Units, step: RoundingStep): string {
  const comesOutBy = (changed: Partial<LoanTerms>) =>
    orNoLoan(() => toStep(repayingPayment({ ...terms, ...changed }), step)) === stated;
  if (Math.abs(stated - computed) <= step.units) return "Rounding: one unit of the payment's precision";
  if (comesOutBy({ dates: { ...terms.dates, firstDate: terms.startDate } })) {
    return "Comes out with payments in advance";
  }
  if (comesOutBy({ interest: { ...terms.interest, compounding: { months: 12 } } })) {
    return "Comes out with the rate as an effective one";
  }
  const tried = schedule.loan.periods.count > MAX_TRIED ? [] : DAY_COUNTS;
  const named = tried.find((dayCount) => comesOutBy({ interest: { ...terms.interest, dayCount } }));
  if (named) return `Comes out by ${named.name}`;
  return `${slip(stated, computed, step) ?? NOT_REPRODUCED}; the last payment settles the difference`;
}

/** The level payment that repays a loan, had its agreement stated none. */
export function repayingPayment(terms: LoanTerms): Units {
  const { payments } = loanSchedule({ ...terms, payment: { ...terms.payment, amount: null } });
  return amountAt(payments, Math.min(terms.payment.interestOnlyPayments, payments.length - 1));
}

function rounding(stated: Units, computed: Units, step: RoundingStep): string | null {
  return Math.abs(stated - computed) <= step.units ? "Rounding: one unit of the printed precision" : null;
}

/** The balance after another payment than the one meant: a row read too high or too low. */
function balanceOfAnotherPayment(loan: Loan, date: Day, stated: Units): string | null {
  const meant = dueBy(loan.schedule.dates, date) - 1;
  const found = paymentsByBalance(loan).get(stated) ?? meant;
  if (found === meant || stated === 0) return null;
  const apart = Math.abs(found - meant);
  const payments = apart === 1 ? "one payment" : `${apart} payments`;
  return `Equals the balance ${payments} ${found < meant ? "earlier" : "later"}, after payment ${found + 1}`;
}

/** The first payment that leaves each balance, as it would be printed; worked out once a loan. */
function paymentsByBalance(loan: Loan): ReadonlyMap<Units, number> {
  const known = paymentsOf.get(loan);
  if (known) return known;
  const step = printedStep(loan);
  const byBalance = Array.from(loan.schedule.closings, (closing, index) => [toStep(closing, step), index] as const);
  const found = new Map(byBalance.reverse()); // the first payment is set last
  paymentsOf.set(loan, found);
  return found;
}

const paymentsOf = new WeakMap<Loan, ReadonlyMap<Units, number>>();

/** Another reading of the terms that makes this figure, and more of the printed ones than the terms themselves. */
function wordsOfProved(loan: Loan, makes: (lines: ScheduledBalances) => boolean): string | null {
  return otherTerms(loan).find(({ isProved, lines }) => isProved && makes(lines))?.words ?? null;
}

/** A reduction that was left out or taken twice. */
function reductionLeftOutOrTwice(loan: Loan, line: number, difference: Units): string | null {
  const reduction = loan.account("stated").lines.payment(line);
  if (reduction === 0 || Math.abs(difference) !== reduction) return null;
  return difference > 0 ? "The reduction was not taken off" : "The reduction was taken off twice";
}

/** Digits as they are written wrong: two changed places, or one is another. Of short figures one proves nothing. */
function slip(stated: Units, computed: Units, step: RoundingStep): string | null {
  if (stated < 0 || computed < 0) return null;
  const [left, right] = [String(stated / step.units), String(computed / step.units)];
  if (left.length !== right.length) return null;
  const wrong = [...left].flatMap((digit, place) => (digit === right[place] ? [] : [place]));
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 1 && left.length >= 3) return "One digit is another";
  const isSwapped = wrong.length === 2 && left[first] === right[second] && left[second] === right[first];
  return isSwapped ? "Two digits changed places" : null;
}
