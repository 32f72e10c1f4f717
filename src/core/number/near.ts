/**
 * Numbers of some 31 digits with a bound on their error: for schedules of which most lines need no exact number.
 */
import type { Fraction } from "./fraction";
import type { Rounding } from "./rounding";
import { dropped, type Whole } from "./whole";

/**
 * A positive number as the sum of two doubles, some 31 digits: not exact, but near enough that all but a tie, or what is
 * as good as one, rounds as the exact number does. Where it does not decide, {@link roundedNear} says so.
 *
 * The operations err by less than 2^-99 of what they answer (M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous
 * error bounds for basic building blocks of double-word arithmetic, 2017: at most ten times 2^-106 each).
 */
export interface Near {
  readonly high: number;
  readonly low: number;
}

/** The part of an answer by which one operation may err. */
export const NEAR_ERROR = 2 ** -99;

/** a + b, for positive numbers. */
export function nearSum(a: Near, b: Near): Near {
  const high = a.high + b.high;
  const ofB = high - a.high;
  return renormalized(high, a.high - (high - ofB) + (b.high - ofB) + (a.low + b.low));
}

/** a × b. */
export function nearProduct(a: Near, b: Near): Near {
  const high = a.high * b.high;
  return renormalized(high, dropped(a.high, b.high, high) + (a.high * b.low + a.low * b.high));
}

/** a ÷ b. */
export function nearQuotient(a: Near, b: Near): Near {
  const high = a.high / b.high;
  const back = nearProduct({ high, low: 0 }, b);
  return renormalized(high, (a.high - back.high + (a.low - back.low)) / b.high);
}

/** The nearest to a ratio of whole numbers. */
export function nearOf({ numerator, denominator }: Fraction): Near {
  return denominator === 1 ? nearWhole(numerator) : nearQuotient(nearWhole(numerator), nearWhole(denominator));
}

function nearWhole(value: Whole): Near {
  if (typeof value === "number") return { high: value, low: 0 };
  const high = Number(value);
  return { high, low: Number.isFinite(high) ? Number(value - BigInt(high)) : NaN };
}

function renormalized(high: number, low: number): Near {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

/**
 * The whole number that a positive number rounds to, where all numbers within its error round to it; NaN otherwise, and
 * of what is no positive number within the doubles.
 *
 * @param error no more than by which the exact number may differ
 */
export function roundedNear({ high, low }: Near, error: number, rounding: Rounding): number {
  const whole = Math.floor(high);
  const rest = high - whole + low;
  const within = Math.max(error, 2 ** -50); // what the last sum may lose
  const least = roundedRest(rest - within, rounding);
  if (!(high > 0 && high < 2 ** 52) || least !== roundedRest(rest + within, rounding)) return NaN;
  return whole + least;
}

/** For a rest that is no tie. */
function roundedRest(rest: number, rounding: Rounding): number {
  return rounding === "down" ? Math.floor(rest) : rounding === "up" ? Math.ceil(rest) : Math.floor(rest + 0.5);
}
