import fc from "fast-check";
import { isoDate } from "../../../../src/core/calendar/civilDate";
import { scheduleTable } from "../../../../src/core/loan/scheduleTable";
import { adjustedRates, type AdjustableRate } from "../../../../src/core/loan/terms/adjustableRate";
import { compare, exactly, minus, plus, toNumber } from "../../../../src/core/number/fraction";
import { loanOfBothForms, sheetOf, type Agreement } from "../../../support/bothForms";
import { day, table } from "../../../support/loanTerms";

const CENTS = { paymentRounding: "cent", interestRounding: "cent" };
const LOAN = { principal: 100_000, startDate: "2024-01-01", payments: 360, ...CENTS };

/** The rate at the start and from each later date on. */
function ratesOf(terms: Agreement): (string | number)[] {
  const { annualRate, rateChanges } = loanOfBothForms({ ...LOAN, ...terms }).terms.interest;
  return [
    toNumber(annualRate),
    ...rateChanges.flatMap((change) => [isoDate(change.date), toNumber(change.annualRate)]),
  ];
}

describe("a rate that follows an index", () => {
  test("is not below its floor: prime of 3.25 % and 1.5 %, but 5.5 % at least", () => {
    // https://www.sec.gov/Archives/edgar/data/1004724/000100472410000064/exhibit106.pdf
    const note = { ...LOAN, principal: 8_320_000, startDate: "2010-09-30", payments: 300 };
    const { schedule } = loanOfBothForms({ ...note, index: [{ annualRate: 0.0325 }], margin: 0.015, floor: 0.055 });
    expect(table(schedule, isoDate)[0]).toEqual(["2010-10-30", 38_133.33, 51_092.08, 8_307_041.25]);
  });

  test.each<[string, Agreement, (string | number)[]]>([
    [
      "moves on the dates of the index",
      { index: [{ annualRate: 0.03 }, { date: "2025-01-01", annualRate: 0.05 }], margin: 0.02 },
      [0.05, "2025-01-01", 0.07],
    ],
    [
      "an index on the start date is that of the start",
      {
        index: [
          { date: "2025-01-01", annualRate: 0.05 },
          { date: "2024-01-01", annualRate: 0.03 },
        ],
      },
      [0.03, "2025-01-01", 0.05],
    ],
    [
      "a stated rate holds until the first index date",
      { annualRate: 0.02, index: [{ date: "2025-01-01", annualRate: 0.05 }], margin: 0.0275 },
      [0.02, "2025-01-01", 0.0775],
    ],
    [
      "no further than the periodic cap, up or down",
      {
        annualRate: 0.02,
        index: [
          { date: "2025-01-01", annualRate: 0.05 },
          { date: "2026-01-01", annualRate: 0.05 },
          { date: "2027-01-01", annualRate: 0.001 },
        ],
        margin: 0.0275,
        periodicCap: 0.02,
      },
      [0.02, "2025-01-01", 0.04, "2026-01-01", 0.06, "2027-01-01", 0.04],
    ],
    [
      "the cap binds",
      { index: [{ annualRate: 0.05 }, { date: "2025-01-01", annualRate: 0.09 }], margin: 0.02, cap: 0.1 },
      [0.07, "2025-01-01", 0.1],
    ],
    [
      "the floor binds over the periodic cap",
      { annualRate: 0.01, index: [{ date: "2025-01-01", annualRate: 0.03 }], floor: 0.05, periodicCap: 0.01 },
      [0.01, "2025-01-01", 0.05],
    ],
    ["a negative index and a floor of nil", { index: [{ annualRate: -0.005 }], floor: 0 }, [0]],
  ])("%s", (_case, terms, rates) => {
    expect(ratesOf(terms)).toEqual(rates);
  });

  test("a loan of an index is the loan of the rates that follow from it", () => {
    const indexed = { ...LOAN, index: [{ annualRate: 0.03 }, { date: "2026-03-01", annualRate: 0.05 }], margin: 0.01 };
    const plain = { ...LOAN, annualRate: 0.04, rateChanges: [{ date: "2026-03-01", annualRate: 0.06 }] };
    expect(loanOfBothForms(indexed).schedule.payments).toEqual(loanOfBothForms(plain).schedule.payments);
  });

  const rate = fc.integer({ min: -300, max: 2_000 }).map((basisPoints) => exactly(basisPoints / 10_000));
  const cap = fc.option(fc.integer({ min: 0, max: 300 }).map((basisPoints) => exactly(basisPoints / 10_000)));
  test("is index and margin wherever no bound binds, and within its bounds wherever one does", () =>
    fc.assert(
      fc.property(
        fc.record({
          initialRate: fc.option(rate),
          index: fc
            .array(rate, { minLength: 1, maxLength: 8 })
            .map((values) => values.map((value, date) => ({ date, value }))),
          margin: rate,
          floor: fc.option(rate),
          cap: fc.constant(exactly(0.3)),
          periodicCap: cap,
        }),
        (terms: AdjustableRate) => {
          let before = terms.initialRate;
          adjustedRates(terms).forEach(({ annualRate }, row) => {
            const full = plus(terms.index[row]?.value ?? exactly(NaN), terms.margin);
            const bounds = [terms.floor, terms.cap].filter((bound) => bound !== null);
            if (before && terms.periodicCap)
              bounds.push(minus(before, terms.periodicCap), plus(before, terms.periodicCap));
            expect([full, ...bounds].some((value) => compare(value, annualRate) === 0)).toBe(true);
            if (terms.floor) expect(compare(annualRate, terms.floor)).toBeGreaterThanOrEqual(0);
            expect(compare(annualRate, exactly(0.3))).toBeLessThanOrEqual(0);
            before = annualRate;
          });
        },
      ),
    ));
});

