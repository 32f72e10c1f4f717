/**
 * Takes an account and two days, sums the interest between them. Law: the interest of two spans of time that meet is
 * that of both together, to the last unit of rounding; and over whole periods it is what the schedule posts.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import type { Fraction } from "../../number/fraction";
import type { Units } from "../amountScale";
import type { LoanAccount } from "./loanAccount";

/**
 * Interest that accrues from one day to another by the loan's convention, in currency units. Over a whole period it is
 * what the schedule posts, rounded there; over a part, from the scheduled date on, what has accrued, rounded as interest
 * between dates is. From a day to a later one it is the difference of the two, so that the parts of a period sum to what
 * is posted for the whole, and nothing is rounded twice.
 *
 * Where the convention counts the day itself, interest runs from the end of the first day, or from the morning of a
 * scheduled date, to the end of the last. Between the lines of a printed table that has fewer lines than the loan has
 * payments, what accrues from one to the next is rounded as interest between dates is. After the last scheduled date none
 * accrues, save on what printed payments leave owed.
 *
 * @throws CalculationError `out-of-range` when `to` is before `from`; `not-available` before the loan begins
 */
export function interestBetween(account: LoanAccount, from: Day, to: Day): Fraction {
  return account.loan.scale.currency(interestUnits(account, from, to));
}

/** The same in units. */
export function interestUnits(account: LoanAccount, from: Day, to: Day): Units {
  if (to < from) {
    const rule = `must not be before from, ${longDate(from)}`;
    throw new CalculationError("out-of-range", "to", rule, inWords(longDate(to)));
  }
  const { line } = account.segments.on(from, "from");
  return interestUntil(account, line, to) - interestUntil(account, line, from);
}

/** Interest from a scheduled date to a day, as it is posted and rounded; none after the loan is over. */
function interestUntil(account: LoanAccount, first: number, day: Day): Units {
  const { lines } = account;
  const segment = account.segments.on(day, "to");
  let total = 0;
  for (let line = first; line < segment.line; line += 1) total += interestOfLine(account, line);
  const isRunning = !account.isOver(segment.line) && day > lines.date(segment.line);
  return isRunning ? total + account.accruedTo(segment, account.endOf(day), account.interestStep) : total;
}

/** Interest from one scheduled date to the next. */
function interestOfLine(account: LoanAccount, line: number): Units {
  const end = account.lines.date(line + 1);
  const accrued = () => account.accruedTo(account.segments.on(end - 1), end, account.interestStep);
  return account.lines.postedInterest(line + 1) ?? accrued();
}
