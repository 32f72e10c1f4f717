import { payoff } from "../../../../src/core/loan/account/payoff";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { loanOf } from "../../../../src/core/loan/loan";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
import { exactly, toNumber } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

const exhibit = loanOf(EXHIBIT_10_10).account("stated");
const TERMINATION = day("2000-09-12");

describe("Exhibit 10.10 on September 12, 2000, at a balance of 40,483", () => {
  test.each([
    // event, clause, forgiven, due
    ["without cause", "3.1", 40_483, 0],
    ["for cause", "3.2", 0, 40_483],
    ["with cause", "3.2", 0, 40_483],
    ["Termination without cause", "3.1", 40_483, 0],
    ["resignation", "3.3", 0, 40_483],
    ["DEATH", "3.4", 40_483, 0],
    ["disability", "3.4", 40_483, 0],
    ["payoff", "", 0, 40_483],
  ])("%s: clause %s, %d forgiven, %d due", (event, clause, forgiven, due) => {
    const result = payoff(exhibit, TERMINATION, event, exactly(2.5));
    expect([result.outcome.clause, toNumber(result.forgiven), toNumber(result.due)]).toEqual([clause, forgiven, due]);
    expect([toNumber(result.balance), toNumber(result.interest), result.sharesReturned]).toEqual([40_483, 0, 40_000]);
    expect(result.sharesValue && toNumber(result.sharesValue)).toBe(100_000);
  });

  test("an event that the agreement does not know is refused with those that it does", () => {
    expect(() => payoff(exhibit, TERMINATION, "retirement", null)).toThrow(
      'event must be an event of the agreement: without cause, for cause, with cause, resignation, death, disability, payoff; received "retirement"',
    );
  });
});

describe("a loan whose balance is its principal", () => {
  const account = loanFromObject({
    principal: 1_000,
    startDate: "2025-01-15",
    annualRate: 0.12,
    payments: 4,
    paymentRounding: "cent",
    interestRounding: "cent",
  }).account("stated");
  const figures = (date: string) => {
    const { balance, interest, due, sharesReturned, sharesValue } = payoff(account, day(date), "payoff", null);
    return [toNumber(balance), toNumber(interest), toNumber(due), sharesReturned, sharesValue];
  };

  test.each([
    ["owes the interest since beside it: 1 % of 753.72 x 14/28", "2025-03-01", [753.72, 3.77, 757.49, null, null]],
    ["owes none on a scheduled date", "2025-02-15", [753.72, 0, 753.72, null, null]],
    ["owes nothing after the last", "2026-01-01", [0, 0, 0, null, null]],
  ])("%s", (_case, date, expected) => {
    expect(figures(date)).toEqual(expected);
  });

  test("has no outcome before it begins", () => {
    expect(() => figures("2025-01-14")).toThrow("date must be on or after January 15, 2025, when the loan begins");
  });
});

/** By hand: 1,000 at 1 % a month, 250 of principal a month, interest every third: 10 + 7.50 by March 1, and 5.00 in March. */
test.each([
  ["2024-02-01", 750, 10], // accrued, and due on April 1
  ["2024-02-16", 750, 13.88], // and 7.50 x 15/29
  ["2024-03-01", 500, 17.5],
  ["2024-04-01", 250, 0], // 22.50 are paid
  ["2024-04-16", 250, 1.25], // 2.50 x 15/30
])("interest that has accrued and is not due yet is owed: on %s %d and %d", (date, balance, interest) => {
  const terms = { principal: 1_000, startDate: "2024-01-01", annualRate: 0.12, payments: 4, method: "level principal" };
  const account = loanFromObject({ ...terms, interestFrequency: "quarterly" }).account("stated");
  const found = payoff(account, day(date), "payoff", null);
  expect([found.balance, found.interest, found.due].map(toNumber)).toEqual([balance, interest, balance + interest]);
});
