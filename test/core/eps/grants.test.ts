import { compiledGrants, compiledPeriod, dilutedEpsOfGrants, incrementalSharesOf } from "../../../src/core/eps/grants";
import { dilutedEps, dilution } from "../../../src/core/eps/dilution";
import { treasuryStockMethod, type Grant } from "../../../src/core/eps/treasuryStockMethod";
import { compare, exactly, plus, rounded, toNumber, ZERO, type Fraction } from "../../../src/core/number/fraction";
import { expectSame } from "../../support/manyCases";
import fc from "fast-check";

interface Company {
  readonly income: number;
  readonly shares: number;
  readonly price: number;
  readonly decimals: number;
  readonly grants: readonly { readonly number: number; readonly exercise: number; readonly cost: number }[];
}

const company = (
  amount: fc.Arbitrary<number>,
  count: fc.Arbitrary<number>,
  price: fc.Arbitrary<number>,
): fc.Arbitrary<Company> =>
  fc.record({
    income: amount,
    shares: count.map((shares) => Math.max(shares, 1)),
    price: price.map((value) => Math.max(value, 0.01)),
    decimals: fc.integer({ min: 0, max: 4 }),
    grants: fc.array(fc.record({ number: count, exercise: price, cost: amount }), { maxLength: 8 }),
  });
const cents = (most: number) => fc.integer({ min: -most, max: most }).map((value) => value / 100);
const price = fc.nat(10_000).map((value) => value / 100);

/** Both sides of the guard, amounts that are no whole cents, and income that falls on a tie. */
const KINDS = {
  ordinary: company(cents(1e9), fc.nat(1e6), price),
  large: company(fc.maxSafeInteger(), fc.nat(2 ** 40), price),
  fine: company(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.nat(1e6),
    fc.double({ min: 0.001, max: 99, noNaN: true }),
  ),
  fractional: company(
    cents(1e9),
    fc.nat(1e6).map((shares) => shares / 3),
    price,
  ),
  ties: company(
    fc.integer({ min: -9_999, max: 9_999 }).map((odd) => (2 * odd + 1) * 5_000),
    fc.constant(1_000_000),
    price,
  ),
};

const grantOf = ({ number, exercise, cost }: Company["grants"][number]): Grant => ({
  number: exactly(number),
  exercisePrice: exactly(exercise),
  unrecognizedCost: exactly(cost),
});
const sequence = ({ income, shares, price: average, grants }: Company): Fraction => {
  const issues = grants.map((grant, index) => ({
    label: `grant ${index}`,
    earningsAddBack: ZERO,
    incrementalShares: treasuryStockMethod({ ...grantOf(grant), averageMarketPrice: exactly(average) }),
  }));
  return dilutedEps(exactly(income), exactly(shares), dilution(exactly(income), exactly(shares), issues));
};

test("grants compiled answer what the sequence answers, grant by grant", () => {
  expectSame<Company>(
    "dilutedEpsOfGrants",
    KINDS,
    ({ income, shares, price: average, decimals, grants }) => {
      const period = {
        availableToCommon: exactly(income),
        weightedAverageShares: exactly(shares),
        controlNumber: exactly(income),
        averageMarketPrice: exactly(average),
      };
      const compiled = compiledGrants(grants.map(grantOf), [exactly(average)]);
      return dilutedEpsOfGrants(compiledPeriod(period, compiled, decimals));
    },
    (one) => toNumber(rounded(sequence(one), one.decimals)),
  );
});

test("the shares of all grants together are the sum of each", () => {
  expectSame<Company>(
    "incrementalSharesOf",
    KINDS,
    ({ price: average, grants }) => {
      const compiled = compiledGrants(grants.map(grantOf), []);
      const each = grants.map((grant) =>
        treasuryStockMethod({ ...grantOf(grant), averageMarketPrice: exactly(average) }),
      );
      return compare(incrementalSharesOf(compiled, exactly(average)), each.reduce(plus, ZERO));
    },
    () => 0,
  );
});

test("proceeds that are a hair from whole cents are not taken for whole ones", () => {
  const grant = grantOf({ number: 1, exercise: 0.001, cost: 5e-324 });
  const compiled = compiledGrants([grant], []);
  const price = exactly(0.01);
  expect(
    compare(incrementalSharesOf(compiled, price), treasuryStockMethod({ ...grant, averageMarketPrice: price })),
  ).toBe(0);
});

test.each([
  ["number", { number: -1 }, "number must be zero or more; received -1"],
  ["exercise price", { exercise: -0.5 }, "exercise price must be zero or more; received -0.5"],
  ["average price", { price: 0 }, "average price must be more than zero; received 0"],
] as const)("a %s that cannot be is out of range", (argument, differing, message) => {
  const given = { number: 100, exercise: 10, cost: 0, price: 20, ...differing };
  const grant = { ...grantOf(given), averageMarketPrice: exactly(given.price) };
  expect(() => treasuryStockMethod(grant)).toThrow(
    expect.objectContaining({ code: "out-of-range", argument, message }) as Error,
  );
});
