import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import { loanSchedule } from "../../../../src/core/loan/schedule/schedule";
import type { AmortizationMethod } from "../../../../src/core/loan/terms/loanTerms";
import { exactly, fraction } from "../../../../src/core/number/fraction";
import { CENT } from "../../../../src/core/number/roundingRule";
import { day, loanTerms, table, type Differing } from "../../../support/loanTerms";

const tableOf = (differing: Differing) => table(loanSchedule(loanTerms(differing)), isoDate);
const dated = (date: string, amount: number) => ({ date: day(date), amount: exactly(amount) });

describe("an amortization table", () => {
  test.each<[string, Differing, [string, number, number, number][]]>([
    [
      // by hand: 1,000 x 0.01 / (1 - 1.01^-4) = 256.28
      "level payment; the last absorbs the residue",
      {},
      [
        ["2025-02-15", 10, 256.28, 753.72],
        ["2025-03-15", 7.54, 256.28, 504.98],
        ["2025-04-15", 5.05, 256.28, 253.75],
        ["2025-05-15", 2.54, 256.29, 0],
      ],
    ],
    [
      "level principal",
      { method: "levelPrincipal" },
      [
        ["2025-02-15", 10, 260, 750],
        ["2025-03-15", 7.5, 257.5, 500],
        ["2025-04-15", 5, 255, 250],
        ["2025-05-15", 2.5, 252.5, 0],
      ],
    ],
    [
      "interest only",
      { method: "interestOnly" },
      [
        ["2025-02-15", 10, 10, 1_000],
        ["2025-03-15", 10, 10, 1_000],
        ["2025-04-15", 10, 10, 1_000],
        ["2025-05-15", 10, 1_010, 0],
      ],
    ],
    [
      "bullet: interest is added month by month, all is paid at the end, 1,000 x 1.01^4",
      { method: "bullet" },
      [
        ["2025-02-15", 10, 0, 1_010],
        ["2025-03-15", 10.1, 0, 1_020.1],
        ["2025-04-15", 10.2, 0, 1_030.3],
        ["2025-05-15", 10.3, 1_040.6, 0],
      ],
    ],
    [
      "a balloon falls due with the last payment: (1,000 - 400/1.01^4) x 0.01/(1 - 1.01^-4) = 157.77 and 400 more",
      { payment: { balloon: exactly(400) } },
      [
        ["2025-02-15", 10, 157.77, 852.23],
        ["2025-03-15", 8.52, 157.77, 702.98],
        ["2025-04-15", 7.03, 157.77, 552.24],
        ["2025-05-15", 5.52, 557.76, 0],
      ],
    ],
    [
      "two payments of interest alone, then two level ones: 1,000 x 0.01/(1 - 1.01^-2) = 507.51",
      { payment: { interestOnlyPayments: 2 } },
      [
        ["2025-02-15", 10, 10, 1_000],
        ["2025-03-15", 10, 10, 1_000],
        ["2025-04-15", 10, 507.51, 502.49],
        ["2025-05-15", 5.02, 507.51, 0],
      ],
    ],
    [
      "a rate change lowers the payments that follow: 753.72 at 0.5 % over three months, 253.76",
      { interest: { rateChanges: [{ date: day("2025-02-15"), annualRate: exactly(0.06) }] } },
      [
        ["2025-02-15", 10, 256.28, 753.72],
        ["2025-03-15", 3.77, 253.76, 503.73],
        ["2025-04-15", 2.52, 253.76, 252.49],
        ["2025-05-15", 1.26, 253.75, 0],
      ],
    ],
    [
      "an extra payment shortens the term",
      { events: { extraPayments: [dated("2025-02-15", 300)] } },
      [
        ["2025-02-15", 10, 256.28, 453.72],
        ["2025-03-15", 4.54, 256.28, 201.98],
        ["2025-04-15", 2.02, 204, 0],
      ],
    ],
    [
      "or lowers the payments: 453.72 x 0.01/(1 - 1.01^-3) = 154.27",
      { events: { extraPayments: [dated("2025-02-15", 300)] }, payment: { extraPaymentEffect: "lowers" } },
      [
        ["2025-02-15", 10, 256.28, 453.72],
        ["2025-03-15", 4.54, 154.27, 303.99],
        ["2025-04-15", 3.04, 154.27, 152.76],
        ["2025-05-15", 1.53, 154.29, 0],
      ],
    ],
    [
      "in the middle of a period it spares interest by days: 14 of 28 days on 753.72, 14 on 453.72",
      { events: { extraPayments: [dated("2025-03-01", 300)] } },
      [
        ["2025-02-15", 10, 256.28, 753.72],
        ["2025-03-15", 6.04, 256.28, 203.48],
        ["2025-04-15", 2.03, 205.51, 0],
      ],
    ],
    [
      "in the first period it leaves the payment as it is: 10 of 31 days on 1,000, 21 on 700",
      { events: { extraPayments: [dated("2025-01-25", 300)] } },
      [
        ["2025-02-15", 7.97, 256.28, 451.69],
        ["2025-03-15", 4.52, 256.28, 199.93],
        ["2025-04-15", 2, 201.93, 0],
      ],
    ],
    [
      "on the day of the loan it spares the interest of the whole first period",
      { events: { extraPayments: [dated("2025-01-15", 400)] } },
      [
        ["2025-02-15", 6, 256.28, 349.72],
        ["2025-03-15", 3.5, 256.28, 96.94],
        ["2025-04-15", 0.97, 97.91, 0],
      ],
    ],
    [
      "what is owed, paid before the first payment, leaves its interest alone: 1,000 x 1 % x 10/31",
      { events: { extraPayments: [dated("2025-01-25", 1_000)] } },
      [["2025-02-15", 3.23, 3.23, 0]],
    ],
    [
      "forgiveness lowers the balance, no payment",
      { events: { forgiveness: [dated("2025-03-15", 250)] } },
      [
        ["2025-02-15", 10, 256.28, 753.72],
        ["2025-03-15", 7.54, 256.28, 254.98],
        ["2025-04-15", 2.55, 256.28, 1.25],
        ["2025-05-15", 0.01, 1.26, 0],
      ],
    ],
    [
      "a short first period: 17 days of the 31 from January 1 to February 1",
      { dates: { firstDate: day("2025-02-01") }, method: "levelPrincipal", payments: 2 },
      [
        ["2025-02-01", 5.48, 505.48, 500], // 1,000 x 12 % x 17/31/12
        ["2025-03-01", 5, 505, 0],
      ],
    ],
    [
      "a day count, here ACT/365: 31, 28, 31, 30 days",
      { interest: { dayCount: dayCountNamed("dayCount", "ACT/365") }, method: "interestOnly" },
      [
        ["2025-02-15", 10.19, 10.19, 1_000],
        ["2025-03-15", 9.21, 9.21, 1_000],
        ["2025-04-15", 10.19, 10.19, 1_000],
        ["2025-05-15", 9.86, 1_009.86, 0],
      ],
    ],
    [
      "month ends stay month ends",
      { start: "2025-02-28", dates: { endOfMonth: true }, method: "interestOnly", payments: 3 },
      [
        ["2025-03-31", 10, 10, 1_000],
        ["2025-04-30", 10, 10, 1_000],
        ["2025-05-31", 10, 1_010, 0],
      ],
    ],
    [
      "a payment on a weekend or holiday moves to the next business day, equal periods stay equal",
      { dates: { businessDays: "following", holidays: [day("2025-02-17")] }, method: "interestOnly" },
      [
        ["2025-02-18", 10, 10, 1_000], // a Saturday, and a holiday on the Monday
        ["2025-03-17", 10, 10, 1_000],
        ["2025-04-15", 10, 10, 1_000],
        ["2025-05-15", 10, 1_010, 0],
      ],
    ],
    [
      "interest monthly, principal every other month",
      { method: "levelPrincipal", payments: 2, dates: { frequency: { months: 2 }, interestFrequency: { months: 1 } } },
      [
        ["2025-02-15", 10, 10, 1_000],
        ["2025-03-15", 10, 510, 500],
        ["2025-04-15", 5, 5, 500],
        ["2025-05-15", 5, 505, 0],
      ],
    ],
    [
      "flat interest runs on the original principal",
      { method: "levelPrincipal", interest: { on: "original" } },
      [
        ["2025-02-15", 10, 260, 750],
        ["2025-03-15", 10, 260, 500],
        ["2025-04-15", 10, 260, 250],
        ["2025-05-15", 10, 260, 0],
      ],
    ],
    [
      "a level payment of flat interest is the principal and all interest over the payments: (1,000 + 4 x 10)/4",
      { interest: { on: "original" } },
      [
        ["2025-02-15", 10, 260, 750],
        ["2025-03-15", 10, 260, 500],
        ["2025-04-15", 10, 260, 250],
        ["2025-05-15", 10, 260, 0],
      ],
    ],
    [
      "by actual days too: (1,000 + 1,000 x 12 % x 120/365)/4 = 259.86",
      { interest: { on: "original", dayCount: dayCountNamed("dayCount", "ACT/365") } },
      [
        ["2025-02-15", 10.19, 259.86, 750.33],
        ["2025-03-15", 9.21, 259.86, 499.68],
        ["2025-04-15", 10.19, 259.86, 250.01],
        ["2025-05-15", 9.86, 259.87, 0],
      ],
    ],
    [
      "interest to March 15 is added to the principal",
      { payment: { capitalizationEnd: day("2025-03-15") }, method: "interestOnly" },
      [
        ["2025-02-15", 10, 0, 1_010],
        ["2025-03-15", 10.1, 0, 1_020.1],
        ["2025-04-15", 10.2, 10.2, 1_020.1],
        ["2025-05-15", 10.2, 1_030.3, 0],
      ],
    ],
    [
      "an effective rate of 12 % is 1.12^(1/12) - 1 a month, 0.948879 %",
      { interest: { compounding: { months: 12 } }, method: "interestOnly" },
      [
        ["2025-02-15", 9.49, 9.49, 1_000],
        ["2025-03-15", 9.49, 9.49, 1_000],
        ["2025-04-15", 9.49, 9.49, 1_000],
        ["2025-05-15", 9.49, 1_009.49, 0],
      ],
    ],
    [
      "a residue that the first payment absorbs",
      { method: "levelPrincipal", payments: 3, rounding: { residue: "first" } },
      [
        ["2025-02-15", 10, 343.34, 666.66],
        ["2025-03-15", 6.67, 340, 333.33],
        ["2025-04-15", 3.33, 336.66, 0],
      ],
    ],
    [
      "a residue that stays outstanding",
      { method: "levelPrincipal", payments: 3, rounding: { residue: "none" } },
      [
        ["2025-02-15", 10, 343.33, 666.67],
        ["2025-03-15", 6.67, 340, 333.34],
        ["2025-04-15", 3.33, 336.66, 0.01],
      ],
    ],
    [
      "a payment given, without a number of payments, runs until the loan is repaid",
      { payments: null, payment: { amount: exactly(400) } },
      [
        ["2025-02-15", 10, 400, 610],
        ["2025-03-15", 6.1, 400, 216.1],
        ["2025-04-15", 2.16, 218.26, 0],
      ],
    ],
    [
      "an advance raises the payments that follow: 1,053.72 x 0.01/(1 - 1.01^-3) = 358.29",
      { events: { advances: [dated("2025-02-15", 300)] } },
      [
        ["2025-02-15", 10, 256.28, 1_053.72],
        ["2025-03-15", 10.54, 358.29, 705.97],
        ["2025-04-15", 7.06, 358.29, 354.74],
        ["2025-05-15", 3.55, 358.29, 0],
      ],
    ],
    [
      "an advance on the day of the loan is lent with it: 2,000 x 0.01/(1 - 1.01^-4) = 512.56",
      { events: { advances: [dated("2025-01-15", 1_000)] } },
      [
        ["2025-02-15", 20, 512.56, 1_507.44],
        ["2025-03-15", 15.07, 512.56, 1_009.95],
        ["2025-04-15", 10.1, 512.56, 507.49],
        ["2025-05-15", 5.07, 512.56, 0],
      ],
    ],
    [
      "of level principal it raises the portions that follow: 1,050 over three",
      { method: "levelPrincipal", events: { advances: [dated("2025-02-15", 300)] } },
      [
        ["2025-02-15", 10, 260, 1_050],
        ["2025-03-15", 10.5, 360.5, 700],
        ["2025-04-15", 7, 357, 350],
        ["2025-05-15", 3.5, 353.5, 0],
      ],
    ],
    [
      "an extra payment lowers the portions of principal, where it lowers the payment: 450 over three",
      {
        method: "levelPrincipal",
        events: { extraPayments: [dated("2025-02-15", 300)] },
        payment: { extraPaymentEffect: "lowers" },
      },
      [
        ["2025-02-15", 10, 260, 450],
        ["2025-03-15", 4.5, 154.5, 300],
        ["2025-04-15", 3, 153, 150],
        ["2025-05-15", 1.5, 151.5, 0],
      ],
    ],
    [
      "no interest at all",
      { rate: 0 },
      [
        ["2025-02-15", 0, 250, 750],
        ["2025-03-15", 0, 250, 500],
        ["2025-04-15", 0, 250, 250],
        ["2025-05-15", 0, 250, 0],
      ],
    ],
  ])("%s", (_case, differing, rows) => {
    expect(tableOf(differing)).toEqual(rows);
  });

  test("a graduated payment grows once a year, and the loan still ends at zero", () => {
    const schedule = loanSchedule(
      loanTerms({ payments: 36, payment: { yearlyGrowth: exactly(0.05), growthYears: 1 } }),
    );
    const payments = [0, 11, 12, 23, 24, 34].map(
      (index) => (schedule.payments[index] ?? 0) / 10 ** schedule.loan.scale.decimals,
    );
    // first x (12 payments, then 24 of 1.05 times it) discounted at 1 % a month is 1,000: 32.2060 and 33.8163
    expect(payments).toEqual([32.21, 32.21, 33.82, 33.82, 33.82, 33.82]);
    expect(schedule.closings.at(-1)).toBe(0);
  });

  test("a payment may grow for three centuries", () => {
    const { closings, dates } = loanSchedule(
      loanTerms({ payments: 365 * 12, rate: 0, payment: { yearlyGrowth: exactly(0.0425) } }),
    );
    expect([dates.length, closings.at(-1)]).toEqual([365 * 12, 0]);
  });

  test("a payment that needs more than 5,000 is refused", () => {
    const terms = loanTerms({ rate: 0, payments: null, payment: { amount: exactly(0.19) } });
    expect(() => loanSchedule(terms)).toThrow("payment must repay the loan within 5000 payments; received 0.19");
  });
});

