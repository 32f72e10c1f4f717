import "../support/customFunctions";
import { dayOf } from "../../src/core/calendar/civilDate";
import { serialOf } from "../../src/functions/arguments";
import { LOANBALANCE, LOANSCHEDULE, LOANSTEPS } from "../../src/functions/loan";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

const EXHIBIT = [
  ["Loan", "Levy"],
  ["Principal", 92_909],
  ["Start date", serial(1997, 8, 1)],
  ["Annual rate", 0.1],
  ["Number of payments", 60],
  ["Balance between dates", "interest less pro rata share"],
  ["Day count between dates", "30/360"],
  ["Count both days", "yes"],
  ["Rounding between dates", "dollar"],
  ["Pro rata basis", 365],
  ["Pro rata rounding", "dollar down"],
  ["Clause on balance", 3.5],
  ["", ""],
  ["Date", "Reduction", "Balance"],
  [serial(1997, 8, 1), "", 92_909],
  [serial(1998, 8, 1), 23_689, 77_833],
  [serial(1999, 8, 1), 23_689, 61_178],
  [serial(2000, 8, 1), 23_689, 42_779],
  [serial(2001, 8, 1), 23_689, 24_226],
  [serial(2002, 8, 1), 23_689, 0],
];

test("Exhibit 10.10 written as a loan sheet answers as the built-in one", () => {
  const dates = [[serial(2000, 9, 12)], [serial(2001, 8, 1)], [serial(1998, 3, 31)], [serial(2000, 7, 31)]];
  expect(LOANBALANCE(dates, EXHIBIT)).toEqual(LOANBALANCE(dates));
  expect(LOANBALANCE(dates, EXHIBIT, "computed")).toEqual(LOANBALANCE(dates, null as any, "computed"));
  expect(LOANSTEPS(serial(2000, 9, 12), EXHIBIT)).toEqual(LOANSTEPS(serial(2000, 9, 12)));
});

test("a plain loan", () => {
  const sheet = [
    ["Principal", 1000],
    ["Start date", serial(2025, 1, 15)],
    ["Annual rate", 0.12],
    ["Day count", "30/360"],
    ["Number of payments", 4],
    ["Payment rounding", "cent"],
    ["Interest rounding", "cent"],
  ];
  expect(LOANSCHEDULE(sheet)).toEqual([
    ["Date", "Opening", "Interest", "Payment", "Closing"],
    [serial(2025, 1, 15), "", "", "", 1000],
    [serial(2025, 2, 15), 1000, 10, 256.28, 753.72],
    [serial(2025, 3, 15), 753.72, 7.54, 256.28, 504.98],
    [serial(2025, 4, 15), 504.98, 5.05, 256.28, 253.75],
    [serial(2025, 5, 15), 253.75, 2.54, 256.29, 0],
  ]);
});
