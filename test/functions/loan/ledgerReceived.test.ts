import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANENTRIES, LOANMATURITIES, LOANROLLFORWARD } from "../../../src/functions/loan/ledger";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const sheet = (...rows: unknown[][]) => rows.map((row) => [...row, ...Array<unknown>(3 - row.length).fill("")]);

/** The United States Rule: 500 does not cover the interest of January, and what it leaves bears none. */
const RECEIVED = sheet(
  ["Principal", 100_000],
  ["Start date", serial(2024, 1, 1)],
  ["Annual rate", 0.12],
  ["Day count", "ACT/365"],
  ["Number of payments", 24],
  ["Method", "level principal"],
  ["Payment received", serial(2024, 2, 1), 500],
  ["Late charge", serial(2024, 2, 8), 25],
  ["Payment received", serial(2024, 3, 1), 2000],
);

describe("the books of a loan by what was received", () => {
  test("roll forward what was paid, not what was due; interest and charges stay owed", () => {
    // Interest of 31 days 1,019.18 and of 29 days 953.42; 99,472.60 without the charge.
    const rows = LOANROLLFORWARD([[serial(2024, 2, 29)], [serial(2024, 3, 1)]], RECEIVED);
    expect(rows[0]?.slice(7)).toEqual(["Closing", "Accrued interest", "Current portion", "Noncurrent", "Fees owed"]);
    const [february, march] = rows.slice(1).map((row) => row.slice(1) as number[]);
    expect(february?.slice(0, 6)).toEqual([0, 100_000, 1939.73, 500, 0, 25]);
    expect(february?.at(-1)).toBe(25);
    expect(march?.slice(0, 7)).toEqual([101_464.73, 0, 32.87, 2000, 0, 0, 99_497.6]);
  });

  test("are balanced, payment by payment: charges, interest, then principal", () => {
    const rows = LOANENTRIES(serial(2024, 3, 1), serial(2024, 3, 1), RECEIVED);
    expect(rows.slice(3).map(([, account, debit, credit]) => [account, debit, credit])).toEqual([
      ["Cash", 2000, ""],
      ["Fees receivable", "", 25],
      ["Interest receivable", "", 1472.6],
      ["Loan receivable", "", 502.4],
    ]);
  });

  test("count what is behind the schedule as current, and what is ahead of it as paid", () => {
    const due = (...received: number[]) =>
      LOANMATURITIES(
        serial(2024, 6, 30),
        sheet(
          ["Principal", 24_000],
          ["Start date", serial(2024, 1, 1)],
          ["Annual rate", 0],
          ["Number of payments", 24],
          ["Method", "level principal"],
          ...received.map((amount, index) => ["Payment received", serial(2024, 2 + index, 1), amount]),
        ),
        2,
      ).slice(1, 5);
    const amounts = (...received: number[]) => due(...received).map((row) => row[1]);
    expect(amounts(1000, 1000, 1000, 1000, 1000)).toEqual([12_000, 7_000, 0, 19_000]);
    expect(amounts(1000, 1000)).toEqual([15_000, 7_000, 0, 22_000]);
    expect(amounts(1000, 1000, 1000, 1000, 5000)).toEqual([12_000, 3_000, 0, 15_000]);
  });

  test("begin with a balance that is brought forward, and the interest that was owed on it", () => {
    const brought = sheet(
      ["Balance at", serial(2024, 3, 1), 50_000],
      ["Accrued interest", 120],
      ["Annual rate", 0.06],
      ["Payment", 1000],
      ["Remaining payments", 60],
      ["Next payment date", serial(2024, 4, 1)],
    );
    const rows = LOANROLLFORWARD([[serial(2024, 3, 1)], [serial(2024, 4, 1)]], brought);
    expect(rows.slice(1).map((row) => row.slice(1, 9))).toEqual([
      [0, 50_120, 0, 0, 0, 0, 50_120, 120],
      [50_120, 0, 250, 1000, 0, 0, 49_370, 0],
    ]);
    const [, ...entries] = LOANENTRIES(serial(2024, 3, 1), serial(2024, 4, 1), brought);
    expect(entries.slice(0, 3).map(([, account, debit, credit]) => [account, debit, credit])).toEqual([
      ["Loan receivable", 50_000, ""],
      ["Interest receivable", 120, ""],
      ["Cash", "", 50_120],
    ]);
  });
});
