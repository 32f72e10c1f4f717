/**
 * Takes a loan of precomputed interest, makes its payment and the interest of each period by the Rule of 78. Law: the interest of all
 * periods is the total, to the unit, whatever rounding does to each.
 */
import { fraction, plus, times, ZERO } from "../../number/fraction";
import { timesRatio, type Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { LoanTerms } from "../terms/loanTerms";
import { belowPrincipal } from "./installment";
import { levelPayment } from "./levelPayment";

/** What is agreed beforehand of a loan of precomputed interest. */
export interface PrecomputedInterest {
  /** What is paid at the end of each period; the last takes what rounding left. */
  readonly payment: Units;
  /** All interest of the loan. */
  readonly total: Units;
  /** The interest that is earned through the last day of a period; none before the first, -1. */
  readonly earnedThrough: (index: number) => Units;
}

/**
 * The total is what the payments come to beyond the principal where the payment is given; else interest on the original principal
 * for the whole term, or, on the outstanding balance, that of the level payment.
 *
 * Of n periods the first earns n parts of it, the second n − 1, the last one, of n(n + 1)/2 together.
 *
 * @throws CalculationError `out-of-range` when the payments that are given do not repay the principal
 */
export function precomputedInterest(loan: ResolvedLoan): PrecomputedInterest {
  const { periods, scale, terms } = loan;
  const { count } = periods;
  const interestStep = scale.step(terms.rounding.interest);
  const paymentStep = scale.step(terms.rounding.payment);
  const given = givenPayment(loan);
  // A level payment that rounding lowered may come to less than the principal, where there is next to no interest.
  const total = given === null ? totalAdded(loan) : Math.max(0, given * count - loan.principal);
  if (terms.payment.amount !== null && given !== null && given * count < loan.principal) {
    throw belowPrincipal(given, count, scale);
  }
  const earnedThrough = (index: number): Units => {
    const periodsEarned = index + 1;
    if (periodsEarned === count) return total;
    const parts = fraction(periodsEarned * (2 * count - index), count * (count + 1));
    return timesRatio(total, parts, interestStep);
  };
  const payment = given ?? timesRatio(loan.principal + total, fraction(1, count), paymentStep);
  return { payment, total, earnedThrough };
}

/** The payment that the terms state, or of interest on the outstanding balance the level one; null: it follows from the total. */
function givenPayment(loan: ResolvedLoan): Units | null {
  const { terms, scale, principal, rates, periods } = loan;
  if (terms.payment.amount !== null) return scale.units(terms.payment.amount);
  if (terms.interest.on === "original" || periods.count === 0) return null;
  const ofBalance: LoanTerms = { ...terms, method: "levelPayment" };
  const first = {
    index: 0,
    opening: principal,
    unpaidInterest: 0,
    netEvents: 0,
    interest: () => times(fraction(principal), rates.whole(0)),
  };
  return levelPayment({ ...loan, terms: ofBalance })(first).amount;
}

/** Interest on the original principal for the whole term. */
function totalAdded({ periods, rates, principal, scale, terms }: ResolvedLoan): Units {
  let ratio = ZERO;
  for (let index = 0; index < periods.count;) {
    const until = rates.equalUntil(index);
    ratio = plus(ratio, times(fraction(until - index), rates.whole(index)));
    index = until;
  }
  return timesRatio(principal, ratio, scale.step(terms.rounding.interest));
}
