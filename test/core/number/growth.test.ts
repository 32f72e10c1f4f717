import DecimalJs from "decimal.js";
import fc from "fast-check";
import { exactly, fraction, type Fraction } from "../../../src/core/number/fraction";
import { growth } from "../../../src/core/number/growth";
import { expectSame } from "../../support/manyCases";

const Decimal = DecimalJs.clone({ defaults: true, precision: 60 });
const decimal = ({ numerator, denominator }: Fraction) => new Decimal(String(numerator)).div(String(denominator));

/** Half a unit of the 24th decimal, and what decimal.js itself may be off. */
const HALF_A_PLACE = new Decimal("0.5000000001e-24");

test.each([
  ["half a year at 6 %", 1.06, fraction(1, 2), "1.0295630140987000315797369"],
  ["a month at 10 %", 1.1, fraction(1, 12), "1.0079741404289037"],
  ["no time", 1.5, fraction(0), "1"],
  ["a year", 1.05, fraction(1), "1.05"],
  ["back a year", 1.25, fraction(-1), "0.8"],
  ["a falling rate", 0.5, fraction(3), "0.125"],
])("%s", (_situation, base, exponent, expected) => {
  const digits = expected.length > 20 ? 24 : 15;
  expect(
    decimal(growth(exactly(base), exponent))
      .toDecimalPlaces(digits)
      .toFixed(digits),
  ).toBe(new Decimal(expected).toFixed(digits));
});

test("is the power to 24 decimals", () => {
  const rate = fc.integer({ min: -400_000, max: 3_000_000 });
  const exponent = fc.tuple(fc.integer({ min: -2_000, max: 4_000 }), fc.constantFrom(1, 12, 52, 360, 365, 366));
  expectSame(
    "growth, beside decimal.js",
    { "rates of a year, parts of years": fc.tuple(rate, exponent).filter(([, [n, d]]) => n / d < 12 && n / d > -12) },
    ([perMillion, [n, d]]) => {
      const base = fraction(1_000_000 + perMillion, 1_000_000);
      const due = decimal(base).pow(new Decimal(n).div(d));
      return decimal(growth(base, fraction(n, d)))
        .minus(due)
        .abs()
        .lte(HALF_A_PLACE);
    },
    () => true,
    0.02,
  );
});

test.each([fraction(0), fraction(-1, 2), fraction(1, 100), fraction(100), fraction(10 ** 15)])(
  "a rate beyond all bounds is refused",
  (base) => {
    expect(() => growth(base, fraction(1, 2))).toThrow("rate must be more than -0.99 and less than 99 a period");
  },
);
