/** What an agreement says of a rounding: the step and the way to it. */
import { fraction, ONE, type Fraction } from "./fraction";
import type { Rounding } from "./rounding";

/** To what an amount is rounded, and how: `{ unit: 1/100, mode: "halfUp" }` is to the cent. */
export interface RoundingRule {
  /** In currency units; more than zero. */
  readonly unit: Fraction;
  readonly mode: Rounding;
}

/** To 0.01, half away from zero. */
export const CENT: RoundingRule = { unit: fraction(1, 100), mode: "halfUp" };

/** To 1, half away from zero. */
export const DOLLAR: RoundingRule = { unit: ONE, mode: "halfUp" };
