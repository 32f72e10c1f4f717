import type { PeriodChange } from "../resolved/balanceEvents";
import type { LoanPeriods } from "../resolved/loanPeriods";

/**
 * The schedule that follows from the terms, one entry a period, in columns. Amounts are whole units of 10^-decimals of
 * a currency unit. In every period opening + interest + changes − payment = closing.
 */
export interface LoanSchedule {
  readonly decimals: number;
  readonly periods: LoanPeriods;
  /** The day of each payment, adjusted for business days. */
  readonly dates: Int32Array;
  readonly openings: Float64Array;
  /** Interest that falls due, paid or added to the principal. */
  readonly interests: Float64Array;
  readonly payments: Float64Array;
  readonly closings: Float64Array;
  /** Advances, extra payments and forgiveness, by the index of their period. */
  readonly changes: ReadonlyMap<number, readonly PeriodChange[]>;
}
