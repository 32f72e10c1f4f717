import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { journalEntries } from "../../../../src/core/loan/reporting/journalEntries";
import { toNumber } from "../../../../src/core/number/fraction";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { day, table } from "../../../support/loanTerms";

const LOAN = { principal: 100_000, annualRate: 0, startDate: "2024-01-01", frequency: "annual" };

const forgiven = (terms: Agreement) =>
  loanOfBothForms({ ...LOAN, ...terms }).terms.events.forgiveness.map(({ date, amount }) => [
    isoDate(date),
    toNumber(amount),
  ]);

describe("forgiveness in a straight line", () => {
  test.each<[string, Agreement, (string | number)[][]]>([
    ["a fifth a year", { forgivenessEachYear: 0.2 }, [1, 2, 3, 4, 5].map((year) => [`${2024 + year}-01-01`, 20_000])],
    [
      "the last takes what is left",
      { forgivenessEachYear: 0.4 },
      [
        ["2025-01-01", 40_000],
        ["2026-01-01", 40_000],
        ["2027-01-01", 20_000],
      ],
    ],
    [
      "over years, in cents",
      { forgivenessYears: 3 },
      [
        ["2025-01-01", 33_333.33],
        ["2026-01-01", 33_333.33],
        ["2027-01-01", 33_333.34],
      ],
    ],
    [
      "over months",
      { forgivenessMonths: 24 },
      [
        ["2025-01-01", 50_000],
        ["2026-01-01", 50_000],
      ],
    ],
    [
      "in whole yen",
      { forgivenessYears: 3, currency: "JPY" },
      [
        ["2025-01-01", 33_333],
        ["2026-01-01", 33_333],
        ["2027-01-01", 33_334],
      ],
    ],
    [
      "until the loan is due",
      { forgivenessEachYear: 0.2, maturityDate: "2026-01-01" },
      [
        ["2025-01-01", 20_000],
        ["2026-01-01", 20_000],
      ],
    ],
  ])("%s", (_case, terms, expected) => {
    expect(forgiven(terms)).toEqual(expected);
  });

  test("where nothing else is said interest alone is paid, to the anniversary of the last", () => {
    const { schedule } = loanOfBothForms({ ...LOAN, annualRate: 0.05, forgivenessYears: 2, dayCount: "30/360" });
    expect(table(schedule, isoDate)).toEqual([
      ["2025-01-01", 5_000, 5_000, 50_000],
      ["2026-01-01", 2_500, 2_500, 0],
    ]);
  });

  test("what is not forgiven when the loan is due is paid then", () => {
    const { schedule } = loanOfBothForms({ ...LOAN, forgivenessEachYear: 0.2, maturityDate: "2026-01-01" });
    expect(table(schedule, isoDate).at(-1)).toEqual(["2026-01-01", 0, 60_000, 0]);
  });

  test("is compensation of an employee, on each anniversary", () => {
    const loan = loanOfBothForms({ ...LOAN, forgivenessYears: 2, employee: true });
    const entries = journalEntries(loan, {
      from: day("2024-06-01"),
      to: day("2026-12-31"),
      side: "lender",
      event: null,
    });
    expect(entries.filter(({ account }) => account === "Compensation expense")).toMatchObject([
      { date: day("2025-01-01") },
      { date: day("2026-01-01") },
    ]);
  });

  test.each<[string, Agreement, string]>([
    [
      "nothing a year",
      { forgivenessEachYear: 0 },
      "forgivenessEachYear must be a part of the principal, from 1 % to 100 %",
    ],
    ["two ways to say it", { forgivenessEachYear: 0.2, forgivenessYears: 5 }, "forgivenessYears must be left out"],
    ["no whole years", { forgivenessMonths: 18 }, "forgivenessMonths must be a whole number of years"],
  ])("%s is refused", (_case, terms, message) => {
    expect(() => loanOfBothForms({ ...LOAN, ...terms })).toThrow(message);
  });

  test("comes to the principal, and leaves nothing to pay but interest", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }).map((cents) => cents / 100),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom("monthly", "annual"),
        (principal, forgivenessYears, frequency) => {
          const loan = loanOfBothForms({ ...LOAN, principal, forgivenessYears, frequency });
          const { payments, closings } = loan.schedule;
          expect(payments.every((payment) => payment === 0)).toBe(true);
          expect(closings.at(-1)).toBe(0);
          const total = loan.terms.events.forgiveness.reduce((sum, { amount }) => sum + toNumber(amount), 0);
          expect(total).toBeCloseTo(principal, 6);
        },
      ),
      { numRuns: 60 },
    ));
});
