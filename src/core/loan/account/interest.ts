/**
 * Takes an account and two days, sums the interest between them. Law: the interest of two spans of time that meet is
 * that of both together, but for the one rounding of each.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import type { Fraction } from "../../number/fraction";
import { toStep, TO_THE_UNIT, type Units } from "../amountScale";
import type { LoanAccount } from "./loanAccount";

/**
 * Interest that accrues from one day to another by the loan's convention, in currency units, rounded as its interest
 * between dates is. Where the convention counts the day itself, interest runs from the end of the first day, or from
 * the morning of a scheduled date, to the end of the last; so the interest of two spans that meet is that of both
 * together. None accrues after the last scheduled date.
 *
 * @throws CalculationError `out-of-range` when `to` is before `from`; `not-available` before the loan begins
 */
export function interestBetween(account: LoanAccount, from: Day, to: Day): Fraction {
  return account.loan.scale.currency(interestUnits(account, from, to));
}

/** The same in units. */
export function interestUnits(account: LoanAccount, from: Day, to: Day): Units {
  requireOrder(from, to);
  const { line } = account.segments.on(from, "from");
  return toStep(interestUntil(account, line, to) - interestUntil(account, line, from), account.interestStep);
}

/** @throws CalculationError `out-of-range` when `to` is before `from` */
export function requireOrder(from: Day, to: Day): void {
  if (to >= from) return;
  const rule = `must not be before from, ${longDate(from)}`;
  throw new CalculationError("out-of-range", "to", rule, inWords(longDate(to)));
}

/** Interest from a scheduled date to a day, unrounded; none after the last scheduled date. */
function interestUntil(account: LoanAccount, first: number, day: Day): Units {
  const { lines } = account;
  const segment = account.segments.on(day, "to");
  let total = 0;
  for (let line = first; line < segment.line; line += 1) total += interestOfLine(account, line);
  const isRunning = segment.line < lines.last && day > lines.date(segment.line);
  return isRunning ? total + account.accruedTo(segment, account.endOf(day), TO_THE_UNIT) : total;
}

/** Interest from one scheduled date to the next. */
function interestOfLine(account: LoanAccount, line: number): Units {
  const end = account.lines.date(line + 1);
  return account.accruedTo(account.segments.on(end - 1), end, TO_THE_UNIT);
}
