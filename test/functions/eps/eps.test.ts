import "../../support/customFunctions";
import { BASICEPS, INCREMENTALSHARES } from "../../../src/functions/eps/eps";

const one = (value: unknown) => [[value]];

describe("=BASICEPS", () => {
  test.each([
    [5, 1000, 3, 0.005],
    [5, 1000, undefined, 0.01], // a tie goes away from zero
    [-5, 1000, undefined, -0.01],
    [-2_698_181, 16_352_615, undefined, -0.16], // -0.16499997: rounding twice would give -0.17
    [2_300_000, 800_000, undefined, 2.88],
    [1.005, 1, undefined, 1.01], // exact as shown, though the double lies below the tie
  ])("%p over %p at %p decimals is %p", (income, shares, decimals, eps) => {
    expect(BASICEPS(one(income), one(shares), undefined, decimals)).toEqual(one(eps));
  });

  test("preferred dividends come off first", () => {
    expect(BASICEPS(one(900_000), one(100_000), one(50_000))).toEqual(one(8.5));
  });
});

describe("=INCREMENTALSHARES", () => {
  test.each([
    [100_000, 15, 20, undefined, 25_000], // IAS 33 IE5
    [30_000, 35, 55, undefined, 30_000 - (30_000 * 35) / 55],
    [1_000, 85, 72, undefined, 0], // out of the money
    [2_000, 0, 15, 24_000, 400], // restricted stock: the unrecognized cost is the proceeds
    [100, 8, 10, 400, 0], // in the money, yet the proceeds buy back 120
    [100, 0, 10, -400, 100], // a shortfall adds no more than the grant
    [100, 12, 10, -900, 0], // under water whatever the proceeds
  ])("%p at %p, average %p, unrecognized %p is %p", (number, exercise, average, cost, shares) => {
    const [[answer]] = INCREMENTALSHARES(one(number), one(exercise), one(average), one(cost)) as [[number]];
    expect(answer).toBeCloseTo(shares, 9);
  });

  test.each([
    [-1, 1, 1, "number must be zero or more; received -1"],
    [1, -1, 1, "exercisePrice must be zero or more; received -1"],
    [1, 1, 0, "averagePrice must be more than zero; received 0"],
    [1, 1, "9", 'averagePrice must be a number; received "9"'],
  ])("%p at %p, average %p is refused", (number, exercise, average, message) => {
    expect(() => INCREMENTALSHARES(one(number), one(exercise), one(average))).toThrow(message);
  });
});
