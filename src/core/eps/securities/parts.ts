/**
 * One issue over a longer period, from its terms in each part: by the average of what it adds (US GAAP) or on terms of
 * its own (IFRS); and its terms after a split. A weight is the length of a part over that of the whole; the weights of
 * the parts of a period sum to one.
 */
import { elementAt } from "../../elements";
import { dividedBy, isZero, ONE, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { KINDS } from "./kinds";
import { potentialShares } from "./security";
import type { SecurityTerms } from "./terms";

/** The same issue after a split: more shares, each at a lower price. @param factor new shares for one old, more than zero */
export function splitTerms(terms: SecurityTerms, factor: Fraction): SecurityTerms {
  const { number, exercisePrice, averagePrice } = terms;
  return {
    ...terms,
    number: times(number, factor),
    exercisePrice: exercisePrice && dividedBy(exercisePrice, factor),
    averagePrice: averagePrice && dividedBy(averagePrice, factor),
  };
}

/** One issue in one part of a longer period. */
export interface PartTerms {
  readonly terms: SecurityTerms;
  /** Length of the part over that of the whole. */
  readonly weight: Fraction;
}

/**
 * One issue over a longer period as the average of what it would add in each part (US GAAP, ASC 260-10-55-3).
 *
 * @param parts one or more
 */
export function averageOfParts(parts: readonly PartTerms[]): SecurityTerms {
  const { label, group } = elementAt(parts, 0).terms;
  const issues = parts.map(({ terms, weight }) => ({ ...potentialShares(terms), weight }));
  const incrementalShares = total(issues, (issue) => times(issue.incrementalShares, issue.weight));
  const earningsAddBack = total(issues, (issue) => issue.earningsAddBack);
  return { ...incrementalTerms(label, incrementalShares, earningsAddBack), group };
}

/**
 * One issue over a longer period on its own terms: number and cost weighted for the time outstanding, prices averaged
 * over that time (IFRS, IAS 33.37, worked in IE12).
 *
 * @param parts one or more, of one kind
 */
export function termsOfWhole(parts: readonly PartTerms[]): SecurityTerms {
  const outstanding = parts.map(({ terms, weight }) => ({ terms, weight: times(weight, terms.timeOutstanding) }));
  const mean = (figure: (terms: SecurityTerms) => Fraction | undefined) =>
    weightedMean(outstanding.map(({ terms, weight }) => ({ value: figure(terms), weight })));
  return {
    ...elementAt(parts, 0).terms,
    number: mean(({ number }) => number) ?? ZERO,
    exercisePrice: mean(({ exercisePrice }) => exercisePrice),
    averagePrice: mean(({ averagePrice }) => averagePrice),
    unrecognizedCost: mean(({ unrecognizedCost }) => unrecognizedCost) ?? ZERO,
    earningsAddBack: total(parts, ({ terms }) => terms.earningsAddBack),
    timeOutstanding: total(outstanding, ({ weight }) => weight),
  };
}

interface Weighted {
  readonly value: Fraction | undefined;
  readonly weight: Fraction;
}

/** The mean of the values that are known; undefined where none is. Where all of them weigh nothing, the first. */
function weightedMean(values: readonly Weighted[]): Fraction | undefined {
  const first = values[0]?.value;
  if (values.every(({ value }) => isSame(value, first))) return first; // as most terms do, quarter after quarter
  const known = values.flatMap(({ value, weight }) => (value === undefined ? [] : [{ value, weight }]));
  const weights = total(known, ({ weight }) => weight);
  if (isZero(weights)) return known[0]?.value;
  return dividedBy(
    total(known, ({ value, weight }) => times(value, weight)),
    weights,
  );
}

function total<T>(list: readonly T[], figure: (one: T) => Fraction): Fraction {
  return list.map(figure).reduce(plus, ZERO);
}

function isSame(a: Fraction | undefined, b: Fraction | undefined): boolean {
  return a === b || (a?.numerator === b?.numerator && a?.denominator === b?.denominator);
}

/** A count of shares that is already incremental, with its effect on earnings after tax. */
export function incrementalTerms(label: string, number: Fraction, earningsAddBack = ZERO): SecurityTerms {
  return { label, kind: "incremental", number, unrecognizedCost: ZERO, earningsAddBack, timeOutstanding: ONE };
}

/** Whether the terms say too little to compute a longer period from its parts: a count, but not what is behind it. */
export function tellsPartOnly({ terms: { kind, number, earningsAddBack } }: Pick<PartTerms, "terms">): boolean {
  return KINDS[kind].tellsPartOnly === true && !isZero(number) && isZero(earningsAddBack);
}

/** Whether the shares of a period are the average of those of its parts, whatever these are: no price has a say in them. */
export function averagesItself(terms: SecurityTerms): boolean {
  const { kind, number, earningsAddBack } = terms;
  if (isZero(number)) return true;
  return KINDS[kind].tellsPartOnly ? !isZero(earningsAddBack) : KINDS[kind].needs(terms).length === 0;
}
