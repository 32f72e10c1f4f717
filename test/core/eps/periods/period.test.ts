import { FiscalCalendar, requireOrderly } from "../../../../src/core/eps/periods/fiscalCalendar";
import { pendingPeriod, restatedForSplits, type PeriodFigures } from "../../../../src/core/eps/periods/period";
import { fraction, ONE, toNumber, type Fraction } from "../../../../src/core/number/fraction";
import { day } from "../../../support/loanTerms";

const period = (end: string, months: number, splitFactor: Fraction = ONE): PeriodFigures => ({
  ...pendingPeriod({ name: `${months} to ${end}`, end: day(end), months, splitFactor }),
  weightedAverageShares: fraction(1_200),
  pending: false,
});

describe("days within half a month of each other are one boundary", () => {
  test.each([
    // the ends of two quarters in a row, and whether the second begins where the first ends
    ["2002-06-30", "2002-09-30", true],
    ["2002-06-29", "2002-09-28", true], // fiscal quarters of 13 weeks
    ["2024-05-25", "2024-08-17", true], // of 16 and 12 weeks
    ["2002-06-30", "2002-10-14", true],
    ["2002-06-30", "2002-10-20", false],
  ])("%s and %s: %s", (first, second, follows) => {
    const periods = [period(first, 3), period(second, 3)] as const;
    const calendar = new FiscalCalendar(periods);
    expect(calendar.spanOf(periods[1]).start === calendar.spanOf(periods[0]).end).toBe(follows);
  });

  test("a year begins a year after the last, within the drift of 52 and 53 weeks", () => {
    const periods = [period("2023-01-28", 12), period("2024-02-03", 12), period("2025-02-01", 12)] as const;
    const calendar = new FiscalCalendar(periods);
    const [, second, third] = periods.map((one) => calendar.spanOf(one));
    expect(calendar.yearsBefore(third!, 1)).toEqual(second);
    expect(calendar.startOfYear(day("2022-01-30"), third!.end)).toBe(third!.start);
  });
});

describe("periods", () => {
  test.each([
    ["apart", [period("2001-03-31", 3), period("2001-06-30", 3)]],
    ["with a gap", [period("2001-03-31", 3), period("2001-12-31", 3)]],
    [
      "one within another, whatever the order",
      [period("2001-06-30", 3), period("2001-12-31", 12), period("2001-06-30", 6)],
    ],
    ["of weeks, whose ends drift", [period("2001-03-31", 3), period("2001-06-30", 3), period("2001-06-29", 6)]],
  ])("%s are in order", (_case, periods) => expect(requireOrderly(periods)).toBe(periods));

  test.each([
    [
      "the same twice",
      [period("2001-03-31", 3), period("2001-03-30", 3)],
      "3 to 2001-03-30 must not be the same period as 3 to 2001-03-31; received 3 months to 2001-03-30",
    ],
    [
      "that overlap in part",
      [period("2001-06-30", 6), period("2001-09-30", 6)],
      "6 to 2001-09-30 must not overlap 6 to 2001-06-30; received 6 months to 2001-09-30",
    ],
    [
      "of which one overlaps a part within the other",
      [period("2001-12-31", 12), period("2001-03-31", 3), period("2001-04-30", 2)],
      "2 to 2001-04-30 must not overlap 3 to 2001-03-31; received 2 months to 2001-04-30",
    ],
    [
      "of one month",
      [period("2001-03-31", 1), period("2001-03-31", 1)],
      "1 to 2001-03-31 must not be the same period as 1 to 2001-03-31; received 1 month to 2001-03-31",
    ],
  ])("%s are refused", (_case, periods, words) => expect(() => requireOrderly(periods)).toThrow(new Error(words)));
});

describe("a split restates what ended before it (ASC 260-10-55-12)", () => {
  const shares = (periods: readonly PeriodFigures[]) =>
    restatedForSplits(periods).map(({ weightedAverageShares }) => toNumber(weightedAverageShares));

  test.each([
    ["none", [period("2001-03-31", 3), period("2001-06-30", 3)], [1_200, 1_200]],
    ["two for one in the second", [period("2001-03-31", 3), period("2001-06-30", 3, fraction(2))], [2_400, 1_200]],
    [
      "two splits multiply",
      [period("2001-03-31", 3), period("2001-06-30", 3, fraction(2)), period("2001-09-30", 3, fraction(3, 2))],
      [3_600, 1_800, 1_200],
    ],
    [
      "one for four, in a year given first",
      [period("2001-12-31", 12, fraction(1, 4)), period("2000-12-31", 12)],
      [1_200, 300],
    ],
    [
      "a year to date and its last quarter say the same split once",
      [period("2001-03-31", 3), period("2001-06-30", 3, fraction(2)), period("2001-06-30", 6, fraction(2))],
      [2_400, 1_200, 1_200],
    ],
  ])("%s", (_case, periods, restated) => expect(shares(periods)).toEqual(restated));
});
