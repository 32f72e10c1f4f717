import { fraction, type Fraction } from "../number/fraction";
import { narrow } from "../number/whole";

/** One period as the payment sees it: its interest on one unit, and how many times the first payment falls due then. */
export interface PaymentPeriod {
  readonly rate: Fraction;
  /** 1 of a level payment; 0 where nothing but interest is paid; (1 + growth)^years of a graduated one. */
  readonly weight: Fraction;
}

/**
 * The first payment that brings a balance to a given end over periods of given rates, each payment at a period's end:
 *
 *   (principal × G − finalBalance) / V, with G what one unit grows to over all periods, and V the value at the end of
 *   payments of 1 × weight each.
 *
 * For equal periods and no balloon it is the textbook P·i·(1+i)^n / ((1+i)^n − 1). Exact: round the answer once.
 */
export function levelPayment(principal: Fraction, periods: readonly PaymentPeriod[], finalBalance: Fraction): Fraction {
  let growth = 1n; // growth and value are over scale
  let value = 0n;
  let scale = 1n;
  for (const { rate, weight } of periods) {
    const d = BigInt(rate.denominator);
    const w = BigInt(weight.denominator);
    const grown = (d + BigInt(rate.numerator)) * w;
    growth *= grown;
    value = value * grown + scale * d * BigInt(weight.numerator);
    scale *= d * w;
  }
  const p = { n: BigInt(principal.numerator), d: BigInt(principal.denominator) };
  const f = { n: BigInt(finalBalance.numerator), d: BigInt(finalBalance.denominator) };
  return fraction(narrow(p.n * f.d * growth - f.n * p.d * scale), narrow(p.d * f.d * value));
}
