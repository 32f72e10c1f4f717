import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanOfBothForms } from "../../../support/bothForms";
import { table } from "../../../support/loanTerms";

const CENTS = { paymentRounding: "cent", interestRounding: "cent" };
const LOAN = { principal: 10_000, annualRate: 0.12, startDate: "2024-01-01", frequency: "semi-monthly", ...CENTS };

test("twice a month a period is 1/24 of a year, whatever its days", () => {
  // Payment: https://emicalculator.site/loan-calculator/semi-monthly-payment.html
  expect(table(loanOfBothForms({ ...LOAN, payments: 6 }).schedule, isoDate)).toEqual([
    ["2024-01-16", 50, 1695.95, 8354.05],
    ["2024-02-01", 41.77, 1695.95, 6699.87],
    ["2024-02-16", 33.5, 1695.95, 5037.42],
    ["2024-03-01", 25.19, 1695.95, 3366.66],
    ["2024-03-16", 16.83, 1695.95, 1687.54],
    ["2024-04-01", 8.44, 1695.98, 0],
  ]);
});

test.each([
  ["a term in months holds two payments a month", { termMonths: 3 }, ["2024-01-16", 6, "2024-04-01"]],
  ["a term in years, 24 a year", { termYears: 2 }, ["2024-01-16", 48, "2026-01-01"]],
  ["to a maturity", { maturityDate: "2024-03-01" }, ["2024-01-16", 4, "2024-03-01"]],
  [
    "on the 1st and 15th, from a first payment",
    { semiMonthlyDays: "1 and 15", firstPaymentDate: "2024-01-15", payments: 4 },
    ["2024-01-15", 4, "2024-03-01"],
  ],
  [
    "on the 15th and last, the first in a short period",
    { semiMonthlyDays: "15 and last", payments: 4 },
    ["2024-01-15", 4, "2024-02-29"],
  ],
  [
    "with days that the first payment makes",
    { firstPaymentDate: "2024-01-20", payments: 3 },
    ["2024-01-20", 3, "2024-02-20"],
  ],
  [
    "days alone say that it is paid twice a month",
    { frequency: "15th and last", payments: 2 },
    ["2024-01-15", 2, "2024-01-31"],
  ],
])("%s", (_case, { ...terms }, [first, count, last]) => {
  const { dates } = loanOfBothForms({ ...LOAN, ...terms }).schedule;
  const written = Array.from(dates, isoDate);
  expect([written[0], written.length, written.at(-1)]).toEqual([first, count, last]);
});

test("principal twice a month and interest once are cut at both", () => {
  const loan = loanOfBothForms({ ...LOAN, method: "level principal", interestFrequency: "monthly", payments: 4 });
  expect(table(loan.schedule, isoDate)).toEqual([
    ["2024-01-16", 0, 2500, 7500],
    ["2024-02-01", 87.5, 2587.5, 5000],
    ["2024-02-16", 0, 2500, 2500],
    ["2024-03-01", 37.5, 2537.5, 0],
  ]);
});

test("a loan paid twice a month foots and ends at zero, by days or by halves of a month, in both forms", () =>
  fc.assert(
    fc.property(
      fc.record({
        principal: fc.integer({ min: 1_000, max: 900_000 }),
        payments: fc.integer({ min: 1, max: 100 }),
        semiMonthlyDays: fc.constantFrom("1 and 15", "15 and last", "10 and 25"),
        dayCount: fc.constantFrom("equal periods", "ACT/360", "ACT/ACT ICMA", "30/360"),
        method: fc.constantFrom("level payment", "level principal", "interest only"),
      }),
      (terms) => {
        const { loan, openings, interests, payments, closings } = loanOfBothForms({ ...LOAN, ...terms }).schedule;
        openings.forEach((opening, index) =>
          expect(opening + (interests[index] ?? NaN) - (payments[index] ?? NaN)).toBe(closings[index]),
        );
        expect(closings.at(-1)).toBe(0);
        expect(openings[0]).toBe(loan.principal);
      },
    ),
    { numRuns: 60 },
  ));
