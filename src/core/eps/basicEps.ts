/**
 * Basic earnings per share: from income and weighted-average shares to currency a share.
 */
import { CalculationError } from "../errors";
import { dividedBy, isPositive, minus, toNumber, type Fraction } from "../number/fraction";

/**
 * Basic earnings per share: income available to common stockholders over weighted-average common shares.
 *
 * @param income income of the line (continuing operations, net income), in currency units, before preferred dividends
 * @param weightedAverageShares weighted-average common shares outstanding; more than zero
 * @param preferredDividends dividends of the period on preferred stock, declared or cumulative; deducted from income
 * @returns currency units per share, unrounded; round only for presentation
 * @throws CalculationError `out-of-range` when the shares are not more than zero
 * @see ASC 260-10-45-10 to 45-11; IAS 33.9-12
 * @example basicEps(exactly(-462_000), exactly(7_737_946), ZERO) // -0.0597…, filed as (0.06)
 */
export function basicEps(income: Fraction, weightedAverageShares: Fraction, preferredDividends: Fraction): Fraction {
  return dividedBy(minus(income, preferredDividends), requireShares("shares", weightedAverageShares));
}

/** The shares, more than zero: a weighted count of zero has no earnings per share. */
export function requireShares(argument: string, shares: Fraction): Fraction {
  if (isPositive(shares)) return shares;
  throw new CalculationError("out-of-range", argument, "must be more than zero", toNumber(shares));
}
