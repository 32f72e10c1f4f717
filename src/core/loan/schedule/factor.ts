/** Takes a ratio, makes it ready for many amounts. Law: what it gives is what timesRatio gives. */
import { inLowestTerms, type Fraction } from "../../number/fraction";
import { isHalfUp } from "../../number/rounding";
import { product } from "../../number/whole";
import { timesRatio, type RoundingStep, type Units } from "../amountScale";

/**
 * A ratio made ready to be multiplied with many amounts. Law: {@link timesRatio}, at the pace of a multiplication. The
 * quotient is guessed by a reciprocal that is kept, and the guess is taken only where the rest proves it.
 */
export class Factor {
  private readonly numerator: number; // NaN where only the general way is exact
  private readonly divisor: number;
  private readonly reciprocal: number;
  private readonly units: number;

  constructor(
    readonly ratio: Fraction,
    private readonly step: RoundingStep,
  ) {
    const { numerator, denominator } = inLowestTerms(ratio);
    const divisor = product(denominator, step.units);
    const isPlain = typeof numerator === "number" && typeof divisor === "number" && step.mode === "halfUp";
    this.numerator = isPlain ? numerator : NaN;
    this.divisor = isPlain ? divisor : NaN;
    this.reciprocal = this.numerator / this.divisor;
    this.units = step.units;
  }

  /** amount × ratio to the step, rounded once. */
  times(amount: Units): Units {
    const steps = Math.floor(amount * this.reciprocal + 0.5);
    if (isHalfUp(steps, amount * this.numerator, this.divisor)) return steps * this.units;
    return timesRatio(amount, this.ratio, this.step);
  }
}
