/**
 * Takes an account, an event and its day, tells what becomes of the loan. Law: what is owed is forgiven or due, whole.
 */
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { fraction, rounded, times, type Fraction } from "../../number/fraction";
import { timesRatio, type Units } from "../amountScale";
import { precomputedInterest } from "../repayment/precomputedInterest";
import type { Outcome } from "../terms/agreement";
import { assumedRepayment } from "../terms/assumedRepayment";
import { dailyRatio } from "./accrualSegments";
import type { LoanAccount } from "./loanAccount";
import { prepaymentCharge } from "./prepaymentCharge";

/** What becomes of a loan when an event ends it. Amounts in currency units. */
export interface Payoff {
  readonly outcome: Outcome;
  readonly balance: Fraction;
  readonly balanceClause: string;
  /** Of precomputed interest: the payments to come, and what is given back of the interest in them; else null. */
  readonly rebate: { readonly paymentsToCome: Fraction; readonly unearned: Fraction } | null;
  /** Interest since the last scheduled date, where the balance does not include it. */
  readonly interest: Fraction;
  /** For paying early; null where the agreement has no such charge. */
  readonly charge: Fraction | null;
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
export function payoff(account: LoanAccount, day: Day, event: string, sharePrice: Fraction | null): Payoff {
  const { terms, scale } = account.loan;
  const outcome = outcomeOf(terms.outcomes, event);
  const { balance, opening, changes } = account.unitsOn(day);
  const interest = interestBesideBalance(account, day);
  const owed = balance + interest;
  const charged = normal(outcome.event) === PAYOFF.event ? opening + changes : 0;
  const charge = prepaymentCharge(account.loan, day, charged);
  const shares = terms.collateral && (outcome.collateral === "returned" ? terms.collateral.shares : 0);
  return {
    outcome,
    balance: scale.currency(balance),
    balanceClause: terms.betweenDates.clause === "" ? assumedRepayment(terms) : terms.betweenDates.clause,
    rebate: terms.method === "ruleOf78" ? rebateAfter(account, day) : null,
    interest: scale.currency(interest),
    charge: charge === null ? null : scale.currency(charge),
    forgiven: scale.currency(outcome.balance === "forgiven" ? owed : 0),
    due: scale.currency(outcome.balance === "due" ? owed + (charge ?? 0) : 0),
    perDiem: terms.betweenDates.share ? null : perDiemAfter(account, day),
    sharesReturned: shares,
    sharesValue: shares !== null && sharePrice ? rounded(times(fraction(shares), sharePrice), scale.decimals) : null,
  };
}

/** The balance is the payments to come less the interest in them that no period has earned. */
function rebateAfter({ loan, lines, segments }: LoanAccount, day: Day): NonNullable<Payoff["rebate"]> {
  const { line } = segments.on(day);
  const { total, earnedThrough } = precomputedInterest(loan);
  let toCome = 0;
  for (let later = line + 1; later <= lines.last; later += 1) toCome += lines.payment(later);
  const unearned = total - earnedThrough(line - 1);
  return { paymentsToCome: loan.scale.currency(toCome), unearned: loan.scale.currency(unearned) };
}

function perDiemAfter(account: LoanAccount, day: Day): NonNullable<Payoff["perDiem"]> {
  const { loan, segments, accrual, interestStep } = account;
  const segment = segments.on(day);
  const isOver = account.isOver(segment.line);
  const amount = isOver ? 0 : timesRatio(segment.balance, dailyRatio(loan, accrual, segment), interestStep);
  const next = segments.startAfter(day);
  return { amount: loan.scale.currency(amount), goodThrough: isOver ? null : (next ?? null) };
}

/**
 * Interest that is no part of the balance, rounded as interest is: of earlier periods, where it falls due later than they
 * end, and since the scheduled date, where the balance does not include it.
 */
function interestBesideBalance(account: LoanAccount, day: Day): Units {
  const segment = account.segments.on(day);
  const notDue = account.lines.undueInterest(segment.line);
  if (account.loan.terms.betweenDates.interest || account.isScheduled(segment.line, day)) return notDue;
  return notDue + account.accruedTo(segment, day, account.interestStep);
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
