import { CalculationError } from "../errors";
import { inLowestTerms, unitsOf, type Fraction } from "../number/fraction";
import { isHalfUp, mulDiv, quotient, type Rounding } from "../number/rounding";
import { product, sum, tenTo, type Whole } from "../number/whole";
import type { RoundingRule } from "../number/roundingRule";
import type { LoanTerms } from "./terms/loanTerms";

/**
 * An amount of one loan: a whole number of the loan's smallest unit, 10^-decimals of a currency unit. Sums are exact;
 * a product with a ratio is rounded once.
 */
export type Units = number;

/** More than this, in the smallest unit, and ordinary products leave the doubles. */
const COMFORTABLE = 10 ** 13;
const MOST_DECIMALS = 8;

/**
 * The decimals to which a loan is carried: 8, or fewer where a principal that large would leave the exact doubles
 * (below 10^13 units). A principal of 92,909 is carried to 8, one of 50 million to 5.
 */
export function decimalsFor(principal: Fraction): number {
  let decimals = MOST_DECIMALS;
  while (decimals > 0 && unitsOf(principal, decimals) >= COMFORTABLE) decimals -= 1;
  return decimals;
}

/** The decimals of the loan: as its terms say, or by its principal. */
export function decimalsOf({ principal, rounding }: LoanTerms): number {
  return rounding.decimals ?? decimalsFor(principal);
}

/** An amount in currency units as units of the loan. @throws CalculationError `out-of-range` beyond 2^53 units */
export function inUnits(amount: Fraction, decimals: number): Units {
  return requireUnits(unitsOf(amount, decimals));
}

/** A rounding rule in units: so many units are one step, and how to reach it. */
export interface Step {
  readonly units: number;
  readonly mode: Rounding;
}

export const TO_THE_UNIT: Step = { units: 1, mode: "halfUp" };

/** @param rule null: carried as it is, to the unit */
export function stepOf(rule: RoundingRule | null, decimals: number): Step {
  if (rule === null) return TO_THE_UNIT;
  return { units: inUnits(rule.unit, decimals), mode: rule.mode };
}

/** An amount to the nearest step. */
export function toStep(amount: Units, step: Step): Units {
  return step.units === 1 ? amount : mulDiv(amount, 1, step.units, step.mode) * step.units;
}

/** amount × ratio to the step, rounded once. */
export function timesRatio(amount: Units, { numerator, denominator }: Fraction, step: Step = TO_THE_UNIT): Units {
  const divisor = product(denominator, step.units);
  if (typeof numerator === "number" && typeof divisor === "number") {
    return mulDiv(amount, numerator, divisor, step.mode) * step.units;
  }
  return requireUnits(quotient(product(amount, numerator), divisor, step.mode)) * step.units;
}

/** A ratio made ready to be multiplied with many amounts: {@link timesRatio} at the pace of a multiplication. */
export class Factor {
  private readonly numerator: number; // NaN where only the general way is exact
  private readonly divisor: number;
  private readonly near: number;
  private readonly units: number;

  constructor(
    private readonly ratio: Fraction,
    private readonly step: Step,
  ) {
    const { numerator, denominator } = inLowestTerms(ratio);
    const divisor = product(denominator, step.units);
    const isPlain = typeof numerator === "number" && typeof divisor === "number" && step.mode === "halfUp";
    this.numerator = isPlain ? numerator : NaN;
    this.divisor = isPlain ? divisor : NaN;
    this.near = this.numerator / this.divisor;
    this.units = step.units;
  }

  times(amount: Units): Units {
    const steps = Math.floor(amount * this.near + 0.5);
    if (isHalfUp(steps, amount * this.numerator, this.divisor)) return steps * this.units;
    return timesRatio(amount, this.ratio, this.step);
  }
}

/** (base + amount × ratio) to the step, rounded once: the parts never meet a rounding of their own. */
export function accrued(base: Units, amount: Units, ratio: Fraction, step: Step): Units {
  const { numerator, denominator } = ratio;
  const total: Whole = sum(product(base, denominator), product(amount, numerator));
  return requireUnits(quotient(total, product(denominator, step.units), step.mode)) * step.units;
}

export function unitsPerCurrency(decimals: number): number {
  return Number(tenTo(decimals));
}

function requireUnits(units: Whole): Units {
  if (typeof units === "number") return units;
  throw new CalculationError(
    "out-of-range",
    "amount",
    "must stay below 9,007,199,254,740,992 in its smallest unit",
    units,
  );
}
