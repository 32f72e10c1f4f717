import { dueBy } from "../../calendar/dateSeries";
import { fraction, times } from "../../number/fraction";
import { Factor, stepOf, TO_THE_UNIT, type Units } from "../amountScale";
import type { Changes, Installment, Settlement } from "../repayment/installment";
import { installmentPlan } from "../repayment/repayment";
import { cutInterest, cutsWithin, netChange, wholePeriodRate, type PeriodChange } from "../resolved/balanceEvents";
import { equalUntil } from "../resolved/periodRates";
import { endOf, firstPrincipalIndex, isInterestDue, periodEndingBy, type LoanPeriods } from "../resolved/loanPeriods";
import type { LoanTerms } from "../terms/loanTerms";

/**
 * Periods in a row of which all is known beforehand but their balances: they share one rate and one installment, and
 * nothing moves the balance within. Most loans are a few stretches; a period that is like no other is one by itself.
 */
export interface Stretch {
  /** The index after its last period. */
  readonly until: number;
  /** What earns interest; NaN: the balance that each period opens with. */
  readonly earning: Units;
  /** Interest on it, as the loan rounds it and to the unit. */
  readonly rounded: Factor;
  readonly unrounded: Factor;
  readonly isDue: boolean;
  /** What changes add to the balance. */
  readonly net: Units;
  readonly installment: Installment;
}

/** Gives the stretch that starts with a period, its opening balance and the interest that is not due yet. */
export type StretchPlan = (index: number, opening: Units, unpaid: Units) => Stretch;

export function stretchPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  original: Units,
  decimals: number,
  settlement: Settlement,
): StretchPlan {
  const first = firstPrincipalIndex(terms, periods);
  const installmentOf = installmentPlan(terms, periods, changes, first, decimals, settlement);
  const step = stepOf(terms.rounding.interest, decimals);
  const untilOf = stretchEnds(terms, periods, [
    first,
    first + (settlement.firstExtra === 0 ? 0 : 1),
    ...changedStarts(terms, periods, changes),
  ]);
  const flat = terms.interest.on === "original" ? original : null;
  return (index, opening, unpaid) => {
    const moved = changes.get(index) ?? NO_CHANGES;
    const earned = (by: readonly PeriodChange[]) => (flat === null ? by : NO_CHANGES); // flat interest follows no change
    const cuts = cutsWithin(terms, periods, index, earned(moved));
    const exact = (by: readonly PeriodChange[]) =>
      cutInterest(terms, periods, index, flat ?? opening, earned(by), cuts);
    const isCut = cuts.length > 0;
    const rate = isCut ? exact(moved) : wholePeriodRate(terms, periods, index);
    const earning = isCut ? 1 : (flat ?? NaN);
    const spread = moved === NO_CHANGES ? NO_CHANGES : spreadOverPayments(terms, moved);
    const interest = () => (isCut ? exact(spread) : times(fraction(Number.isNaN(earning) ? opening : earning), rate));
    const netWithin = moved === NO_CHANGES ? 0 : netChange(spread.filter(({ date }) => date < endOf(periods, index)));
    const unrounded = new Factor(rate, TO_THE_UNIT);
    return {
      until: untilOf(index),
      earning,
      rounded: step.units === 1 && step.mode === "halfUp" ? unrounded : new Factor(rate, step),
      unrounded,
      isDue: isInterestDue(periods, index),
      net: netChange(moved),
      installment: installmentOf({ index, opening, unpaid, netWithin, interest }),
    };
  };
}

const NO_CHANGES: readonly PeriodChange[] = [];

/** The changes that a payment worked out in their period is spread over: what shortens the term leaves it as it is. */
function spreadOverPayments({ payment }: LoanTerms, changes: readonly PeriodChange[]): readonly PeriodChange[] {
  return payment.extraPaymentEffect === "lowers" ? changes : changes.filter(({ advance }) => advance > 0);
}

/** Where the stretch of a period ends: before the next that differs from it, as far as the terms tell beforehand. */
function stretchEnds(terms: LoanTerms, periods: LoanPeriods, starts: readonly number[]): (index: number) => number {
  return (index) =>
    starts.reduce((until, at) => (at > index && at < until ? at : until), equalUntil(terms, periods, index));
}

/** Where a rate, a balance or a payment changes, or is back to what it was. */
function changedStarts({ interest, payment }: LoanTerms, periods: LoanPeriods, changes: Changes): readonly number[] {
  if (interest.changes.length + payment.changes.length + changes.size === 0) return NONE;
  const rates = interest.changes.flatMap(({ date }) => [
    periodEndingBy(periods, date),
    periodEndingBy(periods, date + 1),
  ]);
  const payments = payment.changes.map(({ date }) => dueBy(periods.dates, date - 1));
  const changed = [...changes.keys(), ...rates];
  return [...changed, ...changed.map((index) => index + 1), ...payments];
}

const NONE: readonly number[] = [];
