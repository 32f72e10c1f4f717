import type { Day } from "../calendar/civilDate";
import { fraction, plus, times, ZERO, type Fraction } from "../number/fraction";
import { accrued, inUnits, stepOf, toStep, TO_THE_UNIT, type Step, type Units } from "./amount";
import { periodRate, rateOn } from "./periodRates";
import type { LoanPeriod } from "./periods";
import type { DatedAmount, LoanTerms } from "./terms";

/** One balance at one annual rate, from its start to the next segment's. */
export interface InterestSegment {
  readonly start: Day;
  readonly end: Day;
  readonly balance: Units;
  readonly annualRate: Fraction;
  /** Interest on one unit of balance. */
  readonly ratio: Fraction;
}

/** What moves the balance or the rate within a period; an increase of the balance is positive. */
export interface PeriodChange {
  readonly date: Day;
  readonly advance: Units;
  readonly extraPayment: Units;
  readonly forgiveness: Units;
}

/** The changes of each period by its index; one on a payment date belongs to the period that it ends. */
export function changesByPeriod(
  { changes, startDate }: LoanTerms,
  periods: readonly LoanPeriod[],
  decimals: number,
): ReadonlyMap<number, readonly PeriodChange[]> {
  const none = { advance: 0, extraPayment: 0, forgiveness: 0 };
  const kind = (name: keyof typeof none, list: readonly DatedAmount[]): PeriodChange[] =>
    list.map(({ date, amount }) => ({ date, ...none, [name]: inUnits(amount, decimals) }));
  const all = [
    ...kind("advance", changes.advances),
    ...kind("extraPayment", changes.extraPayments),
    ...kind("forgiveness", changes.forgiveness),
  ].filter(({ date }) => date >= startDate);
  const byPeriod = new Map<number, PeriodChange[]>();
  for (const change of all.sort((a, b) => a.date - b.date)) {
    const period = periods.findIndex(({ end }) => change.date <= end);
    if (period < 0) continue; // after the last payment; see loanSchedule
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), change]);
  }
  return byPeriod;
}

/** The period cut where its balance or its rate changes. */
export function segmentsOf(
  terms: LoanTerms,
  period: LoanPeriod,
  opening: Units,
  changes: readonly PeriodChange[],
): InterestSegment[] {
  const cuts = [...changes, ...terms.interest.changes].map(({ date }) => date).filter((date) => isWithin(period, date));
  const starts = [...new Set([period.start, ...cuts])].sort((a, b) => a - b);
  return starts.map((start, index): InterestSegment => {
    const end = starts[index + 1] ?? period.end;
    const annualRate = rateOn(terms.interest, start);
    const balance = opening + netChange(changes.filter(({ date }) => date <= start));
    return { start, end, balance, annualRate, ratio: periodRate(terms, period, start, end, annualRate) };
  });
}

function isWithin({ start, end }: LoanPeriod, date: Day): boolean {
  return date > start && date < end;
}

/** What changes add to the balance, together. */
export function netChange(changes: readonly PeriodChange[]): Units {
  return changes.reduce((sum, { advance, extraPayment, forgiveness }) => sum + advance - extraPayment - forgiveness, 0);
}

/** The interest of one period. */
export interface PeriodInterest {
  /** As the loan rounds it. */
  readonly posted: Units;
  /** To the unit. */
  readonly unrounded: Units;
  readonly exact: () => Fraction;
}

/**
 * Gives the interest of each period in turn, on the balance that it opens with. Where the loan carries what rounding
 * takes or gives, the sum is posted once it comes to a whole step.
 */
export function interestMeter(
  terms: LoanTerms,
  periods: readonly LoanPeriod[],
  changes: ReadonlyMap<number, readonly PeriodChange[]>,
  decimals: number,
): (index: number, opening: Units) => PeriodInterest {
  const step = stepOf(terms.rounding.interest, decimals);
  const { carriesInterest } = terms.rounding;
  const original = terms.interest.on === "original" ? inUnits(terms.principal, decimals) : null;
  const rateOf = wholePeriodRates(terms);
  let carried = 0; // what rounding took so far, less what it gave
  return (index, opening) => {
    const period = periods[index] as LoanPeriod;
    const balance = original ?? opening;
    const moved = original === null ? (changes.get(index) ?? []) : [];
    const rate = rateOf(period, moved);
    const exact = rate ? () => times(fraction(balance), rate) : once(() => interestOf(segmentsOf(terms, period, balance, moved)));
    const total = (to: Step) => (rate ? accrued(0, balance, rate, to) : accrued(0, 1, exact(), to));
    const unrounded = total(TO_THE_UNIT);
    const rounded = step.units === 1 ? unrounded : total(step);
    if (!carriesInterest) return { posted: rounded, unrounded, exact };
    carried += unrounded - rounded;
    const added = toStep(carried, { units: step.units, mode: "down" });
    carried -= added;
    return { posted: rounded + added, unrounded, exact };
  };
}

function once<T>(calculate: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= calculate());
}

/** The rate of a period that nothing cuts; null for one that is cut. Equal periods share one rate. */
function wholePeriodRates(terms: LoanTerms): (period: LoanPeriod, moved: readonly PeriodChange[]) => Fraction | null {
  const rateDates = terms.interest.changes.map(({ date }) => date);
  return (period, moved) => {
    if (moved.some(({ date }) => isWithin(period, date)) || rateDates.some((date) => isWithin(period, date))) return null;
    return periodRate(terms, period, period.start, period.end, rateOn(terms.interest, period.start));
  };
}

function interestOf(segments: readonly InterestSegment[]): Fraction {
  return segments.reduce((sum, { balance, ratio }) => plus(sum, times(fraction(balance), ratio)), ZERO);
}
