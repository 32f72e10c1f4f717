/**
 * Takes a loan and the principal that is prepaid on a day, makes the charge for it. Law: none is charged after its last day, nor
 * on nothing.
 */
import { addMonths, type Day } from "../../calendar/civilDate";
import { elementAt } from "../../elements";
import { fraction, times, ZERO, type Fraction } from "../../number/fraction";
import { timesRatio, type Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { PrepaymentChargeRule } from "../terms/prepayment";

/** The charge, rounded as payments are; null where the agreement has none. */
export function prepaymentCharge(loan: ResolvedLoan, day: Day, principal: Units): Units | null {
  const { terms, scale } = loan;
  if (terms.prepaymentCharges.length === 0) return null;
  const charge = terms.prepaymentCharges.find(({ until }) => until === null || day <= until);
  if (!charge) return 0;
  return timesRatio(principal, chargedPart(loan, day, charge), scale.step(terms.rounding.payment));
}

/** The part of the principal that is charged on a day. */
function chargedPart({ terms, rates }: ResolvedLoan, day: Day, charge: PrepaymentChargeRule): Fraction {
  if (charge.kind === "share") return charge.share;
  if (charge.kind === "months") return times(rates.annualOn(day), fraction(charge.months, 12));
  const year = charge.shares.findIndex((_share, passed) => day < addMonths(terms.startDate, 12 * (passed + 1)));
  return year < 0 ? ZERO : elementAt(charge.shares, year);
}
