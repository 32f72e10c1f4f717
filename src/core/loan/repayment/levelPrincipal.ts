import { fraction } from "../../number/fraction";
import { inUnits, stepOf, timesRatio, type Units } from "../amountScale";
import { installment, INTEREST_ALONE, NOTHING, type Changes, type InstallmentPlan } from "./installment";
import { capitalizes, paysPrincipal, type LoanPeriods } from "../resolved/loanPeriods";
import { respreads } from "./respreads";
import type { LoanTerms } from "../terms/loanTerms";

/** Equal portions of principal, and the interest as it falls due; other portions after a change that they follow. */
export function levelPrincipalPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
): InstallmentPlan {
  const pays = (index: number) => index >= first && paysPrincipal(periods, index) && !capitalizes(periods, index);
  const countFrom = (start: number) =>
    Array.from({ length: periods.count - start }, (_period, at) => pays(start + at)).filter(Boolean).length;
  const step = stepOf(terms.rounding.payment, decimals);
  const given = terms.payment.amount;
  const balloon = inUnits(terms.payment.balloon, decimals);
  const anew = given === null ? respreads(terms, periods, changes, first) : [];
  let portion: Units = given ? inUnits(given, decimals) : 0;
  return ({ index, opening, netWithin }) => {
    if (anew.includes(index)) portion = timesRatio(opening + netWithin - balloon, fraction(1, countFrom(index)), step);
    if (capitalizes(periods, index)) return NOTHING;
    return pays(index) ? installment(portion, true) : INTEREST_ALONE;
  };
}
