/**
 * Powers with a fraction as exponent: from a rate for a year to that of a part of it.
 */
import { CalculationError } from "../errors";
import type { Fraction } from "./fraction";
import { quotient } from "./rounding";
import { narrow } from "./whole";

/** Digits behind the point; the answer keeps 24 of them, and what the series lose stays behind those. */
const GUARDED = 10n ** 48n;
const KEPT = 10n ** 24n;
const MOST = 100n;

/**
 * base ^ exponent for any fraction as exponent, rounded to 24 decimals: what a unit grows to over a part of a year at
 * an effective rate. Such a power is irrational, so this is the one place where a rate is rounded.
 *
 * By whole-number series: ln(base) = 2·artanh((base − 1)/(base + 1)), then exp by its power series.
 *
 * @param base more than 1/100 and less than 100: beyond, the series take long, and no loan bears such a rate
 * @throws CalculationError `out-of-range` when the base is not within
 */
export function growth(base: Fraction, exponent: Fraction): Fraction {
  const n = BigInt(base.numerator);
  const d = BigInt(base.denominator);
  if (n * MOST <= d || n >= d * MOST) {
    throw new CalculationError(
      "out-of-range",
      "rate",
      "must be more than -0.99 and less than 99 a period",
      Number(n) / Number(d) - 1,
    );
  }
  const logarithm = 2n * artanh(((n - d) * GUARDED) / (n + d));
  const power = exponential((logarithm * BigInt(exponent.numerator)) / BigInt(exponent.denominator));
  return { numerator: quotient(power * KEPT, GUARDED), denominator: narrow(KEPT) };
}

/** x + x³/3 + x⁵/5 + … */
function artanh(x: bigint): bigint {
  const square = (x * x) / GUARDED;
  let total = 0n;
  let term = x;
  for (let k = 1n; term !== 0n; k += 2n) {
    total += term / k;
    term = (term * square) / GUARDED;
  }
  return total;
}

/** 1 + x + x²/2! + … */
function exponential(x: bigint): bigint {
  let total = 0n;
  let term = GUARDED;
  for (let k = 1n; term !== 0n; k += 1n) {
    total += term;
    term = (term * x) / GUARDED / k;
  }
  return total;
}
