import { refused } from "./taken";

/** How far from the guess to look first, and how much farther each time after. */
const NEAREST = 0.01;
const FARTHER = 1.1;
/** Distances are of the logarithm of 1 + rate. Below its least no double holds a rate above -1; beyond its largest none. */
const LEAST = -36;
const LARGEST = 709;

/**
 * The rate nearest to the guess at which a value changes its sign, as IRR, XIRR and RATE look for it.
 *
 * @param valueAt continuous for rates above -1; not a number, or infinite, where it cannot be told
 * @throws CustomFunctions.Error #NUM! when there is no such rate, or the guess is none
 */
export function rateNear(guess: number, valueAt: (rate: number) => number): number {
  if (guess <= -1) throw refused("#NUM!", "guess", "must be more than -1", guess);
  const signAt = (rate: number) => Math.sign(valueAt(rate));
  const interval = signChangeNear(signAt, guess);
  if (interval) return bisected(signAt, interval);
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber, "no rate makes these amounts come to zero");
}

type Interval = readonly [low: number, high: number];
type SignAt = (rate: number) => number;

/** Looks at both sides of the guess, nearer places first. What is zero has no sign: it may be an amount too small to hold. */
function signChangeNear(signAt: SignAt, guess: number): Interval | undefined {
  const centre = Math.log1p(guess);
  let low = Math.expm1(centre - NEAREST);
  let high = Math.expm1(centre + NEAREST);
  if (signAt(low) * signAt(high) < 0) return [low, high];
  for (let distance = NEAREST * FARTHER; distance < LARGEST - LEAST; distance *= FARTHER) {
    const above = Math.expm1(Math.min(centre + distance, LARGEST));
    const below = Math.expm1(Math.max(centre - distance, LEAST));
    if (signAt(high) * signAt(above) < 0) return [high, above];
    if (signAt(low) * signAt(below) < 0) return [below, low];
    if (signAt(above) !== 0) high = above;
    if (signAt(below) !== 0) low = below;
  }
  return undefined;
}

/** Halved until no double lies between the two ends. */
function bisected(signAt: SignAt, [low, high]: Interval): number {
  const signAtLow = signAt(low);
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    const sign = signAt(middle);
    if (sign === 0) return middle;
    if (sign === signAtLow) low = middle;
    else high = middle;
  }
}
