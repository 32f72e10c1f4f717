/**
 * Takes a loan, makes the payments that its agreement prints. Law: what is printed is paid, as far as it is owed, and
 * what is owed then stays owed: the last line absorbs nothing.
 */
import { netOf } from "../resolved/balanceEvents";
import { eventsIn, type ResolvedLoan } from "../resolved/resolvedLoan";
import type { StatedRow } from "../terms/agreement";
import type { LoanTerms } from "../terms/loanTerms";
import { ALL_THAT_IS_OWED, installment, INTEREST_ALONE, NOTHING, type OpenPeriod, type Repayment } from "./installment";

/**
 * What each line of the printed schedule says is paid on its date, the first that it says of:
 *
 * - its payment, interest included;
 * - its principal, with the interest due on top;
 * - its balance: as much as leaves it, the interest due and what it takes off;
 * - nothing but its date: nothing, or in a table of principal portions the interest alone; as the last line of all it
 *   settles the loan.
 */
export function statedPayments(loan: ResolvedLoan): Repayment {
  const lines = loan.terms.stated?.rows.slice(1) ?? []; // the first is that on which the loan begins
  const hasPortions = lines.some(isPortion);
  const leavesInterestUnpaid = keepsInterestApart(loan.terms);
  return (period) => {
    const line = lines[period.index];
    const said = line && saidPayment(loan, line, period);
    if (said) return { ...said, leavesInterestUnpaid };
    if (period.index === lines.length - 1) return ALL_THAT_IS_OWED;
    return hasPortions ? INTEREST_ALONE : NOTHING;
  };
}

/**
 * Whether a payment below its interest leaves the rest of that owed apart from the balance, where it bears none: where no
 * printed balance says otherwise (the United States Rule; Story v. Livingston, 38 U.S. 359).
 */
export function keepsInterestApart({ method, stated }: LoanTerms): boolean {
  return (
    method === "statedPayments" && stated !== null && stated.rows.slice(1).every(({ balance }) => balance === null)
  );
}

/** A principal whose interest is not printed. */
function isPortion({ reduction, principal }: StatedRow): boolean {
  return reduction === null && principal !== undefined;
}

/** null where a line prints nothing but its date. */
function saidPayment(loan: ResolvedLoan, { reduction, principal, balance }: StatedRow, period: OpenPeriod) {
  const { scale } = loan;
  if (reduction) return installment(scale.units(reduction));
  if (principal) return installment(scale.units(principal), true);
  if (!balance) return null;
  const owed = period.opening + netOf(eventsIn(loan, period.index));
  return installment(owed - scale.units(balance), true);
}
