import { CalculationError, dayOf, loanFromObject, toNumber } from "../../src/core";

test("a program gets a loan and its balance from the object form", () => {
  const loan = loanFromObject({
    principal: 1_000,
    startDate: "2025-01-15",
    annualRate: 0.12,
    payments: 4,
    paymentRounding: "cent",
    interestRounding: "cent",
  });
  expect(toNumber(loan.account("stated").balanceOn(dayOf(2025, 3, 1)))).toBe(753.72);
});

test("and an error with words where the object is no agreement", () => {
  expect(() => loanFromObject({ principal: 1_000, annualRate: 0.12, payments: 4 })).toThrow(CalculationError);
});
