import type { Day } from "../../calendar/civilDate";
import { fraction, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { inUnits, type Units } from "../amountScale";
import { partRate, periodRate, rateOn } from "./periodRates";
import { endOf, periodEndingBy, startOf, type LoanPeriods } from "./loanPeriods";
import type { DatedAmount, LoanTerms } from "../terms/loanTerms";

/** What moves the balance within a period; an increase of the balance is positive. */
export interface PeriodChange {
  readonly date: Day;
  readonly advance: Units;
  readonly extraPayment: Units;
  readonly forgiveness: Units;
}

/** The changes of each period by its index; one on a payment date belongs to the period that it ends. */
export function changesByPeriod(
  { changes, startDate }: LoanTerms,
  periods: LoanPeriods,
  decimals: number,
): ReadonlyMap<number, readonly PeriodChange[]> {
  if (changes.advances.length + changes.extraPayments.length + changes.forgiveness.length === 0) return UNCHANGED;
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
    const period = periodEndingBy(periods, change.date);
    if (period === periods.count) continue; // after the last payment; see loanSchedule
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), change]);
  }
  return byPeriod;
}

const UNCHANGED: ReadonlyMap<number, readonly PeriodChange[]> = new Map();

/** What changes add to the balance, together. */
export function netChange(changes: readonly PeriodChange[]): Units {
  return changes.reduce((sum, { advance, extraPayment, forgiveness }) => sum + advance - extraPayment - forgiveness, 0);
}

/** The days within a period on which its balance or its rate changes; of the first, the start too, where the balance does. */
export function cutsWithin(
  terms: LoanTerms,
  periods: LoanPeriods,
  index: number,
  changes: readonly PeriodChange[],
): readonly Day[] {
  if (changes.length === 0 && terms.interest.changes.length === 0) return NO_DAYS;
  const isBeforeEnd = ({ date }: { readonly date: Day }) => date < endOf(periods, index);
  const rates = terms.interest.changes.filter((change) => change.date > startOf(periods, index) && isBeforeEnd(change));
  return [...changes.filter(isBeforeEnd), ...rates].map(({ date }) => date);
}

const NO_DAYS: readonly Day[] = [];

/** The rate of a whole period that nothing cuts. */
export function wholePeriodRate(terms: LoanTerms, periods: LoanPeriods, index: number): Fraction {
  return periodRate(terms, periods, index, rateOn(terms.interest, startOf(periods, index)));
}

/** The interest of a period cut in stretches: one balance at one rate in each. */
export function cutInterest(
  terms: LoanTerms,
  periods: LoanPeriods,
  index: number,
  opening: Units,
  changes: readonly PeriodChange[],
  cuts: readonly Day[],
): Fraction {
  const starts = [...new Set([startOf(periods, index), ...cuts])].sort((a, b) => a - b);
  return starts.reduce((sum, start, at) => {
    const end = starts[at + 1] ?? endOf(periods, index);
    const balance = opening + netChange(changes.filter(({ date }) => date <= start));
    return plus(
      sum,
      times(fraction(balance), partRate(terms, periods, index, start, end, rateOn(terms.interest, start))),
    );
  }, ZERO);
}
