/**
 * Takes an index by date with margin, floor and caps, makes the annual rates of the loan. Law: a rate is the index of its
 * date and the margin, moved no further than the caps and the floor say.
 */
import type { Day } from "../../calendar/civilDate";
import { compare, minus, plus, ZERO, type Fraction } from "../../number/fraction";

/** An annual rate that holds from its date on: 0.06 is six per cent. */
export interface DatedRate {
  readonly date: Day;
  readonly annualRate: Fraction;
}

/** What an agreement says of a rate that follows an index. Rates are fractions of a year; null: none. */
export interface AdjustableRate {
  /** The rate until the first index date, as stated, where one is; null: the first index is that of the start. */
  readonly initialRate: Fraction | null;
  /** The index on each date on which the rate is adjusted, ascending; not empty. */
  readonly index: readonly { readonly date: Day; readonly value: Fraction }[];
  readonly margin: Fraction;
  /** The rate is never below the floor, nor above the cap. */
  readonly floor: Fraction | null;
  readonly cap: Fraction | null;
  /** The most that one adjustment moves the rate, up or down. */
  readonly periodicCap: Fraction | null;
}

/** The annual rate at the start of a loan, and each later one from its date on. */
export interface RatesByDate {
  readonly annualRate: Fraction;
  readonly rateChanges: readonly DatedRate[];
}

/** The rates of a loan by its index; the rate at the start is the initial one, else that of the first index. */
export function ratesByIndex(index: AdjustableRate): RatesByDate {
  const { initialRate } = index;
  const [first, ...later] = adjustedRates(index);
  if (initialRate !== null || !first)
    return { annualRate: initialRate ?? ZERO, rateChanges: first ? [first, ...later] : [] };
  return { annualRate: first.annualRate, rateChanges: later };
}

/** Terms of interest as they are known on a day: what the index comes to later is not, and it is taken to stay. */
export function interestKnownOn<T extends RatesByDate & { readonly index: AdjustableRate | null }>(
  interest: T,
  day: Day,
): T {
  if (interest.index === null) return interest;
  const { index } = interest.index;
  const known = index.filter(({ date }) => date <= day);
  const last = known.at(-1);
  const later = last ? index.slice(known.length).map(({ date }) => ({ date, value: last.value })) : [];
  return { ...interest, ...ratesByIndex({ ...interest.index, index: [...known, ...later] }) };
}

/** Whether two readings of one index are the same rates on the same days. */
export function areSameRates(one: RatesByDate, other: RatesByDate): boolean {
  if (one.rateChanges.length !== other.rateChanges.length) return false;
  const rates = ({ annualRate, rateChanges }: RatesByDate) => [
    annualRate,
    ...rateChanges.map((change) => change.annualRate),
  ];
  const others = rates(other);
  return rates(one).every((rate, row) => compare(rate, others[row] ?? rate) === 0);
}

/**
 * The rate from each index date on: index + margin; no further from the rate before it than the periodic cap; then not
 * below the floor and not above the cap, which bind over the periodic cap.
 */
export function adjustedRates({ initialRate, index, margin, ...limits }: AdjustableRate): readonly DatedRate[] {
  const rates: DatedRate[] = [];
  for (const { date, value } of index) {
    const before = rates.at(-1)?.annualRate ?? initialRate;
    rates.push({ date, annualRate: limitedRate(plus(value, margin), before, limits) });
  }
  return rates;
}

function limitedRate(
  rate: Fraction,
  before: Fraction | null,
  { floor, cap, periodicCap }: Pick<AdjustableRate, "floor" | "cap" | "periodicCap">,
): Fraction {
  const lowest = before && periodicCap ? minus(before, periodicCap) : null;
  const highest = before && periodicCap ? plus(before, periodicCap) : null;
  return within(within(rate, lowest, highest), floor, cap);
}

function within(rate: Fraction, lowest: Fraction | null, highest: Fraction | null): Fraction {
  if (lowest && compare(rate, lowest) < 0) return lowest;
  return highest && compare(rate, highest) > 0 ? highest : rate;
}
