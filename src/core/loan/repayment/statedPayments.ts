import { inUnits } from "../amountScale";
import { ALL, installment, type InstallmentPlan } from "./installment";
import type { LoanTerms } from "../terms/loanTerms";

/** The payments that the agreement prints, on its dates; a last one that it does not print settles the loan. */
export function statedPlan({ stated, startDate }: LoanTerms, decimals: number): InstallmentPlan {
  const reductions = (stated?.rows ?? []).filter(({ date }) => date > startDate).map(({ reduction }) => reduction);
  return ({ index }) => {
    const reduction = reductions[index];
    return reduction ? installment(inUnits(reduction, decimals)) : ALL;
  };
}
