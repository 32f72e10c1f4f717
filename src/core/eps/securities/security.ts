import { compare, exactly, isZero, ONE, times, ZERO, type Fraction } from "../../number/fraction";
import { figureText } from "../../number/figureText";
import type { PotentialShares } from "../potentialShares";
import { KINDS, type Kind, type Price, type SecurityKind } from "./kinds";

export { bringsProceeds, type SecurityKind } from "./kinds";

/** The terms of one issue of potential common shares, in one period. A price that was not given is undefined. */
export interface SecurityTerms {
  readonly label: string;
  /** The line of an exhibit that it shares with other issues; its own, under its label, where undefined. */
  readonly group?: string | undefined;
  readonly kind: SecurityKind;
  /** Shares that the issue would become: under option, on conversion, on meeting the condition. */
  readonly number: Fraction;
  readonly exercisePrice?: Fraction | undefined;
  readonly averagePrice?: Fraction | undefined;
  readonly unrecognizedCost: Fraction;
  /** Effect on earnings for the time outstanding, after tax. */
  readonly earningsAddBack: Fraction;
  /** Part of the period outstanding, 0 to 1. */
  readonly timeOutstanding: Fraction;
}

/** Potential shares that still know their terms. */
export interface Issue extends PotentialShares {
  readonly terms: SecurityTerms;
}

/** Prices that the terms still lack. */
export function missingPrices(terms: SecurityTerms): readonly Price[] {
  const { needs }: Kind = KINDS[terms.kind];
  return needs(terms).filter((price) => terms[price] === undefined);
}

/**
 * What the issue would do to earnings and shares if it joined diluted EPS, weighted for the time outstanding.
 *
 * @param terms with every price that its kind needs (see {@link missingPrices})
 */
export function potentialShares(terms: SecurityTerms): Issue {
  const { shares, lapses }: Kind = KINDS[terms.kind];
  const incrementalShares = times(shares(terms), terms.timeOutstanding);
  const earningsAddBack = lapses && isZero(incrementalShares) ? ZERO : terms.earningsAddBack;
  return { label: terms.label, earningsAddBack, incrementalShares, terms };
}

/** Whether an exercise price, or cost not yet recognized, has a meaning for the kind. */
export function takesProceeds({ kind }: SecurityTerms): boolean {
  const { takesProceeds: takes }: Kind = KINDS[kind];
  return takes === true;
}

/** How the issue comes to its incremental shares, in words. */
export function workingOf(terms: SecurityTerms): string {
  const throughout = compare(terms.timeOutstanding, ONE) === 0;
  const percent = figureText(times(terms.timeOutstanding, exactly(100)), 1);
  return KINDS[terms.kind].working(terms) + (throughout ? "" : `; outstanding for ${percent} % of the period`);
}

/** The line of an exhibit on which the issue stands. */
export function lineOf({ group, label }: SecurityTerms): string {
  return group ?? label;
}
