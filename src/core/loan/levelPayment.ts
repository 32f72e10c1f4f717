import { fraction, inLowestTerms, type Fraction } from "../number/fraction";
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
 * For equal periods and no balloon it is the textbook P·i·(1+i)^n / ((1+i)^n − 1). Exact, or, of thousands of unlike periods,
 * correct to more than 2,000 digits: round the answer once.
 */
export function levelPayment(principal: Fraction, periods: readonly PaymentPeriod[], finalBalance: Fraction): Fraction {
  let growth = 1n; // growth and value are over scale
  let value = 0n;
  let scale = 1n;
  for (const { rate, weight, count } of equalRuns(periods)) {
    const { numerator, denominator } = inLowestTerms(rate);
    const unit = BigInt(denominator) * BigInt(weight.denominator);
    const grown = unit + BigInt(numerator) * BigInt(weight.denominator);
    const [grownAll, unitAll] = [grown ** BigInt(count), unit ** BigInt(count)];
    // grown^(n−1) + grown^(n−2)·unit + … + unit^(n−1), of the payments of the run
    const series = grown === unit ? BigInt(count) * unit ** BigInt(count - 1) : (grownAll - unitAll) / (grown - unit);
    value = value * grownAll + scale * series * BigInt(denominator) * BigInt(weight.numerator);
    growth *= grownAll;
    scale *= unitAll;
    // All three are cut alike once they are long, as thousands of unlike periods would make them.
    const surplus = surplusBits(scale);
    [growth, value, scale] = [growth >> surplus, value >> surplus, scale >> surplus];
  }
  const p = { n: BigInt(principal.numerator), d: BigInt(principal.denominator) };
  const f = { n: BigInt(finalBalance.numerator), d: BigInt(finalBalance.denominator) };
  return fraction(narrow(p.n * f.d * growth - f.n * p.d * scale), narrow(p.d * f.d * value));
}

const MOST_BITS = 16_384n;
const KEPT_BITS = 8_192;

function surplusBits(scale: bigint): bigint {
  return scale >> MOST_BITS === 0n ? 0n : BigInt(4 * scale.toString(16).length - KEPT_BITS);
}

interface Run extends PaymentPeriod {
  readonly count: number;
}

/** Neighbours alike are one run: their powers are worked out at once. */
function equalRuns(periods: readonly PaymentPeriod[]): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  periods.forEach((period, index) => {
    const next = periods[index + 1];
    if (next && isSame(period.rate, next.rate) && isSame(period.weight, next.weight)) return;
    runs.push({ ...period, count: index + 1 - start });
    start = index + 1;
  });
  return runs;
}

function isSame(a: Fraction, b: Fraction): boolean {
  return a === b || (a.numerator === b.numerator && a.denominator === b.denominator);
}
