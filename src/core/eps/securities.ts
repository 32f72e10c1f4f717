import { isZero, ONE, times, ZERO, type Fraction } from "../number/fraction";
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

function grant({ number, exercisePrice = ZERO, averagePrice = ONE, unrecognizedCost }: SecurityTerms) {
  return { number, exercisePrice, averageMarketPrice: averagePrice, unrecognizedCost };
}
