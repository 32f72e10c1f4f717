/**
 * Takes what a loan is carried at on a day, solves the rate at which it is carried on. Law: at it the present value of what
 * is paid after the day is what is carried on it, to the last cent.
 */
import { CalculationError } from "../../../errors";
import { toNumber, type Fraction } from "../../../number/fraction";
import { unguarded, type Position, type PresentValues } from "./presentValue";

/** A rate is solved to so many decimals, and is a whole number of its last place until then. */
const ONE_PLACE = 10n ** 20n;
/** Of a year. Beyond, no loan bears interest. */
const LEAST = (-98n * ONE_PLACE) / 100n;
const MOST = 98n * ONE_PLACE;
const FIRST_STEP = ONE_PLACE / 100n;

/** By how much the flows are worth more, at a rate of so many places, than the loan is carried at. */
type Excess = (place: bigint) => bigint;

/** A rate at which the flows are worth more than is carried, and one at which they are worth no more. */
interface Bracket {
  readonly low: bigint;
  readonly high: bigint;
  readonly above: bigint;
  readonly below: bigint;
}

/**
 * The rate at which what is paid after a day is worth the balance carried on it.
 *
 * @throws CalculationError `not-available` when none from -98 % to 9,800 % does
 */
export function solvedRate(values: PresentValues, position: Position): Fraction {
  const { loan } = values;
  const { balance } = position;
  const beyondAny = balance * BigInt(1e9);
  const excess: Excess = (place) => {
    const value = values.worthOn(position, { numerator: place, denominator: ONE_PLACE });
    return value === null ? beyondAny : value - balance;
  };
  const annualRate = loan.schedule.loan.rates.annualOn(position.day);
  const agreed = (BigInt(annualRate.numerator) * ONE_PLACE) / BigInt(annualRate.denominator);
  const bracket = bracketFrom(agreed, excess);
  if (bracket !== null) return { numerator: solvedWithin(bracket, excess), denominator: ONE_PLACE };
  const rule = "must pay back, at some rate of interest, what it is carried at when it begins";
  throw new CalculationError("not-available", "loan", rule, toNumber(unguarded(loan, balance)));
}

/** Away from the rate of the agreement, by steps that double. */
function bracketFrom(agreed: bigint, excess: Excess): Bracket | null {
  const first = excess(agreed);
  for (let step = FIRST_STEP; step < 2n * MOST; step *= 2n) {
    if (first > 0n) {
      const high = agreed + step > MOST ? MOST : agreed + step;
      const below = excess(high);
      if (below <= 0n) return { low: agreed, high, above: first, below };
    } else {
      const low = agreed - step < LEAST ? LEAST : agreed - step;
      const above = excess(low);
      if (above > 0n) return { low, high: agreed, above, below: first };
    }
  }
  return null;
}

/**
 * The two ends are drawn together until they are one place apart: by the secant, and where the same end moves twice, the
 * value of the other is halved (the Illinois rule; M. Dowell, P. Jarratt, A modified regula falsi method, 1971).
 */
function solvedWithin({ low, high, above, below }: Bracket, excess: Excess): bigint {
  let lastMoved: "low" | "high" | null = null;
  while (high - low > 1n) {
    const secant = low + ((high - low) * above) / (above - below);
    const middle = secant <= low ? low + 1n : secant >= high ? high - 1n : secant;
    const value = excess(middle);
    if (value > 0n) {
      [low, above] = [middle, value];
      if (lastMoved === "low") below /= 2n;
      lastMoved = "low";
    } else {
      [high, below] = [middle, value];
      if (lastMoved === "high") above = above / 2n + 1n;
      lastMoved = "high";
    }
  }
  return high;
}
