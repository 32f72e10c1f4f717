import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { alternatives, ifLoan, MOST_TRIED } from "./otherTerms";
import { DAY_COUNTS } from "../../calendar/dayCounts";
import { stepOf, toStep, type Step, type Units } from "../amountScale";
import type { Loan } from "../loan";
import { loanSchedule } from "../schedule/schedule";
import type { Statement } from "../account/scheduledBalances";
import type { LoanTerms } from "../terms/loanTerms";

export const NOT_REPRODUCED = "No convention reproduces it";

/** Why a printed balance differs from the computed one, as far as the numbers prove it. */
export function causeOfBalance(loan: Loan, line: number, stated: Units): string {
  const { statement } = loan.lookup("computed");
  const computed = statement.balances[line] as number;
  const step = printedStep(loan, statement);
  return (
    anotherPayment(loan, statement.dates[line] as number, stated, step) ??
    anotherReading(loan, line, stated, "balances") ??
    rounding(stated, computed, step) ??
    slip(stated, computed, step) ??
    anotherReduction(loan, line, stated - computed) ??
    NOT_REPRODUCED
  );
}

/** Why a printed reduction differs from the computed one, as far as the numbers prove it. */
export function causeOfReduction(loan: Loan, line: number, stated: Units): string {
  const { statement } = loan.lookup("computed");
  const computed = statement.reductions[line] as number;
  const step = printedStep(loan, statement);
  return (
    anotherReading(loan, line, stated, "reductions") ??
    rounding(stated, computed, step) ??
    slip(stated, computed, step) ??
    NOT_REPRODUCED
  );
}

/** The same of a reduction that the text names apart from the schedule. */
export function causeOfReductionInText(loan: Loan, stated: Units): string {
  const { statement } = loan.lookup("computed");
  const computed = statement.reductions[1] ?? 0;
  const step = printedStep(loan, statement);
  const other = alternatives(loan).find((alternative) => alternative.statement.reductions[1] === stated);
  return rounding(stated, computed, step) ?? other?.words ?? slip(stated, computed, step) ?? NOT_REPRODUCED;
}

/** A slip of the pen, as far as the digits show it. */
export function causeByDigits(loan: Loan, stated: Units, computed: Units): string {
  return slip(stated, computed, printedStep(loan, loan.lookup("computed").statement)) ?? NOT_REPRODUCED;
}

function printedStep({ terms }: Loan, { decimals }: Statement): Step {
  return stepOf(terms.stated?.rounding ?? null, decimals);
}

function rounding(stated: Units, computed: Units, step: Step): string | null {
  return Math.abs(stated - computed) <= step.units ? "Rounding: one unit of the printed precision" : null;
}

/** The balance after another payment than the one meant: a row read too high or too low. */
function anotherPayment(loan: Loan, date: Day, stated: Units, step: Step): string | null {
  const meant = dueBy(loan.schedule.dates, date) - 1;
  const found = paymentsByBalance(loan, step).get(stated) ?? meant;
  if (found === meant || stated === 0) return null;
  const apart = Math.abs(found - meant);
  const payments = apart === 1 ? "one payment" : `${apart} payments`;
  return `Equals the balance ${payments} ${found < meant ? "earlier" : "later"}, after payment ${found + 1}`;
}

/** The first payment that leaves each balance, as it would be printed; worked out once a loan. */
function paymentsByBalance(loan: Loan, step: Step): ReadonlyMap<Units, number> {
  const kept = knownBalances.get(loan);
  if (kept) return kept;
  const latestFirst = Array.from(
    loan.schedule.closings,
    (closing, index) => [toStep(closing, step), index] as const,
  ).reverse();
  const found = new Map(latestFirst);
  knownBalances.set(loan, found);
  return found;
}

const knownBalances = new WeakMap<Loan, ReadonlyMap<Units, number>>();

/** Another reading of the terms that makes this figure, and more of the printed ones than the terms themselves. */
function anotherReading(loan: Loan, line: number, stated: Units, figures: "balances" | "reductions"): string | null {
  return (
    alternatives(loan).find(({ isProved, statement }) => isProved && statement[figures][line] === stated)?.words ?? null
  );
}

/** A reduction that was left out or taken twice. */
function anotherReduction(loan: Loan, line: number, difference: Units): string | null {
  const reduction = loan.lookup("stated").statement.reductions[line] ?? 0;
  if (reduction === 0 || Math.abs(difference) !== reduction) return null;
  return difference > 0 ? "The reduction was not taken off" : "The reduction was taken off twice";
}

/** The level payment that the terms make, had they stated none. */
export function levelPaymentOf(terms: LoanTerms): Units {
  const { payments } = loanSchedule({ ...terms, payment: { ...terms.payment, amount: null } });
  return payments[Math.min(terms.payment.interestOnlyPayments, payments.length - 1)] ?? 0;
}

/** Why a stated payment is not the one that repays the loan, as far as the numbers prove it. */
export function causeOfPayment({ terms, schedule }: Loan, stated: Units, computed: Units, step: Step): string {
  const by = (other: Partial<LoanTerms>) =>
    ifLoan(() => toStep(levelPaymentOf({ ...terms, ...other }), step)) === stated;
  const tried = schedule.periods.count > MOST_TRIED ? [] : DAY_COUNTS;
  if (Math.abs(stated - computed) <= step.units) return "Rounding: one unit of the payment's precision";
  if (by({ dates: { ...terms.dates, firstDate: terms.startDate } })) return "Comes out with payments in advance";
  if (by({ interest: { ...terms.interest, compounding: { months: 12 } } }))
    return "Comes out with the rate as an effective one";
  const dayCount = tried.find((candidate) => by({ interest: { ...terms.interest, dayCount: candidate } }));
  if (dayCount) return `Comes out by ${dayCount.name}`;
  return `${slip(stated, computed, step) ?? NOT_REPRODUCED}; the last payment settles the difference`;
}

/** Digits as they are written wrong: two changed places, or one is another. */
function slip(stated: Units, computed: Units, step: Step): string | null {
  const [left, right] = [String(stated / step.units), String(computed / step.units)];
  const wrong = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [i = 0, j = 0] = wrong;
  if (left.length !== right.length || stated < 0 || computed < 0) return null;
  if (wrong.length === 1) return left.length < 3 ? null : "One digit is another"; // of short figures it proves nothing
  return wrong.length === 2 && left[i] === right[j] && left[j] === right[i] ? "Two digits changed places" : null;
}
