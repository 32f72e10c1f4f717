import { fraction, ONE, rounded, toNumber } from "../../../src/core/number/fraction";
import { CENT, DOLLAR } from "../../../src/core/number/roundingRule";

test("the cent and the dollar are rounded as accountants do, a tie away from zero", () => {
  expect([CENT.unit, DOLLAR.unit]).toEqual([fraction(1, 100), ONE]);
  const ties = [fraction(125, 1_000), fraction(-125, 1_000), fraction(135, 1_000), fraction(1_249, 10_000)];
  expect(ties.map((amount) => toNumber(rounded(amount, 2, CENT.mode)))).toEqual([0.13, -0.13, 0.14, 0.12]);
  const dollars = [fraction(5, 2), fraction(-5, 2), fraction(7, 2)];
  expect(dollars.map((amount) => toNumber(rounded(amount, 0, DOLLAR.mode)))).toEqual([3, -3, 4]);
});
