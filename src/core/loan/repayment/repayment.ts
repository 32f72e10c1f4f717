import { inUnits } from "../amountScale";
import { ALL, INTEREST_ALONE, NOTHING, type Changes, type InstallmentPlan, type Settlement } from "./installment";
import { levelPaymentPlan } from "./levelPayment";
import { levelPrincipalPlan } from "./levelPrincipal";
import { capitalizes, type LoanPeriods } from "../resolved/loanPeriods";
import { statedPlan } from "./statedPayments";
import type { LoanTerms } from "../terms/loanTerms";

/** The installment of each period; the last is of all that is owed. */
export function installmentPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
  { settles, firstExtra }: Settlement,
): InstallmentPlan {
  const regular = regularPlan(terms, periods, changes, first, decimals);
  const balloon = inUnits(terms.payment.balloon, decimals);
  const last = periods.count - 1;
  return (due) => {
    if (due.index === last && settles) return ALL;
    const extra = (due.index === last ? balloon : 0) + (due.index === first ? firstExtra : 0);
    const alone = regular(due);
    return extra === 0 ? alone : { ...alone, amount: alone.amount + extra };
  };
}

function regularPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
): InstallmentPlan {
  switch (terms.method) {
    case "levelPayment":
      return levelPaymentPlan(terms, periods, changes, first, decimals);
    case "levelPrincipal":
      return levelPrincipalPlan(terms, periods, changes, first, decimals);
    case "statedPayments":
      return statedPlan(terms, decimals);
    case "interestOnly":
    case "bullet":
      return ({ index }) =>
        index === periods.count - 1 ? ALL : capitalizes(periods, index) ? NOTHING : INTEREST_ALONE;
  }
}
