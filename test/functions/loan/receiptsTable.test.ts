import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANBALANCE } from "../../../src/functions/loan/loan";
import { LOANFINDINGS } from "../../../src/functions/loan/loanAgreement";
import { LOANROLLFORWARD } from "../../../src/functions/loan/ledger";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const sheet = (...rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => [...row, ...Array<unknown>(5 - row.length).fill("")]);
const CONTRACT = [
  ["Principal", 100_000],
  ["Start date", serial(2024, 1, 1)],
  ["Annual rate", 0.12],
  ["Day count", "ACT/365"],
  ["Number of payments", 24],
  ["Method", "level principal"],
];
const [FEBRUARY, EIGHTH, MARCH] = [serial(2024, 2, 1), serial(2024, 2, 8), serial(2024, 3, 1)];
const LABELLED = sheet(
  ...CONTRACT,
  ["Payment received", FEBRUARY, 500],
  ["Late charge", EIGHTH, 25],
  ["Payment received", MARCH, 2000],
);
const rollForward = (loan: unknown[][]) => LOANROLLFORWARD([[serial(2024, 2, 29)], [MARCH]], loan);

/** The same receipts, which bring 100,000 to 99,497.60 under the United States Rule, in the tables that people keep. */
test.each([
  [
    "a line each, with its type",
    [
      ["Date", "Type", "Amount"],
      [FEBRUARY, "Payment", 500],
      [EIGHTH, "Late charge", 25],
      [MARCH, "Payment received", 2000],
    ],
  ],
  [
    "the type under Received/Type, and notes",
    [
      ["Date", "Received/Type", "Amount", "Memo"],
      [FEBRUARY, "Receipt", 500, "check 101"],
      [EIGHTH, "Late charge", 25, "10 days"],
      [MARCH, "ACH", 2000, ""],
    ],
  ],
  [
    "by how each was received",
    [
      ["Date", "Type", "Amount"],
      [FEBRUARY, "Cash", 500],
      [EIGHTH, "Late charge", 25],
      [MARCH, "Wire", 2000],
    ],
  ],
  [
    "a column for each of what happened",
    [
      ["Date", "Payment received", "Late charge"],
      [FEBRUARY, 500, ""],
      [EIGHTH, "", 25],
      [MARCH, 2000, ""],
    ],
  ],
  [
    "the amount before the date",
    [
      ["Received", "Date", "Late fee"],
      [500, FEBRUARY, ""],
      ["", EIGHTH, 25],
      [2000, MARCH, ""],
    ],
  ],
])("%s", (_case, table) => {
  const loan = sheet(...CONTRACT, [], ["Receipts"], ...table);
  expect(rollForward(loan)).toEqual(rollForward(LABELLED));
  expect(LOANFINDINGS(loan)).toEqual(LOANFINDINGS(LABELLED));
});

test("receipts alone, beside a contract, are no schedule", () => {
  const receipts = [
    [FEBRUARY, 500],
    [MARCH, 2000],
  ] as const;
  const table = sheet(...CONTRACT, ["Date", "Payment received"], ...receipts);
  const labelled = sheet(...CONTRACT, ...receipts.map((receipt) => ["Payment received", ...receipt]));
  expect(LOANBALANCE([[MARCH]], table)).toEqual([[99_472.6]]);
  expect(rollForward(table)).toEqual(rollForward(labelled));
});

test("payments without a contract stay the schedule as it was paid", () => {
  const paid = sheet(
    ["Principal", 1000],
    ["Start date", serial(2024, 1, 1)],
    ["Annual rate", 0.12],
    ["Date", "Payment received"],
    [FEBRUARY, 100],
    [MARCH, 100],
  );
  expect(LOANBALANCE([[MARCH]], paid)).toEqual([[819.1]]);
});

test("labels go on below a table of receipts, and a line of another kind is refused with what it may be", () => {
  const below = sheet(
    ...CONTRACT.slice(0, 5),
    ["Date", "Type", "Amount"],
    [FEBRUARY, "Payment", 500],
    [EIGHTH, "Late charge", 25],
    [MARCH, "Payment", 2000],
    ["Method", "level principal"],
  );
  expect(rollForward(below)).toEqual(rollForward(LABELLED));
  const unknown = sheet(...CONTRACT, ["Date", "Type", "Amount"], [FEBRUARY, "Gift", 500]);
  expect(() => LOANBALANCE([[MARCH]], unknown)).toThrow(
    /row 8, column 2 must be what happened: .*Payment received.*"Gift"/,
  );
});

test.each([
  ["an amount", 25],
  ["a percentage", "5%"],
])("a late charge of %s alone is what each late payment costs", (_case, charge) => {
  const of = (label: string) => LOANFINDINGS(sheet(...CONTRACT, [label, charge], ["Payment received", MARCH, 2000]));
  expect(of("Late charge")).toEqual(of(typeof charge === "string" ? "Late charge rate" : "Late charge amount"));
});

test("a late charge of 5 alone could be 5 % or an amount of 5", () => {
  const loan = sheet(...CONTRACT, ["Late charge", 5], ["Payment received", MARCH, 2000]);
  expect(() => LOANBALANCE([[MARCH]], loan)).toThrow(
    'loan row 7, column 2 must be "5 %" of a late payment, or a Late charge amount of 5; received 5',
  );
});