describe("a payment cap", () => {
  const CAPPED = {
    ...LOAN,
    annualRate: 0.04,
    index: [
      { date: "2025-01-01", annualRate: 0.08 },
      { date: "2026-01-01", annualRate: 0.08 },
    ],
    paymentCap: 0.075,
  };

  test("bounds the payment, and interest that it does not cover is added to the principal, which the schedule says", () => {
    const { columns, rows } = scheduleTable(loanOfBothForms(CAPPED), "stated");
    const at = (row: number, heading: string) => {
      const amount = rows[row]?.amounts[columns.indexOf(heading)];
      return amount ? toNumber(amount) : null;
    };
    // PMT(0.04/12, 360, -100000) = 477.42; x 1.075 = 513.23; again 551.73.
    expect([12, 13, 25].map((row) => at(row, "Payment"))).toEqual([477.42, 513.23, 551.72]);
    expect(columns).toContain("Added to principal");
    expect(at(12, "Added to principal")).toBe(0);
    const added = at(13, "Added to principal") ?? NaN;
    expect(added).toBeCloseTo((at(13, "Interest") ?? NaN) - 513.23, 10);
    expect((at(13, "Closing") ?? NaN) - (at(13, "Opening") ?? NaN)).toBeCloseTo(added, 10);
    expect(at(360, "Closing")).toBe(0);
  });

  test("is no bound where the rate falls", () => {
    const falling = { ...CAPPED, index: [{ date: "2025-01-01", annualRate: 0.01 }] };
    const uncapped = { ...falling, paymentCap: 0.9 };
    expect(loanOfBothForms(falling).schedule.payments).toEqual(loanOfBothForms(uncapped).schedule.payments);
  });
});

test.each<[string, Agreement, string]>([
  [
    "a margin without an index",
    { annualRate: 0.05, margin: 0.01 },
    "margin must be left out of a loan without an Index",
  ],
  [
    "an index and rates beside it",
    { index: [{ annualRate: 0.05 }], rateChanges: [{ date: "2025-01-01", annualRate: 0.05 }] },
    "rateChanges[0].date must be left out of a loan with an Index",
  ],
  [
    "two rates at the start",
    { annualRate: 0.05, index: [{ annualRate: 0.05 }] },
    "annualRate must be left out, as the rate at the start is that of the Index",
  ],
  [
    "no rate at the start",
    { index: [{ date: "2025-01-01", annualRate: 0.05 }] },
    "loan must say the rate at the start: an Annual rate, or an Index without a date",
  ],
  [
    "two indexes of a date",
    { index: [{ annualRate: 0.05 }, { date: "2024-01-01", annualRate: 0.06 }] },
    "must be the only Index of its date",
  ],
  [
    "an index before the loan",
    { index: [{ date: "2023-12-31", annualRate: 0.05 }] },
    "index[0].date must not be before the start date, January 1, 2024",
  ],
  [
    "a cap below the floor",
    { index: [{ annualRate: 0.05 }], floor: 0.05, cap: 0.04 },
    "cap must be no less than the floor, 0.05",
  ],
  [
    "a payment cap on a stated payment",
    { annualRate: 0.05, payment: 900, paymentCap: 0.05 },
    "payment must be left out of a loan with a Payment cap",
  ],
])("%s is refused", (_case, terms, message) => {
  expect(() => loanOfBothForms({ ...LOAN, ...terms })).toThrow(message);
});

test("on a sheet one index stands alone behind its label, or behind its date", () => {
  const rows = sheetOf({ index: [{ annualRate: 0.05 }, { date: "2025-01-01", annualRate: 0.06 }] });
  expect(rows).toEqual([
    ["Index", "", 0.05],
    ["Index", 45_658, 0.06],
  ]);
  expect(day("2025-01-01")).toBe(45_658 - 25_569);
});
