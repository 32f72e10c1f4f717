import fc from "fast-check";
import { civilDate, isoDate } from "../../../src/core/calendar/civilDate";
import { areOneApart, frequencyNamed, periodsAfter, yearFractionOf } from "../../../src/core/calendar/frequency";
import { halfMonthsAfter, monthDaysNamed, monthDaysOf, type MonthDays } from "../../../src/core/calendar/semiMonthly";
import { fraction } from "../../../src/core/number/fraction";
import { day } from "../../support/loanTerms";

const following = (anchor: string, days: MonthDays, count: number) =>
  Array.from({ length: count }, (_date, index) => isoDate(halfMonthsAfter(day(anchor), days, index + 1)));

describe("dates twice a month", () => {
  test.each<[string, string, MonthDays, string[]]>([
    ["the 1st and 16th", "2024-01-01", [1, 16], ["2024-01-16", "2024-02-01", "2024-02-16", "2024-03-01"]],
    ["the 1st and 15th", "2024-01-15", [1, 15], ["2024-02-01", "2024-02-15", "2024-03-01", "2024-03-15"]],
    ["the 15th and last", "2023-01-31", [15, 31], ["2023-02-15", "2023-02-28", "2023-03-15", "2023-03-31"]],
    ["from a day between two", "2024-01-10", [1, 15], ["2024-01-15", "2024-02-01", "2024-02-15", "2024-03-01"]],
    ["over the end of a year", "2023-12-20", [5, 20], ["2024-01-05", "2024-01-20", "2024-02-05", "2024-02-20"]],
  ])("%s", (_case, anchor, days, expected) => {
    expect(following(anchor, days, 4)).toEqual(expected);
  });

  // The pairs of a loan system that adds 15 days in months of 30: 1 and 16, 2 and 17 …, the last day and the 15th
  // (https://help.loanpro.io/article/8dsa154s7g-payment-frequencies).
  test.each<[string, boolean, MonthDays]>([
    ["2024-01-01", false, [1, 16]],
    ["2024-01-15", false, [15, 30]],
    ["2024-01-20", false, [5, 20]],
    ["2024-01-31", false, [15, 31]],
    ["2024-02-29", true, [15, 31]],
    ["2024-02-29", false, [14, 29]],
  ])("a date on %s, month-end rule %s, makes %j", (anchor, endOfMonth, days) => {
    expect(monthDaysOf(day(anchor), endOfMonth)).toEqual(days);
  });

  const monthDays = fc
    .integer({ min: 1, max: 27 })
    .chain((first) => fc.integer({ min: first + 1, max: 31 }).map((second): MonthDays => [first, second]));
  const anyDay = fc.integer({ min: day("1900-01-01"), max: day("2200-12-31") });

  test("are 24 a year, two in each month, ascending, and one apart", () =>
    fc.assert(
      fc.property(anyDay, monthDays, (anchor, days) => {
        const frequency = { monthDays: days };
        const dates = Array.from({ length: 25 }, (_date, index) => periodsAfter(anchor, frequency, index + 1, false));
        const months = dates.map((date) => civilDate(date)).map(({ year, month }) => year * 12 + month);
        expect((months[24] ?? 0) - (months[0] ?? 0)).toBe(12);
        dates.slice(1).forEach((date, index) => {
          expect(areOneApart(dates[index] ?? NaN, date, frequency)).toBe(true);
          expect(periodsAfter(date, frequency, -1, false)).toBe(dates[index]);
          expect(date).toBeGreaterThan(dates[index] ?? NaN);
        });
      }),
    ));
});

describe("words for payments twice a month", () => {
  test.each([
    ["semi-monthly", null],
    ["Semimonthly", null],
    ["twice a month", null],
    ["1st and 15th", [1, 15]],
    ["semi-monthly, 15 and last", [15, 31]],
    ["twice a month on the 5th and the 20th", [5, 20]],
  ])("%s", (words, monthDays) => {
    const frequency = frequencyNamed("frequency", words);
    expect(frequency).toEqual({ monthDays });
    expect(yearFractionOf(frequency)).toEqual(fraction(1, 24));
  });

  test.each(["interest semi-monthly on the 1st and 15th", "the twice a month 1st and 15th"])(
    "%s says more than the days of payment, and is refused",
    (words) => expect(() => frequencyNamed("frequency", words)).toThrow("frequency must be a frequency"),
  );

  test.each(["bimonthly", "Bi-monthly"])("%s is refused with both readings", (words) => {
    expect(() => frequencyNamed("frequency", words)).toThrow(
      `frequency must say which is meant: "semi-monthly" for twice a month, or "every 2 months"; received "${words}"`,
    );
  });

  test.each([
    ["1 and 15", [1, 15]],
    ["15th & last day", [15, 31]],
    ["last and 15", [15, 31]],
    ["5/20", [5, 20]],
    ["the 10th and month-end", [10, 31]],
  ])("the days %s", (words, days) => {
    expect(monthDaysNamed("paymentDays", words)).toEqual(days);
  });

  test.each([
    ["15", 'paymentDays must be two days of the month, such as "1 and 15" or "15 and last"; received "15"'],
    ["0 and 15", "the first from 1 to 27 and the second after it"],
    ["15 and 15", "the first from 1 to 27 and the second after it"],
    ["15 and 32", "the first from 1 to 27 and the second after it"],
  ])("the days %s are refused", (words, message) => {
    expect(() => monthDaysNamed("paymentDays", words)).toThrow(message);
  });
});
