/** Takes a loan of precomputed interest, makes its payments. Law: all are equal, but for what the last takes of rounding. */
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import { installment, type Repayment } from "./installment";
import { precomputedInterest } from "./precomputedInterest";

/** The same payment throughout, whatever interest of it is earned. */
export function ruleOf78(loan: ResolvedLoan): Repayment {
  const { payment } = precomputedInterest(loan);
  return () => installment(payment);
}
