/**
 * The kinds of securities: from the terms of an issue to the shares that it would add, and the words for them. Every
 * kind reports the same few things, so that nothing else asks what kind a security is. A new kind is a line of
 * {@link KINDS}.
 */
import { CalculationError } from "../../errors";
import { dividedBy, isPositive, isZero, times, ZERO, type Fraction } from "../../number/fraction";
import { figureText } from "../../number/figureText";
import {
  assumedProceeds,
  isInTheMoney,
  reverseTreasuryStockMethod,
  treasuryStockMethod,
  type ExercisableShares,
  type Grant,
} from "../treasuryStockMethod";
import type { Price, SecurityKind, SecurityTerms } from "./terms";

/** How a kind of security reports itself. */
export interface Kind {
  /** Prices without which there is no answer. */
  readonly needs: (terms: SecurityTerms) => readonly Price[];
  /** Shares added if it joined for the whole period. */
  readonly shares: (terms: SecurityTerms) => Fraction;
  /** How the shares come about, in words for a reviewer. */
  readonly working: (terms: SecurityTerms) => string;
  /** Whether the shares are those of the treasury stock method and nothing else. */
  readonly isGrant?: true;
  /** Whether exercise price and unrecognized cost count: the shares are then bought back with them. */
  readonly takesProceeds?: true;
  /** Whether holders leave it alone where it adds no shares: earnings then stay as they are (ASC 260-10-45-25). */
  readonly leftAloneWithoutShares?: true;
  /** Whether a count alone does not tell what it would be over a longer period of its own (IAS 33.37, 53). */
  readonly tellsPartOnly?: true;
}

const NO_PRICE: readonly Price[] = [];
const AVERAGE_PRICE: readonly Price[] = ["averagePrice"];
const BOTH_PRICES: readonly Price[] = ["exercisePrice", "averagePrice"];

const noPrice = () => NO_PRICE;
const bothPrices = () => BOTH_PRICES;
const noShares = () => ZERO;

const byTreasuryStock: Kind = {
  needs: bothPrices,
  shares: (terms) => treasuryStockMethod(exercisable(terms)),
  working: (terms) => treasuryStockWords(exercisable(terms)),
  isGrant: true,
  takesProceeds: true,
  leftAloneWithoutShares: true,
};

/** All shares join, on conversion or when the condition is met. */
function allShares(words: string): Kind {
  return { needs: noPrice, shares: ({ number }) => number, working: ({ number }) => `${shareText(number)} ${words}` };
}

/** All shares join, or by the treasury stock method what proceeds do not buy back; there need be no exercise price. */
function sharesNotBoughtBack(words: string): Kind {
  const all = allShares(words);
  const kindOf = (terms: SecurityTerms) => (bringsProceeds(terms) ? byTreasuryStock : all);
  const priced = (terms: SecurityTerms) => ({ ...terms, exercisePrice: terms.exercisePrice ?? ZERO });
  return {
    needs: (terms) => (bringsProceeds(terms) ? AVERAGE_PRICE : NO_PRICE),
    shares: (terms) => kindOf(terms).shares(priced(terms)),
    working: (terms) => kindOf(terms).working(priced(terms)),
    takesProceeds: true,
    leftAloneWithoutShares: true,
  };
}

/** Each kind with its method and the clause that asks for it. */
export const KINDS: Readonly<Record<SecurityKind, Kind>> = {
  /** Employee options, purchase rights: treasury stock method (ASC 260-10-45-22; IAS 33.45). */
  option: byTreasuryStock,
  /** The same; with an add-back when carried as a liability (its after-tax fair-value gain, negative). */
  warrant: byTreasuryStock,
  /** Restricted stock, stock units and performance shares: what is not yet recognized is the exercise price. */
  award: { ...sharesNotBoughtBack("shares to vest, for no further cost"), isGrant: true },
  /** Puts written and forward purchases: reverse treasury stock method (ASC 260-10-45-35; IAS 33.63). */
  writtenPut: {
    needs: bothPrices,
    shares: (terms) => reverseTreasuryStockMethod(exercisable(terms)),
    working: (terms) => reverseTreasuryStockWords(exercisable(terms)),
    takesProceeds: true,
    leftAloneWithoutShares: true,
  },
  /** Puts and calls that the company holds on its own stock (ASC 260-10-45-37; IAS 33.62). */
  purchasedOption: {
    needs: noPrice,
    shares: noShares,
    working: () => "never included: the company holds it on its own stock",
    takesProceeds: true,
    leftAloneWithoutShares: true,
  },
  /** If-converted method (ASC 260-10-45-40; IAS 33.49). */
  convertible: allShares("shares on conversion"),
  /**
   * Issuable as if the end of the period were the end of the contingency (ASC 260-10-45-48 to 45-57; IAS 33.52-56); those of
   * a performance award by the treasury stock method (ASC 260-10-45-31).
   */
  contingent: {
    ...sharesNotBoughtBack("shares if the period's end were the end of the contingency"),
    tellsPartOnly: true,
  },
  /** A count that is already incremental, as filed exhibits print it. */
  incremental: { ...allShares("incremental shares as given"), tellsPartOnly: true },
  /** A subsidiary's own dilution: lowers the parent's earnings, adds none of its shares (ASC 260-10-55-20; IAS 33.40). */
  subsidiary: {
    needs: noPrice,
    shares: noShares,
    working: () => "a subsidiary's dilution, which adds no shares of the parent",
  },
};

/** The terms as a grant, whatever its price; an exercise price that is not given is zero, as that of stock units. */
export function grantOf({ number, exercisePrice = ZERO, unrecognizedCost }: SecurityTerms): Grant {
  return { number, exercisePrice, unrecognizedCost };
}

/** The terms as the treasury stock method takes them, with both prices. */
function exercisable(terms: SecurityTerms): ExercisableShares {
  return {
    number: terms.number,
    exercisePrice: priceOf(terms, "exercisePrice"),
    averageMarketPrice: priceOf(terms, "averagePrice"),
    unrecognizedCost: terms.unrecognizedCost,
  };
}

function priceOf(terms: SecurityTerms, price: Price): Fraction {
  const given = terms[price];
  if (given) return given;
  const words = price === "averagePrice" ? "average price" : "exercise price";
  throw new CalculationError("invalid-input", `${terms.label}, ${words}`, "must be given", null);
}

/** Whether an exercise price or unrecognized cost was given. */
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

function reverseTreasuryStockWords(shares: ExercisableShares): string {
  const { number, exercisePrice, averageMarketPrice } = shares;
  const [exercise, average] = [priceText(exercisePrice), priceText(averageMarketPrice)];
  const issued = dividedBy(times(number, exercisePrice), averageMarketPrice);
  return isPositive(reverseTreasuryStockMethod(shares))
    ? `to pay ${exercise} for ${shareText(number)} shares, ${shareText(issued)} are issued at ${average}`
    : `out of the money: the exercise price of ${exercise} is not above the average price of ${average}`;
}

function shareText(shares: Fraction): string {
  return figureText(shares, 0);
}

function priceText(amount: Fraction): string {
  return figureText(amount, 4);
}
