import type { Day } from "../calendar/civilDate";
import { fraction, plus, times, ZERO, type Fraction } from "../number/fraction";
import { accrued, inUnits, stepOf, type Units } from "./amount";
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

/** The interest of one period: exact, in units, and as the loan rounds it. */
export interface PeriodInterest {
  readonly units: Units;
  readonly exact: () => Fraction;
}

/** Gives the interest of each period in turn, on the balance that it opens with. */
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
  let carried = 0; // what rounding took from interest so far, less what it gave
  return (index, opening) => {
    const period = periods[index] as LoanPeriod;
    const balance = original ?? opening;
    const moved = original === null ? (changes.get(index) ?? []) : [];
    const rate = rateOf(period, moved);
    const segments = rate ? [] : segmentsOf(terms, period, balance, moved);
    const exact = () => (rate ? times(fraction(balance), rate) : interestOf(segments));
    const units = rate ? accrued(carried, balance, rate, step) : accrued(carried, 1, exact(), step);
    if (carriesInterest) carried += inUnits(exact(), 0) - units;
    return { units, exact };
  };
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
