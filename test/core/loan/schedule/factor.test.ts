import fc from "fast-check";
import { AmountScale, timesRatio } from "../../../../src/core/loan/amountScale";
import { Factor } from "../../../../src/core/loan/schedule/factor";
import { fraction, times, unitsOf } from "../../../../src/core/number/fraction";
import type { Rounding } from "../../../../src/core/number/rounding";

const rate = fc.oneof(
  fc.integer({ min: 0, max: 3_000 }).map((basisPoints) => fraction(basisPoints, 120_000)),
  fc
    .tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 31 }))
    .map(([basisPoints, days]) => fraction(basisPoints * days, 3_650_000)),
  fc.integer({ min: 1, max: 10 ** 9 }).map((value) => fraction(BigInt(value) * 10n ** 13n + 7n, 10n ** 24n)),
);
const anyStep = fc.record({
  units: fc.constantFrom(1, 100, 10 ** 6),
  mode: fc.constantFrom<Rounding>("halfUp", "halfEven", "down", "up"),
});

describe("a factor", () => {
  test("is the ratio that it was made of", () =>
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), rate, anyStep, (amount, ratio, to) => {
        const found = new Factor(ratio, to).times(amount);
        expect(found).toBe(timesRatio(amount, ratio, to));
        expect(found).toBe(
          Number(unitsOf(times(times(fraction(amount), ratio), fraction(1, to.units)), 0, to.mode)) * to.units,
        );
      }),
      { numRuns: 2_000 },
    ));

  test("rounds to a cent in the direction that the loan says, though a cent is its unit", () => {
    const up = new AmountScale(2).step({ unit: fraction(1, 100), mode: "up" });
    expect(new Factor(fraction(1, 3), up).times(100)).toBe(34);
  });
});
