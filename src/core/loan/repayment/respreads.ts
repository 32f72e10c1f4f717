import type { Changes } from "./installment";
import { endOf, type LoanPeriods } from "../resolved/loanPeriods";
import type { LoanTerms } from "../terms/loanTerms";

/** Where what is outstanding is spread over the payments to come: at first, and after changes that they follow. */
export function respreads(terms: LoanTerms, periods: LoanPeriods, changes: Changes, first: number): readonly number[] {
  const lowers = terms.payment.extraPaymentEffect === "lowers";
  const balanceChanges = [...changes].flatMap(([index, list]) => {
    const relevant = list.filter(({ advance }) => advance > 0 || lowers);
    const within = relevant.some(({ date, advance }) => advance > 0 && date < endOf(periods, index));
    return relevant.length === 0 ? [] : within ? [index] : [index + 1];
  });
  return [first, ...balanceChanges.filter((index) => index >= first)];
}
