/**
 * From the terms of a security to what it would do to earnings and shares: the two numbers of the antidilution sequence,
 * and the words for a reviewer. Nothing here asks what kind a security is; each kind reports it (kinds.ts).
 */
import { compare, exactly, isZero, ONE, times, ZERO } from "../../number/fraction";
import { figureText } from "../../number/figureText";
import type { PotentialShares } from "../potentialShares";
import { KINDS } from "./kinds";
import type { Price, SecurityTerms } from "./terms";

/** Potential shares that still know their terms. */
export interface Issue extends PotentialShares {
  /** What its two numbers follow from. */
  readonly terms: SecurityTerms;
}

/** Prices that the kind needs and the terms still lack. */
export function missingPrices(terms: SecurityTerms): readonly Price[] {
  return KINDS[terms.kind].needs(terms).filter((price) => terms[price] === undefined);
}

/**
 * What an issue would do to earnings and shares if it joined diluted EPS: the shares of its kind's method (treasury
 * stock, reverse treasury stock, if-converted), weighted for the time outstanding, and its add-back. An issue that
 * holders leave alone, as options out of the money, adds neither.
 *
 * @returns shares and currency, unrounded
 * @throws CalculationError `invalid-input` when a price that the kind needs is not given; `out-of-range` when a count or
 *   price is negative, or the average price not more than zero
 * @see ASC 260-10-45-22 to 45-57; IAS 33.45-63
 */
export function potentialShares(terms: SecurityTerms): Issue {
  const { shares, leftAloneWithoutShares } = KINDS[terms.kind];
  const incrementalShares = times(shares(terms), terms.timeOutstanding);
  const earningsAddBack = leftAloneWithoutShares && isZero(incrementalShares) ? ZERO : terms.earningsAddBack;
  return { label: terms.label, earningsAddBack, incrementalShares, terms };
}

/** Whether an exercise price, or cost not yet recognized, has a meaning for the kind. */
export function takesProceeds({ kind }: SecurityTerms): boolean {
  return KINDS[kind].takesProceeds === true;
}

/** How the issue comes to its incremental shares, in words; its prices must be there (see {@link missingPrices}). */
export function workingOf(terms: SecurityTerms): string {
  const throughout = compare(terms.timeOutstanding, ONE) === 0;
  const percent = figureText(times(terms.timeOutstanding, exactly(100)), 1);
  return KINDS[terms.kind].working(terms) + (throughout ? "" : `; outstanding for ${percent} % of the period`);
}

/** The line of an exhibit on which the issue stands. */
export function lineOf({ group, label }: SecurityTerms): string {
  return group ?? label;
}
