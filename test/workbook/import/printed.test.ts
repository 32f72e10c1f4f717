import fc from "fast-check";
import { isoDate } from "../../../src/core/calendar/civilDate";
import { readPrinted, readPrintedDate } from "../../../src/workbook/import/printed";

test.each([
  ["$ (462,000)", "-462000"],
  ["(0.06)", "-0.06"],
  ["0.00", "0"],
  ["-", "0"],
  ["—", "0"],
  ["$    5,000", "5000"],
  ["(462,000 )", "-462000"],
  [".05", "0.05"],
  ["-5", "-5"],
  ["5-", "-5"],
  ["7541024", "7541024"],
  ["0.1", "0.1"],
])("%s is %s", (text, value) => {
  expect(readPrinted(text)?.toFixed()).toBe(value);
});

test.each(["", "n/a", "1,23", "(5", "5)", "12%", "1.2.3", "()", "$"])("%j is no figure", (text) => {
  expect(readPrinted(text)).toBeUndefined();
});

test("whatever is printed with commas and brackets is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
      const digits = Math.abs(value).toLocaleString("en-US");
      expect(readPrinted(value < 0 ? `$ (${digits})` : `$ ${digits}`)?.toNumber()).toBe(value);
    }),
  );
});

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
