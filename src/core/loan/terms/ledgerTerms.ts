/** What has happened on a loan, as its records have it: types. Law: an amount is what the record says, and positive. */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";

/** The receipts and charges of a loan, against what its agreement asks. */
export interface LedgerTerms {
  /** Ascending by date; those of one day as they were written. */
  readonly lines: readonly LedgerLine[];
  /** What a payment received pays first, and what after it. */
  readonly appliedTo: readonly Claim[];
  /** Interest that is owed and not paid bears none (the United States Rule), or is added to the principal when due. */
  readonly unpaidInterest: "bearsNone" | "capitalized";
  /** null: the agreement asks for no late charge. */
  readonly lateCharge: LateChargeTerms | null;
  /** Where the agreement says so. */
  readonly clause: string;
}

/** A line of a lender's or a borrower's records. */
export interface LedgerLine {
  readonly date: Day;
  readonly kind: LedgerLineKind;
  /** In currency units, zero or more. */
  readonly amount: Fraction;
  /** Which of the lines of its kind it is, as they were written, from 0: an error names it. */
  readonly row: number;
}

/**
 * - `receipt`: a payment received. It is applied in the order of the agreement.
 * - `principalReceipt`: a payment of principal alone, which pays no interest and counts as no installment.
 * - `returnedReceipt`: an earlier payment that the bank sent back, of the same amount.
 * - `lateCharge`: charged, and owed until it is paid; other fees are events of the terms. `waiver`: of either, given up.
 * - `escrow`: received for taxes or insurance and passed on; no part of the loan.
 */
export type LedgerLineKind = "receipt" | "principalReceipt" | "returnedReceipt" | "lateCharge" | "waiver" | "escrow";

/** What a payment may be applied to. Fees include late charges where the order does not name them apart. */
export type Claim = "lateCharges" | "fees" | "interest" | "principal";

/** What a payment costs that comes after its date and the days of grace. */
export interface LateChargeTerms {
  /** Of the overdue payment, as a fraction: 0.05 is five per cent; null where it is an amount. */
  readonly rate: Fraction | null;
  readonly amount: Fraction | null;
  /** Days after the due date in which a payment is late but costs nothing. */
  readonly graceDays: number;
  readonly clause: string;
}
