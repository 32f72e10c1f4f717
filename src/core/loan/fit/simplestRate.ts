/**
 * Takes bounds of a rate, finds the rate that somebody meant. Law: of all rates between the bounds it has the fewest
 * decimals of a per cent, and of those the nearest to the middle; none where it would take more than six.
 */
import { decimalsOf, fraction, times, type Fraction } from "../../number/fraction";

/** Rates between two bounds, neither of which is among them. Fractions of a year, as doubles: they only bound. */
export interface RateInterval {
  readonly above: number;
  readonly below: number;
}

/** Every rate that is tried at all. */
export const ANY_RATE: RateInterval = { above: -1e-9, below: 1 };

const MOST_DECIMALS = 6;
/** Of the last decimal: a bound that was a rate itself does not become one again by the error of a double. */
const SLACK = 1e-6;

/** A rate that somebody may have meant. */
export interface SimpleRate {
  readonly rate: Fraction;
  /** Decimals of a per cent: 2 of 5.25 %. */
  readonly decimals: number;
}

/** The simplest rate between two bounds; null where all between them have more decimals than anybody quotes. */
export function simplestRate({ above, below }: RateInterval): SimpleRate | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const perUnit = 10 ** (decimals + 2);
    const least = Math.floor(above * perUnit + SLACK) + 1;
    const most = Math.ceil(below * perUnit - SLACK) - 1;
    if (least > most) continue;
    const middle = Math.round(((above + below) / 2) * perUnit);
    return { rate: fraction(Math.min(most, Math.max(least, middle)), perUnit), decimals };
  }
  return null;
}

/** Decimals of a per cent that a rate has: 2 of 5.25 %; 12 of one that has more. */
export function percentDecimals(rate: Fraction): number {
  return decimalsOf(times(rate, fraction(100)), 12);
}

/** The interval that most of some intervals have in common, and how many have it. */
export function commonInterval(intervals: readonly RateInterval[]): RateInterval & { readonly count: number } {
  const bounds = intervals
    .map(({ above, below }) => ({ above: Math.max(above, ANY_RATE.above), below: Math.min(below, ANY_RATE.below) }))
    .filter(({ above, below }) => above < below)
    .flatMap(({ above, below }) => [
      { at: above, opens: 1 },
      { at: below, opens: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.opens - b.opens); // one that ends where another begins has nothing of it
  let open = 0;
  let best: RateInterval & { readonly count: number } = { ...ANY_RATE, count: 0 };
  for (const [place, { at, opens }] of bounds.entries()) {
    open += opens;
    if (open > best.count) best = { above: at, below: bounds[place + 1]?.at ?? at, count: open };
  }
  return best;
}
