/** A computed figure against a printed one: whether they tie out, and by how much they do not. */
import { CalculationError } from "./errors";
import {
  absolute,
  compare,
  dividedBy,
  exactly,
  isPositive,
  isZero,
  minus,
  rounded,
  times,
  toNumber,
  type Fraction,
} from "./number/fraction";

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

/** What filings are printed in, beside single units. */
const PRINTED_IN = [3, 6, 9].map((power) => exactly(10 ** power));

/**
 * A computed figure against a printed one that may stand in full (5,000,000 to the thousand) or in its unit (5,000 in
 * thousands): the difference in the reading in which the two tie out, or else in the one that is nearer.
 *
 * @param printed as it stands, with the smallest step that it shows
 * @param unit of the printed figure
 * @returns computed minus printed, in the units of the computed figure
 * @throws CalculationError as {@link difference}
 */
export function differenceInPrint(
  computed: Fraction,
  printed: { readonly value: Fraction; readonly unit: Fraction },
  unit: Fraction,
): Fraction {
  const inFull = difference(computed, printed.value, unit);
  if (isZero(inFull) || !PRINTED_IN.some((thousands) => compare(thousands, unit) === 0)) return inFull;
  const inUnits = difference(computed, times(printed.value, unit), times(printed.unit, unit));
  const isLessThanAStep = !isZero(printed.value) && compare(absolute(printed.value), unit) < 0;
  return isLessThanAStep || compare(absolute(inUnits), absolute(inFull)) < 0 ? inUnits : inFull;
}
