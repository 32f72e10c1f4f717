/**
 * Takes a loan and where it has come to, makes the group of periods that begins there. Law: all periods of a group are
 * settled alike, and their figures differ only by the balance that they open with.
 */
import { dueBy } from "../../calendar/dateSeries";
import { fraction, times, type Fraction } from "../../number/fraction";
import { TO_THE_UNIT, type RoundingStep, type Units } from "../amountScale";
import type { Installment } from "../repayment/installment";
import { precomputedInterest, type PrecomputedInterest } from "../repayment/precomputedInterest";
import { repaymentOf, type Settlement } from "../repayment/repayment";
import { spreadEvents } from "../repayment/respreads";
import { netOf } from "../resolved/balanceEvents";
import { eventsIn, type ResolvedLoan } from "../resolved/resolvedLoan";
import { Factor } from "./factor";
import { cutDays, interestWithin } from "./interestWithin";

/**
 * Consecutive periods of one length, one rate and one installment, within which no event moves the balance. Most loans
 * are a few such groups; a period that is like no other is a group by itself.
 */
export interface PeriodGroup {
  /** The index after its last period. */
  readonly until: number;
  readonly accrual: Accrual;
  readonly isInterestDue: boolean;
  /** What events add to the balance. */
  readonly netEvents: Units;
  readonly installment: Installment;
}

/** What earns the interest of a period, and the interest on one unit of it. */
interface Accrual {
  /**
   * - `openingBalance`: the balance that each period opens with.
   * - `principal`: the original principal of a flat loan, the same in each.
   * - `cuts`: of a period that is cut where its balance or rate moves, each balance for its days. Their interest is worked
   *   out exactly beforehand, and stands as that on an amount of 1.
   */
  readonly on: "openingBalance" | "principal" | "cuts";
  /** What earns, in the first period at least. */
  readonly amount: Units;
  /** Interest on one unit, as the loan rounds interest. */
  readonly rounded: Factor;
  /** The same to the unit, from which a balance that is rounded follows. */
  readonly unrounded: Factor;
}

/** Where a schedule has come to: a period, the balance that it opens with, and interest that is not due yet. */
export interface Reached {
  readonly index: number;
  readonly opening: Units;
  readonly unpaidInterest: Units;
}

/** Gives the group that begins with a period. Groups are asked for in order. */
export function periodGroups(loan: ResolvedLoan, settlement: Settlement): (reached: Reached) => PeriodGroup {
  const repayment = repaymentOf(loan, settlement);
  const step = loan.scale.step(loan.terms.rounding.interest);
  const untilOf = groupEnds(loan, settlement);
  const precomputed = loan.terms.method === "ruleOf78" ? precomputedInterest(loan) : null;
  return (reached) => {
    const { index, opening, unpaidInterest } = reached;
    const { accrual, interest } = precomputed
      ? precomputedAccrual(precomputed, reached, step)
      : accrualOf(loan, reached, step);
    const netEvents = netSpreadWithin(loan, index);
    return {
      until: untilOf(index),
      accrual,
      isInterestDue: loan.periods.isInterestDue(index),
      netEvents: netOf(eventsIn(loan, index)),
      installment: repayment({ index, opening, unpaidInterest, netEvents, interest }),
    };
  };
}

interface PeriodAccrual {
  readonly accrual: Accrual;
  /** The interest of the period on the balance that its payment is spread over, exactly. */
  readonly interest: () => Fraction;
}

/** The interest of a period that was agreed beforehand. */
function precomputedAccrual(
  { earnedThrough }: PrecomputedInterest,
  { index }: Reached,
  step: RoundingStep,
): PeriodAccrual {
  const interest = fraction(earnedThrough(index) - earnedThrough(index - 1));
  return { accrual: accrualOn("cuts", 1, interest, step), interest: () => interest };
}

function accrualOf(loan: ResolvedLoan, reached: Reached, step: RoundingStep): PeriodAccrual {
  return cutDays(loan, reached.index).length > 0 ? cutAccrual(loan, reached, step) : wholeAccrual(loan, reached, step);
}

function cutAccrual(loan: ResolvedLoan, { index, opening }: Reached, step: RoundingStep): PeriodAccrual {
  const exact = interestWithin(loan, index, opening, eventsIn(loan, index));
  return {
    accrual: accrualOn("cuts", 1, exact, step),
    interest: () => interestWithin(loan, index, opening, spreadEvents(loan, index)),
  };
}

function wholeAccrual(loan: ResolvedLoan, { index, opening }: Reached, step: RoundingStep): PeriodAccrual {
  const rate = loan.rates.whole(index);
  const isFlat = loan.terms.interest.on === "original";
  const amount = isFlat ? loan.principal : opening;
  return {
    accrual: accrualOn(isFlat ? "principal" : "openingBalance", amount, rate, step),
    interest: () => times(fraction(amount), rate),
  };
}

function accrualOn(on: Accrual["on"], amount: Units, ratio: Fraction, step: RoundingStep): Accrual {
  const unrounded = new Factor(ratio, TO_THE_UNIT);
  const isSame = step.units === TO_THE_UNIT.units && step.mode === TO_THE_UNIT.mode;
  return { on, amount, rounded: isSame ? unrounded : new Factor(ratio, step), unrounded };
}

/** What events before the last day of a period add to the balance that payments are spread over. */
function netSpreadWithin(loan: ResolvedLoan, index: number): Units {
  if (!loan.events.has(index)) return 0;
  const end = loan.periods.end(index);
  return netOf(spreadEvents(loan, index).filter(({ date }) => date < end));
}

/** Where the group of a period ends: before the next that differs from it, as far as the terms tell beforehand. */
function groupEnds(loan: ResolvedLoan, { firstExtra, settledIn }: Settlement): (index: number) => number {
  const first = loan.firstPrincipalPeriod;
  // Of precomputed interest each period earns less than the one before it; what is paid extra may differ in each.
  if (loan.terms.method === "ruleOf78" || loan.terms.payment.recurring.length > 0) return (index) => index + 1;
  const starts = Int32Array.from([
    first,
    first + (firstExtra === 0 ? 0 : 1),
    settledIn ?? first,
    ...changedStarts(loan),
  ]);
  starts.sort();
  return (index) => Math.min(loan.rates.equalUntil(index), starts[dueBy(starts, index)] ?? Infinity);
}

/** Where a rate, a balance or a payment changes, or is back to what it was. */
function changedStarts({ terms, periods, events }: ResolvedLoan): readonly number[] {
  const { rateChanges } = terms.interest;
  const { paymentChanges } = terms.payment;
  if (rateChanges.length + paymentChanges.length + events.size === 0) return [];
  const rates = rateChanges.flatMap(({ date }) => [periods.endingBy(date), periods.endingBy(date + 1)]);
  const payments = paymentChanges.map(({ date }) => dueBy(periods.dates, date - 1));
  const changed = [...events.keys(), ...rates];
  return [...changed, ...changed.map((index) => index + 1), ...payments];
}
