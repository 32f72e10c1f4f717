import {
  absolute,
  compare,
  dividedBy,
  exactly,
  fraction,
  isWhole,
  times,
  type Fraction,
} from "../../core/number/fraction";
import { tenTo } from "../../core/number/whole";

/** The steps to which amounts are printed, from billions to cents of cents, as powers of ten. */
const STEPS = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5, -6];
/** A step above one must leave so many of itself in the largest figure: 3,000 is no figure in thousands. */
const LEAST_OF_A_STEP = 100;

/**
 * Whether the rounding of figures explains by how much they miss adding up: each was printed to the smallest step that
 * all of them show, and is off by half of it at most.
 *
 * @param figures those that are added, and their sum
 * @example isWithinRounding(1, [2_415, -88, 2_328]) // true, with fractions for the numbers
 */
export function isWithinRounding(difference: Fraction, figures: readonly Fraction[]): boolean {
  const step = printedStep(figures);
  return (
    step !== undefined && compare(times(absolute(difference), exactly(2)), times(step, exactly(figures.length))) <= 0
  );
}

function printedStep(figures: readonly Fraction[]): Fraction | undefined {
  const largest = figures.map(absolute).reduce((most, one) => (compare(one, most) > 0 ? one : most));
  return STEPS.map(powerOfTen).find(
    (step) => figures.every((figure) => isWhole(dividedBy(figure, step))) && isFineEnough(step, largest),
  );
}

function isFineEnough(step: Fraction, largest: Fraction): boolean {
  return compare(step, exactly(1)) <= 0 || compare(times(step, exactly(LEAST_OF_A_STEP)), largest) <= 0;
}

function powerOfTen(power: number): Fraction {
  return power < 0 ? fraction(1, tenTo(-power)) : fraction(tenTo(power));
}
