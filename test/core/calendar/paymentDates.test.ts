import fc from "fast-check";
import { adjustedDate } from "../../../src/core/calendar/businessDays";
import { isoDate } from "../../../src/core/calendar/civilDate";
import { fillDates, periodsUntil } from "../../../src/core/calendar/dateSeries";
import { areOneApart, frequencyNamed, periodsAfter, yearFractionOf } from "../../../src/core/calendar/frequency";
import { paymentDates, type PaymentDateTerms } from "../../../src/core/calendar/paymentDates";
import { day } from "../../support/loanTerms";

const MONTHLY = { months: 1 };

function dates(
  terms: Partial<Omit<PaymentDateTerms, "firstDate" | "maturityDate">> & {
    start: string;
    first?: string;
    maturity?: string;
  },
) {
  const { start, first, maturity, ...rest } = terms;
  const silent = { frequency: MONTHLY, count: null, stubPeriod: "shortFinal" as const, endOfMonth: false };
  const given = { firstDate: first ? day(first) : null, maturityDate: maturity ? day(maturity) : null };
  const [startDate, ...dates] = Array.from(paymentDates(day(start), { ...silent, ...given, ...rest }), isoDate);
  expect(startDate).toBe(start);
  return dates;
}

describe("payment dates", () => {
  test.each([
    [
      "a count from the start",
      { start: "2024-01-31", count: 4 },
      ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"],
    ],
    ["from the 30th, through February", { start: "2023-01-30", count: 3 }, ["2023-02-28", "2023-03-30", "2023-04-30"]],
    [
      "month ends from the end of February",
      { start: "2024-02-29", count: 3, endOfMonth: true },
      ["2024-03-31", "2024-04-30", "2024-05-31"],
    ],
    ["no month ends without the rule", { start: "2024-02-29", count: 3 }, ["2024-03-29", "2024-04-29", "2024-05-29"]],
    [
      "a first date of its own",
      { start: "2024-01-10", first: "2024-02-01", count: 3 },
      ["2024-02-01", "2024-03-01", "2024-04-01"],
    ],
    [
      "payments in advance",
      { start: "2024-01-10", first: "2024-01-10", count: 3 },
      ["2024-01-10", "2024-02-10", "2024-03-10"],
    ],
    ["to a maturity", { start: "2024-01-10", maturity: "2024-04-10" }, ["2024-02-10", "2024-03-10", "2024-04-10"]],
    [
      "a short last period",
      { start: "2024-01-10", maturity: "2024-03-25" },
      ["2024-02-10", "2024-03-10", "2024-03-25"],
    ],
    [
      "a long last period",
      { start: "2024-01-10", maturity: "2024-03-25", stubPeriod: "longFinal" as const },
      ["2024-02-10", "2024-03-25"],
    ],
    [
      "a short first period",
      { start: "2024-01-10", maturity: "2024-03-25", stubPeriod: "shortInitial" as const },
      ["2024-01-25", "2024-02-25", "2024-03-25"],
    ],
    [
      "a long first period",
      { start: "2024-01-10", maturity: "2024-03-25", stubPeriod: "longInitial" as const },
      ["2024-02-25", "2024-03-25"],
    ],
    [
      "no stub where the dates are regular",
      { start: "2024-01-25", maturity: "2024-03-25", stubPeriod: "longInitial" as const },
      ["2024-02-25", "2024-03-25"],
    ],
    [
      "every two weeks",
      { start: "2024-01-10", frequency: { days: 14 }, count: 3 },
      ["2024-01-24", "2024-02-07", "2024-02-21"],
    ],
    [
      "a maturity in place of the last",
      { start: "2024-01-10", count: 3, maturity: "2024-04-15" },
      ["2024-02-10", "2024-03-10", "2024-04-15"],
    ],
    ["one payment", { start: "2024-01-10", count: 1, maturity: "2024-01-20" }, ["2024-01-20"]],
  ])("%s", (_case, terms, expected) => {
    expect(dates(terms)).toEqual(expected);
  });

  test.each([
    ["nothing that ends them", { start: "2024-01-10" }, "payments or a maturity date must be given"],
    [
      "a maturity on the start",
      { start: "2024-01-10", maturity: "2024-01-10" },
      "maturityDate must be after the start date, January 10, 2024",
    ],
    [
      "too many",
      { start: "2024-01-10", frequency: { days: 1 }, maturity: "2100-01-01" },
      "payments must be no more than 5000",
    ],
  ])("%s is refused", (_case, terms, message) => {
    expect(() => dates(terms)).toThrow(message);
  });
});

