/**
 * Takes a loan and a day, tells when its principal falls due. Law: what falls due in every year that follows, and after
 * them, is what is outstanding, no more and no less.
 */
import { periodEndAfter, type Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import type { Fraction } from "../../number/fraction";
import type { ScheduledBalances } from "../account/scheduledBalances";
import type { Units } from "../amountScale";
import { loanOf, type Loan } from "../loan";
import { areSameRates, interestKnownOn } from "../terms/adjustableRate";
import { withoutEventsAfter } from "../terms/knownEvents";
import type { LoanTerms } from "../terms/loanTerms";
import type { Books } from "./books";
import { booksOf } from "./keptBooks";

/** The principal that falls due in a year. In currency units. */
export interface Maturity {
  /** The last day of the year; null of all the time after the years asked for. */
  readonly yearEnd: Day | null;
  /** What of the principal falls due in it. */
  readonly due: Fraction;
  /** What is outstanding of the principal of the day after it. */
  readonly left: Fraction;
}

/** The principal outstanding on a day, by the years in which it falls due. */
export interface Maturities {
  /** A line a year, then one for what falls due thereafter. */
  readonly lines: readonly Maturity[];
  /** The lines together. */
  readonly principal: Fraction;
  /** What is owed besides: interest that is not paid. */
  readonly accruedInterest: Fraction;
  /** And fees that are not. */
  readonly fees: Fraction;
}

/**
 * The principal outstanding on a day by the years in which it falls due, and what falls due after them (ASC
 * 470-10-50-1). It falls due by the schedule as it is known on that day: what is lent, paid extra or forgiven after it
 * is not anticipated, nor is an index that moves after it. Interest that the schedule will add is no part of it. What no payment of the schedule repays
 * falls due with the last.
 *
 * @param years one or more
 * @throws CalculationError `not-available` before the loan begins
 */
export function maturities(loan: Loan, day: Day, years: number): Maturities {
  const books = booksOf(loan);
  loan.account("stated").unitsOn(day); // refuses a day before the loan
  const { principal, accruedInterest, fees } = books.standingOn(day);
  const lines = knownLines(books, day, principal);
  let left = principal;
  const upTo = (yearEnd: Day | null): Maturity => {
    const after = yearEnd === null ? 0 : books.posted(outstanding(lines, { after: day, on: yearEnd }, left));
    const due = left - after;
    left = after;
    return { yearEnd, due: books.currency(due), left: books.currency(after) };
  };
  const byYear = Array.from({ length: years }, (_year, index) => upTo(periodEndAfter(day, 12 * (index + 1))));
  return {
    lines: [...byYear, upTo(null)],
    principal: books.currency(principal),
    accruedInterest: books.currency(accruedInterest),
    fees: books.currency(fees),
  };
}

/** The part of the principal on a day that falls due within twelve months after it (ASC 210-10-45-9). */
export function currentPortion(books: Books, day: Day): Units {
  const { principal } = books.standingOn(day);
  if (principal === 0) return 0;
  const lines = knownLines(books, day, principal);
  return principal - books.posted(outstanding(lines, { after: day, on: periodEndAfter(day, 12) }, principal));
}

/**
 * What is still outstanding at the end of a later day of an amount outstanding on an earlier one: the least that the
 * balance comes to until then. A balance that grows grows by new interest, which is repaid first.
 */
function outstanding(
  lines: ScheduledBalances,
  { after, on }: { readonly after: Day; readonly on: Day },
  amount: Units,
): Units {
  if (lines.date(lines.last) <= on) return 0;
  let least = amount;
  for (let line = dueBy(lines.dates, after); line <= lines.last && lines.date(line) <= on; line += 1) {
    least = Math.min(least, lines.balance(line));
  }
  return Math.max(0, least);
}

/**
 * The scheduled balances as they are known on a day: without what is lent, paid extra or forgiven after it, and with the
 * index in force. A ledger that
 * is ahead of the schedule has paid what it is ahead by; what it is behind by is overdue, and due at once.
 */
function knownLines({ terms, loan }: Books, day: Day, principal: Units): ScheduledBalances {
  const known = withoutEventsAfter(withKnownIndex(terms, day), day);
  const { lines, scheduled } = scheduleOf(known === terms ? loan : loanOf(known), day);
  const ahead = loan.ledger === null ? 0 : scheduled - principal;
  if (ahead <= 0) return lines;
  const paid = { date: day, amount: loan.schedule.loan.scale.currency(ahead) };
  const { events } = known;
  const extraPayments = [...events.extraPayments, paid];
  return scheduleOf(loanOf({ ...known, ledger: null, events: { ...events, extraPayments } }), day).lines;
}

function scheduleOf(loan: Loan, day: Day) {
  const account = loan.account("stated");
  const { opening, changes } = account.unitsOn(day);
  return { lines: account.lines, scheduled: opening + changes };
}

function withKnownIndex(terms: LoanTerms, day: Day): LoanTerms {
  const interest = interestKnownOn(terms.interest, day);
  return areSameRates(interest, terms.interest) ? terms : { ...terms, interest, ledger: null };
}
