import DecimalJs from "decimal.js";
import fc from "fast-check";
import {
  absolute,
  compare,
  decimalsOf,
  dividedBy,
  exactly,
  fraction,
  inLowestTerms,
  isNegative,
  isPositive,
  isWhole,
  isZero,
  minus,
  negated,
  plus,
  rounded,
  times,
  toNumber,
  unitsOf,
} from "../../../src/core/number/fraction";
import type { Rounding } from "../../../src/core/number/rounding";
import { expectSame } from "../../support/manyCases";
import { doubles, whole, wide } from "./numbers";
import { asWhole, bitsOf, isFraction, isNearestDouble, roundedQuotient } from "./oracle";

type Ratio = readonly [n: bigint, d: bigint];

const ratio = fc.oneof(
  fc.tuple(wide, wide).filter(([, d]) => d !== 0n),
  fc.tuple(wide, fc.constantFrom(1n, 100n, 1_000_000n)),
);
const made = ([n, d]: Ratio) => fraction(asWhole(n), asWhole(d));
const yes = () => true;

describe("fraction", () => {
  test("keeps the sign above", () => expect(fraction(1, -2)).toEqual({ numerator: -1, denominator: 2 }));

  test.each([
    [1, 0, "divisor must not be zero; received 0"],
    [0.5, 1, "amount must be a whole number of its smallest unit; received 0.5"],
    [1, Number.NaN, "amount must be a whole number of its smallest unit; received NaN"],
  ])("refuses %d ÷ %d", (n, d, message) => expect(() => fraction(n, d)).toThrow(message));
});

describe("plus", () => {
  test("a long sum stays over the least common denominator, also beyond doubles", () => {
    const parts = Array.from({ length: 200 }, (_part, index) => fraction(1, index + 1));
    const total = [...parts, ...parts].reduce(plus);
    const leastCommon = Array.from({ length: 200 }, (_part, index) => BigInt(index + 1)).reduce(
      (a, b) => (a / divisorOf(a, b)) * b,
    );
    expect(total.denominator).toBe(leastCommon);
    expect(
      compare(
        total,
        fraction(
          parts.map((_part, index) => 2n * (leastCommon / BigInt(index + 1))).reduce((a, b) => a + b),
          leastCommon,
        ),
      ),
    ).toBe(0);
    expect(plus(fraction(1, 3n * 2n ** 70n), fraction(1, 2n ** 80n)).denominator).toBe(3n * 2n ** 80n);
  });
});

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisorOf(b, a % b);
}

describe("exactly", () => {
  test.each([
    [0, 0, 1],
    [-0, 0, 1],
    [92_909, 92_909, 1],
    [-1_974.04, -197_404, 100],
    [0.29, 29, 100], // 0.29 × 100 is 28.999999999999996
    [1.005, 1_005_000, 1_000_000],
    [0.1 + 0.2, 30_000_000_000_000_004, 10 ** 17],
    [9_007_199_254_740_991, 9_007_199_254_740_991, 1],
    [1e21, 10 ** 21, 1],
    [5e-324, 5, 1e324],
    // Doubles lie 1/64 apart here: .09 and .1 are both stored as this one, and it is written .1
    [2 ** 46 + 0.09375, 703_687_441_776_641, 10],
  ])("%d", (value, n, d) => {
    if (Number.isFinite(d)) expect(compare(exactly(value), fraction(bigOrSmall(n), bigOrSmall(d)))).toBe(0);
    else expect(String(exactly(value).denominator)).toBe(`1${"0".repeat(324)}`);
  });

  test.each([NaN, Infinity, -Infinity])("refuses %d", (value) => {
    expect(() => exactly(value)).toThrow("amount must be a number");
  });

  test("is the decimal that the double is written as", () => {
    expectSame("exactly", doubles, (value) => isFraction(exactly(value), ...written(value)), yes);
  });

  test("agrees with decimal.js, and gives the double back", () => {
    const Decimal = DecimalJs.clone({ defaults: true, precision: 40, toExpNeg: -9e15, toExpPos: 9e15 });
    expectSame(
      "exactly, beside decimal.js",
      doubles,
      (value) => {
        const { numerator, denominator } = exactly(value);
        return [new Decimal(String(numerator)).div(String(denominator)).toString(), toNumber(exactly(value))];
      },
      (value) => [new Decimal(value + 0).toString(), value + 0],
    );
  });
});

