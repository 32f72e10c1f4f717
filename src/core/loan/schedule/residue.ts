/**
 * Takes a schedule, tells what its roundings may have left by its last payment. Law: the bound is of the same kind as what
 * it bounds: half a step of payment and half a step of interest in each period, each with the interest on it since.
 */
import { toNumber } from "../../number/fraction";
import type { Units } from "../amountScale";
import { amountAt } from "../columns";
import { eventsIn, type ResolvedLoan } from "../resolved/resolvedLoan";
import type { LoanSchedule } from "./loanSchedule";

/** The most that rounding may have left after so many of the payments, in units; a bound, no amount. */
export function residueBound({ loan, openings, interests }: LoanSchedule, payments: number): number {
  const inEach = (stepOf(loan, "payment") + stepOf(loan, "interest")) / 2;
  let bound = 0;
  for (let period = 0; period < payments; period += 1) {
    const opening = amountAt(openings, period);
    const growth = opening > 0 ? 1 + amountAt(interests, period) / opening : 1;
    bound = bound * growth + inEach;
  }
  return bound;
}

function stepOf({ terms, scale }: ResolvedLoan, stage: "payment" | "interest"): number {
  const rule = terms.rounding[stage];
  return rule === null ? 0 : toNumber(rule.unit) * scale.one;
}

/**
 * Whether the last payment is nothing but what rounding left: no more of principal than the bound, and less than half the
 * payment before it, in a loan that is repaid by regular payments, whose last period has no event of its own.
 */
export function endsInResidue(schedule: LoanSchedule): boolean {
  const { loan, openings, payments } = schedule;
  const last = openings.length - 1;
  const { method } = loan.terms;
  if (last < 1 || (method !== "levelPayment" && method !== "levelPrincipal")) return false;
  if (eventsIn(loan, last).length > 0) return false;
  const left: Units = amountAt(openings, last);
  return left > 0 && 2 * left < amountAt(payments, last - 1) && left <= residueBound(schedule, last);
}
