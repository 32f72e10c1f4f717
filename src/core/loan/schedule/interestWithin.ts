/**
 * Takes a period in which a balance or a rate moves, makes its interest. Law: it is the sum over its parts, exactly.
 */
import type { Day } from "../../calendar/civilDate";
import { fraction, plus, times, ZERO, type Fraction } from "../../number/fraction";
import type { Units } from "../amountScale";
import { netOf, NO_EVENTS, type BalanceEvent } from "../resolved/balanceEvents";
import { eventsIn, type ResolvedLoan } from "../resolved/resolvedLoan";

/**
 * The days on which a period is cut, since the balance that earns interest, or its rate, moves on them. Of a balance
 * the first day of a period may be one; flat interest follows no event.
 */
export function cutDays(loan: ResolvedLoan, index: number): readonly Day[] {
  const { rateChanges, on } = loan.terms.interest;
  const events = on === "original" ? NO_EVENTS : eventsIn(loan, index);
  if (events.length === 0 && rateChanges.length === 0) return NO_DAYS;
  const start = loan.periods.start(index);
  const end = loan.periods.end(index);
  const moves = events.filter(({ date }) => date < end);
  return [...moves.map(({ date }) => date), ...loan.rates.changesBetween(start, end)];
}

const NO_DAYS: readonly Day[] = [];

/**
 * The interest of a period that is cut, exactly: between two cuts one balance earns at one rate.
 *
 * @param events those of the period that the balance follows
 */
export function interestWithin(
  loan: ResolvedLoan,
  index: number,
  opening: Units,
  events: readonly BalanceEvent[],
): Fraction {
  const { periods, rates, terms, principal } = loan;
  const isFlat = terms.interest.on === "original";
  const starts = [...new Set([periods.start(index), ...cutDays(loan, index)])].sort((a, b) => a - b);
  return starts.reduce((sum, start, at) => {
    const end = starts[at + 1] ?? periods.end(index);
    const balance = isFlat ? principal : opening + netOf(events.filter(({ date }) => date <= start));
    return plus(sum, times(fraction(balance), rates.part(index, start, end, rates.annualOn(start))));
  }, ZERO);
}
