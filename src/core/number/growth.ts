import { CalculationError } from "../errors";
import { narrow } from "./whole";
import type { Fraction } from "./fraction";

/** Digits behind the point; the answer keeps 24 of them. */
const GUARDED = 10n ** 34n;
const KEPT = 10n ** 24n;

/**
 * base ^ exponent for any fraction as exponent, correct to 24 decimals: what a unit grows to over a part of a year at
 * an effective rate. Such a power is irrational, so this is the one place where a rate is rounded.
 *
 * By whole-number series: ln(base) = 2·artanh((base − 1)/(base + 1)), then exp by its power series.
 *
 * @param base more than zero and less than 100
 * @throws CalculationError `out-of-range` when the base is not more than zero
 */
export function growth(base: Fraction, exponent: Fraction): Fraction {
  const n = BigInt(base.numerator);
  const d = BigInt(base.denominator);
  if (n <= 0n) throw new CalculationError("out-of-range", "rate", "must be more than -1 a period", Number(n) / Number(d) - 1);
  const logarithm = 2n * artanh(((n - d) * GUARDED) / (n + d));
  const power = exponential((logarithm * BigInt(exponent.numerator)) / BigInt(exponent.denominator));
  return { numerator: narrow((power * KEPT) / GUARDED), denominator: narrow(KEPT) };
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
