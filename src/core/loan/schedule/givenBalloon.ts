/**
 * Takes a payment and a balloon that an agreement states together, refuses those that do not repay its loan. Law: neither is
 * dropped: the last payment is the two together, to what rounding leaves, or the loan is refused.
 */
import { CalculationError } from "../../errors";
import { isZero, toNumber } from "../../number/fraction";
import type { Units } from "../amountScale";
import { amountAt } from "../columns";
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
 * What the last payment is more than a regular one, of a loan whose payment is given, is its balloon. Where rates, payments
 * or the balance change on the way, the last payment settles what they leave.
 *
 * @throws CalculationError `out-of-range` for a balloon that differs from it by more than rounding may leave
 */
export function requireBalloonLeft(schedule: LoanSchedule): void {
  const { loan, payments, interests } = schedule;
  const { terms, scale } = loan;
  if (!isFixed(terms) || loan.events.size > 0 || payments.length === 0) return;
  const last = payments.length - 1;
  const interest = terms.method === "levelPrincipal" ? amountAt(interests, last) : 0;
  const regular = terms.payment.amount === null ? 0 : scale.units(terms.payment.amount);
  const left: Units = Math.max(0, amountAt(payments, last) - interest - regular);
  const balloon = scale.units(terms.payment.balloon);
  if (Math.abs(left - balloon) <= residueBound(schedule, payments.length) + 1) return;
  const count = `${payments.length} payment${payments.length === 1 ? "" : "s"} of ${scale.text(regular)}`;
  const rule =
    left === 0
      ? `must be left out, as ${count} repay the loan`
      : `must be ${scale.text(left)}, which ${count} leave, or be left out: the last payment then settles the loan`;
  throw new CalculationError("out-of-range", "balloon", rule, toNumber(terms.payment.balloon));
}

/** Payment and balloon are given, and neither changes. */
function isFixed({ payment, interest, rounding }: LoanTerms): boolean {
  const isGiven = payment.amount !== null && !isZero(payment.balloon);
  const changes = payment.paymentChanges.length + interest.rateChanges.length;
  return isGiven && changes === 0 && isZero(payment.yearlyGrowth) && rounding.residue !== "none";
}
