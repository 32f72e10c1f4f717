import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { CalculationError } from "../../../src/core/errors";
import { toNumber } from "../../../src/core/number/fraction";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANSCHEDULE } from "../../../src/functions/loan/loan";
import { isLoanTable, loansOfTable } from "../../../src/functions/loan/loanTable";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));

const TABLE = [
  ["Loan portfolio", "", "", "", "", "", ""],
  ["Loan no.", "Borrower", "Original principal", "Origination date", "Interest rate", "Term (months)", "Basis"],
  [1001, "Acme Corp", 100_000, serial(2024, 1, 1), 0.06, 60, "30/360"],
  ["", "", "", "", "", "", ""],
  [1002, "Best Inc", 250_000, serial(2023, 6, 15), 0.0725, 120, "Actual/360"],
  [1003, "Cole LLC", -5, "soon", 0.05, 12, ""],
  ["Total", "", 350_000, "", "", "", ""],
];

test("each row of a table is a loan under its number, or an error of its own", () => {
  const rows = loansOfTable("loans", TABLE);
  expect(rows.map(({ name, label }) => [name, label])).toEqual([
    ["loans row 3", "1001"],
    ["loans row 5", "1002"],
    ["loans row 6", "1003"],
  ]);
  const [first, second, third] = rows.map(({ loan }) => loan);
  if (first instanceof CalculationError || second instanceof CalculationError) throw first;
  expect(first && toNumber(first.terms.principal)).toBe(100_000);
  expect(second?.terms.interest.dayCount?.name).toBe("ACT/360");
  expect(second?.schedule.payments).toHaveLength(120);
  expect(third).toBeInstanceOf(CalculationError);
  expect((third as CalculationError).message).toBe(
    "loans row 6 has 2 faults: (1) loans row 6, column 3 (Principal) must be more than zero; received -5; " +
      '(2) loans row 6, column 4 (Start date) must be a date; received "soon"',
  );
});

test("a row of a table is the loan that its labels are on a sheet", () => {
  const [, headers = [], first = []] = TABLE;
  const sheet = headers.map((label, column) => [label, first[column]]);
  expect(LOANSCHEDULE([headers, first])).toEqual(LOANSCHEDULE(sheet));
});

test.each<[string, unknown[][], string]>([
  [
    "two loans for one",
    TABLE.slice(1, 5),
    "loan must hold one loan: below the headers one row (LOANPORTFOLIO takes a table of many); received 2 loans",
  ],
  [
    "no loan below the headers",
    TABLE.slice(1, 2),
    "loan must hold one loan: below the headers one row (LOANPORTFOLIO takes a table of many); received none",
  ],
  [
    "headers that are not understood, all at once",
    [
      ["Principal", "Start date", "Annual rate", "Number of payments", "Current balance", "Pament", "Rate change"],
      [1_000, serial(2024, 1, 1), 0.06, 12, 900, 86, serial(2024, 6, 1)],
    ],
    'loan has 3 faults: (1) loan row 1, column 5 must say which is meant: Principal (what was lent on the start date), Balance at (a date and what is owed on it, where the terms begin) or Stated figure; received "Current balance"; ' +
      '(2) loan row 1, column 6 must be a label of a loan sheet, such as Payment; received "Pament"; ' +
      '(3) loan row 1, column 7 must be left out of a table, as Rate change takes several values: give the loan its own sheet; received "Rate change"',
  ],
])("%s", (_case, table, message) => {
  expect(() => LOANSCHEDULE(table)).toThrow(expect.objectContaining({ code: "#VALUE!", message }));
});

test("a loan sheet, a schedule and words are no table", () => {
  expect(
    isLoanTable([
      ["Principal", 1_000],
      ["Start date", 45_292],
    ]),
  ).toBe(false);
  expect(
    isLoanTable([
      ["Date", "Payment", "Interest", "Principal", "Balance"],
      [45_292, 1, 1, 1, 1],
    ]),
  ).toBe(false);
  expect(isLoanTable([["", ""]])).toBe(false);
  expect(isLoanTable(TABLE)).toBe(true);
});
