import { isoDate } from "../../../src/core/calendar/civilDate";
import { readPrintedDate } from "../../../src/workbook/import/printedDates";

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
