import "../support/customFunctions";
import { dayOf } from "../../src/core/calendar/civilDate";
import { serialOf } from "../../src/functions/arguments";
import { EPSTABLE } from "../../src/functions/epsPeriods";

const end = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

test("a year is made of its nine months and its last quarter, where not all quarters are given", () => {
  const table = EPSTABLE([
    ["Period end", "Months", "Net income", "Weighted shares"],
    [end(2002, 9, 30), 3, 5_000, 1_000],
    [end(2002, 9, 30), 9, 30_000, 900],
    [end(2002, 12, 31), 3, 10_000, 1_300],
  ]);
  // 30,000 + 10,000 over (9 × 900 + 3 × 1,300) ÷ 12
  expect(table.slice(0, 6).map(([, quarter, year]) => [quarter, year])).toEqual([
    ["Three months ended December 31,", "Twelve months ended December 31,"],
    [2002, 2002],
    ["", ""],
    [1_300, 1_000],
    [10_000, 40_000],
    [7.69, 40],
  ]);
});
