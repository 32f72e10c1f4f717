/**
 * Takes a loan, makes the loan that its payments are worked out for: the same, over as many periods as it amortizes. Law: its
 * first periods are those of the loan, but for a last one that its maturity cuts.
 */
import { periodsOver } from "../../calendar/frequency";
import { CalculationError } from "../../errors";
import { toNumber } from "../../number/fraction";
import type { LoanTerms } from "../terms/loanTerms";
import { loanPeriods } from "./loanPeriods";
import { PeriodRates } from "./periodRates";
import type { ResolvedLoan } from "./resolvedLoan";

/**
 * The loan as its payments would repay it. It is longer than the loan where the terms give an amortization period: the
 * payments of interest alone, and from the first of principal on as many as the period holds.
 *
 * @throws CalculationError `out-of-range` when that is less than the term
 */
export function amortizedLoan(loan: ResolvedLoan): ResolvedLoan {
  const { terms } = loan;
  const count = amortizedPayments(terms);
  if (count === null) return loan;
  const uncut = { ...terms, dates: { ...terms.dates, maturityDate: null } };
  const periods = loanPeriods(uncut, count);
  if (periods.count < loan.periods.count) {
    const rule = "must be no shorter than the term of the loan";
    throw new CalculationError("out-of-range", "amortizationMonths", rule, terms.payment.amortizationMonths);
  }
  return { ...loan, periods, rates: new PeriodRates(uncut, periods) };
}

/** Payments that would repay the loan, those of interest alone among them; null where its own do. */
export function amortizedPayments({ payment, dates }: LoanTerms): number | null {
  const { amortizationMonths, interestOnlyPayments } = payment;
  if (amortizationMonths === null) return null;
  return interestOnlyPayments + toNumber(periodsOver(dates.frequency, amortizationMonths));
}
