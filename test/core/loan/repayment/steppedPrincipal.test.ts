import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";
import { day, table } from "../../../support/loanTerms";

const LOAN = {
  principal: 1000,
  startDate: "2024-01-01",
  annualRate: 0.12,
  method: "level principal",
  paymentRounding: "cent",
  interestRounding: "cent",
};

const closings = (agreement: Agreement) => table(loanOfBothForms(agreement).schedule, isoDate).map((row) => row[3]);

test("a term loan of interest alone, then two steps of portions, and the rest at the end", () => {
  // Promissory note of 43,000,000 at 10.6 % effective, steps of 150,000 and 250,000 a month:
  // https://www.sec.gov/Archives/edgar/data/1283193/000114420409038377/v155350_ex10-2.htm
  const balances = closings({
    ...LOAN,
    principal: 43_000_000,
    startDate: "2009-07-01",
    annualRate: 0.106,
    rateKind: "effective",
    interestOnlyPayments: 12,
    payment: 150_000,
    paymentChanges: [{ date: "2011-02-01", amount: 250_000 }],
    payments: 60,
  });
  expect([11, 12, 17, 18, 23, 58].map((index) => balances[index])).toEqual([
    43_000_000, 42_850_000, 42_100_000, 41_850_000, 40_600_000, 31_850_000,
  ]);
  expect(balances.at(-1)).toBe(0);
});

test.each<[string, Agreement, number[]]>([
  [
    "from equal portions to a stated one",
    { paymentChanges: [{ date: "2024-04-01", amount: 100 }] },
    [750, 500, 400, 0],
  ],
  [
    "a month without principal",
    {
      payment: 100,
      paymentChanges: [
        { date: "2024-03-01", amount: 0 },
        { date: "2024-04-01", amount: 300 },
      ],
    },
    [900, 900, 600, 0],
  ],
  [
    "portions that repay the loan early",
    { payment: 500, paymentChanges: [{ date: "2024-03-01", amount: 600 }] },
    [500, 0],
  ],
  [
    "on top of the last portion a balloon",
    { payment: 100, balloon: 400, paymentChanges: [{ date: "2024-04-01", amount: 200 }] },
    [900, 800, 600, 0],
  ],
])("%s", (_case, terms, expected) => {
  expect(closings({ ...LOAN, payments: 4, ...terms })).toEqual(expected);
});

test("portions are paid as they are stated, with the interest due on top, and the loan ends at zero", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ after: fc.integer({ min: 0, max: 700 }), amount: fc.integer({ min: 0, max: 40 }) }), {
        maxLength: 5,
      }),
      fc.constantFrom("equal periods", "ACT/360"),
      (steps, dayCount) => {
        const changes = steps.map(({ after, amount }) => ({ date: isoDate(day("2024-01-01") + after), amount }));
        const loan = loanOfBothForms({ ...LOAN, dayCount, payments: 24, payment: 30, paymentChanges: changes });
        const { openings, interests, payments, closings: ends, dates } = loan.schedule;
        const last = dates.length - 1;
        dates.forEach((date, index) => {
          const stated = [...changes]
            .sort((a, b) => a.date.localeCompare(b.date))
            .findLast((step) => day(step.date) <= date);
          const portion = ((payments[index] ?? NaN) - (interests[index] ?? NaN)) / loan.schedule.loan.scale.one;
          if (index < last) expect(portion).toBe(stated?.amount ?? 30);
          expect((openings[index] ?? NaN) + (interests[index] ?? NaN) - (payments[index] ?? NaN)).toBe(ends[index]);
        });
        expect(ends[last]).toBe(0);
      },
    ),
    { numRuns: 100 },
  ));
