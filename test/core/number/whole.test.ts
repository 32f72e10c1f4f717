import fc from "fast-check";
import {
  compareProducts,
  narrow,
  negative,
  power,
  product,
  sum,
  tenTo,
  type Whole,
} from "../../../src/core/number/whole";
import { expectSame } from "../../support/manyCases";
import { upTo, whole, wide } from "./numbers";
import { asWhole } from "./oracle";

const pairs = {
  doubles: fc.tuple(whole, whole).map(([a, b]) => [BigInt(a), BigInt(b)] as const),
  wide: fc.tuple(wide, wide),
  "one of each": fc.tuple(wide, whole).map(([a, b]) => [a, BigInt(b)] as const),
};

test("sums, products and negatives are exact, and a double whenever one is exact", () => {
  expectSame(
    "sum, product, negative",
    pairs,
    ([a, b]) => [sum(asWhole(a), asWhole(b)), product(asWhole(a), asWhole(b)), negative(asWhole(a)), narrow(b)],
    ([a, b]) => [asWhole(a + b), asWhole(a * b), asWhole(-a), asWhole(b)],
  );
});

test("negative zero never comes out", () => {
  for (const zero of [sum(-0, -0), product(-3, 0), product(-0, 3), negative(0), narrow(0n)]) expect(zero).toBe(0);
});

test("powers", () => {
  for (let exponent = 0; exponent <= 40; exponent++) {
    expect(tenTo(exponent)).toBe(asWhole(10n ** BigInt(exponent)));
    expect(power(-7, exponent)).toBe(asWhole((-7n) ** BigInt(exponent)));
  }
});

test.each([[() => sum(0.25, 1)], [() => product(0.25, 1)], [() => power(2, -1)], [() => tenTo(-1)]])(
  "%s is a fault of the program",
  (calculation) => expect(calculation).toThrow(RangeError),
);

describe("compareProducts", () => {
  type Four = readonly [Whole, Whole, Whole, Whole];
  const factor = fc.integer({ min: 1, max: 2 ** 26 });
  /** (x × y) × z beside (x × z) × y, one product in two ways, and the same one off. */
  const equal = (off: fc.Arbitrary<number>) =>
    fc.tuple(upTo(26), factor, factor, off).map(([x, y, z, step]): Four => [x * y + step, z, x * z, y]);

  test("orders products exactly, equal ones too", () => {
    expectSame<Four>(
      "compareProducts",
      {
        "any size": fc.tuple(whole, whole, whole, whole),
        wide: fc.tuple(wide, wide, wide, wide).map((all) => all.map(asWhole) as unknown as Four),
        ties: equal(fc.constant(0)),
        "near-ties": equal(fc.constantFrom(-1, 1)),
        "same to a double": fc
          .tuple(
            fc.integer({ min: 2 ** 51, max: 2 ** 53 - 9 }),
            fc.integer({ min: -3, max: 3 }),
            fc.integer({ min: -3, max: 3 }),
          )
          .map(([x, step, other]): Four => [x + step, x + other, x, x + step + other]),
      },
      (four) => Math.sign(compareProducts(...four)),
      (four) => {
        const [a, b, c, d] = four.map(BigInt) as [bigint, bigint, bigint, bigint];
        return a * b < c * d ? -1 : Number(a * b > c * d);
      },
    );
  });
});
