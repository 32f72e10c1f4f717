import { dayOf, dayOfIsoDate, isoDate } from "../../../../src/core/calendar/civilDate";
import { interestBetween } from "../../../../src/core/loan/account/interest";
import { payoff } from "../../../../src/core/loan/account/payoff";
import { loanFindings } from "../../../../src/core/loan/findings/findings";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import type { Loan } from "../../../../src/core/loan/loan";
import { toNumber } from "../../../../src/core/number/fraction";
import { table } from "../../../support/loanTerms";

const LOAN = { principal: 1_000, startDate: "2024-01-01", annualRate: 0.12 };
/** Date, interest, payment, balance, by hand: 1 % a month of the balance, to the cent. */
const tableOf = (schedule: readonly object[], more: object = {}) =>
  table(loanFromObject({ ...LOAN, ...more, schedule }).schedule, isoDate);

test.each<[string, readonly object[], [string, number, number, number][]]>([
  [
    "payments are what was paid, and what is owed stays owed",
    [
      { date: "2024-02-01", reduction: 100 },
      { date: "2024-03-01", reduction: 100 },
    ],
    [
      ["2024-02-01", 10, 100, 910],
      ["2024-03-01", 9.1, 100, 819.1],
    ],
  ],
  [
    "no more is paid than is owed",
    [
      { date: "2024-02-01", reduction: 1_000 },
      { date: "2024-03-01", reduction: 100 },
    ],
    [
      ["2024-02-01", 10, 1_000, 10],
      ["2024-03-01", 0.1, 10.1, 0],
    ],
  ],
  [
    "portions of principal, the interest on top; none on the second date",
    [{ date: "2024-02-01", principal: 200 }, { date: "2024-03-01" }, { date: "2024-04-01", principal: 300 }],
    [
      ["2024-02-01", 10, 210, 800],
      ["2024-03-01", 8, 8, 800],
      ["2024-04-01", 8, 308, 500],
    ],
  ],
  [
    "balances that are left, one of them higher than before",
    [
      { date: "2024-02-01", balance: 700 },
      { date: "2024-03-01", balance: 704 },
      { date: "2024-04-01", balance: 0 },
    ],
    [
      ["2024-02-01", 10, 310, 700],
      ["2024-03-01", 7, 3, 704],
      ["2024-04-01", 7.04, 711.04, 0],
    ],
  ],
  [
    "a date alone pays nothing, and settles the loan as the last line",
    [{ date: "2024-02-01" }, { date: "2024-03-01", reduction: 500 }, { date: "2024-04-01" }],
    [
      ["2024-02-01", 10, 0, 1_010],
      ["2024-03-01", 10.1, 500, 520.1],
      ["2024-04-01", 5.2, 525.3, 0],
    ],
  ],
])("%s", (_case, schedule, rows) => {
  expect(tableOf(schedule)).toEqual(rows);
});

test("a balance is what is left after an advance too", () => {
  const advances = [{ date: "2024-02-01", amount: 500 }];
  const schedule = [
    { date: "2024-02-01", balance: 1_400 },
    { date: "2024-03-01", balance: 0 },
  ];
  expect(tableOf(schedule, { advances })).toEqual([
    ["2024-02-01", 10, 110, 1_400],
    ["2024-03-01", 14, 1_414, 0],
  ]);
});

test("printed payments leave no residue to a payment of their own", () => {
  expect(() => tableOf([{ date: "2024-02-01", reduction: 100 }], { residue: "last payment" })).toThrow(
    "residue must be left out of a loan whose method is stated schedule",
  );
});

describe("a printed payment below its interest", () => {
  const owed = (...payments: readonly (readonly [date: string, reduction?: number, balance?: number])[]) =>
    loanFromObject({
      principal: 100_000,
      startDate: "2024-01-01",
      annualRate: 0.12,
      dayCount: "ACT/365",
      schedule: payments.map(([date, reduction, balance]) => ({ date, reduction, balance })),
    });
  const balanceOn = (loan: Loan, date: string) => toNumber(loan.account("stated").balanceOn(dayOfIsoDate(date) ?? 0));

  test("leaves the rest owed apart, where it bears no interest: the United States Rule", () => {
    // January 1,019.18 of interest, 500 paid; February 953.42 on 100,000; 2,000 pays 1,472.60 and 527.40 of principal.
    const loan = owed(["2024-02-01", 500], ["2024-03-01", 2000], ["2024-04-01"]);
    expect(balanceOn(loan, "2024-02-01")).toBe(100_000);
    expect(balanceOn(loan, "2024-03-01")).toBe(99_472.6);
    expect(loanFindings(loan)).toEqual([]);
  });

  test("is owed with the balance in a payoff, and interest is what accrued", () => {
    const loan = owed(["2024-02-01", 500], ["2024-03-01", 2000], ["2024-04-01"]);
    const account = loan.account("stated");
    const { balance, interest, due } = payoff(account, dayOf(2024, 2, 1), "payoff", null);
    expect([balance, interest, due].map(toNumber)).toEqual([100_000, 519.18, 100_519.18]);
    expect(toNumber(interestBetween(account, dayOf(2024, 1, 1), dayOf(2024, 3, 1)))).toBe(1_972.6);
  });

  test("is added to the balance where the printed balances say so", () => {
    const loan = owed(["2024-02-01", 500, 100_519.18], ["2024-03-01", 2000, 99_477.55]);
    expect(toNumber(loan.account("computed").balanceOn(dayOf(2024, 3, 1)))).toBe(99_477.55);
    expect(loanFindings(loan)).toEqual([]);
  });
});
