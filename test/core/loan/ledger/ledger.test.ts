import { longDate } from "../../../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../../../src/core/calendar/dayCounts";
import type { Ledger } from "../../../../src/core/loan/ledger/ledger";
import { ledgerOf } from "../../../support/ledgerTerms";
import { loanTerms } from "../../../support/loanTerms";

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
