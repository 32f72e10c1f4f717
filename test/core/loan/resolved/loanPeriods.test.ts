import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanPeriods } from "../../../../src/core/loan/resolved/loanPeriods";
import { day, loanTerms, type Differing } from "../../../support/loanTerms";

const periodsOf = (differing: Differing) => {
  const terms = loanTerms(differing);
  return loanPeriods(terms, terms.dates.count);
};

/** What falls due at the end of each period: P principal, I interest, + interest that is added to the principal. */
const duesOf = (differing: Differing) => {
  const periods = periodsOf(differing);
  return Array.from(periods.dates, (date, index) => {
    const interest = periods.capitalizes(index) ? "+" : "I";
    const dues = (periods.isPrincipalDue(index) ? "P" : "") + (periods.isInterestDue(index) ? interest : "");
    return `${isoDate(date)} ${dues}`;
  });
};

test.each<[string, Differing, string[]]>([
  ["principal and interest together", { payments: 2 }, ["2025-02-15 PI", "2025-03-15 PI"]],
  [
    "interest more often than principal",
    { payments: 2, dates: { frequency: { months: 2 }, interestFrequency: { months: 1 } } },
    ["2025-02-15 I", "2025-03-15 PI", "2025-04-15 I", "2025-05-15 PI"],
  ],
  [
    "interest less often than principal: with the last payment, all of it",
    { payments: 3, dates: { interestFrequency: { months: 2 } } },
    ["2025-02-15 P", "2025-03-15 PI", "2025-04-15 PI"],
  ],
  [
    "interest on days of its own cuts the periods",
    { payments: 2, dates: { firstInterestDate: day("2025-02-01"), interestFrequency: { months: 1 } } },
    ["2025-02-01 I", "2025-02-15 P", "2025-03-01 I", "2025-03-15 PI"],
  ],
  [
    "a bullet adds interest to its principal, until the last payment",
    { payments: 3, method: "bullet" },
    ["2025-02-15 P+", "2025-03-15 P+", "2025-04-15 PI"],
  ],
  [
    "interest is capitalized up to a date, and on it",
    { payments: 3, payment: { capitalizationEnd: day("2025-03-01") } },
    ["2025-02-15 P+", "2025-03-01 +", "2025-03-15 PI", "2025-04-15 PI"],
  ],
])("%s", (_case, differing, dues) => {
  expect(duesOf(differing)).toEqual(dues);
});

describe("business days", () => {
  const moved: Differing = { payments: 2, dates: { businessDays: "following" } }; // February 15, 2025 is a Saturday
  const bounds = (differing: Differing) => Array.from(periodsOf(differing).bounds, isoDate);

  test("move what is paid, and equal periods stay equal", () => {
    expect(Array.from(periodsOf(moved).dates, isoDate)).toEqual(["2025-02-17", "2025-03-17"]);
    expect(bounds(moved)).toEqual(["2025-01-15", "2025-02-15", "2025-03-15"]);
  });

  test("move the days of interest where the agreement says so and interest is by days", () => {
    const dates = { ...moved.dates, accrual: "adjusted" as const };
    expect(bounds({ ...moved, dates })).toEqual(["2025-01-15", "2025-02-15", "2025-03-15"]);
  });
});

describe("a day is found in its period", () => {
  const periods = periodsOf({ payments: 3 }); // to February 15, March 15, April 15
  test.each([
    ["2025-01-01", 0, 0], // before the loan
    ["2025-01-15", 0, 0],
    ["2025-02-14", 0, 0],
    ["2025-02-15", 0, 1], // ends one, and begins the next
    ["2025-02-16", 1, 1],
    ["2025-04-15", 2, 2], // the last, from its end on
    ["2025-04-16", 3, 2],
  ])("%s", (date, endingBy, holding) => {
    expect([periods.endingBy(day(date)), periods.holding(day(date))]).toEqual([endingBy, holding]);
  });

  test("of the first few alone", () => {
    const first = periods.first(2);
    expect([first.count, isoDate(first.end(1)), first.endingBy(day("2025-03-16"))]).toEqual([2, "2025-03-15", 2]);
    expect(() => first.end(2)).toThrow(RangeError);
  });
});
