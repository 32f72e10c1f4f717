import {
  causeByDigits,
  causeOfBalance,
  causeOfPayment,
  causeOfReduction,
  causeOfReductionInText,
} from "../../../../src/core/loan/findings/causes";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { loanOf } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";

const exhibit = loanOf(EXHIBIT_10_10);
const DOLLAR = 10 ** exhibit.schedule.loan.scale.decimals;
const units = (dollars: number) => dollars * DOLLAR;

describe("a balance of Exhibit 10.10, line 3: 42,779 computed, reductions of 23,689", () => {
  test.each([
    ["a dollar is rounding", 42_780, "Rounding: one unit of the printed precision"],
    ["after payment 35", 44_383, "Equals the balance one payment earlier, after payment 35"],
    ["after payment 38", 39_531, "Equals the balance 2 payments later, after payment 38"],
    ["digits that changed places", 47_279, "Two digits changed places"],
    ["a digit that is another", 42_879, "One digit is another"],
    ["a reduction not taken off", 42_779 + 23_689, "The reduction was not taken off"],
    ["a reduction taken off twice", 42_779 - 23_689, "The reduction was taken off twice"],
    ["none of these", 50_000, "No cause found: the terms do not give this figure"],
  ])("%s", (_case, stated, cause) => {
    expect(causeOfBalance(exhibit, 3, units(stated))).toBe(cause);
  });
});

test.each([
  [23_690, "Rounding: one unit of the printed precision"],
  [23_869, "Two digits changed places"],
  [23_789, "One digit is another"],
  [20_000, "No cause found: the terms do not give this figure"],
])("a reduction of %d where 23,689 is computed: %s", (stated, cause) => {
  expect(causeOfReduction(exhibit, 3, units(stated))).toBe(cause);
});

test.each([
  [98_307, 92_909, "No cause found: the terms do not give this figure"], // the principal of Exhibit 10.10's Recital B
  [29_309, 93_903, "No cause found: the terms do not give this figure"], // three digits or more
  [92_990, 92_909, "Two digits changed places"],
  [92_901, 92_909, "One digit is another"],
  [19, 10, "No cause found: the terms do not give this figure"], // of a figure so short it proves nothing
])("%d where %d is computed, by its digits: %s", (stated, computed, cause) => {
  expect(causeByDigits(exhibit, units(stated), units(computed))).toBe(cause);
});

test("a reduction that the text names may follow from other terms: one payment a year, 92,909 over five at 10 %", () => {
  expect(causeOfReductionInText(exhibit, units(24_509))).toBe("Comes out with one payment a year");
});

describe("a payment of 1,000 over four months at 12 %, where 256.28 repays it", () => {
  const loan = loanFromObject({
    principal: 1_000,
    startDate: "2025-01-15",
    annualRate: 0.12,
    payments: 4,
    paymentRounding: "cent",
    interestRounding: "cent",
  });
  const { scale } = loan.schedule.loan;
  const cent = scale.one / 100;

  test.each([
    [256.29, "Rounding: one unit of the payment's precision"],
    [253.74, "Comes out with payments in advance"], // 256.28 / 1.01
    [255.96, "Comes out with the rate as an effective one"], // at 0.948879 % a month
    [265.28, "Two digits changed places; the last payment settles the difference"],
    [200, "No cause found: the terms do not give this figure; the last payment settles the difference"],
  ])("%d: %s", (stated, cause) => {
    const step = { units: cent, mode: "halfUp" as const };
    expect(causeOfPayment(loan, Math.round(stated * 100) * cent, 25_628 * cent, step)).toBe(cause);
  });
});
