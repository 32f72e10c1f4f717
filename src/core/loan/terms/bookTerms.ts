/**
 * What a loan is carried at in the books, and what its accounts are called: types. Law: amounts are as they were agreed;
 * nothing is derived.
 */
import type { Fraction } from "../../number/fraction";

/** What was paid or received for a loan when it began, where that is not its principal. Amounts are zero or more. */
export interface CarryingTerms {
  /** The price before costs and fees; null: principal − discount + premium, or the present value at the market rate. */
  readonly issuePrice: Fraction | null;
  /** What is carried at the start, with every cost and fee taken off; null: it follows from the rest. */
  readonly proceeds: Fraction | null;
  readonly discount: Fraction;
  readonly premium: Fraction;
  /** Costs of issue (ASC 835-30-45-1A) and fees at the start (ASC 310-20-30-2), which lower what is carried. */
  readonly costsAndFees: Fraction;
  /** A lender's direct costs of making the loan (ASC 310-20-25-2), which raise what is carried. */
  readonly originationCosts: Fraction;
  /** The rate at which interest is imputed (ASC 835-30-25-12), quoted as the loan's own; null: none is. */
  readonly marketRate: Fraction | null;
  /**
   * Of a rate that follows an index, the index by which the effective rate is worked out: the moving one, anew whenever it
   * moves; or for good the one at inception (ASC 310-20-35-18(c) has both; IFRS 9 B5.4.5 the moving one).
   */
  readonly index: "moving" | "inception";
}

/** How the books of a loan are kept. */
export interface BookTerms {
  /** The borrower is an employee of the lender: what is forgiven is compensation. */
  readonly isEmployee: boolean;
  /** How the payments, or reductions, of the schedule are met: in money, or by the service that earns them. */
  readonly reductions: "paid" | "forgiven";
  readonly accounts: readonly AccountName[];
}

/** The name that a chart of accounts has for an account, such as "4100 Interest" for "Interest income". */
export interface AccountName {
  readonly role: AccountRole;
  readonly name: string;
}

/**
 * What an account is for.
 *
 * - `proceeds`: where the money of a new loan comes from or goes to; that of an earlier loan where it replaces one.
 * - `discount`: what the loan is carried below its principal, unamortized.
 * - `imputed`: what was given with a loan below the market.
 * - `due`: what an event that ends the agreement makes due at once.
 * - `difference`: by how much a printed balance departs from its terms.
 */
export type AccountRole =
  | "cash"
  | "proceeds"
  | "loan"
  | "accruedInterest"
  | "interest"
  | "feesOwed"
  | "fee"
  | "forgiveness"
  | "compensation"
  | "discount"
  | "imputed"
  | "due"
  | "difference";
