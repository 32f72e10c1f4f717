import { exactly, toNumber } from "../../src/core/number/fraction";
import { difference, differenceInPrint } from "../../src/core/tieOut";

test.each([
  // computed, printed, unit, and what is left
  [42_779.17, 42_779, 1, 0], // Exhibit 10.10, Article 2, August 1, 2000
  [22_454, 24_226, 1, -1_772], // August 1, 2001
  [-0.0597, -0.06, 0.01, 0],
  [-0.055, -0.06, 0.01, 0], // a tie goes away from zero
  [35_585_499, 35_585_000, 1_000, 0],
  [35_585_500, 35_585_000, 1_000, 1_000],
])("%d against %d, to %d", (computed, printed, unit, left) => {
  expect(toNumber(difference(exactly(computed), exactly(printed), exactly(unit)))).toBe(left);
});

test.each([
  ["in full", 4_999_600, 5_000_000, 1, 0],
  ["in thousands", 4_999_600, 5_000, 1, 0],
  ["in thousands, and below zero", -4_999_600, -5_000, 1, 0],
  ["in neither: by the nearer", 5_000_500, 5_000, 1, 1_000],
])("a figure in thousands %s", (_how, computed, printed, step, left) => {
  const figure = { value: exactly(printed), unit: exactly(step) };
  expect(toNumber(differenceInPrint(exactly(computed), figure, exactly(1_000)))).toBe(left);
});

test.each([0, -1])("a unit of %d is refused", (unit) => {
  expect(() => difference(exactly(5), exactly(5), exactly(unit))).toThrow(
    `unit must be more than zero; received ${unit}`,
  );
});
