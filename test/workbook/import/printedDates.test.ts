import { isoDate } from "../../../src/core/calendar/civilDate";
import { periodEndAfter, readPrintedDate } from "../../../src/workbook/import/printedDates";

test.each([
  "2002-09-30",
  "9/30/2002",
  "09/30/02",
  "September 30, 2002",
  "Sept. 30, 2002",
  "30 Sep 2002",
  "30-Sep-2002",
])("%s is a date", (text) => {
  expect(isoDate(readPrintedDate(text) ?? 0)).toBe("2002-09-30");
});

test.each(["30/9/2002", "2002-02-29", "Quarter 3", "", "12"])("%j is no date", (text) => {
  expect(readPrintedDate(text)).toBeUndefined();
});

test.each([
  ["2002-09-30", 3, "2002-12-31"],
  ["2003-11-30", 3, "2004-02-29"],
  ["2004-02-29", 12, "2005-02-28"],
  ["2002-09-28", 3, "2002-12-28"],
  ["2002-12-31", -12, "2001-12-31"],
])("the period end %s, %d months on, is %s", (end, months, later) => {
  expect(isoDate(periodEndAfter(readPrintedDate(end) ?? 0, months))).toBe(later);
});
