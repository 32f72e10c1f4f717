import { dividedBy, isZero, ONE, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { potentialShares, type SecurityTerms } from "./security";
import { KINDS, type Kind } from "./kinds";

/** The same issue after a split: more shares, each at a lower price. */
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
  readonly share: Fraction;
}

/**
 * One issue over a longer period as the average of what it would add in each part (US GAAP, ASC 260-10-55-3).
 *
 * @param parts one or more
 */
export function averageOfParts(parts: readonly PartTerms[]): SecurityTerms {
  const { label, group } = (parts[0] as PartTerms).terms;
  const issues = parts.map(({ terms }) => potentialShares(terms));
  const incrementalShares = issues
    .map((issue, index) => times(issue.incrementalShares, (parts[index] as PartTerms).share))
    .reduce(plus);
  const earningsAddBack = issues.map((issue) => issue.earningsAddBack).reduce(plus);
  return { ...incrementalTerms(label, incrementalShares, earningsAddBack), group };
}

/**
 * One issue over a longer period on its own terms: number and cost weighted for the time outstanding, prices averaged
 * over that time (IFRS, IAS 33.37, worked in IE12).
 *
 * @param parts one or more, of one kind
 */
export function termsOfWhole(parts: readonly PartTerms[]): SecurityTerms {
  const first = (parts[0] as PartTerms).terms;
  const outstanding = parts.map(({ terms, share }) => times(share, terms.timeOutstanding));
  const mean = (figure: (terms: SecurityTerms) => Fraction | undefined) =>
    weightedMean(
      parts.map(({ terms }) => figure(terms)),
      outstanding,
    );
  const time = outstanding.reduce(plus);
  return {
    ...first,
    number: mean(({ number }) => number) ?? ZERO,
    exercisePrice: mean(({ exercisePrice }) => exercisePrice),
    averagePrice: mean(({ averagePrice }) => averagePrice),
    unrecognizedCost: mean(({ unrecognizedCost }) => unrecognizedCost) ?? ZERO,
    earningsAddBack: parts.map(({ terms }) => terms.earningsAddBack).reduce(plus),
    timeOutstanding: time,
  };
}

/** The mean of the values that are known; undefined where none is, or all of them weigh nothing. */
function weightedMean(values: readonly (Fraction | undefined)[], weights: readonly Fraction[]): Fraction | undefined {
  if (values.every((value) => isSame(value, values[0]))) return values[0]; // as most terms do, quarter after quarter
  const known = values.flatMap((value, index) =>
    value === undefined ? [] : [{ value, weight: weights[index] ?? ZERO }],
  );
  const total = known.map(({ weight }) => weight).reduce(plus, ZERO);
  return isZero(total)
    ? known[0]?.value
    : dividedBy(known.map(({ value, weight }) => times(value, weight)).reduce(plus), total);
}

function isSame(a: Fraction | undefined, b: Fraction | undefined): boolean {
  return a === b || (a?.numerator === b?.numerator && a?.denominator === b?.denominator);
}

/** A count of shares that is already incremental, with its effect on earnings. */
export function incrementalTerms(label: string, number: Fraction, earningsAddBack = ZERO): SecurityTerms {
  return { label, kind: "incremental", number, unrecognizedCost: ZERO, earningsAddBack, timeOutstanding: ONE };
}

/** Whether the terms say too little to compute a longer period from its parts: a count, but not what is behind it. */
export function tellsPartOnly({ terms: { kind, number, earningsAddBack } }: PartTerms): boolean {
  const { tellsPartOnly: bare }: Kind = KINDS[kind];
  return bare === true && !isZero(number) && isZero(earningsAddBack);
}
