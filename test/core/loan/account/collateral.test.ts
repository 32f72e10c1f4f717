import fc from "fast-check";
import { collateralTests, type CollateralTest } from "../../../../src/core/loan/account/collateral";
import { loanOf } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
import { compare, exactly, fraction, times, toNumber } from "../../../../src/core/number/fraction";
import { day, loanTerms } from "../../../support/loanTerms";

const account = loanOf(EXHIBIT_10_10).account("stated");
const priced = (date: string, price: number) => ({ date: day(date), price: exactly(price) });
const row = ({ held, price, balance, value, returned, remaining }: CollateralTest) => [
  ...[price && toNumber(price), toNumber(balance), held],
  ...[toNumber(value), returned, remaining],
];

test("what is worth more than the balance goes back, in whole shares: Exhibit 10.10, 40,000 shares", () => {
  const prices = [priced("2001-08-01", 2), priced("1998-08-01", 2.5), priced("1999-07-30", 1.5)];
  expect(collateralTests(account, prices).map(row)).toEqual([
    // price, balance, held, value, returned, remaining
    [2.5, 77_833, 40_000, 100_000, 8_866, 31_134], // (100,000 - 77,833) / 2.50 = 8,866.8
    [1.5, 61_178, 31_134, 46_701, 0, 31_134], // worth less than the balance
    [null, 42_779, 31_134, 0, 0, 31_134], // no price since the date before
    [2, 24_226, 31_134, 62_268, 19_021, 12_113],
    [null, 0, 12_113, 0, 12_113, 0], // settled: all go back, whatever their price
  ]);
});

test("of two prices on one day the later in the list counts, and of two days the later day", () => {
  const prices = [priced("1998-07-01", 9), priced("1998-06-30", 8), priced("1998-07-01", 2)];
  expect(collateralTests(account, prices)[0]?.price).toEqual(exactly(2));
});

test("what remains is never worth less than the balance, and one share fewer would be", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (cents) => {
      const price = fraction(cents, 100);
      const [first] = collateralTests(account, [{ date: day("1998-08-01"), price }]);
      if (!first || first.returned === 0) return;
      expect(compare(times(fraction(first.remaining), price), first.balance)).toBeGreaterThanOrEqual(0);
      expect(compare(times(fraction(first.remaining - 1), price), first.balance)).toBeLessThan(0);
    }),
  ));

test("a loan without collateral has no tests", () => {
  expect(() => collateralTests(loanOf(loanTerms()).account("stated"), [])).toThrow(
    "loan must hold shares as collateral (Collateral shares); received a blank",
  );
});
