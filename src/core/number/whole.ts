/**
 * Integers of any size: doubles while they are exact, bigints beyond.
 */
import { CalculationError } from "../errors";

/**
 * A whole number, exact at any size: a double below 2^53, a bigint from there on, always the narrower of the two.
 * Sums and products of ordinary amounts never leave the doubles, so exactness costs one comparison; those that do leave
 * them stay exact. `<` and `>` compare the two kinds correctly, so an order needs no function here.
 */
export type Whole = number | bigint;

/** a + b, exact. */
export function sum(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total + 0; // + 0 turns -0 into 0
  }
  return wideSum(a, b);
}

/** a × b, exact. */
export function product(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const result = a * b;
    if (Number.isSafeInteger(result)) return result + 0;
  }
  return wideProduct(a, b);
}

// The wide paths stand apart, so that the narrow ones stay small enough to be compiled into their callers.
function wideSum(a: Whole, b: Whole): Whole {
  return narrow(BigInt(a) + BigInt(b));
}

function wideProduct(a: Whole, b: Whole): Whole {
  return narrow(BigInt(a) * BigInt(b));
}

/** −a; never -0. */
export function negative(a: Whole): Whole {
  return typeof a === "number" ? 0 - a : narrow(-a);
}

/** base to a whole power of zero or more. */
export function power(base: Whole, exponent: number): Whole {
  return narrow(BigInt(base) ** BigInt(exponent));
}

const TENS = Array.from({ length: 16 }, (_ten, exponent) => Number(`1e${exponent}`));

/** 10 to a whole power of zero or more. */
export function tenTo(exponent: number): Whole {
  return TENS[exponent] ?? power(10, exponent);
}

/**
 * Negative, zero or positive as a × b is less than, equal to or more than c × d; exact at any size.
 *
 * Rounding keeps order: two products that round to different doubles differ in the same direction. Those that round to
 * the same double differ by what rounding dropped from each.
 */
export function compareProducts(a: Whole, b: Whole, c: Whole, d: Whole): number {
  if (typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number") {
    const left = a * b;
    const right = c * d;
    if (left !== right) return left - right;
    return Number.isSafeInteger(left) ? 0 : dropped(a, b, left) - dropped(c, d, right) + 0;
  }
  return compareWide(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
}

function compareWide(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * a × b less the double that it rounds to, exactly, for doubles below 2^53: each factor is split in two halves whose
 * products are exact (T. J. Dekker, A floating-point technique for extending the available precision, 1971).
 */
export function dropped(a: number, b: number, rounded: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (rounded - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The upper 26 bits of a double's 53. */
function upperHalf(a: number): number {
  const shifted = a * (2 ** 27 + 1);
  return shifted - (shifted - a);
}

/** The narrower form of a whole number. */
export function narrow(a: bigint): Whole {
  const double = Number(a);
  return Number.isSafeInteger(double) ? double : a;
}

/** Refuses a fraction of the smallest unit where only a whole number is exact. */
export function requireWhole(value: Whole): void {
  if (typeof value === "bigint" || Number.isInteger(value)) return;
  throw new CalculationError("invalid-input", "amount", "must be a whole number of its smallest unit", value);
}
