import fc from "fast-check";
import { fraction, type Fraction } from "../../../src/core/number/fraction";
import {
  NEAR_ERROR,
  nearOf,
  nearProduct,
  nearQuotient,
  nearSum,
  roundedNear,
  type Near,
} from "../../../src/core/number/near";
import type { Rounding } from "../../../src/core/number/rounding";
import { expectSame } from "../../support/manyCases";
import { asWhole, bitsOf, roundedQuotient } from "./oracle";

interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const exactOf = ({ high, low }: Near): Ratio => {
  const [a, b] = [bitsOf(high), bitsOf(low)];
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
};
const ratioOf = ({ numerator, denominator }: Fraction): Ratio => ({ n: BigInt(numerator), d: BigInt(denominator) });

/** |found − exact| ≤ exact × NEAR_ERROR, the error a power of two below one. */
const isNear = (found: Near, exact: Ratio) => {
  const { n, d } = exactOf(found);
  const difference = n * exact.d - exact.n * d;
  return (difference < 0n ? -difference : difference) * BigInt(1 / NEAR_ERROR) <= exact.n * d;
};

const positive = fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 53n }), fc.bigInt({ min: 1n, max: 2n ** 120n })).map(asWhole);
const ratio = fc.tuple(positive, positive).map(([n, d]) => fraction(n, d));
const pairs = { "any size": fc.tuple(ratio, ratio) };
const yes = () => true;

describe("numbers of 31 digits", () => {
  test("are as near as they say", () => {
    expectSame("nearOf", { "any size": ratio }, (a) => isNear(nearOf(a), ratioOf(a)), yes);
    expectSame(
      "nearSum",
      pairs,
      ([a, b]) => isNear(nearSum(nearOf(a), nearOf(b)), added(exactOf(nearOf(a)), exactOf(nearOf(b)))),
      yes,
    );
    expectSame(
      "nearProduct",
      pairs,
      ([a, b]) => isNear(nearProduct(nearOf(a), nearOf(b)), multiplied(exactOf(nearOf(a)), exactOf(nearOf(b)))),
      yes,
    );
    expectSame(
      "nearQuotient",
      pairs,
      ([a, b]) => isNear(nearQuotient(nearOf(a), nearOf(b)), divided(exactOf(nearOf(a)), exactOf(nearOf(b)))),
      yes,
    );
  });

  test("round as the exact number does, or say that they cannot tell", () => {
    const quotients = {
      any: fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 100n }), fc.bigInt({ min: 2n ** 49n, max: 2n ** 60n })),
      ties: fc
        .tuple(fc.bigInt({ min: 0n, max: 2n ** 40n }), fc.bigInt({ min: 1n, max: 2n ** 60n }))
        .map(([k, d]) => [(2n * k + 1n) * d, 2n * d] as const),
      "near-ties": fc
        .tuple(
          fc.bigInt({ min: 0n, max: 2n ** 40n }),
          fc.bigInt({ min: 2n ** 40n, max: 2n ** 70n }),
          fc.constantFrom(-1n, 1n),
        )
        .map(([k, d, step]) => [(2n * k + 1n) * d + step, 2n * d] as const),
    };
    expectSame(
      "roundedNear, each rounding",
      quotients,
      ([n, d]) => ROUNDINGS.map((rounding) => isTold(n, d, rounding)),
      () => ROUNDINGS.map(() => true),
    );
  });

  test("tell all but what is as good as a tie", () => {
    const third = nearOf(fraction(10n ** 15n + 1n, 3));
    expect(ROUNDINGS.map((rounding) => roundedNear(third, 2 ** -50, rounding))).toEqual([
      333_333_333_333_334, 333_333_333_333_334, 333_333_333_333_333, 333_333_333_333_334,
    ]);
    const tie = nearOf(fraction(5, 2));
    expect(ROUNDINGS.map((rounding) => roundedNear(tie, 0, rounding))).toEqual([NaN, NaN, 2, 3]);
    const whole = nearOf(fraction(5));
    expect(ROUNDINGS.map((rounding) => roundedNear(whole, 0, rounding))).toEqual([5, 5, NaN, NaN]);
  });

  test("cannot tell of what is no positive number within the doubles", () => {
    for (const high of [-1, 0, NaN, Infinity, 2 ** 52]) expect(roundedNear({ high, low: 0 }, 0, "halfUp")).toBeNaN();
    expect(roundedNear(nearOf(fraction(10n ** 400n)), 0, "halfUp")).toBeNaN();
  });
});

const ROUNDINGS: readonly Rounding[] = ["halfUp", "halfEven", "down", "up"];

function isTold(n: bigint, d: bigint, rounding: Rounding): boolean {
  const near = nearOf(fraction(asWhole(n), asWhole(d)));
  const found = roundedNear(near, near.high * NEAR_ERROR, rounding);
  return Number.isNaN(found) || BigInt(found) === roundedQuotient(n, d, rounding);
}

const added = (a: Ratio, b: Ratio) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const multiplied = (a: Ratio, b: Ratio) => ({ n: a.n * b.n, d: a.d * b.d });
const divided = (a: Ratio, b: Ratio) => ({ n: a.n * b.d, d: a.d * b.n });
