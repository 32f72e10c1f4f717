/**
 * Takes an account, an event and its day, tells what becomes of the loan. Law: what is owed is forgiven or due, whole.
 */
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { fraction, rounded, times, type Fraction } from "../../number/fraction";
import type { Outcome } from "../terms/agreement";
import type { DailyBalances } from "./loanAccount";

/** What becomes of a loan when an event ends it. Amounts in currency units. */
export interface Payoff {
  readonly outcome: Outcome;
  readonly balance: Fraction;
  readonly balanceClause: string;
  /** Interest since the last scheduled date, where the balance does not include it. */
  readonly interest: Fraction;
  /** Fees and late charges that were charged and not paid. */
  readonly fees: Fraction;
  readonly forgiven: Fraction;
  /** What the borrower owes at once. */
  readonly due: Fraction;
  readonly sharesReturned: number;
  /** Of the shares returned, at the price given; null without a price. */
  readonly sharesValue: Fraction | null;
}

/** Any loan may be paid off early: what is owed falls due, and what secures it goes back. */
const PAYOFF: Outcome = { event: "payoff", balance: "due", collateral: "returned", clause: "" };

/**
 * The outcome of an event on a day: the balance, what is forgiven, what the borrower owes at once, and the collateral
 * that goes back. The shares are those of the agreement, none released before.
 *
 * @param event as the agreement names it, or with words before it: "termination without cause"; any loan knows "payoff"
 * @param sharePrice in currency units a share; null where the shares need no value
 * @throws CalculationError `invalid-input` for an event that the agreement does not know; `not-available` before the
 * loan begins
 */
export function payoff(balances: DailyBalances, day: Day, event: string, sharePrice: Fraction | null): Payoff {
  const { terms, scale } = balances.loan;
  const outcome = outcomeOf(terms.outcomes, event);
  const { balance, interest, fees } = balances.owedOn(day);
  const owed = balance + interest + fees;
  const shares = outcome.collateral === "returned" ? (terms.collateral?.shares ?? 0) : 0;
  return {
    outcome,
    balance: scale.currency(balance),
    balanceClause: terms.betweenDates.clause,
    interest: scale.currency(interest),
    fees: scale.currency(fees),
    forgiven: scale.currency(outcome.balance === "forgiven" ? owed : 0),
    due: scale.currency(outcome.balance === "due" ? owed : 0),
    sharesReturned: shares,
    sharesValue: sharePrice && rounded(times(fraction(shares), sharePrice), scale.decimals),
  };
}

function outcomeOf(outcomes: readonly Outcome[], event: string): Outcome {
  const all = [...outcomes, PAYOFF];
  const found =
    all.find((outcome) => normal(outcome.event) === normal(event)) ??
    all.find((outcome) => normal(event).endsWith(normal(outcome.event)));
  if (found) return found;
  const known = all.map((outcome) => outcome.event).join(", ");
  throw new CalculationError("invalid-input", "event", `must be an event of the agreement: ${known}`, event);
}

function normal(event: string): string {
  return event
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}
