import { CalculationError } from "../errors";
import { narrow, type Whole } from "./whole";

/**
 * How a quotient that is not whole becomes whole.
 * - `halfUp`: to the nearest; a tie goes away from zero (the accountant's rounding; Excel's ROUND).
 * - `halfEven`: to the nearest; a tie goes to the even neighbour (banker's rounding).
 * - `down`: towards zero, cut (Excel's ROUNDDOWN).
 * - `up`: away from zero (Excel's ROUNDUP).
 */
export type Rounding = "halfUp" | "halfEven" | "down" | "up";

/** Below it the division of two whole doubles is so near the quotient that rounding the one rounds the other. */
const GUARD = 2 ** 52;

/**
 * a × b ÷ c, rounded to a whole number: with {@link quotient}, the only place where anything is rounded.
 *
 * Exact for any whole doubles. For whole 0 ≤ n < 2^52 and d > 0, `Math.round(n / d)` is exactly half-up: a quotient
 * below a tie differs from it by at least 1/(2d), the division errs by less, and a tie itself is representable. A
 * product beyond the bound takes the wide path, in bigints.
 *
 * @throws CalculationError `out-of-range` when c is zero or the answer is beyond 2^53
 */
export function mulDiv(a: number, b: number, c: number, rounding: Rounding = "halfUp"): number {
  const n = a * b;
  if (n >= 0 && n < GUARD && c > 0 && rounding === "halfUp") return Math.round(n / c);
  if (n > -GUARD && n < GUARD && c > 0 && c < GUARD) return signed(n, magnitudeOf(Math.abs(n), c, rounding));
  const wide = quotient(BigInt(a) * BigInt(b), c, rounding);
  if (typeof wide === "number") return wide;
  throw new CalculationError("out-of-range", "amount", "must stay below 9,007,199,254,740,992 in its smallest unit", wide);
}

/**
 * n ÷ d, rounded to a whole number of any size.
 *
 * @throws CalculationError `out-of-range` when d is zero
 */
export function quotient(n: Whole, d: Whole, rounding: Rounding): Whole {
  if (d === 0 || d === 0n) throw new CalculationError("out-of-range", "divisor", "must not be zero", 0);
  if (d < 0) return quotient(-BigInt(n), -BigInt(d), rounding);
  if (typeof n === "number" && typeof d === "number" && n > -GUARD && n < GUARD && d < GUARD) {
    return signed(n, magnitudeOf(Math.abs(n), d, rounding));
  }
  return narrow(wideQuotient(BigInt(n), BigInt(d), rounding));
}

/** Rounds n ÷ d for whole 0 ≤ n < 2^52 and 0 < d < 2^52. Down and up are exact for the same reason as half-up. */
function magnitudeOf(n: number, d: number, rounding: Rounding): number {
  switch (rounding) {
    case "halfUp":
      return Math.round(n / d);
    case "down":
      return Math.floor(n / d);
    case "up":
      return Math.ceil(n / d);
    case "halfEven": {
      const whole = Math.floor(n / d);
      const twiceRest = 2 * (n - whole * d);
      return twiceRest > d || (twiceRest === d && whole % 2 === 1) ? whole + 1 : whole;
    }
  }
}

function wideQuotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  const whole = n / d; // towards zero
  const rest = n % d;
  const twiceRest = 2n * (rest < 0n ? -rest : rest);
  const away =
    rest !== 0n &&
    (rounding === "up" ||
      (rounding !== "down" && (twiceRest > d || (twiceRest === d && (rounding === "halfUp" || whole % 2n !== 0n)))));
  return away ? whole + (n < 0n ? -1n : 1n) : whole;
}

function signed(n: number, magnitude: number): number {
  return n < 0 ? 0 - magnitude : magnitude;
}
