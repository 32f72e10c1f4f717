import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanSchedule } from "../../../../src/core/loan/schedule/schedule";
import { exactly } from "../../../../src/core/number/fraction";
import { day, loanTerms, table, type Differing } from "../../../support/loanTerms";

/** 1,000 at 1 % a month: date, interest, payment, balance. */
test.each<[string, Differing, [string, number, number, number][]]>([
  [
    "a portion is rounded once, and the last takes the rest: 1,000 / 3 = 333.33",
    { payments: 3 },
    [
      ["2025-02-15", 10, 343.33, 666.67],
      ["2025-03-15", 6.67, 340, 333.34],
      ["2025-04-15", 3.33, 336.67, 0],
    ],
  ],
  [
    "after a payment of interest alone the portions are of two",
    { payments: 3, payment: { interestOnlyPayments: 1 } },
    [
      ["2025-02-15", 10, 10, 1_000],
      ["2025-03-15", 10, 510, 500],
      ["2025-04-15", 5, 505, 0],
    ],
  ],
  [
    "a balloon is no part of them: (1,000 - 400) / 2",
    { payments: 2, payment: { balloon: exactly(400) } },
    [
      ["2025-02-15", 10, 310, 700],
      ["2025-03-15", 7, 707, 0],
    ],
  ],
  [
    "a portion that is given, and what it leaves with the last",
    { payments: 3, payment: { amount: exactly(200) } },
    [
      ["2025-02-15", 10, 210, 800],
      ["2025-03-15", 8, 208, 600],
      ["2025-04-15", 6, 606, 0],
    ],
  ],
  [
    "interest monthly, a portion every other month, raised by an advance in a month of interest alone",
    {
      payments: 2,
      dates: { frequency: { months: 2 }, interestFrequency: { months: 1 } },
      events: { advances: [{ date: day("2025-04-15"), amount: exactly(100) }] },
    },
    [
      ["2025-02-15", 10, 10, 1_000],
      ["2025-03-15", 10, 510, 500],
      ["2025-04-15", 5, 5, 600],
      ["2025-05-15", 6, 606, 0],
    ],
  ],
])("%s", (_case, differing, rows) => {
  expect(table(loanSchedule(loanTerms({ method: "levelPrincipal", ...differing })), isoDate)).toEqual(rows);
});
