import fc from "fast-check";
import { Annuity } from "../../../../src/core/loan/repayment/annuity";
import { exactly, fraction, ONE, times, unitsOf, ZERO } from "../../../../src/core/number/fraction";
import type { Rounding } from "../../../../src/core/number/rounding";

const CENTS = 100;
const step = (units: number, mode: Rounding) => ({ units, mode });
const rate = fc.oneof(
  fc.integer({ min: 0, max: 3_000 }).map((basisPoints) => fraction(basisPoints, 120_000)),
  fc
    .tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 31 }))
    .map(([basisPoints, days]) => fraction(basisPoints * days, 3_650_000)),
  fc.integer({ min: 1, max: 10 ** 9 }).map((value) => fraction(BigInt(value) * 10n ** 13n + 7n, 10n ** 24n)),
);
const run = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  rate,
  weight: fc.constantFrom(ONE, ONE, fraction(21, 20), ZERO),
});
const runs = fc.array(run, { minLength: 1, maxLength: 6 }).filter((all) => all.some(({ weight }) => weight !== ZERO));
const anyStep = fc.record({
  units: fc.constantFrom(1, 100, 10 ** 6),
  mode: fc.constantFrom<Rounding>("halfUp", "halfEven", "down", "up"),
});

describe("a level payment", () => {
  test.each([
    ["the textbook's: 250,000 at 6 % over 360 months", 250_000, 0.06, 360, 1_498.88],
    ["10,000 at 6 % over 30 months", 10_000, 0.06, 30, 359.79],
    ["without interest", 120_000, 0, 7, 17_142.86],
    ["that is a tie of cents: 0.05 in two payments", 0.05, 0, 2, 0.03],
  ])("%s", (_case, balance, annual, count, payment) => {
    const level = new Annuity(
      fraction(Math.round(balance * CENTS)),
      [{ count, rate: times(exactly(annual), fraction(1, 12)), weight: ONE }],
      ZERO,
    );
    expect(level.rounded(ONE, step(1, "halfUp")) / CENTS).toBe(payment);
  });

  test("is rounded once, from the exact number, in each direction", () => {
    const level = new Annuity(fraction(100_000), [{ count: 3, rate: ZERO, weight: ONE }], ZERO); // 33,333 and a third
    expect((["halfUp", "halfEven", "down", "up"] as const).map((mode) => level.rounded(ONE, step(1, mode)))).toEqual([
      33_333, 33_333, 33_333, 33_334,
    ]);
    expect((["down", "up"] as const).map((mode) => level.rounded(ONE, step(100, mode)))).toEqual([33_300, 33_400]);
  });

  test("is what the exact number rounds to, whatever the periods", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 13 }),
        runs,
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom(ONE, fraction(103, 100)),
        anyStep,
        (balance, all, left, weight, to) => {
          const level = new Annuity(fraction(balance), all, fraction(left));
          const exact = times(times(level.exact(), weight), fraction(1, to.units));
          expect(level.rounded(weight, to)).toBe(Number(unitsOf(exact, 0, to.mode)) * to.units);
        },
      ),
      { numRuns: 500 },
    ));

  test.each([
    ["a century", 100],
    ["three", 365], // the power has terms far beyond the largest double
  ])("that has grown by 4.25 %% a year for %s is still what the exact number rounds to", (_case, years) => {
    const power = (base: bigint) => base ** BigInt(years);
    const weight = fraction(power(10_425n), power(10_000n));
    const level = new Annuity(fraction(10 ** 11), [{ count: 3, rate: fraction(1, 100), weight }], ZERO);
    const exact = times(level.exact(), weight);
    expect(level.rounded(weight, step(1, "halfUp"))).toBe(Number(unitsOf(exact, 0)));
  });

  test("leaves what is to be left, to the last digit", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        rate,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 10 ** 8 }),
        (balance, periodRate, count, left) => {
          const payment = new Annuity(
            fraction(balance),
            [{ count, rate: periodRate, weight: ONE }],
            fraction(left),
          ).exact();
          const grown = fraction(
            BigInt(periodRate.numerator) + BigInt(periodRate.denominator),
            BigInt(periodRate.denominator),
          );
          let [n, d] = [BigInt(balance), 1n];
          for (let period = 0; period < count; period += 1) {
            [n, d] = [
              n * BigInt(grown.numerator) * BigInt(payment.denominator) -
                BigInt(payment.numerator) * d * BigInt(grown.denominator),
              d * BigInt(grown.denominator) * BigInt(payment.denominator),
            ];
          }
          expect(n).toBe(BigInt(left) * d);
        },
      ),
      { numRuns: 200 },
    ));
});
