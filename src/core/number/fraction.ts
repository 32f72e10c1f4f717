/**
 * Exact ratios: their arithmetic, their order, and the one step from a ratio to a rounded figure. It keeps one law: nothing is
 * rounded but by unitsOf, rounded and toNumber.
 */
import { CalculationError } from "../errors";
import { quotient, type Rounding } from "./rounding";
import { compareProducts, narrow, negative, product, requireWhole, sum, tenTo, type Whole } from "./whole";

/**
 * An exact number, numerator over a denominator that is more than zero. What a cell shows as 0.1 is one tenth here, so
 * a sum of fractions does not drift and a tie is a tie. Not kept in lowest terms: compare with {@link compare}.
 */
export interface Fraction {
  readonly numerator: Whole;
  /** More than zero. */
  readonly denominator: Whole;
}

/** 0. */
export const ZERO: Fraction = { numerator: 0, denominator: 1 };
/** 1. */
export const ONE: Fraction = { numerator: 1, denominator: 1 };

/**
 * numerator ÷ denominator.
 *
 * @param numerator a whole number; one beyond 2^53 as a bigint
 * @param denominator a whole number other than zero; a negative one turns the sign of both
 * @example fraction(1, 3)
 * @throws CalculationError `invalid-input` when either is not whole; `out-of-range` when the denominator is zero
 */
export function fraction(numerator: Whole, denominator: Whole = 1): Fraction {
  requireWhole(numerator);
  requireWhole(denominator);
  if (denominator > 0) return { numerator, denominator };
  if (denominator < 0) return { numerator: negative(numerator), denominator: negative(denominator) };
  throw new CalculationError("out-of-range", "divisor", "must not be zero", denominator);
}

/** Two decimals of up to fifteen digits never share a double, so a decimal that gives the double back is the one. */
const UNMISTAKABLE = 1e15;

/**
 * The exact decimal of the fewest digits that is stored as this double: 0.1 is 1/10, 1234.56 is 123456/100, 1e21 is
 * itself. A spreadsheet means that decimal, not the binary neighbour that it keeps. Nothing is cut: what a drifted sum
 * shows at seventeen digits is what it is here.
 *
 * @throws CalculationError `invalid-input` when the value is not finite
 * @example exactly(0.1) // 1/10, kept as 10/100
 */
export function exactly(value: number): Fraction {
  if (Number.isSafeInteger(value)) return { numerator: value + 0, denominator: 1 }; // + 0 turns -0 into 0
  for (let denominator = 100; denominator <= 1_000_000; denominator *= 100) {
    // cents first: amounts share it
    const numerator = Math.round(value * denominator);
    const same = numerator / denominator === value;
    if (same && numerator < UNMISTAKABLE && numerator > -UNMISTAKABLE) return { numerator, denominator };
  }
  return fromDigits(value);
}

function fromDigits(value: number): Fraction {
  if (!Number.isFinite(value)) throw new CalculationError("invalid-input", "amount", "must be a number", value);
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const unscaled = narrow(BigInt(whole + decimals));
  const scale = decimals.length - Number(exponent);
  return scale > 0
    ? { numerator: unscaled, denominator: tenTo(scale) }
    : { numerator: product(unscaled, tenTo(-scale)), denominator: 1 };
}

/** The same number with the smallest numerator and denominator, for a ratio that many amounts are multiplied with. */
export function inLowestTerms(a: Fraction): Fraction {
  if (typeof a.numerator !== "number" || typeof a.denominator !== "number") return a;
  const divisor = commonDivisor(a.denominator, Math.abs(a.numerator));
  return { numerator: a.numerator / divisor, denominator: a.denominator / divisor };
}

/** a + b, exact. */
export function plus(a: Fraction, b: Fraction): Fraction {
  // Equal denominators are the usual case, and kept so: sums of whole shares or of cents stay small.
  if (a.denominator === b.denominator) return { numerator: sum(a.numerator, b.numerator), denominator: a.denominator };
  const [ofA, ofB] = factorsToCommon(a.denominator, b.denominator);
  return {
    numerator: sum(product(a.numerator, ofA), product(b.numerator, ofB)),
    denominator: product(a.denominator, ofA),
  };
}

/** a − b, exact. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negated(b));
}

/** What two denominators are multiplied by to become one: the least, so that a long sum stays as small as it can be. */
function factorsToCommon(a: Whole, b: Whole): readonly [ofA: Whole, ofB: Whole] {
  if (typeof a !== "number" || typeof b !== "number") return wideFactorsToCommon(BigInt(a), BigInt(b));
  const divisor = commonDivisor(a, b);
  return [b / divisor, a / divisor];
}

function wideFactorsToCommon(a: bigint, b: bigint): readonly [ofA: Whole, ofB: Whole] {
  const divisor = BigInt(wideCommonDivisor(a, b));
  return [narrow(b / divisor), narrow(a / divisor)];
}

function commonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** In doubles as soon as they hold the rest: at once where only one of the two is wide. */
function wideCommonDivisor(a: bigint, b: bigint): Whole {
  while (typeof narrow(b) === "bigint") [a, b] = [b, a % b];
  return b === 0n ? narrow(a) : commonDivisor(Number(b), Number(a % b));
}

/** −a. */
export function negated(a: Fraction): Fraction {
  return { numerator: negative(a.numerator), denominator: a.denominator };
}

/** a × b, exact. */
export function times(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === b.denominator) return a;
  return { numerator: product(a.numerator, b.numerator), denominator: product(a.denominator, b.denominator) };
}

/** a ÷ b, exact. @throws CalculationError `out-of-range` when b is zero */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return fraction(product(a.numerator, b.denominator), product(a.denominator, b.numerator));
}

/** Negative, zero or positive as a is less than, equal to or more than b; exact, by cross-multiplication. */
export function compare(a: Fraction, b: Fraction): number {
  return compareProducts(a.numerator, b.denominator, b.numerator, a.denominator);
}

/** Whether a > 0. */
export function isPositive(a: Fraction): boolean {
  return a.numerator > 0;
}

/** Whether a < 0. */
export function isNegative(a: Fraction): boolean {
  return a.numerator < 0;
}

/** A number without its sign. */
export function absolute(a: Fraction): Fraction {
  return isNegative(a) ? negated(a) : a;
}

/** Whether a ratio is a whole number, whatever its terms. */
export function isWhole({ numerator, denominator }: Fraction): boolean {
  if (typeof numerator === "number" && typeof denominator === "number") return numerator % denominator === 0;
  return BigInt(numerator) % BigInt(denominator) === 0n;
}

/**
 * The decimals that it takes to write a number in full: 2 of 0.25, none of 7.
 *
 * @param most what is answered of one that takes more, such as a third, which takes no end of them
 */
export function decimalsOf({ numerator, denominator }: Fraction, most: number): number {
  for (let decimals = 0; decimals < most; decimals += 1) {
    if (isWhole({ numerator: product(numerator, tenTo(decimals)), denominator })) return decimals;
  }
  return most;
}

/** Whether a = 0. */
export function isZero(a: Fraction): boolean {
  return a.numerator === 0;
}

/** The whole number of units of 10^-decimals nearest to a, by the given rounding; decimals may be negative. */
export function unitsOf(a: Fraction, decimals: number, rounding: Rounding = "halfUp"): Whole {
  return decimals >= 0
    ? quotient(product(a.numerator, tenTo(decimals)), a.denominator, rounding)
    : quotient(a.numerator, product(a.denominator, tenTo(-decimals)), rounding);
}

/**
 * a rounded to so many decimals, as an exact ratio.
 *
 * @param decimals zero or more; below zero to tens, hundreds and so on: -3 rounds to thousands
 * @param rounding half away from zero when left out, as accountants and Excel's ROUND do
 * @example rounded(exactly(2.345), 2) // 235/100
 */
export function rounded(a: Fraction, decimals: number, rounding: Rounding = "halfUp"): Fraction {
  const units = unitsOf(a, decimals, rounding);
  return decimals >= 0
    ? { numerator: units, denominator: tenTo(decimals) }
    : { numerator: product(units, tenTo(-decimals)), denominator: 1 };
}

/**
 * The double nearest to a, for a cell or for printing.
 *
 * @example toNumber(fraction(1, 3)) // 0.3333333333333333
 * @throws CalculationError `out-of-range` beyond the largest double, about 1.8e308
 */
export function toNumber(a: Fraction): number {
  if (typeof a.numerator === "number" && typeof a.denominator === "number") return a.numerator / a.denominator;
  const nearest = nearestDouble(BigInt(a.numerator), BigInt(a.denominator));
  if (Number.isFinite(nearest)) return nearest;
  throw new CalculationError("out-of-range", "result", "must stay below 1.8e308", nearest);
}

/**
 * n ÷ d by way of a whole number of at least 58 bits, 2^shift times too large. Where the division left a rest its last
 * bit is set, so that what looks like a tie of two doubles is none, and the one rounding is that of Number. The smallest
 * doubles have fewer bits: no more than two below their last place, 2^-1074, lets the last division round instead.
 */
function nearestDouble(n: bigint, d: bigint): number {
  if (n < 0n) return -nearestDouble(-n, d);
  const shift = Math.min(1076, 64 + 4 * (d.toString(16).length - n.toString(16).length));
  const scaledN = shift > 0 ? n << BigInt(shift) : n;
  const scaledD = shift < 0 ? d << BigInt(-shift) : d;
  const sticky = scaledN % scaledD === 0n ? 0n : 1n;
  const half = Math.trunc(shift / 2); // 2^shift itself may be beyond a double
  return Number((scaledN / scaledD) | sticky) / 2 ** half / 2 ** (shift - half);
}
