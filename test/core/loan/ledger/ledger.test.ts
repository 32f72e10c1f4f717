import { longDate } from "../../../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import type { Ledger } from "../../../../src/core/loan/ledger/ledger";
import { ledgerLines } from "../../../../src/core/loan/ledger/ledgerLines";
import { ledgerSteps } from "../../../../src/core/loan/ledger/ledgerSteps";
import { ledgerOf } from "../../../support/ledgerTerms";
import { CENT } from "../../../../src/core/number/roundingRule";
import { toNumber } from "../../../../src/core/number/fraction";
import { day, loanTerms } from "../../../support/loanTerms";

/** A ledger as a bank prints it: date, line, amount, interest, fees and interest and principal paid, then what is owed. */
function printed(ledger: Ledger): (string | number)[][] {
  const money = (units: number) => units / ledger.loan.scale.one;
  return ledger.entries.map(({ date, kind, amount, interest, paid, after: { owed } }) => [
    longDate(date),
    kind,
    ...[amount, interest, paid.fees + paid.lateCharges, paid.interest, paid.principal].map(money),
    ...[owed.principal, owed.interest, owed.fees + owed.lateCharges].map(money),
  ]);
}

const ACT_365 = { dayCount: dayCountNamed("dayCount", "ACT/365") };
const NOTE = loanTerms({ principal: 100_000, start: "2024-01-01", rate: 0.12, payments: 12, interest: ACT_365 });

test("interest that a payment leaves unpaid is owed and bears none: the United States Rule", () => {
  const ledger = ledgerOf(NOTE, [
    ["2024-02-01", "receipt", 500],
    ["2024-03-01", "receipt", 2_000],
  ]);
  // 100,000 x 0.12 x 31/365 = 1,019.18; x 29/365 = 953.42; 1,019.18 - 500 + 953.42 = 1,472.60.
  expect(printed(ledger)).toEqual([
    ["January 1, 2024", "opening", 0, 0, 0, 0, 0, 100_000, 0, 0],
    ["February 1, 2024", "receipt", 500, 1_019.18, 0, 500, 0, 100_000, 519.18, 0],
    ["March 1, 2024", "receipt", 2_000, 953.42, 0, 1_472.6, 527.4, 99_472.6, 0, 0],
  ]);
});

test("what is owed on a day is told apart: principal, interest and fees, and the balance with interest where the note says so", () => {
  const lines = [
    ["2024-02-01", "receipt", 500],
    ["2024-02-02", "lateCharge", 25],
  ] as const;
  const owed = (ledger: Ledger) => {
    const { balance, principal, interest, fees } = ledger.owedOn(day("2024-02-02"));
    return [balance, principal, interest, fees].map((units) => (units ?? 0) / ledger.loan.scale.one);
  };
  // 1,019.18 - 500, and a day: 100,000 x 0.12/365 = 32.88.
  expect(owed(ledgerOf(NOTE, lines))).toEqual([100_000, 100_000, 552.06, 25]);
  const withInterest = {
    ...NOTE,
    betweenDates: {
      ...NOTE.betweenDates,
      interest: { along: "opening" as const, dayCount: ACT_365.dayCount, countsLastDay: false, rounding: CENT },
    },
  };
  expect(owed(ledgerOf(withInterest, lines))).toEqual([100_552.06, 100_000, 0, 25]);
});

test("the lines shown begin with the principal, and each further one has the amount of what was received or charged", () => {
  const ledger = ledgerOf(NOTE, [
    ["2024-02-01", "receipt", 500],
    ["2024-02-08", "lateCharge", 25],
    ["2024-03-01", "receipt", 2_000],
  ]);
  const shown = ledgerLines(ledger, day("2024-03-01")).map(({ words, amount }) => [words, amount && toNumber(amount)]);
  expect(shown).toEqual([
    ["Principal", 100_000],
    ["Payment received", 500],
    ["Late charge", 25],
    ["Payment received", 2_000],
  ]);
});

test("the working says what each line was, and of a payment what it paid", () => {
  const ledger = ledgerOf(NOTE, [
    ["2024-02-01", "receipt", 500],
    ["2024-02-01", "escrow", 120],
    ["2024-02-01", "principalReceipt", 1_000],
    ["2024-03-01", "receipt", 2_000],
    ["2024-03-01", "returnedReceipt", 2_000],
  ]);
  const labels = ledgerSteps(ledger, day("2024-03-01")).map(({ label }) => label);
  expect(labels).toEqual([
    "Principal at January 1, 2024",
    "Interest at 12% from January 1 to February 1, 2024 (31 days)",
    "Payment received on February 1, 2024: 500 to interest",
    "Principal-only payment on February 1, 2024",
    "Escrow, passed on on February 1, 2024: 120",
    "Interest at 12% from February 1 to March 1, 2024 (29 days)",
    "Payment received on March 1, 2024: 1,463.07 to interest, 536.93 to principal",
    "Returned payment on March 1, 2024: 1,463.07 of interest, 536.93 of principal",
    "Owed at March 1, 2024",
    "Less interest owed",
    "Loan Balance",
  ]);
});

test.each<[string, Parameters<typeof ledgerOf>[1][number], string]>([
  [
    "a payment",
    ["2024-02-01", "receipt", 200_000],
    "receipts[0].amount must be no more than is owed on February 1, 2024, 101,019.18; received 200,000",
  ],
  ["a payment of principal", ["2024-02-01", "principalReceipt", 200_000], "is owed of the principal on"],
  ["a waiver", ["2024-02-01", "waiver", 10], "nothing is owed in fees"],
])("%s of more than is owed says of what", (_case, line, message) => {
  expect(() => ledgerOf(NOTE, [line])).toThrow(message);
});

describe("a fee makes no payment late that is made in full (12 CFR 1026.36(c)(2))", () => {
  const ledger = ledgerOf(NOTE, []);
  const payment = (which: number) =>
    (ledger.due.totalWith(which) - ledger.due.totalWith(which - 1)) / ledger.loan.scale.one;
  const arrearsOn = (date: string, lines: Parameters<typeof ledgerOf>[1]) => {
    const { arrears } = ledgerOf(NOTE, lines).standingOn(day(date));
    return arrears && [longDate(arrears.since), arrears.amount / ledger.loan.scale.one];
  };
  const FEE = ["2024-01-20", "lateCharge", 50] as const;

  test("not one that is made before its day", () =>
    expect(arrearsOn("2024-02-15", [FEE, ["2024-01-25", "receipt", payment(0)]])).toBeNull());

  test("and what is paid beyond the payment on its day pays the fee, not a later payment", () =>
    expect(
      arrearsOn("2024-04-02", [FEE, ["2024-02-01", "receipt", payment(0) + 50], ["2024-03-01", "receipt", payment(1)]]),
    ).toEqual(["April 1, 2024", payment(2)]));
});
