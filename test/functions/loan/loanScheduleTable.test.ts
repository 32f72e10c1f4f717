import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANSCHEDULE } from "../../../src/functions/loan/loan";

const serial = (month: number, day: number) => serialOf(dayOf(2024, month, day));

/** 1,000 at 12 % in three payments, each line: date, opening, payment, interest, principal, balance. */
const LINES = [
  [serial(2, 1), 1_000, 340.02, 10, 330.02, 669.98],
  [serial(3, 1), 669.98, 340.02, 6.7, 333.32, 336.66],
  [serial(4, 1), 336.66, 340.03, 3.37, 336.66, 0],
] as const;
type Column = 0 | 1 | 2 | 3 | 4 | 5;

function sheet(headers: readonly (readonly [string, Column | "none"])[]): unknown[][] {
  const width = Math.max(2, headers.length);
  const padded = (row: readonly unknown[]) => [...row, ...Array.from({ length: width - row.length }, () => "")];
  return [
    padded(["Principal", 1_000]),
    padded(["Start date", serial(1, 1)]),
    padded(["Annual rate", 0.12]),
    padded(headers.map(([header]) => header)),
    ...LINES.map((line, index) => padded(headers.map(([, column]) => (column === "none" ? index + 1 : line[column])))),
  ];
}

const ALL: readonly (readonly [string, Column | "none"])[] = [
  ["Date", 0],
  ["Opening", 1],
  ["Payment", 2],
  ["Interest", 3],
  ["Principal", 4],
  ["Balance", 5],
];

test.each<[string, readonly (readonly [string, Column | "none"])[]]>([
  [
    "Excel's template",
    [
      ["PMT NO", "none"],
      ["PAYMENT DATE", 0],
      ["BEGINNING BALANCE", 1],
      ["SCHEDULED PAYMENT", 2],
      ["TOTAL PAYMENT", 2],
      ["PRINCIPAL", 4],
      ["INTEREST", 3],
      ["ENDING BALANCE", 5],
      ["CUMULATIVE INTEREST", "none"],
    ],
  ],
  [
    "a bank's letter",
    [
      ["Pmt #", "none"],
      ["Due Date", 0],
      ["Beg. Bal.", 1],
      ["Total Payment", 2],
      ["Interest Paid", 3],
      ["Principal Paid", 4],
      ["Ending Principal", 5],
    ],
  ],
  [
    "a table of an exhibit",
    [
      ["PmtNo.", "none"],
      ["Payment Due Date", 0],
      ["Beginning Principal", 1],
      ["Installment", 2],
      ["Interest Portion", 3],
      ["Principal Payment", 4],
      ["Unpaid Principal Balance", 5],
    ],
  ],
  [
    "misspelt, with a year",
    [
      ["Year", "none"],
      ["Date", 0],
      ["Start Balance", 1],
      ["P & I", 2],
      ["Interest", 3],
      ["Principle", 4],
      ["End Balance", 5],
    ],
  ],
])("a printed schedule under the headers of %s is read", (_source, headers) => {
  expect(LOANSCHEDULE(sheet(headers))).toEqual(LOANSCHEDULE(sheet(ALL)));
});

test("what is paid extra in a column of its own is paid, where no total has it in it", () => {
  const parts = sheet([
    ["Date", 0],
    ["Scheduled payment", 3],
    ["Extra principal", 4],
    ["Balance", 5],
  ]);
  const total = sheet([
    ["Date", 0],
    ["Payment", 2],
    ["Balance", 5],
  ]);
  expect(LOANSCHEDULE(parts)).toEqual(LOANSCHEDULE(total));
  const both = sheet([
    ["Date", 0],
    ["Total payment", 2],
    ["Extra payment", 4],
    ["Balance", 5],
  ]);
  expect(LOANSCHEDULE(both)).toEqual(LOANSCHEDULE(total));
});

test.each([
  ["Debit", "must be Payment or Advance, as debit and credit lower the loan for one party and raise it for the other"],
  ["Mood", "must head a column of a schedule"],
])("a column of %s is refused", (header, rule) => {
  const headers = [...ALL, [header, 2] as const];
  expect(() => LOANSCHEDULE(sheet(headers))).toThrow(
    expect.objectContaining({ message: expect.stringContaining(rule) }),
  );
});
