/** What a schedule is: the columns that every calculation on a loan reads. */
import { amountAt } from "../columns";
import type { Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";

/**
 * The schedule that follows from terms, one entry a period, in columns; amounts in units of the loan's scale. Law: in
 * every period opening + interest + events − payment = closing, and each opens with what the one before closed with.
 */
export interface LoanSchedule {
  /** The loan, with its periods as far as the schedule runs: to the payment that repays it. */
  readonly loan: ResolvedLoan;
  /** The day of each payment, adjusted for business days. */
  readonly dates: Int32Array;
  readonly openings: Float64Array;
  /** Interest that falls due, paid or added to the principal, as it is posted. */
  readonly interests: Float64Array;
  /** Interest of the period itself, as it is rounded: the same, save where it falls due later than the period ends. */
  readonly accruals: Float64Array;
  readonly payments: Float64Array;
  readonly closings: Float64Array;
}

/** What the last payment leaves; the principal, of a schedule without any. */
export function lastClosing({ loan, closings }: LoanSchedule): Units {
  return closings.length === 0 ? loan.principal : amountAt(closings, closings.length - 1);
}
