import { CalculationError } from "../../../../src/core/errors";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { portfolio } from "../../../../src/core/loan/reporting/portfolio";
import { toNumber } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

const truck = loanFromObject({ principal: 60_000, startDate: "2024-01-01", annualRate: 0.06, payments: 36 });
const later = loanFromObject({ principal: 5_000, startDate: "2025-06-01", annualRate: 0.05, payments: 12 });
const unread = new CalculationError("invalid-input", "loans row 4", "must be an amount", "lots");

test("totals are of the loans that can be read, and say how many those are", () => {
  const { lines, totals, counted } = portfolio(
    [
      { label: "Truck", loan: truck },
      { label: "Later", loan: later },
      { label: "Unread", loan: unread },
    ],
    day("2024-12-31"),
  );
  expect(counted).toBe(2);
  expect(lines.map(({ label }) => label)).toEqual(["Truck", "Later", "Unread"]);
  expect(lines[2]?.standing).toBe(unread);
  const { balance, current, noncurrent } = totals;
  // a loan that begins later stands at nothing; current and noncurrent are the balance
  expect(toNumber(balance)).toBe(toNumber(truck.account("stated").balanceOn(day("2024-12-31"))));
  expect(toNumber(current) + toNumber(noncurrent)).toBeCloseTo(toNumber(balance), 8);
});
