import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { payoff } from "../../../../src/core/loan/account/payoff";
import { compare, minus, toNumber } from "../../../../src/core/number/fraction";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { day, table } from "../../../support/loanTerms";

const CENTS = { paymentRounding: "cent", interestRounding: "cent" };
const LOAN = { principal: 10_000, startDate: "2024-01-01", annualRate: 0.09, payments: 24, method: "rule of 78" };

const due = (terms: Agreement, date: string) =>
  toNumber(payoff(loanOfBothForms({ ...LOAN, ...terms }).account("stated"), day(date), "payoff", null).due);

describe("interest that is precomputed, by the Rule of 78", () => {
  // https://codingace.net/finance/rule_78_interest_refund_cal.html: 1,800 of interest; after 6 of 24 months 1,800 x 171/300 =
  // 1,026 goes back.
  test("is given back as far as it is not earned", () => {
    const account = loanOfBothForms(LOAN).account("stated");
    const { rebate, due: owed } = payoff(account, day("2024-07-01"), "payoff", null);
    expect(rebate && toNumber(rebate.unearned)).toBe(1_026);
    expect(rebate && toNumber(rebate.paymentsToCome)).toBe(8_850);
    expect(toNumber(owed)).toBe(7_824);
  });

  test("in cents the last payment takes what rounding left", () => {
    const rows = table(loanOfBothForms({ ...LOAN, ...CENTS }).schedule, isoDate);
    expect(rows[0]).toEqual(["2024-02-01", 144, 491.67, 9_652.33]); // 1,800 x 24/300
    expect(rows[23]).toEqual(["2026-01-01", 6, 491.59, 0]);
    expect(due(CENTS, "2024-07-01")).toBe(7_823.98); // 18 payments of 491.67, the last of 491.59, less 1,026
  });

  test.each<[string, Agreement, number]>([
    ["half of a period earns half of its interest", CENTS, 7_823.98 + 54],
    ["the payment that is given says the total", { ...CENTS, payment: 500 }, 7_860 + 60],
  ])("%s", (_case, terms, expected) => {
    // July earns 1,800 x 18/300 = 108, and of 2,000 120; the 16th is not quite half of its 31 days.
    expect(Math.abs(due(terms, "2024-07-16") - expected)).toBeLessThan(4);
  });

  test("on the outstanding balance the total is that of the level payment", () => {
    const terms = { ...LOAN, ...CENTS, annualRate: 0.12, payments: 12, interestOn: "outstanding balance" };
    const rows = table(loanOfBothForms(terms).schedule, isoDate);
    // PMT(1 %, 12, -10000) = 888.49; 12 of them come to 661.88 of interest, of which the first month earns 12/78.
    expect(rows[0]).toEqual(["2024-02-01", 101.83, 888.49, 9_213.34]);
    expect(rows[11]?.[3]).toBe(0);
  });

  test("'Interest on precomputed' says the same as the method", () => {
    const { method: _method, ...byInterest } = LOAN;
    const both = [LOAN, { ...byInterest, interestOn: "precomputed" }].map((terms) => loanOfBothForms(terms).schedule);
    expect(both[1]?.interests).toEqual(both[0]?.interests);
  });

  test.each<[string, Agreement, string]>([
    [
      "extra payments",
      { extraPayments: [{ date: "2024-03-01", amount: 10 }] },
      "extraPayments[0].date must be left out of a loan whose method is rule of 78",
    ],
    [
      "another method",
      { method: "interest only", interestOn: "precomputed" },
      "method must be rule of 78 or be left out, as the interest is precomputed",
    ],
    ["payments below the principal", { payment: 400 }, "payment must repay the principal in its 24 payments"],
    ["no number of payments", { payments: null, payment: 500 }, "must say what ends it"],
  ])("%s are refused", (_case, terms, message) => {
    expect(() => loanOfBothForms({ ...LOAN, ...terms })).toThrow(message);
  });

  const anyTerms = fc.record({
    principal: fc.integer({ min: 100, max: 90_000 }),
    annualRate: fc.integer({ min: 0, max: 3_000 }).map((basisPoints) => basisPoints / 10_000),
    payments: fc.integer({ min: 1, max: 84 }),
    interestOn: fc.constantFrom("outstanding balance", "original principal"),
    dayCount: fc.constantFrom("equal periods", "ACT/365"),
    frequency: fc.constantFrom("monthly", "semi-monthly", "quarterly"),
  });

  test("falls by the same amount from period to period, foots, and sums to the total", () =>
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { openings, interests, payments, closings, loan } = loanOfBothForms({
          ...LOAN,
          ...terms,
          ...CENTS,
        }).schedule;
        const cent = loan.scale.one / 100;
        interests.forEach((interest, index) => {
          expect((openings[index] ?? NaN) + interest - (payments[index] ?? NaN)).toBe(closings[index]);
          const [earlier, later] = [interests[index - 1], interests[index + 1]];
          if (earlier === undefined || later === undefined) return;
          expect(Math.abs(earlier - 2 * interest + later)).toBeLessThanOrEqual(4 * cent);
        });
        expect(closings.at(-1)).toBe(0);
        expect(payments.slice(0, -1).every((payment) => payment === payments[0])).toBe(true);
      }),
      { numRuns: 100 },
    ));

  test("the payoff of a payment date is the payments to come less the rebate, and interest is what is posted", () =>
    fc.assert(
      fc.property(anyTerms, fc.nat(83), (terms, place) => {
        const loan = loanOfBothForms({ ...LOAN, ...terms, ...CENTS });
        const account = loan.account("stated");
        const index = place % terms.payments;
        const { rebate, balance } = payoff(account, loan.schedule.dates[index] ?? NaN, "payoff", null);
        expect(rebate && compare(minus(rebate.paymentsToCome, rebate.unearned), balance)).toBe(0);
        const [first, last] = [loan.terms.startDate, loan.schedule.dates.at(-1) ?? NaN];
        const posted = loan.schedule.interests.reduce((sum, interest) => sum + interest, 0);
        expect(interestBetween(account, first, last)).toEqual(loan.schedule.loan.scale.currency(posted));
      }),
      { numRuns: 60 },
    ));
});
