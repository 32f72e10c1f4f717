import fc from "fast-check";
import { balanceSteps } from "../../../../src/core/loan/account/balanceSteps";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { loanOf, type Loan } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
import { toNumber } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

const stepsOf = (loan: Loan, date: string) =>
  balanceSteps(loan.account("stated"), day(date)).map(({ label, amount, clause }) => [label, toNumber(amount), clause]);
const exhibit = loanOf(EXHIBIT_10_10);

/** 1,000 at 12 % in four payments, principal and interest between dates. */
const TERMS = {
  principal: 1_000,
  startDate: "2025-01-15",
  annualRate: 0.12,
  payments: 4,
  paymentRounding: "cent",
  interestRounding: "cent",
};

test("the working is the agreement's own example, line by line: Exhibit 10.10, section 3.5", () => {
  expect(stepsOf(exhibit, "2000-09-12")).toEqual([
    ["Loan Balance at July 31, 2000", 42_779, "3.5"],
    ["Interest at 10% from August 1 to September 12, 2000", 494, "3.5"],
    ["Updated Loan", 43_273, "3.5"],
    ["Pro Rata Share of Annual Reduction (43/365 x $23,689)", -2_790, "3.5"],
    ["Loan Balance", 40_483, "3.5"],
  ]);
});

test.each([
  ["a scheduled date is its line", exhibit, "2001-08-01", [["Loan Balance at August 1, 2001", 24_226, "Article 2"]]],
  ["a day past the last too", exhibit, "2003-01-01", [["Loan Balance at January 1, 2003", 0, "Article 2"]]],
  [
    "an agreement without interest between dates has the principal alone",
    loanFromObject(TERMS),
    "2025-03-01",
    [
      ["Loan Balance at February 15, 2025", 753.72, ""],
      ["Loan Balance", 753.72, ""],
    ],
  ],
  [
    "with what was lent, paid extra and forgiven since, by date",
    loanFromObject({
      ...TERMS,
      balanceBetweenDates: "principal and interest",
      forgiveness: [{ date: "2025-02-28", amount: 3.72 }],
      advances: [{ date: "2025-02-25", amount: 50 }],
      extraPayments: [{ date: "2025-02-20", amount: 100 }],
    }),
    "2025-03-01",
    [
      ["Loan Balance at February 15, 2025", 753.72, ""],
      ["Extra payment on February 20, 2025", -100, ""],
      ["Advance on February 25, 2025", 50, ""],
      ["Forgiven on February 28, 2025", -3.72, ""],
      // 1 % of 753.72 x 5/28, 653.72 x 5/28, 703.72 x 3/28 and 700 x 1/28
      ["Interest at 12% from February 15 to March 1, 2025", 3.52, ""],
      ["Loan Balance", 703.52, ""],
    ],
  ],
])("%s", (_case, loan, date, steps) => {
  expect(stepsOf(loan, date)).toEqual(steps);
});

test("a year of the label stands where it differs", () => {
  const labels = stepsOf(exhibit, "2001-03-15").map(([label]) => label);
  expect(labels[1]).toBe("Interest at 10% from August 1, 2000 to March 15, 2001");
});

test("the lines that are no subtotal add up to the balance", () =>
  fc.assert(
    fc.property(fc.integer({ min: day("1997-08-01"), max: day("2002-07-31") }), (date) => {
      const account = exhibit.account("stated");
      const steps = balanceSteps(account, date);
      const parts = steps.filter(
        ({ label }, index) => label !== "Updated Loan" && (index === 0 || index < steps.length - 1),
      );
      const sum = parts.reduce((total, { amount }) => total + toNumber(amount), 0);
      expect(sum).toBe(toNumber(account.balanceOn(date)));
    }),
  ));