describe("arithmetic", () => {
  test("is that of rational numbers", () => {
    expectSame<readonly [Ratio, Ratio]>(
      "plus, minus, times, dividedBy, negated",
      {
        "any size": fc.tuple(ratio, ratio),
        "one denominator": fc.tuple(wide, wide).map(
          ([a, b]) =>
            [
              [a, 100n],
              [b, 100n],
            ] as const,
        ),
      },
      ([a, b]) => {
        const [[an, ad], [bn, bd], x, y] = [a, b, made(a), made(b)];
        return [
          isFraction(plus(x, y), an * bd + bn * ad, ad * bd),
          isFraction(minus(x, y), an * bd - bn * ad, ad * bd),
          isFraction(times(x, y), an * bn, ad * bd),
          isFraction(negated(x), -an, ad),
          bn === 0n || isFraction(dividedBy(x, y), an * bd, ad * bn),
        ];
      },
      () => [true, true, true, true, true],
    );
  });

  test("in lowest terms it is the same number, and no common divisor is left", () => {
    expect(inLowestTerms(fraction(-6_125_000, 100_000_000))).toEqual({ numerator: -49, denominator: 800 });
    expect(inLowestTerms(fraction(0, 12))).toEqual({ numerator: 0, denominator: 1 });
    const small = fc
      .tuple(
        whole,
        whole.filter((d) => d > 0),
      )
      .map(([n, d]): Ratio => [BigInt(n), BigInt(d)]);
    expectSame(
      "inLowestTerms",
      { "any size": ratio, doubles: small },
      ([n, d]) => isFraction(inLowestTerms(made([n, d])), n, d),
      yes,
    );
  });

  test("a long sum over few denominators stays in doubles", () => {
    const parts = Array.from({ length: 1000 }, (_part, index) => fraction(1_000 + index, index % 2 ? 3_725 : 372_500));
    expect(parts.reduce(plus)).toEqual({ numerator: 75_749_500, denominator: 372_500 });
  });

  test("orders as the numbers do", () => {
    const order = (n: bigint, d: bigint) => (n * d < 0n ? -1 : Number(n !== 0n));
    expectSame<readonly [Ratio, Ratio]>(
      "compare and signs",
      {
        different: fc.tuple(ratio, ratio),
        equal: fc.tuple(ratio, fc.bigInt(1n, 2n ** 40n)).map(
          ([[n, d], by]) =>
            [
              [n, d],
              [n * by, d * by],
            ] as const,
        ),
      },
      ([a, b]) => [Math.sign(compare(made(a), made(b))), isPositive(made(a)), isNegative(made(a)), isZero(made(a))],
      ([[an, ad], [bn, bd]]) => [order(an * bd - bn * ad, ad * bd), order(an, ad) > 0, order(an, ad) < 0, an === 0n],
    );
  });

  test("dividing by zero is refused", () => {
    expect(() => dividedBy(fraction(1), fraction(0, 5))).toThrow("divisor must not be zero; received 0");
  });
});

