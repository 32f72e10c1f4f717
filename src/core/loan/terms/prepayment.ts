/** What an agreement charges for a prepayment: types. Law: nothing is derived. */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";

/**
 * What is charged when a loan is paid off before its last payment.
 * - `share`: a part of the principal that is prepaid: 0.03.
 * - `stepDown`: such a part by year of the loan, the first year first; none after the last: 5-4-3-2-1.
 * - `months`: so many months of interest on that principal, at the rate in force.
 */
export type PrepaymentCharge = PrepaymentChargeRule & {
  /** The last day on which it is charged; null: until the last payment. */
  readonly until: Day | null;
};

/** What is charged, whenever it is. */
export type PrepaymentChargeRule =
  | { readonly kind: "share"; readonly share: Fraction }
  | { readonly kind: "stepDown"; readonly shares: readonly Fraction[] }
  | { readonly kind: "months"; readonly months: number };
