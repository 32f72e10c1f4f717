/**
 * Takes what is owed and the periods to come, makes the level payment. Law: it is rounded once, as the exact number is.
 */
import { dividedBy, fraction, inLowestTerms, negated, ONE, times, type Fraction } from "../../number/fraction";
import { NEAR_ERROR, nearOf, nearProduct, nearQuotient, nearSum, roundedNear, type Near } from "../../number/near";
import { narrow } from "../../number/whole";
import { timesRatio, type RoundingStep, type Units } from "../amountScale";

/** Equal periods in a row, as the payment sees them: the interest on one unit in each, and its weight. */
export interface AnnuityPeriods {
  readonly count: number;
  readonly rate: Fraction;
  /**
   * How many times the first payment is due in each: 1 of a level payment; 0 where nothing but interest is paid; (1 +
   * growth)^years of a graduated one.
   */
  readonly weight: Fraction;
}

/** What happens over some periods, a payment at the end of each: all three over one scale. */
interface Outlook<N> {
  /** What one unit at the start grows to. */
  readonly growth: N;
  /** What payments of 1 × weight come to. */
  readonly value: N;
  readonly scale: N;
}

/** The numbers that an outlook is worked out in. */
interface Arithmetic<N> {
  readonly sum: (a: N, b: N) => N;
  readonly product: (a: N, b: N) => N;
  /** Over a single period. */
  readonly period: (rate: Fraction, weight: Fraction) => Outlook<N>;
}

const NEAR_ONE = nearOf(ONE);

const NEAR: Arithmetic<Near> = {
  sum: nearSum,
  product: (a, b) => (b === NEAR_ONE ? a : nearProduct(a, b)), // the scale is always one
  period: (rate, weight) => ({ growth: nearSum(NEAR_ONE, nearOf(rate)), value: nearRatio(weight), scale: NEAR_ONE }),
};

const EXACT: Arithmetic<bigint> = {
  sum: (a, b) => a + b,
  product: (a, b) => a * b,
  period: (rate, weight) => {
    const { numerator, denominator } = inLowestTerms(rate);
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    const ofWeight = BigInt(weight.denominator);
    return { growth: (d + n) * ofWeight, value: d * BigInt(weight.numerator), scale: d * ofWeight };
  },
};

/**
 * The payment at the end of each period that brings a balance to a given end:
 *
 *   (balance × G − finalBalance) / V, with G what one unit grows to over all periods, and V the value at the end of
 *   payments of 1 × weight each.
 *
 * For equal periods and no balloon it is the textbook P·i·(1+i)^n / ((1+i)^n − 1). It is rounded as the exact number
 * is, which may have thousands of digits: numbers of 31 digits come first, and where those cannot tell, the exact one.
 */
export class Annuity {
  private readonly near: Outlook<Near>;

  constructor(
    private readonly balance: Fraction,
    private readonly periods: readonly AnnuityPeriods[],
    private readonly finalBalance: Fraction,
  ) {
    this.near = over(NEAR, this.periods);
  }

  /** The payment times a weight, rounded once. */
  rounded(weight: Fraction, step: RoundingStep): Units {
    const steps = this.nearSteps(weight, step);
    return Number.isNaN(steps) ? timesRatio(1, times(this.exact(), weight), step) : steps * step.units;
  }

  exact(): Fraction {
    const { growth, value, scale } = over(EXACT, this.periods);
    const [p, f] = [wide(this.balance), wide(this.finalBalance)];
    return fraction(narrow(p.n * f.d * growth - f.n * p.d * scale), narrow(p.d * f.d * value));
  }

  /** In steps; NaN where numbers of 31 digits cannot tell. */
  private nearSteps(weight: Fraction, step: RoundingStep): number {
    const perStep = nearQuotient(nearRatio(dividedBy(weight, fraction(step.units))), this.near.value);
    const due = nearProduct(nearProduct(nearOf(this.balance), this.near.growth), perStep);
    const left = nearProduct(nearOf(negated(this.finalBalance)), perStep);
    // Products and sums of what is positive: the errors of six operations a period, and of these, add up at most.
    const operations = 6 * this.periods.reduce((sum, { count }) => sum + count, 0) + 50;
    const error = (Math.abs(due.high) + Math.abs(left.high)) * NEAR_ERROR * operations;
    return roundedNear(nearSum(due, left), error, step.mode);
  }
}

function over<N>(arithmetic: Arithmetic<N>, periods: readonly AnnuityPeriods[]): Outlook<N> {
  return periods
    .map(({ count, rate, weight }) => repeated(arithmetic, arithmetic.period(rate, weight), count))
    .reduce((first, then) => followed(arithmetic, first, then));
}

function followed<N>({ sum, product }: Arithmetic<N>, first: Outlook<N>, then: Outlook<N>): Outlook<N> {
  return {
    growth: product(first.growth, then.growth),
    value: sum(product(first.value, then.growth), product(then.value, first.scale)),
    scale: product(first.scale, then.scale),
  };
}

/** The outlook of a number of equal ones in a row, by doubling. */
function repeated<N>(arithmetic: Arithmetic<N>, outlook: Outlook<N>, count: number): Outlook<N> {
  if (count === 1) return outlook;
  const half = repeated(arithmetic, outlook, Math.floor(count / 2));
  const even = followed(arithmetic, half, half);
  return count % 2 === 0 ? even : followed(arithmetic, even, outlook);
}

function wide({ numerator, denominator }: Fraction): { readonly n: bigint; readonly d: bigint } {
  return { n: BigInt(numerator), d: BigInt(denominator) };
}

/** More than twice what a Near keeps. */
const MANY_BITS = 256;

/**
 * The ratio as a Near. The weight of a payment that has grown for a century has terms beyond the doubles: both lose the
 * same last bits, which changes the ratio by less than one part in 2^250, far below the error of a Near.
 */
function nearRatio(ratio: Fraction): Near {
  const { numerator, denominator } = ratio;
  if (typeof numerator === "number" || typeof denominator === "number") return nearOf(ratio);
  const lost = BigInt(Math.max(0, Math.min(bitsOf(numerator), bitsOf(denominator)) - MANY_BITS));
  return nearOf(fraction(numerator >> lost, denominator >> lost));
}

/** The bits of a positive whole number, at most three too many. */
function bitsOf(value: bigint): number {
  return 4 * value.toString(16).length;
}