describe("rounding to decimals", () => {
  test.each([
    // value, decimals, units, rounded as a number
    [0.285, 2, 29, 0.29], // the double 0.285 is below the tie; the cell says 0.285
    [1.005, 2, 101, 1.01],
    [-0.285, 2, -29, -0.29],
    [42_779.5, 0, 42_780, 42_780],
    [1_250, -2, 13, 1_300],
    [-0.004, 2, 0, 0],
  ])("%d to %d decimals", (value, decimals, units, number) => {
    expect(unitsOf(exactly(value), decimals)).toBe(units);
    expect(toNumber(rounded(exactly(value), decimals))).toBe(number);
  });

  test("is exact at any size", () => {
    const roundings = fc.constantFrom<Rounding>("halfUp", "halfEven", "down", "up");
    const halves = fc
      .tuple(wide, fc.constantFrom(-1n, 0n, 0n, 1n))
      .map(([k, step]): Ratio => [(2n * k + 1n) * 1_000n + step, 2_000n]);
    const cases = (ratios: fc.Arbitrary<Ratio>) => fc.tuple(ratios, fc.integer({ min: -6, max: 12 }), roundings);
    expectSame(
      "unitsOf and rounded",
      { "any size": cases(ratio), "ties and near-ties": cases(halves) },
      ([a, decimals, rounding]) => {
        const units = unitsOf(made(a), decimals, rounding);
        const [up, down] = [10n ** BigInt(Math.max(decimals, 0)), 10n ** BigInt(Math.max(-decimals, 0))];
        return [units, isFraction(rounded(made(a), decimals, rounding), BigInt(units) * down, up)];
      },
      ([[n, d], decimals, rounding]) => {
        const [up, down] = [10n ** BigInt(Math.max(decimals, 0)), 10n ** BigInt(Math.max(-decimals, 0))];
        return [asWhole(roundedQuotient(n * up, d * down, rounding)), true];
      },
    );
  });
});

describe("toNumber", () => {
  test("is the nearest double", () => {
    const between = fc
      .tuple(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-200, max: 1e200 }),
        fc.constantFrom(-1n, 0n, 1n),
        fc.boolean(),
      )
      .map(([value, step, minus]): Ratio => {
        const [low, high] = [bitsOf(value), bitsOf(value * (1 + Number.EPSILON))];
        const scale = 10n ** 60n; // half way between two doubles, or a hair beside
        const middle = (low.n * high.d + high.n * low.d) * scale + step;
        return [minus ? -middle : middle, 2n * low.d * high.d * scale];
      });
    expectSame(
      "toNumber",
      { "any size": ratio, "between two doubles": between },
      ([n, d]) => isNearestDouble(toNumber(made([n, d])), d < 0n ? -n : n, d < 0n ? -d : d),
      yes,
    );
  });

  test("takes numbers apart from their size", () => {
    const huge = 10n ** 400n;
    expect(toNumber({ numerator: huge * 3n, denominator: huge * 8n })).toBe(0.375);
    expect(toNumber({ numerator: 3, denominator: 10n ** 307n })).toBe(3e-307);
    expect(() => toNumber({ numerator: huge, denominator: 1 })).toThrow("result must stay below 1.8e308");
  });
});

const bigOrSmall = (value: number) => asWhole(BigInt(value));

/** The decimal in a double's own text, read digit by digit. */
function written(value: number): Ratio {
  const [, minus, whole = "", decimals = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const scale = Number(exponent) - decimals.length;
  const n = BigInt(whole + decimals) * 10n ** BigInt(Math.max(scale, 0));
  return [minus ? -n : n, 10n ** BigInt(Math.max(-scale, 0))];
}

describe("the decimals of a number", () => {
  test.each([
    ["7", fraction(7), 0],
    ["0", fraction(0), 0],
    ["0.25", exactly(0.25), 2],
    ["-1.005", exactly(-1.005), 3],
    ["4/8, which is not in lowest terms", fraction(4, 8), 1],
    ["a third, which takes no end of them", fraction(1, 3), 12],
    ["a number beyond 2^53 with one", fraction(10n ** 30n + 1n, 10), 1],
  ])("%s", (_words, value, decimals) => expect(decimalsOf(value, 12)).toBe(decimals));

  test("those of a double are the ones that it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const shown = String(digits / 10 ** places);
        fc.pre(!shown.includes("e"));
        expect(decimalsOf(exactly(Number(shown)), 20)).toBe(shown.split(".")[1]?.length ?? 0);
      }),
    );
  });

  test("a ratio is whole where its terms divide, at any size", () => {
    fc.assert(fc.property(ratio, ([n, d]) => expect(isWhole(made([n, d]))).toBe(n % d === 0n)));
  });

  test("a number without its sign is not below zero, and as far from it", () => {
    fc.assert(
      fc.property(ratio, (terms) => {
        const [value, size] = [made(terms), absolute(made(terms))];
        expect(isNegative(size)).toBe(false);
        expect(compare(times(size, size), times(value, value))).toBe(0);
      }),
    );
  });
});
