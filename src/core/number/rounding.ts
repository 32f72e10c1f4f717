/**
 * Quotients of whole numbers, rounded: the only place where anything is. It keeps one law: an answer is that of the exact
 * quotient, whatever the size of the numbers.
 */
import { CalculationError } from "../errors";
import { dropped, narrow, requireWhole, type Whole } from "./whole";

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
 * Exact for whole a, b and c. For whole 0 ≤ n < 2^52 and d > 0, `Math.round(n / d)` is exactly half-up: a quotient
 * below a tie differs from it by at least 1/(2d), the division errs by less, and a tie itself is representable. A
 * product beyond the bound and a sign take the general path.
 *
 * @throws CalculationError `invalid-input` when a number is not whole; `out-of-range` when c is zero or the answer is
 * 2^53 or more
 */
export function mulDiv(a: number, b: number, c: number, rounding: Rounding = "halfUp"): number {
  const n = a * b;
  const whole = Number.isInteger(a) && Number.isInteger(b) && Number.isInteger(c);
  if (!(n >= 0 && n < GUARD && c > 0 && whole)) return generalMulDiv(a, b, c, rounding);
  return rounding === "halfUp" ? halfUp(n, c) : belowGuard(n, c, rounding);
}

/** n ÷ d to the nearest, a tie up, for whole 0 ≤ n < 2^52 and d > 0, which the caller has made sure of. */
export function halfUp(n: number, d: number): number {
  return Math.round(n / d) + 0; // + 0: never -0
}

/**
 * Whether a whole number is n ÷ d to the nearest, a tie up, for whole n from 0 to 2^52 and d > 0; false of any other n.
 * It is told by the rest, exactly. So a quotient may be guessed, by a reciprocal that is kept for many n.
 */
export function isHalfUp(whole: number, n: number, d: number): boolean {
  const twiceTheRest = 2 * (n - whole * d);
  return n >= 0 && n < GUARD && twiceTheRest >= -d && twiceTheRest < d;
}

/**
 * n ÷ d, rounded to a whole number of any size.
 *
 * @throws CalculationError `invalid-input` when a number is not whole; `out-of-range` when d is zero
 */
export function quotient(n: Whole, d: Whole, rounding: Rounding = "halfUp"): Whole {
  return typeof n === "number" && typeof d === "number" ? mulDiv(n, 1, d, rounding) : wideQuotient(n, d, rounding);
}

function generalMulDiv(a: number, b: number, c: number, rounding: Rounding): number {
  requireWhole(a);
  requireWhole(b);
  requireWhole(c);
  requireDivisor(c);
  const magnitude = magnitudeOf(Math.abs(a), Math.abs(b), Math.abs(c), rounding);
  if (!Number.isSafeInteger(magnitude)) throw new CalculationError("out-of-range", "amount", TOO_LARGE, magnitude);
  return Math.sign(a) * Math.sign(b) * Math.sign(c) < 0 ? 0 - magnitude : magnitude;
}

function belowGuard(n: number, d: number, rounding: Rounding): number {
  const whole = Math.floor(n / d) + 0;
  return stepped(whole, n - whole * d, d, rounding);
}

/** a × b ÷ c for whole a, b ≥ 0 and c > 0; exact where it is below 2^53. */
function magnitudeOf(a: number, b: number, c: number, rounding: Rounding): number {
  const n = a * b;
  if (n < GUARD) return belowGuard(n, c, rounding);
  const whole = Math.floor(n / c);
  if (whole >= GUARD / 2 || c >= GUARD) return Number(wideQuotient(BigInt(a) * BigInt(b), c, rounding));
  // Beyond the guard the product and the quotient are each rounded, so `whole` may be one off; the exact rest tells.
  const back = whole * c;
  const rest = n - back + (dropped(a, b, n) - dropped(whole, c, back));
  if (rest < 0) return stepped(whole - 1, rest + c, c, rounding);
  return rest < c ? stepped(whole, rest, c, rounding) : stepped(whole + 1, rest - c, c, rounding);
}

function stepped(whole: number, rest: number, divisor: number, rounding: Rounding): number {
  return roundsAway(rounding, rest > 0, 2 * rest - divisor, whole % 2 === 1) ? whole + 1 : whole;
}

function wideQuotient(n: Whole, d: Whole, rounding: Rounding): Whole {
  requireDivisor(d);
  const [top, bottom] = [BigInt(n), BigInt(d)];
  const whole = top / bottom; // towards zero
  const rest = magnitude(top % bottom);
  const aboveHalf = 2n * rest - magnitude(bottom);
  if (!roundsAway(rounding, rest > 0n, aboveHalf, whole % 2n !== 0n)) return narrow(whole);
  return narrow(top < 0n !== bottom < 0n ? whole - 1n : whole + 1n);
}

/** Whether a magnitude cut to a whole number goes one up; `aboveHalf` has the sign of what was cut, less one half. */
function roundsAway(rounding: Rounding, inexact: boolean, aboveHalf: Whole, odd: boolean): boolean {
  switch (rounding) {
    case "halfUp":
      return aboveHalf >= 0;
    case "halfEven":
      return aboveHalf > 0 || (aboveHalf >= 0 && odd);
    case "down":
      return false;
    case "up":
      return inexact;
  }
}

const TOO_LARGE = "must stay below 9,007,199,254,740,992 in its smallest unit";

function requireDivisor(value: Whole): void {
  if (value === 0 || value === 0n) throw new CalculationError("out-of-range", "divisor", "must not be zero", 0);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
