import "../../support/customFunctions";
import fc from "fast-check";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANLEDGER } from "../../../src/functions/loan/loanLedger";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const [START, FEBRUARY, EIGHTH, MARCH] = [
  serial(2024, 1, 1),
  serial(2024, 2, 1),
  serial(2024, 2, 8),
  serial(2024, 3, 1),
];
const contract = (...rows: readonly (readonly unknown[])[]) =>
  [
    ["Principal", 100_000],
    ["Start date", START],
    ["Annual rate", 0.12],
    ["Day count", "ACT/365"],
    ["Number of payments", 24],
    ["Method", "level principal"],
    ...rows,
  ].map((row) => [...row, ...Array<unknown>(3 - row.length).fill("")]);

test("the United States Rule, line by line: a payment short of the interest leaves interest that bears none", () => {
  const lines = LOANLEDGER(
    undefined,
    contract(["Payment received", FEBRUARY, 500], ["Late charge", EIGHTH, 25], ["Payment received", MARCH, 2000]),
  );
  const received = lines.filter(([, line]) => line !== "Interest due");
  expect(received).toEqual([
    [
      ...["Date", "Line", "Amount", "Interest", "To fees", "To interest", "To principal"],
      ...["Principal", "Interest owed", "Fees owed"],
    ],
    [START, "Principal", 100_000, 0, 0, 0, 0, 100_000, 0, 0],
    [FEBRUARY, "Payment received", 500, expect.any(Number), 0, 500, 0, 100_000, 519.18, 0],
    [EIGHTH, "Late charge", 25, expect.any(Number), 0, 0, 0, 100_000, expect.any(Number), 25],
    [MARCH, "Payment received", 2000, expect.any(Number), 25, 1472.6, 502.4, 99_497.6, 0, 0],
  ]);
  const accrued = lines.slice(1).reduce((sum, line) => sum + Math.round(Number(line[3]) * 100), 0);
  expect(accrued).toBe(101_918 + 95_342);
});

test("lines end with the day asked for, and a loan without receipts has none", () => {
  const rows = contract(["Payment received", FEBRUARY, 500], ["Payment received", MARCH, 2000]);
  expect(LOANLEDGER(EIGHTH, rows).at(-1)?.[0]).toBe(FEBRUARY);
  expect(() => LOANLEDGER(undefined, contract())).toThrow("must have payments received or charges");
});

test("every line foots, kind by kind", () => {
  const amount = fc.integer({ min: 1, max: 300_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), amount), { minLength: 1, maxLength: 6 }),
      (paid) => {
        const rows = paid.map(([day, value]) => ["Payment received", START + day, value]);
        const lines = LOANLEDGER(undefined, contract(...rows, ["Fee", EIGHTH, 40])).slice(1);
        const cents = (value: unknown) => Math.round(Number(value) * 100);
        lines.slice(1).forEach((line, index) => {
          const before = lines[index] ?? line;
          const [, words, value, interest, toFees, toInterest, toPrincipal, principal, owed, fees] = line;
          const charged = words === "Fee" ? cents(value) : 0;
          expect(cents(principal)).toBe(cents(before[7]) - cents(toPrincipal));
          expect(cents(owed)).toBe(cents(before[8]) + cents(interest) - cents(toInterest));
          expect(cents(fees)).toBe(cents(before[9]) + charged - cents(toFees));
          if (words === "Payment received")
            expect(cents(value)).toBe(cents(toFees) + cents(toInterest) + cents(toPrincipal));
        });
      },
    ),
    { numRuns: 60 },
  );
});
