import fc from "fast-check";
import { addMonths, dayOfIsoDate, isLastDayOfMonth, isoDate, type Day } from "../../../src/core/calendar/civilDate";
import { monthlySeries } from "../../../src/core/calendar/dateSeries";

const day = (iso: string) => dayOfIsoDate(iso) as Day;
const carriedOn = (given: readonly string[], count: number) => {
  const dateAt = monthlySeries(given.map(day));
  return dateAt && Array.from({ length: count }, (_none, index) => isoDate(dateAt(given.length + index)));
};

/** As Excel's fill handle carries dates on. */
test.each<[string, string[], string[]]>([
  ["months", ["2000-09-12", "2000-10-12"], ["2000-11-12", "2000-12-12", "2001-01-12"]],
  ["quarters", ["2000-03-31", "2000-06-30"], ["2000-09-30", "2000-12-31", "2001-03-31"]],
  ["month-ends from February on", ["2000-01-31", "2000-02-29"], ["2000-03-31", "2000-04-30"]],
  ["month-ends without a 31st among them", ["2001-06-30", "2001-09-30"], ["2001-12-31", "2002-03-31"]],
  ["the 30th, which February lacks", ["2001-01-30", "2001-02-28"], ["2001-03-30", "2001-04-30"]],
  ["the 28th that is no month-end", ["2001-02-28", "2001-03-28"], ["2001-04-28"]],
  ["years", ["2000-02-29", "2004-02-29"], ["2008-02-29"]],
  ["backwards", ["2000-03-15", "2000-02-15"], ["2000-01-15", "1999-12-15"]],
  ["more than two", ["2000-01-31", "2000-02-29", "2000-03-31"], ["2000-04-30"]],
])("%s", (_situation, given, expected) => {
  expect(carriedOn(given, expected.length)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["one date", ["2000-09-12"]],
  ["weeks", ["2000-09-12", "2000-09-19"]],
  ["another day of the month", ["2000-09-12", "2000-10-13"]],
  ["months of several lengths", ["2000-01-15", "2000-02-15", "2000-04-15"]],
  ["the same date twice", ["2000-09-12", "2000-09-12"]],
])("no series of months: %s", (_situation, given) => {
  expect(carriedOn(given, 1)).toBeUndefined();
});

test("what is counted by months from one day is carried on so", () => {
  const anchor = fc.integer({ min: day("1950-01-01"), max: day("2100-12-31") });
  fc.assert(
    fc.property(anchor, fc.integer({ min: -24, max: 24 }), fc.integer({ min: 2, max: 6 }), (from, step, count) => {
      fc.pre(step !== 0);
      const dates = Array.from({ length: count + 1 }, (_none, place) => addMonths(from, place * step));
      const dateAt = monthlySeries(dates.slice(0, count));
      const given = dates.slice(0, count);
      const areMonthEnds = given.every(isLastDayOfMonth);
      expect(given.map((_date, place) => dateAt?.(place))).toEqual(given);
      // A 30th among month-ends alone is the last day of the next month too, be that a 31st.
      expect(areMonthEnds ? isLastDayOfMonth(dateAt?.(count) as Day) : dateAt?.(count)).toBe(
        areMonthEnds ? true : dates[count],
      );
    }),
  );
});
