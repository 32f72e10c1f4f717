import DecimalJs from "decimal.js";
import fc from "fast-check";
import { CalculationError } from "../../../src/core/errors";
import { isHalfUp, mulDiv, quotient, type Rounding } from "../../../src/core/number/rounding";
import { expectSame } from "../../support/manyCases";
import { GUARD, triples, wide, whole } from "./numbers";
import { asWhole, roundedQuotient } from "./oracle";

const ROUNDINGS: readonly Rounding[] = ["halfUp", "halfEven", "down", "up"];
const Decimal = DecimalJs.clone({ defaults: true, precision: 80, toExpPos: 400 });
const DECIMAL_MODE: Record<Rounding, DecimalJs.Rounding> = {
  halfUp: DecimalJs.ROUND_HALF_UP,
  halfEven: DecimalJs.ROUND_HALF_EVEN,
  down: DecimalJs.ROUND_DOWN,
  up: DecimalJs.ROUND_UP,
};

const refusal = (code: string) => new CalculationError(code as CalculationError["code"], "", "", 0);

describe("mulDiv", () => {
  test.each([
    // n ÷ d, halfUp, halfEven, down, up
    [5, 2, 3, 2, 2, 3],
    [7, 2, 4, 4, 3, 4],
    [-5, 2, -3, -2, -2, -3],
    [-7, 2, -4, -4, -3, -4],
    [7, -2, -4, -4, -3, -4],
    [-1, 3, 0, 0, 0, -1],
    [1, -2, -1, 0, 0, -1],
    [6, 3, 2, 2, 2, 2],
    [0, 7, 0, 0, 0, 0],
    [2 ** 52 - 1, 2, 2 ** 51, 2 ** 51, 2 ** 51 - 1, 2 ** 51],
    [2 ** 52 + 1, 2, 2 ** 51 + 1, 2 ** 51, 2 ** 51, 2 ** 51 + 1],
    [2 ** 53 - 1, 2, 2 ** 52, 2 ** 52, 2 ** 52 - 1, 2 ** 52],
    // 0.49999999999999994, the largest double below a half, plus a half rounds to one
    [2 ** 51 - 1, 2 ** 52 - 1, 0, 0, 0, 1],
  ])("%d ÷ %d", (n, d, ...expected) => {
    expect(ROUNDINGS.map((rounding) => mulDiv(n, 1, d, rounding))).toEqual(expected);
    expect(ROUNDINGS.map((rounding) => mulDiv(1, n, d, rounding))).toEqual(expected);
    expect(ROUNDINGS.map((rounding) => quotient(n, d, rounding))).toEqual(expected);
  });

  test("is exact where the product is beyond a double", () => {
    expect(mulDiv(98_765_432_109, 1_234_567, 12_000_000)).toBe(10_161_045_269); // 10,161,045,268.54
    expect(mulDiv(2 ** 52 + 1, 2 ** 52 + 1, 2 ** 53 + 2)).toBe(2 ** 51 + 1); // 2^51 + 1/2
    expect(mulDiv(2 ** 52 + 1, 2 ** 52 + 1, 2 ** 53 + 2, "halfEven")).toBe(2 ** 51);
  });

  test("refuses an answer beyond a whole double, with words", () => {
    expect(() => mulDiv(3_000_000_001, 3_000_000_001, 2)).toThrow(
      "amount must stay below 9,007,199,254,740,992 in its smallest unit; received 4500000003000000000",
    );
    expect(mulDiv(2 ** 53 - 1, 2 ** 20, 2 ** 20)).toBe(2 ** 53 - 1);
    expect(() => mulDiv(2 ** 53 - 1, 2 ** 20, 2 ** 20 - 1)).toThrow("amount must stay below");
  });

  test.each([
    [0.5, 2, 1],
    [1, 2.5, 2],
    [4, 1, 0.5],
    [Number.NaN, 1, 1],
    [1, Infinity, 1],
  ])("refuses %d × %d ÷ %d, which is not all whole", (a, b, c) => {
    expect(() => mulDiv(a, b, c)).toThrow("amount must be a whole number of its smallest unit");
  });

  test("refuses to divide by nothing", () => {
    expect(() => mulDiv(1, 1, 0)).toThrow("divisor must not be zero; received 0");
    expect(() => quotient(1, 0)).toThrow("divisor must not be zero; received 0");
    expect(() => quotient(2n ** 60n, 0n)).toThrow("divisor must not be zero; received 0");
  });

  test.each([
    [0, -5, 3],
    [-0, 5, 3],
    [0, 5, -3],
    [-0, 5, -3],
    [-1, 1, 3],
  ])("%d × %d ÷ %d is 0, never -0", (a, b, c) => {
    for (const rounding of ["halfUp", "halfEven", "down"] as const) expect(mulDiv(a, b, c, rounding)).toBe(0);
  });

  test("is the quotient of whole numbers, however it is rounded", () => {
    expectSame(
      "mulDiv, each rounding",
      triples,
      ([a, b, c]) => ROUNDINGS.map((rounding) => mulDiv(a, b, c, rounding)),
      ([a, b, c]) =>
        ROUNDINGS.map((rounding) => {
          if (c === 0) throw refusal("out-of-range");
          const answer = asWhole(roundedQuotient(BigInt(a) * BigInt(b), BigInt(c), rounding));
          if (typeof answer === "bigint") throw refusal("out-of-range");
          return answer;
        }),
    );
  });

  test("agrees with decimal.js", () => {
    expectSame(
      "mulDiv, beside decimal.js",
      triples,
      ([a, b, c]) => ROUNDINGS.map((rounding) => (c === 0 ? 0 : `${quotient(BigInt(a) * BigInt(b), c, rounding)}`)),
      ([a, b, c]) =>
        ROUNDINGS.map((rounding) =>
          c === 0 ? 0 : new Decimal(a).mul(b).div(c).toDecimalPlaces(0, DECIMAL_MODE[rounding]).add(0).toFixed(),
        ),
    );
  });
});

describe("isHalfUp", () => {
  test("tells the quotient from its neighbours, however it was guessed", () => {
    const offsets = [-2, -1, 0, 1, 2];
    expectSame(
      "isHalfUp",
      triples,
      ([a, b, c]) => offsets.map((offset) => isHalfUp(Math.floor((a * b) / c + 0.5) + offset, a * b, c)),
      ([a, b, c]) =>
        offsets.map((offset) => {
          const n = a * b;
          if (!(n >= 0 && n < GUARD && c > 0)) return false;
          return BigInt(Math.floor(n / c + 0.5) + offset) === roundedQuotient(BigInt(n), BigInt(c), "halfUp");
        }),
    );
  });
});

describe("quotient", () => {
  test("is the quotient of whole numbers of any size", () => {
    const divisible = fc
      .tuple(wide, wide, fc.constantFrom(-1n, 0n, 1n))
      .map(([k, d, step]) => [k * d + d / 2n + step, d] as const);
    expectSame(
      "quotient, each rounding",
      {
        doubles: fc.tuple(whole, whole).map(([n, d]) => [BigInt(n), BigInt(d)] as const),
        wide: fc.tuple(wide, wide),
        "ties and near-ties": divisible,
      },
      ([n, d]) => ROUNDINGS.map((rounding) => quotient(asWhole(n), asWhole(d), rounding)),
      ([n, d]) =>
        ROUNDINGS.map((rounding) => {
          if (d === 0n) throw refusal("out-of-range");
          return asWhole(roundedQuotient(n, d, rounding));
        }),
    );
  });
});