/** Published figures, the source beside each. */
describe("published schedules", () => {
  test.each([
    // Apache Fineract, end-to-end feature Loan.feature: 100 at 7 %, six payments of 17.01
    [
      { principal: 100, rate: 0.07, start: "2024-01-01", payments: 6 },
      [0.58, 0.49, 0.39, 0.29, 0.2, 0.1],
      [83.57, 67.05, 50.43, 33.71, 16.9, 0],
    ],
    // Apache Fineract, EMI calculator test: 100 at 9.4822 %
    [
      { principal: 100, rate: 0.094822, start: "2024-01-01", payments: 6 },
      [0.79, 0.66, 0.53, 0.4, 0.27, 0.13],
      [83.66, 67.19, 50.59, 33.86, 17, 0],
    ],
    // Apache Fineract, EMI calculator test: rate 7 %, from February 1 on 4 %
    [
      {
        principal: 100,
        rate: 0.07,
        start: "2024-01-01",
        payments: 6,
        interest: { rateChanges: [{ date: day("2024-02-01"), annualRate: exactly(0.04) }] },
      },
      [0.58, 0.28, 0.22, 0.17],
      [83.57, 66.97, 50.31, 33.6],
    ],
    // CapSens loan-creator: 55,000 at 10 %, twelve quarters of level principal, four of interest alone
    [
      {
        principal: 55_000,
        rate: 0.1,
        start: "2018-01-01",
        payments: 12,
        method: "levelPrincipal" as const,
        dates: { frequency: { months: 3 } },
        payment: { interestOnlyPayments: 4 },
      },
      [1_375, 1_375, 1_375, 1_375, 1_375, 1_203.13, 1_031.25],
      [55_000, 55_000, 55_000, 55_000, 48_125, 41_250, 34_375],
    ],
  ])("%#", (differing: Differing, interests, closings) => {
    const rows = tableOf(differing);
    expect(rows.slice(0, interests.length).map(([, interest]) => interest)).toEqual(interests);
    expect(rows.slice(0, closings.length).map(([, , , closing]) => closing)).toEqual(closings);
  });
});

