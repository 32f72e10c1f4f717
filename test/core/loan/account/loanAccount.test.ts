import { dayOf } from "../../../../src/core/calendar/civilDate";
import { LoanAccount } from "../../../../src/core/loan/account/loanAccount";
import { EXHIBIT_10_10 } from "../../../../src/core/loan/exhibit1010";
import { toNumber } from "../../../../src/core/number/fraction";
import { loanSchedule } from "../../../../src/core/loan/schedule/schedule";

const schedule = loanSchedule(EXHIBIT_10_10);
const stated = new LoanAccount(schedule, "stated");
const computed = new LoanAccount(schedule, "computed");
const UNITS = 1e8;
const day = (text: string) => {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split("-").map(Number);
  return dayOf(year, month, dayOfMonth);
};

test("the payment is the level monthly annuity, 1,974.041677", () => {
  expect(schedule.payments[0]).toBe(197_404_167_708);
});

test.each([
  // date, balance where the agreement's figures bind, balance recomputed from its terms
  ["1997-08-01", 92_909, 92_909],
  ["1998-08-01", 77_833, 77_833],
  ["1999-08-01", 61_178, 61_178],
  ["2000-08-01", 42_779, 42_779],
  ["2001-08-01", 24_226, 22_454],
  ["2002-08-01", 0, 0],
  ["2002-08-02", 0, 0],
  ["2049-01-01", 0, 0],
  ["2000-09-12", 40_483, 40_483],
  // one month: 42,779 x 10 %/12 = 356.49; 31/365 x 23,689 = 2,011.94 cut
  ["2000-08-31", 42_779 + 356 - 2_011, 42_779 + 356 - 2_011],
  ["2000-08-30", 42_779 + 356 - 1_947, 42_779 + 356 - 1_947], // day 30 of 30; 30/365 x 23,689 = 1,947.04
  ["2000-08-02", 42_779 + 24 - 129, 42_779 + 24 - 129], // 2/30 x 356.49 = 23.77; 2/365 x 23,689 = 129.80
  // the whole year: 3,363.25 of interest, the whole reduction, and the table's next line but for a dollar
  ["2001-07-31", 42_779 + 3_363 - 23_689, 42_779 + 3_363 - 23_689],
  // a leap year has 366 days of 365: never more than the whole
  ["2000-07-31", 61_178 + 5_290 - 23_689, 61_178 + 5_290 - 23_689],
])("Exhibit 10.10 on %s: %d stated, %d computed", (date, statedBalance, computedBalance) => {
  expect([stated, computed].map((account) => toNumber(account.balanceOn(day(date))))).toEqual([
    statedBalance,
    computedBalance,
  ]);
});

test("the working of the agreement's example is 42,779 + 494 - 2,790 = 40,483", () => {
  expect(stated.unitsOn(dayOf(2000, 9, 12))).toEqual({
    line: 3,
    opening: 42_779 * UNITS,
    changes: 0,
    interest: 494 * UNITS,
    share: 2_790 * UNITS,
    balance: 40_483 * UNITS,
    scheduled: false,
  });
});

test("there is no balance before the loan", () => {
  expect(() => stated.balanceOn(dayOf(1997, 7, 31))).toThrow(
    expect.objectContaining({
      code: "not-available",
      message: "date must be on or after August 1, 1997, when the loan begins; received July 31, 1997",
    }),
  );
});
