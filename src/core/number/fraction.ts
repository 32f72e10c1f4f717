import { CalculationError } from "../errors";
import { quotient, type Rounding } from "./rounding";
import { narrow, negative, power, product, sum, type Whole } from "./whole";

/**
 * An exact number, numerator over a denominator that is more than zero. What a cell shows as 0.1 is one tenth here, so
 * a sum of fractions does not drift and a tie is a tie. Not kept in lowest terms: compare with {@link compare}.
 */
export interface Fraction {
  readonly numerator: Whole;
  readonly denominator: Whole;
}

export const ZERO: Fraction = { numerator: 0, denominator: 1 };
export const ONE: Fraction = { numerator: 1, denominator: 1 };

/** numerator ÷ denominator. @throws CalculationError `out-of-range` when the denominator is zero */
export function fraction(numerator: Whole, denominator: Whole = 1): Fraction {
  if (denominator > 0) return { numerator, denominator };
  if (denominator < 0) return { numerator: negative(numerator), denominator: negative(denominator) };
  throw new CalculationError("out-of-range", "divisor", "must not be zero", 0);
}

/**
 * The exact decimal value that a double is printed as: 0.1 is 1/10, 1234.56 is 123456/100, 1e21 is itself.
 * A spreadsheet shows and means that decimal, not the binary neighbour in which it is stored.
 *
 * @param value finite
 */
export function exactly(value: number): Fraction {
  if (Number.isSafeInteger(value)) return { numerator: value + 0, denominator: 1 };
  const cents = Math.round(value * 100);
  if (cents / 100 === value && Number.isSafeInteger(cents)) return { numerator: cents, denominator: 100 };
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const unscaled = narrow(BigInt(whole + decimals));
  const scale = decimals.length - Number(exponent);
  return scale > 0
    ? { numerator: unscaled, denominator: power(10, scale) }
    : { numerator: product(unscaled, power(10, -scale)), denominator: 1 };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  // Equal denominators are the usual case, and kept so: sums of whole shares or of cents stay small.
  if (a.denominator === b.denominator) return { numerator: sum(a.numerator, b.numerator), denominator: a.denominator };
  return {
    numerator: sum(product(a.numerator, b.denominator), product(b.numerator, a.denominator)),
    denominator: product(a.denominator, b.denominator),
  };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negated(b));
}

export function negated(a: Fraction): Fraction {
  return { numerator: negative(a.numerator), denominator: a.denominator };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: product(a.numerator, b.numerator), denominator: product(a.denominator, b.denominator) };
}

/** a ÷ b. @throws CalculationError `out-of-range` when b is zero */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return fraction(product(a.numerator, b.denominator), product(a.denominator, b.numerator));
}

/** Negative, zero or positive as a is less than, equal to or more than b; exact, by cross-multiplication. */
export function compare(a: Fraction, b: Fraction): number {
  const left = product(a.numerator, b.denominator);
  const right = product(b.numerator, a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isPositive(a: Fraction): boolean {
  return a.numerator > 0;
}

export function isNegative(a: Fraction): boolean {
  return a.numerator < 0;
}

export function isZero(a: Fraction): boolean {
  return a.numerator === 0;
}

/** The whole number of units of 10^-decimals nearest to a, by the given rounding; decimals may be negative. */
export function unitsOf(a: Fraction, decimals: number, rounding: Rounding = "halfUp"): Whole {
  return decimals >= 0
    ? quotient(product(a.numerator, power(10, decimals)), a.denominator, rounding)
    : quotient(a.numerator, product(a.denominator, power(10, -decimals)), rounding);
}

/** a rounded to so many decimals, still exact. */
export function rounded(a: Fraction, decimals: number, rounding: Rounding = "halfUp"): Fraction {
  const units = unitsOf(a, decimals, rounding);
  return decimals >= 0
    ? { numerator: units, denominator: power(10, decimals) }
    : { numerator: product(units, power(10, -decimals)), denominator: 1 };
}

/** The double nearest to a, for a cell. */
export function toNumber(a: Fraction): number {
  if (typeof a.numerator === "number" && typeof a.denominator === "number") return a.numerator / a.denominator;
  const numerator = BigInt(a.numerator);
  const denominator = BigInt(a.denominator);
  const scale = 20 + String(denominator).length - String(numerator).length;
  const n = scale > 0 ? numerator * 10n ** BigInt(scale) : numerator;
  const d = scale < 0 ? denominator * 10n ** BigInt(-scale) : denominator;
  // A digit behind the twenty says that something follows, so that the reading of the text rounds the true value.
  return Number(`${n / d}${n % d === 0n ? 0 : 1}e${-scale - 1}`);
}