describe("for any loan", () => {
  const anyTerms = fc.record({
    principal: fc.integer({ min: 100, max: 5_000_000 }),
    rate: fc.integer({ min: 0, max: 3_000 }).map((basisPoints) => basisPoints / 10_000),
    payments: fc.integer({ min: 1, max: 60 }),
    method: fc.constantFrom<AmortizationMethod>("levelPayment", "levelPrincipal", "interestOnly", "bullet"),
    dates: fc.record({
      frequency: fc.constantFrom({ months: 1 }, { months: 3 }, { days: 14 }),
      endOfMonth: fc.boolean(),
    }),
    interest: fc.record({
      dayCount: fc.constantFrom(
        null,
        dayCountNamed("dayCount", "ACT/360"),
        dayCountNamed("dayCount", "30/360"),
        dayCountNamed("dayCount", "ACT/ACT"),
      ),
    }),
    rounding: fc.record({
      payment: fc.constantFrom(CENT, null, { unit: fraction(1), mode: "up" as const }),
      interest: fc.constantFrom(CENT, null),
    }),
  });

  test("every line foots, each opens as the last closed, and the loan ends at zero", () =>
    fc.assert(
      fc.property(anyTerms, (differing) => {
        const { openings, interests, payments, closings } = loanSchedule(loanTerms(differing));
        openings.forEach((opening, index) => {
          expect(closings[index]).toBe(opening + (interests[index] as number) - (payments[index] as number));
          if (index > 0) expect(opening).toBe(closings[index - 1]);
        });
        expect(closings.at(-1)).toBe(0);
      }),
      { numRuns: 300 },
    ));

  test("what is repaid, interest apart, is what was lent", () =>
    fc.assert(
      fc.property(anyTerms, (differing) => {
        const { payments, interests, openings } = loanSchedule(loanTerms(differing));
        const total = (column: Float64Array) => column.reduce((sum, amount) => sum + amount, 0);
        expect(total(payments) - total(interests)).toBe(openings[0]);
      }),
      { numRuns: 300 },
    ));
});
