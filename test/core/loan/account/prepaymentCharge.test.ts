import fc from "fast-check";
import { payoff } from "../../../../src/core/loan/account/payoff";
import { toNumber } from "../../../../src/core/number/fraction";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { day } from "../../../support/loanTerms";

const LOAN = {
  principal: 100_000,
  startDate: "2024-01-01",
  annualRate: 0.06,
  method: "interest only",
  payments: 120,
  dayCount: "ACT/360",
  paymentRounding: "cent",
  interestRounding: "cent",
};

const payoffOf = (terms: Agreement, date: string, event = "payoff") =>
  payoff(loanOfBothForms({ ...LOAN, ...terms }).account("stated"), day(date), event, null);

describe("the charge for paying early", () => {
  const charge = (prepaymentCharges: readonly Agreement[], date: string) => {
    const { charge: found, due, balance, interest } = payoffOf({ prepaymentCharges }, date);
    expect(toNumber(due)).toBeCloseTo(toNumber(balance) + toNumber(interest) + (found ? toNumber(found) : 0), 8);
    return found && toNumber(found);
  };

  test.each<[string, readonly Agreement[], string, number | null]>([
    ["none where the agreement has none", [], "2025-06-01", null],
    ["a part of the principal", [{ charge: 0.03 }], "2025-06-01", 3_000],
    ["per cent in words", [{ charge: "1.5% of the principal" }], "2025-06-01", 1_500],
    ["months of interest", [{ charge: "6 months of interest" }], "2025-06-01", 3_000],
    ["by year of the loan, the first", [{ charge: "5-4-3-2-1" }], "2024-12-31", 5_000],
    ["on the anniversary the next", [{ charge: "5-4-3-2-1" }], "2025-01-01", 4_000],
    ["the last", [{ charge: "5%, 4%, 3%, 2%, 1%" }], "2028-12-31", 1_000],
    ["none after the last", [{ charge: "5/4/3/2/1" }], "2029-01-01", 0],
    ["until a day", [{ charge: 0.03, until: "2025-06-01" }], "2025-06-01", 3_000],
    ["not after it", [{ charge: 0.03, until: "2025-06-01" }], "2025-06-02", 0],
    ["then another", [{ charge: 0.01 }, { charge: 0.03, until: "2025-06-01" }], "2025-06-02", 1_000],
    ["nothing on the last day", [{ charge: 0.03 }], "2034-01-01", 0],
  ])("%s", (_case, charges, date, expected) => {
    expect(charge(charges, date)).toBe(expected);
  });

  test("is of the payoff alone, not of an event that makes the loan due", () => {
    const terms = { prepaymentCharges: [{ charge: 0.03 }], outcomes: [{ event: "default", balance: "due" }] };
    expect(payoffOf(terms, "2025-06-01", "default").charge).toEqual({ numerator: 0, denominator: expect.anything() });
  });

  test.each<[string, readonly Agreement[], string]>([
    [
      "words that say no charge",
      [{ charge: "yes" }],
      "prepaymentCharges[0].charge must be a part of the principal (3 % or 0.03)",
    ],
    ["a number that is per cent", [{ charge: 3 }], "must be a fraction of a year, at most 1"],
    ["more than all", [{ charge: "500-400" }], "must be from 0 to 100 %"],
    ["two to one day", [{ charge: 0.03 }, { charge: 0.02 }], "prepaymentCharges[1].charge must end on another day"],
  ])("%s are refused", (_case, prepaymentCharges, message) => {
    expect(() => loanOfBothForms({ ...LOAN, prepaymentCharges })).toThrow(message);
  });
});

describe("the interest of each day after a payoff", () => {
  const perDiem = (terms: Agreement, date: string) => {
    const found = payoffOf(terms, date).perDiem;
    return found && [toNumber(found.amount), found.goodThrough];
  };

  test.each<[string, Agreement, string, (number | null)[] | null]>([
    ["is the rate over 360", {}, "2024-06-10", [16.67, day("2024-07-01")]],
    [
      "over 360 too where every month has 30 days, on a 30th",
      { dayCount: "30/360" },
      "2024-06-30",
      [16.67, day("2024-07-01")],
    ],
    ["over 365", { dayCount: "ACT/365" }, "2024-06-10", [16.44, day("2024-07-01")]],
    [
      "of equal periods the month over its days",
      { dayCount: "equal periods" },
      "2024-06-10",
      [16.67, day("2024-07-01")],
    ],
    ["holds to the next payment on a payment date too", {}, "2024-06-01", [16.67, day("2024-07-01")]],
    [
      "holds to a change of the rate",
      { rateChanges: [{ date: "2024-06-20", annualRate: 0.07 }] },
      "2024-06-10",
      [16.67, day("2024-06-20")],
    ],
    ["is nothing after the last payment", {}, "2034-01-01", [0, null]],
    [
      "has no place where the balance falls with a share of the next reduction",
      { balanceBetweenDates: "interest less pro rata share" },
      "2024-06-10",
      null,
    ],
  ])("%s", (_case, terms, date, expected) => {
    expect(perDiem(terms, date)).toEqual(expected);
  });

  test("is what a day's payoff is more than that of the day before, to a cent", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom("ACT/360", "ACT/365", "equal periods"),
        (after, dayCount) => {
          const account = loanOfBothForms({ ...LOAN, dayCount }).account("stated");
          const today = day("2024-01-01") + after;
          const on = (date: number) => payoff(account, date, "payoff", null);
          const { perDiem: found, due } = on(today);
          if (found?.goodThrough === today + 1) return; // the payment of that day is due as well
          expect(Math.abs(toNumber(on(today + 1).due) - toNumber(due) - toNumber(found?.amount ?? due))).toBeLessThan(
            0.0101,
          );
        },
      ),
      { numRuns: 100 },
    ));
});

test("a blank event is a payoff", () => {
  expect(payoffOf({}, "2024-06-10", " ")).toEqual(payoffOf({}, "2024-06-10"));
});
