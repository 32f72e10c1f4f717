/**
 * Takes a loan, makes equal portions of principal, with the interest due on top. Law: a portion is as it is stated, or what is
 * outstanding, less the balloon, over the payments of principal to come, rounded once.
 */
import { fraction } from "../../number/fraction";
import { timesRatio, type Units } from "../amountScale";
import { amortizedLoan } from "../resolved/amortizedLoan";
import { paysPrincipal, principalPaymentsFrom, type ResolvedLoan } from "../resolved/resolvedLoan";
import { changedPayment } from "./changedPayment";
import { installment, INTEREST_ALONE, NOTHING, type OpenPeriod, type Repayment } from "./installment";
import { respreads } from "./respreads";

/** Interest as it falls due, and from the first payment of principal on the portion with it. */
export function levelPrincipal(loan: ResolvedLoan): Repayment {
  const { terms, scale, periods } = loan;
  const given = terms.payment.amount;
  const amortized = given === null ? amortizedLoan(loan) : loan;
  const spreadIn = given === null ? respreads(loan) : [];
  let portion = given === null ? 0 : scale.units(given);
  return (period) => {
    const { index } = period;
    if (spreadIn.includes(index)) portion = portionFrom(amortized, period);
    if (periods.capitalizes(index)) return NOTHING;
    if (!paysPrincipal(loan, index)) return INTEREST_ALONE;
    return installment(changedPayment(loan, index) ?? portion, true);
  };
}

function portionFrom(loan: ResolvedLoan, { index, opening, netEvents }: OpenPeriod): Units {
  const { scale, terms } = loan;
  const owed = opening + netEvents - scale.units(terms.payment.balloon);
  return timesRatio(owed, fraction(1, principalPaymentsFrom(loan, index)), scale.step(terms.rounding.payment));
}
