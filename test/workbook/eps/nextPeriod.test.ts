import { isoDate } from "../../../src/core/calendar/civilDate";
import { nextPeriod, type PastPeriod } from "../../../src/workbook/eps/nextPeriod";
import { day } from "../../support/loanTerms";

const past = (end: string, months: number, weeks?: number): PastPeriod => ({ end: day(end), months, weeks });

test.each([
  // what the table holds, and the period that follows
  ["a quarter after a quarter", [past("2011-06-30", 3), past("2011-09-30", 3)], "3 to 2011-12-31"],
  ["a quarter after a year", [past("2025-01-31", 12), past("2024-10-31", 3), past("2024-04-30", 3)], "3 to 2025-04-30"],
  ["a quarter where there are years alone", [past("1999-12-31", 12), past("2000-12-31", 12)], "3 to 2001-03-31"],
  ["a quarter after nine months", [past("2002-09-30", 9), past("2002-09-30", 3)], "3 to 2002-12-31"],
  ["a quarter after nine months alone", [past("2002-09-30", 9)], "3 to 2002-12-31"],
  ["a half year after a year, as IFRS reports", [past("2023-06-30", 6), past("2023-12-31", 12)], "6 to 2024-06-30"],
  ["the second half after the first", [past("2023-12-31", 12), past("2024-06-30", 6)], "6 to 2024-12-31"],
  ["thirteen weeks", [past("2002-06-29", 3, 13), past("2002-09-28", 3, 13)], "3 to 2002-12-28"],
  [
    "sixteen weeks after a year of 16, 12, 12 and 12",
    [past("2023-05-20", 4, 16), past("2024-01-27", 12, 52), past("2024-01-27", 3, 12)],
    "4 to 2024-05-18",
  ],
  [
    "twelve weeks after sixteen, told in months",
    [past("2023-05-20", 4), past("2023-08-12", 3), past("2024-05-18", 4)],
    "3 to 2024-08-10",
  ],
] as const)("%s", (_what, rows, words) => {
  const { end, months } = nextPeriod(rows);
  expect(`${months} to ${isoDate(end)}`).toBe(words);
});

test("a chosen end tells the length where the table has years alone", () => {
  const years = [past("1999-12-31", 12), past("2000-12-31", 12)];
  expect(nextPeriod(years, day("2001-12-31"))).toMatchObject({ end: day("2001-12-31"), months: 12 });
  expect(nextPeriod([past("2000-09-30", 3)], day("2000-12-30"))).toMatchObject({ end: day("2000-12-30"), months: 3 });
});
