/**
 * Takes a loan and its days, answers by what was received and charged where that is known, and by the schedule where it is
 * not. Law: the schedule of a loan whose ledger is known is what was agreed, and says nothing of what is owed.
 */
import type { Day } from "../calendar/civilDate";
import type { Fraction } from "../number/fraction";
import { balanceSteps, type BalanceStep } from "./account/balanceSteps";
import { interestBetween, requireOrder } from "./account/interest";
import type { Basis } from "./account/scheduledBalances";
import { ledgerSteps } from "./ledger/ledgerSteps";
import type { Loan } from "./loan";

/** The working of the balance on a day, line by line. @throws CalculationError `not-available` before the loan begins */
export function loanSteps(loan: Loan, basis: Basis, day: Day): BalanceStep[] {
  const { ledger } = loan;
  return ledger && basis === "stated" ? ledgerSteps(ledger, day) : balanceSteps(loan.account(basis), day);
}

/**
 * Interest from one day to another, in currency units. By a ledger it is what accrues on what was owed, whether or not it
 * was paid, and runs on after the last payment date until the principal is paid.
 *
 * @throws CalculationError `out-of-range` when `to` is before `from`; `not-available` before the loan begins
 */
export function loanInterest(loan: Loan, from: Day, to: Day): Fraction {
  const { ledger } = loan;
  if (!ledger) return interestBetween(loan.account("stated"), from, to);
  requireOrder(from, to);
  const until = (day: Day, argument: string) => ledger.standingOn(day, argument).interestToDate;
  return ledger.loan.scale.currency(until(to, "to") - until(from, "from"));
}
