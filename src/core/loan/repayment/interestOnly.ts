/** Takes a loan, makes payments of interest. Law: the principal is repaid whole, with the last. */
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import { ALL_THAT_IS_OWED, INTEREST_ALONE, NOTHING, type Repayment } from "./installment";

/** The interest as it falls due, and the principal with the last payment; nothing where interest is added to it. */
export function interestOnly({ periods }: ResolvedLoan): Repayment {
  const last = periods.count - 1;
  return ({ index }) => {
    if (index === last) return ALL_THAT_IS_OWED;
    return periods.capitalizes(index) ? NOTHING : INTEREST_ALONE;
  };
}
