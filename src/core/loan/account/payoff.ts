/**
 * Takes an account, an event and its day, tells what becomes of the loan. Law: what is owed is forgiven or due, whole.
 */
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { fraction, rounded, times, type Fraction } from "../../number/fraction";
import { toStep, type Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { Outcome } from "../terms/agreement";
import { assumedRepayment } from "../terms/assumedRepayment";
import { minorUnit } from "../terms/minorUnit";
import type { DailyBalances } from "./loanAccount";
import { prepaymentCharge } from "./prepaymentCharge";

/** What becomes of a loan when an event ends it. Amounts in currency units. */
export interface Payoff {
  /** What the agreement says of the event. */
  readonly outcome: Outcome;
  /** At the end of the day. */
  readonly balance: Fraction;
  /** The clause that says how the balance follows. */
  readonly balanceClause: string;
  /** Of precomputed interest: the payments to come, and what is given back of the interest in them; else null. */
  readonly rebate: { readonly paymentsToCome: Fraction; readonly unearned: Fraction } | null;
  /** Interest since the last scheduled date, where the balance does not include it. */
  readonly interest: Fraction;
  /** Fees and late charges that were charged and not paid; null where no ledger of them is kept. */
  readonly fees: Fraction | null;
  /** For paying early; null where the agreement has no such charge. */
  readonly charge: Fraction | null;
  /** All that is owed, where the event forgives it; else zero. */
  readonly forgiven: Fraction;
  /** What the borrower owes at once. */
  readonly due: Fraction;
  /**
   * The interest of each day after it, and the last day to which that holds: the next on which the balance or the rate
   * moves; null after the last payment. None where the balance falls from day to day with a share of the next reduction.
   */
  readonly perDiem: { readonly amount: Fraction; readonly goodThrough: Day | null } | null;
  /** null where the agreement has no collateral. */
  readonly sharesReturned: number | null;
  /** Of the shares returned, at the price given; null without a price. */
  readonly sharesValue: Fraction | null;
}

/** Any loan may be paid off early: what is owed falls due, and what secures it goes back. */
const PAYOFF: Outcome = { event: "payoff", balance: "due", collateral: "returned", clause: "" };

/**
 * The outcome of an event on a day: the balance, what is forgiven, what the borrower owes at once, and the collateral
 * that goes back. The shares are those of the agreement, none released before.
 *
 * @param event as the agreement names it, or with words before it: "termination without cause"; any loan knows "payoff",
 * which a blank is too
 * @param sharePrice in currency units a share; null where the shares need no value
 * @throws CalculationError `invalid-input` for an event that the agreement does not know; `not-available` before the
 * loan begins
 */
export function payoff(balances: DailyBalances, day: Day, event: string, sharePrice: Fraction | null): Payoff {
  const { terms, scale } = balances.loan;
  const money = moneyOf(balances.loan);
  const outcome = outcomeOf(terms.outcomes, event);
  const { balance, principal, interest, fees } = balances.owedOn(day);
  const owed = balance + interest + (fees ?? 0);
  const charged = normal(outcome.event) === PAYOFF.event ? principal : 0;
  const charge = prepaymentCharge(balances.loan, day, charged);
  const shares = terms.collateral && (outcome.collateral === "returned" ? terms.collateral.shares : 0);
  return {
    outcome,
    balance: money(balance),
    balanceClause: terms.betweenDates.clause === "" ? assumedRepayment(terms) : terms.betweenDates.clause,
    rebate: rebateAfter(balances, day),
    interest: scale.currency(interest),
    fees: fees === null ? null : scale.currency(fees),
    charge: charge === null ? null : scale.currency(charge),
    forgiven: money(outcome.balance === "forgiven" ? owed : 0),
    due: money(outcome.balance === "due" ? owed + (charge ?? 0) : 0),
    perDiem: terms.betweenDates.share ? null : perDiemAfter(balances, day),
    sharesReturned: shares,
    sharesValue: shares !== null && sharePrice ? rounded(times(fraction(shares), sharePrice), scale.decimals) : null,
  };
}

function rebateAfter(balances: DailyBalances, day: Day): Payoff["rebate"] {
  const rebate = balances.rebateAfter(day);
  if (rebate === null) return null;
  const money = moneyOf(balances.loan);
  return { paymentsToCome: money(rebate.paymentsToCome), unearned: money(rebate.unearned) };
}

/** Payments of precomputed interest are equal parts of an agreed total, carried as they are; what is paid is whole cents. */
function moneyOf({ terms, scale }: ResolvedLoan): (units: Units) => Fraction {
  if (terms.method !== "ruleOf78") return (units) => scale.currency(units);
  const step = scale.step(minorUnit(terms.currency));
  return (units) => scale.currency(toStep(units, step));
}

function perDiemAfter(balances: DailyBalances, day: Day): NonNullable<Payoff["perDiem"]> {
  const { amount, goodThrough } = balances.perDiemAfter(day);
  return { amount: balances.loan.scale.currency(amount), goodThrough };
}

function outcomeOf(outcomes: readonly Outcome[], event: string): Outcome {
  if (event.trim() === "") return PAYOFF;
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
