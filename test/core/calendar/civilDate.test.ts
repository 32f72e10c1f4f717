import {
  addMonths,
  civilDate,
  dayOf,
  dayFromMonths,
  dayOfIsoDate,
  daysInMonth,
  isLastDayOfMonth,
  isoDate,
  leapDaysBetween,
  longDate,
  periodEndAfter,
} from "../../../src/core/calendar/civilDate";

/** The platform's own calendar, which the core may not use. */
const platform = (day: number) => {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** All days of the years that a date may have, where cases are many; otherwise the four centuries that repeat. */
const everyDay = (globalThis as { casesPerLaw?: number }).casesPerLaw !== undefined;
const [FIRST, LAST] = everyDay ? [dayOf(0, 1, 1), dayOf(9999, 12, 31)] : [dayOf(1800, 1, 1), dayOf(2200, 12, 31)];

test("every day is the platform's, there and back", () => {
  const wrong: number[] = [];
  for (let day = FIRST; day <= LAST; day += 1) {
    const { year, month, day: dayOfMonth } = civilDate(day);
    const due = platform(day);
    if (year !== due.year || month !== due.month || dayOfMonth !== due.day || dayOf(year, month, dayOfMonth) !== day)
      wrong.push(day);
  }
  expect(wrong).toEqual([]);
  if (everyDay) process.stdout.write(`civilDate: ${LAST - FIRST + 1} days, 0 mismatches\n`);
});

test.each([
  ["1970-01-01", 0],
  ["1969-12-31", -1],
  ["1899-12-30", -25_569],
  ["2000-02-29", 11_016],
  ["2000-09-12", 11_212],
  ["9999-12-31", 2_932_896],
  ["0000-01-01", -719_528],
])("%s is day %d", (date, day) => expect(isoDate(day)).toBe(date));

test.each([
  ["2000-01-31", 1, "2000-02-29"],
  ["1999-01-31", 1, "1999-02-28"],
  ["2000-01-31", 13, "2001-02-28"],
  ["2000-03-31", -1, "2000-02-29"],
  ["2000-03-31", -13, "1999-02-28"],
  ["1997-08-01", 60, "2002-08-01"],
  ["2000-12-15", 1, "2001-01-15"],
  ["2001-01-15", -1, "2000-12-15"],
])("%s and %d months is %s", (from, months, to) => {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  expect(isoDate(addMonths(dayOf(year, month, day), months))).toBe(to);
});

test("lengths of months, and their last days", () => {
  expect([1900, 1999, 2000, 2004, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 28, 29, 29, 28]);
  for (let month = 1; month <= 12; month += 1) {
    const length = daysInMonth(2001, month);
    expect([27, length - 1, length].map((day) => isLastDayOfMonth(dayOf(2001, month, day)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(dayOf(2001, month, length) + 1).toBe(month === 12 ? dayOf(2002, 1, 1) : dayOf(2001, month + 1, 1));
  }
});

test("in words", () => expect(longDate(dayOf(2000, 9, 12))).toBe("September 12, 2000"));

describe("a date that does not exist is refused", () => {
  test.each([
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, -1, 1],
    [2025, 1.5, 1],
    [2025, 2, 30],
    [2025, 2, 29],
    [1900, 2, 29],
    [2025, 4, 31],
    [2025, 1, 0],
    [2025, 1, NaN],
    [2025, 1, 1.5],
    [2025.5, 1, 1],
    [Infinity, 1, 1],
  ])("year %d, month %d, day %d", (year, month, day) => {
    const words = `date must be in the calendar; received year ${year}, month ${month}, day ${day}`;
    expect(() => dayOf(year, month, day)).toThrow(new Error(words));
  });

  test.each(["2025-13-01", "2025-02-30", "2025-00-10", "2025-1-1", "25-01-01", "2025-01-01T00:00", ""])(
    "%j as an ISO date",
    (text) => expect(dayOfIsoDate(text)).toBeUndefined(),
  );

  test("while February 29 of a leap year is one", () => {
    expect(dayOfIsoDate("2000-02-29")).toBe(dayOf(2000, 2, 29));
  });
});

describe("counted months and days run over", () => {
  test.each([
    // months from January 2000, day, the date; DATE(2000, month + 1, day) in Excel
    [0, 1, "2000-01-01"],
    [14, 1, "2001-03-01"],
    [-1, 31, "1999-12-31"],
    [-13, 1, "1998-12-01"],
    [1, 30, "2000-03-01"],
    [1, 0, "2000-01-31"],
    [0, -30, "1999-12-01"],
    [0, 367, "2001-01-01"],
  ])("%d months and day %d: %s", (months, day, date) => {
    expect(isoDate(dayFromMonths(24_000 + months, day))).toBe(date);
  });
});

test("leap days between are those met on the way, the first day included, the last not", () => {
  const from = dayOf(1896, 2, 27);
  let met = 0;
  for (let day = from; day <= dayOf(1912, 3, 2); day += 1) {
    expect([isoDate(day), leapDaysBetween(from, day)]).toEqual([isoDate(day), met]);
    const { month, day: dayOfMonth } = civilDate(day);
    if (month === 2 && dayOfMonth === 29) met += 1;
  }
  expect(met).toBe(4); // 1896, 1904, 1908, 1912; not 1900
});

test.each([
  ["2002-09-30", 3, "2002-12-31"],
  ["2003-11-30", 3, "2004-02-29"],
  ["2004-02-29", 12, "2005-02-28"],
  ["2002-09-28", 3, "2002-12-28"],
  ["2002-12-31", -12, "2001-12-31"],
])("the period end %s, %d months on, is %s", (end, months, later) => {
  expect(isoDate(periodEndAfter(dayOfIsoDate(end) ?? NaN, months))).toBe(later);
});
