import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { effectiveInterest } from "../../../../src/core/loan/reporting/interestMethod/effectiveRate";
import { journalEntries } from "../../../../src/core/loan/reporting/journalEntries";
import { rollForward } from "../../../../src/core/loan/reporting/rollForward";
import { toNumber } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

const SIMPLE = { principal: 1000, startDate: "2024-01-01", annualRate: 0.1, payments: 12 };

describe("the books of a ledger", () => {
  const NOTE = {
    principal: 100_000,
    startDate: "2024-01-01",
    annualRate: 0.12,
    dayCount: "ACT/365",
    payments: 12,
    receipts: [
      { date: "2024-02-01", amount: 500 },
      { date: "2024-03-01", amount: 2_000 },
      { date: "2024-04-01", amount: 3_000 },
    ],
  };

  test("a period has what was received in it, from the day after the one before to its last", () => {
    const ends = ["2024-01-31", "2024-02-29", "2024-03-01", "2024-03-31", "2024-04-01"].map(day);
    const paid = rollForward(loanFromObject(NOTE), ends).map((line) => toNumber(line.paid));
    expect(paid).toEqual([0, 500, 2_000, 0, 3_000]);
  });
});

test.each([
  ["a fee of all of it", { originationFee: 1_000 }],
  ["a discount of all of it", { discount: 1_000 }],
])("%s leaves nothing to carry, and no rate to find", (_case, more) => {
  const loan = loanFromObject({ ...SIMPLE, ...more });
  expect(() => effectiveInterest(loan)).toThrow(
    expect.objectContaining({
      code: "out-of-range",
      message: "loan must leave an amount of more than zero to carry, after discount, costs and fees; received 0",
    }) as Error,
  );
});

test("an entry names the clause of its event where the agreement gives one", () => {
  const events = [
    { event: "sale", balance: "due", clause: "7(b)" },
    { event: "default", balance: "due" },
  ];
  const memoOf = (event: string) => {
    const loan = loanFromObject({ ...SIMPLE, outcomes: events });
    const [from, to] = [loan.terms.startDate + 1, loan.terms.startDate + 10];
    return journalEntries(loan, { from, to, side: "lender", event }).at(-1)?.memo;
  };
  expect([memoOf("sale"), memoOf("default")]).toEqual(["Due at once: sale (7(b))", "Due at once: default"]);
});
