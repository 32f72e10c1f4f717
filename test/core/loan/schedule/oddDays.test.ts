import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { day, table } from "../../../support/loanTerms";

const LOAN = {
  principal: 20_000,
  startDate: "2015-02-27",
  annualRate: 0.1,
  payments: 12,
  oddDays: "days over 365",
  paymentRounding: "cent",
  interestRounding: "cent",
};

const firstInterest = (terms: Agreement) => table(loanOfBothForms({ ...LOAN, ...terms }).schedule, isoDate)[0]?.[1];

describe("odd days", () => {
  test("whole periods are compounded, and the day before them earns rate/365", () => {
    // A TValue schedule in a filing: 24 months compounded and one day; its first line is 22,464.40.
    const filed = {
      ...LOAN,
      principal: 101_775.37,
      startDate: "2005-06-30",
      firstPaymentDate: "2007-07-01",
      compounding: "monthly",
      payments: 48,
      payment: 3_125,
      paymentChanges: [{ date: "2007-07-01", amount: 3_125 }],
    };
    expect(firstInterest(filed)).toBe(22_464.4);
  });

  // Counting: https://www.tvaluehelp.com/monthly-compounding; a stub of 5 days on 20,000: http://tvaluehelp.com/odd-days.
  test.each<[string, Agreement, number]>([
    ["a stub of five days", { firstPaymentDate: "2015-03-04" }, 27.4],
    ["the same over 360", { firstPaymentDate: "2015-03-04", oddDays: "days over 360" }, 27.78],
    ["from February 27 to March 1 two days, then three months", { firstPaymentDate: "2015-06-01" }, 515.41],
    ["in a leap year three days", { startDate: "2016-02-27", firstPaymentDate: "2016-06-01" }, 521.03],
    ["a regular period has none", {}, 166.67],
  ])("%s", (_case, terms, interest) => {
    expect(firstInterest(terms)).toBe(interest);
  });

  test("are refused beside a day count", () => {
    expect(() => loanOfBothForms({ ...LOAN, dayCount: "ACT/360" })).toThrow(
      "dayCount must be left out of a loan with Odd days",
    );
  });

  test("change nothing where every period is a regular one, and any loan with them foots and is repaid", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom("monthly", "quarterly", "annual"),
        (days, compounding) => {
          const { oddDays: _oddDays, ...silent } = LOAN;
          expect(loanOfBothForms({ ...LOAN, compounding }).schedule.payments).toEqual(
            loanOfBothForms({ ...silent, compounding }).schedule.payments,
          );
          const odd = { ...LOAN, compounding, firstPaymentDate: isoDate(day(LOAN.startDate) + days) };
          const { openings, interests, payments, closings } = loanOfBothForms(odd).schedule;
          openings.forEach((opening, index) =>
            expect(opening + (interests[index] ?? NaN) - (payments[index] ?? NaN)).toBe(closings[index]),
          );
          expect(closings.at(-1)).toBe(0);
        },
      ),
      { numRuns: 60 },
    ));
});
