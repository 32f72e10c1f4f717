/**
 * Takes terms, says how their repayment was read where the agreement leaves it to the law. Law: what is assumed is said
 * wherever a figure follows from it.
 */
import { longDate } from "../../calendar/civilDate";
import type { LoanTerms } from "./loanTerms";

/**
 * "One payment at maturity, April 21, 2022, with simple interest, as no other repayment is stated"; empty where the
 * agreement states one.
 */
export function assumedRepayment({ isRepaymentAssumed, dates, interest }: LoanTerms): string {
  if (!isRepaymentAssumed || dates.maturityDate === null) return "";
  const kind = interest.compounding === null ? "simple" : "compound";
  return `One payment at maturity, ${longDate(dates.maturityDate)}, with ${kind} interest, as no other repayment is stated`;
}