describe("a frequency", () => {
  test.each([
    ["Monthly", { months: 1 }, 1 / 12],
    ["semi-annually", { months: 6 }, 1 / 2],
    ["every 2 weeks", { days: 14 }, 2 / 52],
    ["every quarter", { months: 3 }, 1 / 4],
    ["every 5 months", { months: 5 }, 5 / 12],
    ["monthly instalment", { months: 1 }, 1 / 12],
    ["quarterly payment", { months: 3 }, 1 / 4],
    ["semi-annual installments", { months: 6 }, 1 / 2],
    ["every 27 days", { days: 27 }, 27 / 365],
  ])("%s", (name, frequency, years) => {
    const found = frequencyNamed("frequency", name);
    const { numerator, denominator } = yearFractionOf(found);
    expect([found, Number(numerator) / Number(denominator)]).toEqual([frequency, years]);
  });

  test.each(["every 0 months", "now and then", ""])("%j is none", (name) => {
    expect(() => frequencyNamed("frequency", name)).toThrow("frequency must be a frequency");
  });

  test("counts from its anchor, so that the 31st is not lost", () => {
    expect([1, 2, 3].map((periods) => isoDate(periodsAfter(day("2023-01-31"), MONTHLY, periods, false)))).toEqual([
      "2023-02-28",
      "2023-03-31",
      "2023-04-30",
    ]);
  });

  test.each([
    ["2023-02-28", "2023-03-31", true],
    ["2023-02-28", "2023-03-28", true],
    ["2023-02-28", "2023-03-15", false],
    ["2023-02-28", "2023-04-28", false],
  ])("%s and %s are a month apart: %s", (from, to, apart) => {
    expect(areOneApart(day(from), day(to), MONTHLY)).toBe(apart);
  });
});

describe("a series of dates", () => {
  const anyDay = fc.integer({ min: day("1600-01-01"), max: day("2400-12-31") });
  const frequency = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((months) => ({ months })),
    fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
    fc.integer({ min: 1, max: 27 }).map((first) => ({ monthDays: [first, first + 2] as const })),
  );

  test("is each date counted from the anchor", () =>
    fc.assert(
      fc.property(
        anyDay,
        frequency,
        fc.integer({ min: -50, max: 50 }),
        fc.boolean(),
        (anchor, every, periods, endOfMonth) => {
          const column = new Int32Array(30);
          fillDates(column, 1, { anchor, frequency: every, endOfMonth }, periods);
          const expected = Array.from({ length: 29 }, (_date, index) =>
            periodsAfter(anchor, every, periods + index, endOfMonth),
          );
          expect([...column]).toEqual([0, ...expected]);
        },
      ),
    ));

  test("reaches a day in so many periods", () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 20_000 }),
        frequency,
        fc.boolean(),
        (from, days, every, endOfMonth) => {
          const periods = periodsUntil(from + days, from, every);
          expect(periodsAfter(from, every, periods, endOfMonth)).toBeGreaterThanOrEqual(from + days);
          expect(periodsAfter(from, every, Math.max(0, periods - 3), endOfMonth)).toBeLessThanOrEqual(from + days);
        },
      ),
    ));
});

describe("a business day convention", () => {
  const SATURDAY = "2025-05-31"; // the last of its month
  const holidays = new Set([day("2025-06-02")]);

  test.each([
    ["none", SATURDAY, "2025-05-31"],
    ["following", SATURDAY, "2025-06-03"],
    ["modifiedFollowing", SATURDAY, "2025-05-30"],
    ["preceding", SATURDAY, "2025-05-30"],
    ["modifiedPreceding", "2025-06-01", "2025-06-03"], // a Sunday, the first of its month
    ["following", "2025-06-04", "2025-06-04"],
  ] as const)("%s moves %s to %s", (convention, date, moved) => {
    expect(isoDate(adjustedDate(day(date), convention, holidays))).toBe(moved);
  });
});
