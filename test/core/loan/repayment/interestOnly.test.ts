import { isoDate } from "../../../../src/core/calendar/civilDate";
import { loanSchedule } from "../../../../src/core/loan/schedule/schedule";
import { exactly } from "../../../../src/core/number/fraction";
import { day, loanTerms, table, type Differing } from "../../../support/loanTerms";

/** 1,000 at 1 % a month: date, interest, payment, balance. */
test.each<[string, Differing, [string, number, number, number][]]>([
  [
    "interest as it falls due, the principal with the last",
    { payments: 2 },
    [
      ["2025-02-15", 10, 10, 1_000],
      ["2025-03-15", 10, 1_010, 0],
    ],
  ],
  [
    "interest every other month: nothing in between, and it bears none",
    { payments: 3, dates: { interestFrequency: { months: 2 } } },
    [
      ["2025-02-15", 0, 0, 1_000],
      ["2025-03-15", 20, 20, 1_000],
      ["2025-04-15", 10, 1_010, 0],
    ],
  ],
  [
    "capitalized at first, then paid on what that makes",
    { payments: 3, payment: { capitalizationEnd: day("2025-02-15") } },
    [
      ["2025-02-15", 10, 0, 1_010],
      ["2025-03-15", 10.1, 10.1, 1_010],
      ["2025-04-15", 10.1, 1_020.1, 0],
    ],
  ],
  [
    "an extra payment takes off principal, whose interest then falls",
    { payments: 3, events: { extraPayments: [{ date: day("2025-02-15"), amount: exactly(400) }] } },
    [
      ["2025-02-15", 10, 10, 600],
      ["2025-03-15", 6, 6, 600],
      ["2025-04-15", 6, 606, 0],
    ],
  ],
])("%s", (_case, differing, rows) => {
  expect(table(loanSchedule(loanTerms({ method: "interestOnly", ...differing })), isoDate)).toEqual(rows);
});
