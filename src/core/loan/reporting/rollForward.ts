/**
 * Takes a loan and the ends of periods, makes its roll-forward. Law: opening + advances + interest + fees − paid −
 * forgiven (+ difference of a printed schedule) = closing = accrued interest + fees owed + current portion + noncurrent;
 * and each line opens with what the one before it closed with.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import type { Fraction } from "../../number/fraction";
import type { Units } from "../amountScale";
import type { Loan } from "../loan";
import type { Books } from "./books";
import { booksOf } from "./keptBooks";
import { currentPortion } from "./maturities";

/** A line of a roll-forward, in currency units. */
export interface RollForwardLine {
  /** The last day of the period. */
  readonly end: Day;
  /** Owed at the end of the period before, principal, interest and fees together; zero before the loan. */
  readonly opening: Fraction;
  /** Lent in the period, the principal itself in the first. */
  readonly advances: Fraction;
  /** Accrued in the period, paid or not. */
  readonly interest: Fraction;
  /** Received in money, or met by the schedule where no receipts are kept. */
  readonly paid: Fraction;
  /** Given up, and reductions that service has earned. */
  readonly forgiven: Fraction;
  /** Charged, less waivers. */
  readonly fees: Fraction;
  /** Owed at the end, principal, interest and fees together. */
  readonly closing: Fraction;
  /** Part of the closing balance: interest that is not paid, as it is not due yet or overdue. */
  readonly accruedInterest: Fraction;
  /** Part of the closing balance: fees that were charged and not paid. */
  readonly feesOwed: Fraction;
  /** Principal due within twelve months after the end (ASC 210-10-45-9). */
  readonly current: Fraction;
  /** The rest of the principal. */
  readonly noncurrent: Fraction;
  /** What balances that the agreement prints depart from its terms by; null where it prints none and there is none. */
  readonly difference: Fraction | null;
}

/**
 * The roll-forward of a loan at the ends of periods: what was owed, principal and interest, what moved, what is owed.
 * The first period runs from the day of the loan. Before that day everything is nil, and so it is once all is repaid.
 *
 * @param ends ascending
 * @param nameOf what an error calls one of them
 * @throws CalculationError `out-of-range` when they do not ascend
 */
export function rollForward(
  loan: Loan,
  ends: readonly Day[],
  nameOf = (index: number) => `dates row ${index + 1}`,
): readonly RollForwardLine[] {
  const books = booksOf(loan);
  return ends.map((end, index) => {
    const after = ends[index - 1] ?? Math.min(books.startDate, end) - 1;
    if (end <= after) {
      const rule = `must be after the period end before it, ${longDate(after)}`;
      throw new CalculationError("out-of-range", nameOf(index), rule, inWords(longDate(end)));
    }
    return lineOf(books, after, end);
  });
}

function lineOf(books: Books, after: Day, end: Day): RollForwardLine {
  const amount = (units: Units) => books.currency(units);
  const moved = books.between(after, end);
  const { principal, accruedInterest, fees } = books.standingOn(end);
  const current = currentPortion(books, end);
  return {
    end,
    opening: amount(books.owedOn(after)),
    advances: amount(moved.advances),
    interest: amount(moved.interest),
    paid: amount(moved.paid),
    forgiven: amount(moved.forgiven),
    fees: amount(moved.fees),
    closing: amount(principal + accruedInterest + fees),
    accruedInterest: amount(accruedInterest),
    feesOwed: amount(fees),
    current: amount(current),
    noncurrent: amount(principal - current),
    difference: moved.difference !== 0 || printsBalances(books) ? amount(moved.difference) : null,
  };
}

function printsBalances({ terms }: Books): boolean {
  return terms.stated !== null && terms.stated.rows.slice(1).some(({ balance }) => balance !== null);
}
