import type { Fraction } from "../number/fraction";
import { fraction } from "../number/fraction";
import { narrow } from "../number/whole";

/**
 * The level payment that settles a balance over periods of given rates, the first payment one period on:
 *
 *   principal × G / V, with G the growth of one unit over all periods and V the value at the end of one unit a period.
 *
 * For equal periods it is the textbook P·i·(1+i)^n / ((1+i)^n − 1). Exact: round the answer once.
 *
 * @param periodRates the interest of each period on one unit of balance, in order; zero is allowed
 * @param finalBalance what the last payment leaves, in the same unit as the principal
 */
export function levelPayment(principal: Fraction, periodRates: readonly Fraction[], finalBalance: Fraction): Fraction {
  let growth = 1n;
  let value = 0n;
  let scale = 1n; // growth and value are over it
  for (const { numerator, denominator } of periodRates) {
    const d = BigInt(denominator);
    const grown = d + BigInt(numerator);
    growth *= grown;
    value = value * grown + scale * d;
    scale *= d;
  }
  const p = { n: BigInt(principal.numerator), d: BigInt(principal.denominator) };
  const f = { n: BigInt(finalBalance.numerator), d: BigInt(finalBalance.denominator) };
  return fraction(narrow(p.n * f.d * growth - f.n * p.d * scale), narrow(p.d * f.d * value));
}
