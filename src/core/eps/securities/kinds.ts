import { dividedBy, isPositive, isZero, ONE, times, ZERO, type Fraction } from "../../number/fraction";
import { figureText } from "../../number/figureText";
import type { SecurityTerms } from "./security";
import {
  assumedProceeds,
  isInTheMoney,
  reverseTreasuryStockMethod,
  treasuryStockMethod,
  type ExercisableShares,
} from "../treasuryStockMethod";

export type Price = "exercisePrice" | "averagePrice";

/** How a kind of security reports itself, so that nothing else asks what kind it is. */
export interface Kind {
  /** Prices without which there is no answer. */
  readonly needs: (terms: SecurityTerms) => readonly Price[];
  /** Shares added if it joined for the whole period. */
  readonly shares: (terms: SecurityTerms) => Fraction;
  /** How the shares come about, in words for a reviewer. */
  readonly working: (terms: SecurityTerms) => string;
  /** Whether the shares are those of the treasury stock method and nothing else. */
  readonly isGrant?: boolean;
  /** Whether exercise price and unrecognized cost count: the shares are then bought back with them. */
  readonly takesProceeds?: boolean;
  /** Whether holders leave it alone where it adds no shares: earnings then stay as they are (ASC 260-10-45-25). */
  readonly lapses?: boolean;
  /** Whether a count alone does not tell what it would be over a longer period of its own (IAS 33.37, 53). */
  readonly tellsPartOnly?: boolean;
}

const noPrice = () => [];
const bothPrices = (): readonly Price[] => ["exercisePrice", "averagePrice"];
const none = () => ZERO;

const bought: Kind = {
  needs: bothPrices,
  shares: (terms) => treasuryStockMethod(grant(terms)),
  working: (terms) => treasuryStockWords(grant(terms)),
  isGrant: true,
  takesProceeds: true,
  lapses: true,
};

/** All shares join, on conversion or when the condition is met. */
function joining(words: string): Kind {
  return { needs: noPrice, shares: ({ number }) => number, working: ({ number }) => `${shareText(number)} ${words}` };
}

/** All shares join, or by the treasury stock method what proceeds do not buy back. */
function vesting(words: string): Kind {
  return {
    needs: (terms) => (bringsProceeds(terms) ? ["averagePrice"] : []),
    shares: (terms) => (bringsProceeds(terms) ? treasuryStockMethod(grant(terms)) : terms.number),
    working: (terms) =>
      bringsProceeds(terms) ? treasuryStockWords(grant(terms)) : `${shareText(terms.number)} ${words}`,
    takesProceeds: true,
    lapses: true,
  };
}

export const KINDS = {
  /** Employee options, purchase rights: treasury stock method (ASC 260-10-45-22; IAS 33.45). */
  option: bought,
  /** The same; with an add-back when carried as a liability (its after-tax fair-value gain, negative). */
  warrant: bought,
  /** Restricted stock, stock units and performance shares: what is not yet recognized is the exercise price. */
  award: { ...vesting("shares to vest, for no further cost"), isGrant: true },
  /** Puts written and forward purchases: reverse treasury stock method (ASC 260-10-45-35; IAS 33.63). */
  writtenPut: {
    needs: bothPrices,
    shares: (terms) => reverseTreasuryStockMethod(grant(terms)),
    working: (terms) => reverseTreasuryStockWords(grant(terms)),
    takesProceeds: true,
    lapses: true,
  },
  /** Puts and calls that the company holds on its own stock (ASC 260-10-45-37; IAS 33.62). */
  purchasedOption: {
    needs: noPrice,
    shares: none,
    working: () => "never included: the company holds it on its own stock",
    takesProceeds: true,
    lapses: true,
  },
  /** If-converted method (ASC 260-10-45-40; IAS 33.49). */
  convertible: joining("shares on conversion"),
  /**
   * Issuable as if the end of the period were the end of the contingency (ASC 260-10-45-48 to 45-57; IAS 33.52-56); those of
   * a performance award by the treasury stock method (ASC 260-10-45-31).
   */
  contingent: { ...vesting("shares if the period's end were the end of the contingency"), tellsPartOnly: true },
  /** A count that is already incremental, as filed exhibits print it. */
  incremental: { ...joining("incremental shares as given"), tellsPartOnly: true },
  /** A subsidiary's own dilution: lowers the parent's earnings, adds none of its shares (ASC 260-10-55-20; IAS 33.40). */
  subsidiary: {
    needs: noPrice,
    shares: none,
    working: () => "a subsidiary's dilution, which adds no shares of the parent",
  },
} as const satisfies Record<string, Kind>;

export type SecurityKind = keyof typeof KINDS;

/** The terms as the treasury stock method takes them, once their prices are there. */
export function grant({
  number,
  exercisePrice = ZERO,
  averagePrice = ONE,
  unrecognizedCost,
}: SecurityTerms): ExercisableShares {
  return { number, exercisePrice, averageMarketPrice: averagePrice, unrecognizedCost };
}

export function bringsProceeds({ exercisePrice = ZERO, unrecognizedCost }: SecurityTerms): boolean {
  return !isZero(exercisePrice) || !isZero(unrecognizedCost);
}

function treasuryStockWords(shares: ExercisableShares): string {
  const [exercise, average] = [priceText(shares.exercisePrice), priceText(shares.averageMarketPrice)];
  if (!isInTheMoney(shares))
    return `out of the money: the exercise price of ${exercise} is not below the average price of ${average}`;
  const proceeds = assumedProceeds(shares);
  const bringIn = `in the money: ${shareText(shares.number)} shares at ${exercise}${costWords(shares)} bring in ${priceText(proceeds)}`;
  const buyBack = `which buys back ${shareText(dividedBy(proceeds, shares.averageMarketPrice))} at ${average}`;
  return `${bringIn}, ${buyBack}${isPositive(treasuryStockMethod(shares)) ? "" : ", as many as are issued or more: none is added"}`;
}

function costWords({ unrecognizedCost }: ExercisableShares): string {
  return isZero(unrecognizedCost) ? "" : ` and ${priceText(unrecognizedCost)} of unrecognized cost`;
}

function reverseTreasuryStockWords({ number, exercisePrice, averageMarketPrice }: ExercisableShares): string {
  const [exercise, average] = [priceText(exercisePrice), priceText(averageMarketPrice)];
  const issued = dividedBy(times(number, exercisePrice), averageMarketPrice);
  return isPositive(reverseTreasuryStockMethod({ number, exercisePrice, averageMarketPrice, unrecognizedCost: ZERO }))
    ? `to pay ${exercise} for ${shareText(number)} shares, ${shareText(issued)} are issued at ${average}`
    : `out of the money: the exercise price of ${exercise} is not above the average price of ${average}`;
}

function shareText(shares: Fraction): string {
  return figureText(shares, 0);
}

function priceText(amount: Fraction): string {
  return figureText(amount, 4);
}
