import { dividedBy, isZero, ONE, plus, times, ZERO, type Fraction } from "../number/fraction";
import type { PotentialShares } from "./potentialShares";
import { reverseTreasuryStockMethod, treasuryStockMethod } from "./treasuryStockMethod";

/** The terms of one issue of potential common shares, in one period. A price that was not given is undefined. */
export interface SecurityTerms {
  readonly label: string;
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

type Price = "exercisePrice" | "averagePrice";

/** How a kind of security reports itself to the sequence. */
interface Kind {
  /** Prices without which there is no answer. */
  readonly needs: (terms: SecurityTerms) => readonly Price[];
  /** Shares added if it joined for the whole period. */
  readonly shares: (terms: SecurityTerms) => Fraction;
}

const nothing = () => [];
const throughout: Kind = { needs: nothing, shares: ({ number }) => number };
const bought: Kind = { needs: () => ["exercisePrice", "averagePrice"], shares: (terms) => treasuryStockMethod(grant(terms)) };

const KINDS = {
  /** Employee options, purchase rights: treasury stock method (ASC 260-10-45-22; IAS 33.45). */
  option: bought,
  /** The same; with an add-back when carried as a liability (its after-tax fair-value gain, negative). */
  warrant: bought,
  /** Restricted stock, stock units and performance shares: what is not yet recognized is the exercise price. */
  award: {
    needs: ({ exercisePrice = ZERO, unrecognizedCost }) =>
      isZero(exercisePrice) && isZero(unrecognizedCost) ? [] : ["averagePrice"],
    shares: (terms) => (terms.averagePrice ? treasuryStockMethod(grant(terms)) : terms.number),
  },
  /** Puts written and forward purchases: reverse treasury stock method (ASC 260-10-45-35; IAS 33.63). */
  writtenPut: { ...bought, shares: (terms) => reverseTreasuryStockMethod(grant(terms)) },
  /** Puts and calls that the company holds on its own stock are never included (ASC 260-10-45-37; IAS 33.62). */
  purchasedOption: { needs: nothing, shares: () => ZERO },
  /** If-converted method (ASC 260-10-45-40; IAS 33.49). */
  convertible: throughout,
  /** Issuable as if the end of the period were the end of the contingency (ASC 260-10-45-48 to 45-57; IAS 33.52-56). */
  contingent: throughout,
  /** A count that is already incremental, as filed exhibits print it. */
  incremental: throughout,
  /** A subsidiary's own dilution: lowers the parent's earnings, adds none of its shares (ASC 260-10-55-20; IAS 33.40). */
  subsidiary: { needs: nothing, shares: () => ZERO },
} as const satisfies Record<string, Kind>;

export type SecurityKind = keyof typeof KINDS;

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
export function potentialShares(terms: SecurityTerms): PotentialShares {
  const { label, kind, earningsAddBack, timeOutstanding } = terms;
  return { label, earningsAddBack, incrementalShares: times(KINDS[kind].shares(terms), timeOutstanding) };
}

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
  const { label } = (parts[0] as PartTerms).terms;
  return incrementalTerms(
    label,
    parts.map(({ terms, share }) => times(potentialShares(terms).incrementalShares, share)).reduce(plus),
    parts.map(({ terms }) => terms.earningsAddBack).reduce(plus),
  );
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
  const mean = (figure: (terms: SecurityTerms) => Fraction | undefined) => weightedMean(parts.map(({ terms }) => figure(terms)), outstanding);
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
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, weight: weights[index] ?? ZERO }]));
  const total = known.map(({ weight }) => weight).reduce(plus, ZERO);
  return isZero(total) ? known[0]?.value : dividedBy(known.map(({ value, weight }) => times(value, weight)).reduce(plus), total);
}

/** A count of shares that is already incremental, with its effect on earnings. */
export function incrementalTerms(label: string, number: Fraction, earningsAddBack = ZERO): SecurityTerms {
  return { label, kind: "incremental", number, unrecognizedCost: ZERO, earningsAddBack, timeOutstanding: ONE };
}

/** Whether the terms say too little to compute a longer period from its parts: a count, but not the price behind it. */
export function isBareCount({ kind, number, earningsAddBack }: SecurityTerms): boolean {
  return kind === "incremental" && !isZero(number) && isZero(earningsAddBack);
}

function grant({ number, exercisePrice = ZERO, averagePrice = ONE, unrecognizedCost }: SecurityTerms) {
  return { number, exercisePrice, averageMarketPrice: averagePrice, unrecognizedCost };
}
