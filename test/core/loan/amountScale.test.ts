import fc from "fast-check";
import { accrued, AmountScale, scaleOf, timesRatio, toStep } from "../../../src/core/loan/amountScale";
import { exactly, fraction, toNumber } from "../../../src/core/number/fraction";
import { CENT, DOLLAR } from "../../../src/core/number/roundingRule";
import { loanTerms, type Differing } from "../../support/loanTerms";

const UNROUNDED = { payment: null, interest: null };

describe("the scale of a loan", () => {
  test.each([
    // principal, decimals: the principal stays below 10^13 units
    [1_000, 8],
    [92_909, 8],
    [99_999.99, 8],
    [100_000, 7],
    [50_000_000, 5],
    [1e12, 0],
    [9e12, 0],
  ])("of %d has %d decimals", (principal, decimals) => {
    expect(scaleOf(loanTerms({ principal, rounding: UNROUNDED })).decimals).toBe(decimals);
  });

  test.each<[string, Differing["rounding"], number]>([
    ["cents", {}, 2],
    ["the payment in whole units, interest not rounded", { payment: DOLLAR, interest: null }, 0],
    ["steps of 0.05", { payment: { unit: exactly(0.05), mode: "down" }, interest: null }, 2],
    ["fils", { ...UNROUNDED, balance: { unit: exactly(0.001), mode: "halfUp" } }, 3],
  ])("never has fewer than a rounding: %s", (_case, rounding, decimals) => {
    expect(scaleOf(loanTerms({ principal: 1e12, rounding })).decimals).toBe(decimals);
  });

  test("is refused where it has fewer than a rounding", () => {
    expect(() => scaleOf(loanTerms({ rounding: { decimals: 1 } }))).toThrow(
      "decimals must be no fewer than the 2 of a rounding of the loan; received 1",
    );
    const rounding = { interest: { unit: exactly(1e-13), mode: "up" as const } };
    expect(() => scaleOf(loanTerms({ rounding }))).toThrow(
      "rounding must have no more than 12 decimals; received 1e-13",
    );
  });

  test("is as the terms say, where they say", () => {
    expect(scaleOf(loanTerms({ rounding: { decimals: 12 } })).decimals).toBe(12);
  });

  test("gives an amount back as it came", () =>
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 8 }), (cents, more) => {
        const scale = new AmountScale(2 + Math.min(more, 2));
        expect(toNumber(scale.currency(scale.units(fraction(cents, 100))))).toBe(cents / 100 + 0);
      }),
    ));

  test("refuses what is beyond the exact doubles", () => {
    expect(() => new AmountScale(8).units(exactly(1e9))).toThrow(
      "amount must stay below 9,007,199,254,740,992 in its smallest unit; received 100000000000000000",
    );
  });

  test.each([
    [23_689, "23,689"],
    [1_974.04, "1,974.04"],
    [1_974.0449, "1,974.04"],
    [0.5, "0.50"],
    [-1_772, "-1,772"],
    [-0.001, "0"],
    [1_234_567.8, "1,234,567.80"],
  ])("writes %d as %s", (amount, words) => {
    const scale = new AmountScale(4);
    expect(scale.text(scale.units(exactly(amount)))).toBe(words);
  });
});

describe("a step of rounding", () => {
  const scale = new AmountScale(4);

  test.each([
    ["the cent, half up", scale.step(CENT), 12_350, 12_400],
    ["the cent, half up, of a debt", scale.step(CENT), -12_350, -12_400],
    ["the dollar", scale.step(DOLLAR), 14_999, 10_000],
    ["no rule: the unit itself", scale.step(null), 12_345, 12_345],
    ["down to 0.05", scale.step({ unit: exactly(0.05), mode: "down" }), 12_999, 12_500],
    ["up to the cent", scale.step({ unit: exactly(0.01), mode: "up" }), 12_301, 12_400],
    ["half even", scale.step({ unit: exactly(0.01), mode: "halfEven" }), 12_450, 12_400],
  ])("is %s", (_case, step, amount, rounded) => {
    expect(toStep(amount, step)).toBe(rounded);
  });

  test("a part is rounded with what was there before, once: 0.5 and a third of 1 to the unit is 1, not 1 and 0", () => {
    expect(accrued(1, 1, fraction(1, 2), { units: 1, mode: "down" })).toBe(1);
    expect(accrued(1, 1, fraction(1, 2), { units: 2, mode: "halfUp" })).toBe(2); // 1.5 to the nearest 2
    expect(timesRatio(1, fraction(1, 2), { units: 2, mode: "halfUp" })).toBe(0); // 0.5 to the nearest 2
  });
});
