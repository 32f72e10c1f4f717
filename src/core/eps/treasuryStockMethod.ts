/**
 * The treasury stock method and its reverse: from a grant and the average market price to the shares that it adds.
 */
import { CalculationError } from "../errors";
import {
  compare,
  dividedBy,
  isNegative,
  isPositive,
  minus,
  plus,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "../number/fraction";

/** Options, warrants or share awards of one grant. */
export interface Grant {
  /** Shares that the holders can buy, or that will vest; zero or more. */
  readonly number: Fraction;
  /** What a holder pays for one share, in currency; zero for restricted stock units. */
  readonly exercisePrice: Fraction;
  /**
   * What the company receives beyond the exercise price, for the whole grant: the period's average cost of awards not
   * yet recognized, plus an excess tax benefit, less a shortfall (which can make it negative). IFRS: the fair value of
   * services still to be rendered.
   */
  readonly unrecognizedCost: Fraction;
}

/** A grant in a period, as the treasury stock method sees it. */
export interface ExercisableShares extends Grant {
  /** Average market price of one share while the grant was outstanding in the period; more than zero. */
  readonly averageMarketPrice: Fraction;
}

/**
 * What exercise would bring in: exercise price and unrecognized cost. Never less than nothing, so that a tax shortfall
 * adds no more shares than the grant has.
 */
export function assumedProceeds({ number, exercisePrice, unrecognizedCost }: Grant): Fraction {
  const proceeds = plus(times(number, exercisePrice), unrecognizedCost);
  return isNegative(proceeds) ? ZERO : proceeds;
}

/** Whether the exercise price is below the average market price. */
export function isInTheMoney({ exercisePrice, averageMarketPrice }: ExercisableShares): boolean {
  return compare(exercisePrice, averageMarketPrice) < 0;
}

/**
 * Treasury stock method: the shares issued on assumed exercise, less those that the assumed proceeds buy back at the
 * average market price. Zero when out of the money, and when the proceeds buy back as many as are issued.
 *
 * @returns shares, unrounded; not weighted for the time outstanding
 * @throws CalculationError `out-of-range` when a count or price is negative, or the average market price is not positive
 * @see ASC 260-10-45-22 to 45-29; ASC 718-10-45-1; IAS 33.45-47A
 * @example treasuryStockMethod({ number: exactly(50_000), exercisePrice: exactly(24), averageMarketPrice: exactly(30),
 *   unrecognizedCost: ZERO }) // 10,000: what 40,000 shares bought back leave of 50,000
 */
export function treasuryStockMethod(grant: ExercisableShares): Fraction {
  requireGrant(grant);
  if (!isInTheMoney(grant)) return ZERO;
  const net = minus(grant.number, dividedBy(assumedProceeds(grant), grant.averageMarketPrice));
  return isPositive(net) ? net : ZERO;
}

/**
 * Reverse treasury stock method, for puts written and forward purchase contracts: the shares to be issued at the
 * average market price to raise what the company must pay, less those it then takes back. Zero unless the exercise
 * price is above the average market price.
 *
 * @returns shares, unrounded; not weighted for the time outstanding
 * @throws CalculationError `out-of-range` as {@link treasuryStockMethod}
 * @see ASC 260-10-45-35; IAS 33.63, A10
 */
export function reverseTreasuryStockMethod(grant: ExercisableShares): Fraction {
  requireGrant(grant);
  const net = minus(dividedBy(times(grant.number, grant.exercisePrice), grant.averageMarketPrice), grant.number);
  return isPositive(net) ? net : ZERO;
}

function requireGrant({ number, exercisePrice, averageMarketPrice }: ExercisableShares): void {
  requireNotNegative("number", number);
  requireNotNegative("exercise price", exercisePrice);
  if (isPositive(averageMarketPrice)) return;
  throw new CalculationError("out-of-range", "average price", "must be more than zero", toNumber(averageMarketPrice));
}

function requireNotNegative(argument: string, value: Fraction): void {
  if (isNegative(value)) throw new CalculationError("out-of-range", argument, "must be zero or more", toNumber(value));
}
