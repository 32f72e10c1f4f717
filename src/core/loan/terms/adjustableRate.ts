/**
 * Takes an index by date with margin, floor and caps, makes the annual rates of the loan. Law: a rate is the index of its
 * date and the margin, moved no further than the caps and the floor say.
 */
import type { Day } from "../../calendar/civilDate";
import { compare, minus, plus, type Fraction } from "../../number/fraction";
import type { DatedRate } from "./loanTerms";

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
