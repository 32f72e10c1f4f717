/**
 * Takes a payment and a balloon that an agreement states together, refuses those that do not repay its loan. Law: neither is
 * dropped: the last payment is the two together, to what rounding leaves, or the loan is refused.
 */
import { CalculationError } from "../../errors";
import { isZero, toNumber } from "../../number/fraction";
import { timesRatio, type Units } from "../amountScale";
import { amountAt } from "../columns";
import { changedPayment } from "../repayment/changedPayment";
import { paymentWeights } from "../repayment/levelPayment";
import { DEFAULT_TERMS } from "../terms/defaultTerms";
import type { LoanTerms } from "../terms/loanTerms";
import type { LoanSchedule } from "./loanSchedule";
import { residueBound } from "./residue";

/** @throws CalculationError `invalid-input` where a payment and a balloon stand together and nothing says when it falls due */
export function requireEndOfBalloon({ payment }: LoanTerms): void {
  if (isZero(payment.balloon)) return;
  const rule = "must stand with a number of payments, a term or a maturity date, when it falls due";
  throw new CalculationError("invalid-input", "balloon", rule, toNumber(payment.balloon));
}

/**
 * What the last payment is more than a regular one, of a loan whose payment is given, is its balloon: by the rates and the
 * payments that the agreement has throughout. What is lent or paid besides on the way changes it, and may stand beside the
 * balloon that was agreed before.
 *
 * @param asAgreed the schedule of terms, to see what the payments leave where nothing is lent or paid besides
 * @throws CalculationError `out-of-range` for a balloon that differs from it by more than rounding may leave
 */
export function requireBalloonLeft(schedule: LoanSchedule, asAgreed: (terms: LoanTerms) => LoanSchedule): void {
  const { terms } = schedule.loan;
  if (!isGiven(terms) || schedule.payments.length === 0 || isLeftBy(schedule)) return;
  const undisturbed = withoutEvents(terms);
  if (undisturbed !== terms && isLeftBy(asAgreed(undisturbed))) return;
  const { scale } = schedule.loan;
  const left = leftBy(schedule);
  const count = `${schedule.payments.length} payment${schedule.payments.length === 1 ? "" : "s"} of ${scale.text(regularPayment(schedule))}`;
  const paid = isSteady(terms) ? count : "the payments, with all that changes on the way,";
  const rule =
    left === 0
      ? `must be left out, as ${paid} repay the loan`
      : `must be ${scale.text(left)}, which ${paid} leave, or be left out: the last payment then settles the loan`;
  throw new CalculationError("out-of-range", "balloon", rule, toNumber(terms.payment.balloon));
}

/** What the payments leave beyond a regular last one. */
function leftBy(schedule: LoanSchedule): Units {
  const { loan, payments, interests } = schedule;
  const last = payments.length - 1;
  const interest = loan.terms.method === "levelPrincipal" ? amountAt(interests, last) : 0;
  return Math.max(0, amountAt(payments, last) - interest - regularPayment(schedule));
}

function isLeftBy(schedule: LoanSchedule): boolean {
  const { terms, scale } = schedule.loan;
  const off = Math.abs(leftBy(schedule) - scale.units(terms.payment.balloon));
  return off <= residueBound(schedule, schedule.payments.length) + 1;
}

/** The payment in force in the last period, were it not the last. */
function regularPayment({ loan, payments }: LoanSchedule): Units {
  const { terms, scale } = loan;
  const last = payments.length - 1;
  const given = terms.payment.amount === null ? 0 : scale.units(terms.payment.amount);
  return (
    changedPayment(loan, last) ?? timesRatio(given, paymentWeights(loan)(last), scale.step(terms.rounding.payment))
  );
}

function isGiven({ payment, rounding }: LoanTerms): boolean {
  return payment.amount !== null && !isZero(payment.balloon) && rounding.residue !== "none";
}

/** One rate and one payment throughout, and nothing besides. */
function isSteady(terms: LoanTerms): boolean {
  const { payment, interest } = terms;
  const changes = payment.paymentChanges.length + interest.rateChanges.length;
  return changes === 0 && isZero(payment.yearlyGrowth) && withoutEvents(terms) === terms;
}

function withoutEvents(terms: LoanTerms): LoanTerms {
  const { advances, extraPayments, forgiveness } = terms.events;
  const { recurring } = terms.payment;
  if ([advances, extraPayments, forgiveness, recurring].every(({ length }) => length === 0)) return terms;
  return { ...terms, events: DEFAULT_TERMS.events, payment: { ...terms.payment, recurring: [] } };
}
