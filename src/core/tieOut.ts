import { CalculationError } from "./errors";
import { dividedBy, isPositive, minus, rounded, times, toNumber, type Fraction } from "./number/fraction";

/** The mark beside a figure that ties out. */
export const TICK = "✓";

/**
 * A computed figure against a printed one: the computed figure is rounded once to the unit of the printed one, half
 * away from zero, and the printed figure taken from it.
 *
 * @param unit the smallest step of the printed figure: 1 for whole dollars, 0.01 for cents, 1000 for thousands
 * @returns computed minus printed; zero when the two tie out
 * @throws CalculationError `out-of-range` when the unit is not more than zero
 */
export function difference(computed: Fraction, printed: Fraction, unit: Fraction): Fraction {
  if (!isPositive(unit)) throw new CalculationError("out-of-range", "unit", "must be more than zero", toNumber(unit));
  return minus(times(rounded(dividedBy(computed, unit), 0), unit), printed);
}
