import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { fraction, times, unitsOf, type Fraction } from "../../number/fraction";
import type { Outcome } from "../terms/agreement";
import type { Units } from "../amountScale";
import { accruedUnrounded, balanceWorking, segmentAt } from "./loanAccount";
import { toStep } from "../amountScale";
import type { BalanceLookup } from "./accrualSegments";

/** What becomes of a loan when an event ends it. */
export interface Payoff {
  readonly outcome: Outcome;
  readonly balance: Units;
  readonly balanceClause: string;
  /** Interest since the last scheduled date, where the balance does not include it. */
  readonly interest: Units;
  readonly forgiven: Units;
  readonly due: Units;
  readonly sharesReturned: number;
  /** Of the shares returned, at the price given; null without a price. */
  readonly sharesValue: Units | null;
}

/** Any loan may be paid off early: what is owed falls due, and what secures it goes back. */
const PAYOFF: Outcome = { event: "payoff", balance: "due", collateral: "returned", clause: "" };

/**
 * The outcome of an event on a day: the balance, what is forgiven, what the borrower owes at once, and the collateral
 * that goes back. The shares are those of the agreement, none released before.
 *
 * @throws CalculationError `invalid-input` for an event that the agreement does not know
 */
export function payoff(lookup: BalanceLookup, day: Day, event: string, sharePrice: Fraction | null): Payoff {
  const { terms } = lookup;
  const outcome = outcomeOf(terms.outcomes, event);
  const { balance } = balanceWorking(lookup, day);
  const interest = separateInterest(lookup, day);
  const owed = balance + interest;
  const shares = outcome.collateral === "returned" ? (terms.collateral?.shares ?? 0) : 0;
  const value = sharePrice && Number(unitsOf(times(fraction(shares), sharePrice), lookup.statement.decimals));
  return {
    outcome,
    balance,
    balanceClause: terms.betweenDates.clause,
    interest,
    forgiven: outcome.balance === "forgiven" ? owed : 0,
    due: outcome.balance === "due" ? owed : 0,
    sharesReturned: shares,
    sharesValue: value,
  };
}

/** Interest that has accrued since the last scheduled date and is no part of the balance. */
function separateInterest(lookup: BalanceLookup, day: Day): Units {
  const { dates } = lookup.statement;
  const segment = segmentAt(lookup, day, "date");
  const line = lookup.segmentLines[segment] ?? 0;
  if (lookup.terms.betweenDates.interest || dates[line] === day || line === dates.length - 1) return 0;
  return toStep(accruedUnrounded(lookup, segment, day), lookup.interestStep);
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
