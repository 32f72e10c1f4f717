/** The work of a function by the size of what it is given: linear or better, by counted operations. */
import "../support/customFunctions";
import type { Cell, Range } from "../../src/functions/cells/arguments";
import { implementations } from "../../src/functions/implementations";
import { countedOperations } from "../support/countedOperations";

type Call = readonly [name: string, ...values: readonly unknown[]];

const START = 36_526;

/** Another name for each reading, so that none is one that was kept. */
let reading = 0;

function loanSheet(payments: number, ...rows: Cell[][]): Range {
  reading += 1;
  return [
    ["Loan", `Loan ${reading}`],
    ["Principal", 500_000],
    ["Start date", START],
    ["Annual rate", 0.06],
    ["Number of payments", payments],
    ["Payment frequency", "weekly"],
    ...rows,
  ];
}

const listOf = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => item(at));

function printedSchedule(lines: number): Range {
  reading += 1;
  const rows = listOf(lines, (line) => [START + 7 * line, line === 0 ? "" : 10, 1_000_000 - 10 * line]);
  return [["Loan", `Printed ${reading}`, ""], ["Annual rate", 0, ""], ["Date", "Payment", "Balance"], ...rows];
}

function loanTable(loans: number): Range {
  const rows = listOf(loans, (at) => [`Loan ${at}`, 1000 + at, START, 0.06, 12]);
  return [["Loan", "Principal", "Start date", "Annual rate", "Number of payments"], ...rows];
}

function securities(count: number): Range {
  reading += 1;
  const rows = listOf(count, (at) => [`Grant ${reading} ${at}`, "option", 100 + at, 1 + at / 1000, 20]);
  return [["Security", "Type", "Number", "Exercise price", "Average price"], ...rows];
}

function periods(count: number): Range {
  const rows = listOf(count, (at) => [36_616 + Math.round(91.3125 * at), 3, 250_000 + at, 7_800_000]);
  return [["Period end", "Months", "Net income", "Weighted average shares"], ...rows];
}

const column = (count: number, first: number) => listOf(count, (at) => [first + at]);

const CASES: readonly (readonly [what: string, sizes: readonly number[], call: (size: number) => Call])[] = [
  ["a schedule of 10 to 5,000 payments", [10, 100, 1000, 5000], (n) => ["LOANSCHEDULE", loanSheet(n)]],
  ["the same by actual days", [10, 100, 1000, 5000], (n) => ["LOANSCHEDULE", loanSheet(n, ["Day count", "ACT/360"])]],
  [
    "a balance on each of as many days",
    [10, 100, 1000, 5000],
    (n) => ["LOANBALANCE", column(n, START), loanSheet(n, ["Balance between dates", "principal and interest"])],
  ],
  [
    "10 to 5,000 extra payments",
    [10, 100, 1000, 5000],
    (n) => [
      "LOANBALANCE",
      START + 40,
      loanSheet(5000, ...listOf(n, (at) => ["Extra payment", START + 1 + (at % 3), 1])),
    ],
  ],
  [
    "10 to 2,000 changes of the rate",
    [10, 100, 1000, 2000],
    (n) => [
      "LOANBALANCE",
      column(n, START),
      loanSheet(5000, ...listOf(n, (at) => ["Rate change", START + 1 + 7 * at, 0.05 + at / 1e6])),
    ],
  ],
  [
    "a printed schedule of 10 to 5,000 lines",
    [10, 100, 1000, 5000],
    (n) => ["LOANBALANCE", column(n, START), printedSchedule(n)],
  ],
  ["a table of 10 to 1,000 loans", [10, 100, 1000], (n) => ["LOANPORTFOLIO", START + 40, loanTable(n)]],
  ["a table of 1 to 1,000 securities", [1, 10, 100, 1000], (n) => ["DILUTEDEPS", 5_000_000, 900_000, securities(n)]],
  ["a column of 10 to 100,000 earnings", [10, 1000, 100_000], (n) => ["BASICEPS", column(n, 1000), column(n, 500)]],
  [
    "a table of 10 to 10,000 changes of shares",
    [10, 1000, 10_000],
    (n) => ["WEIGHTEDSHARES", START, START + 365, 1_000_000, listOf(n, (at) => [START + 1 + (at % 360), "issue", 100])],
  ],
  [
    "balances on 10 to 100,000 days",
    [10, 1000, 100_000],
    (n) => ["LOANBALANCE", listOf(n, (at) => [START + (at % 2500)]), loanSheet(360)],
  ],
  ["a table of 10 to 4,000 periods", [10, 100, 1000, 4000], (n) => ["EPSTABLE", periods(n)]],
];

/** A search in a sorted list takes a step more where the list is twice as long, and so does its sorting: no other growth. */
const ROOM = 1.4;

test.each(CASES)("%s", (_what, sizes, call) => {
  const [first, ...given] = call(sizes[0] ?? 1);
  expect(() => implementations[first]?.(...given)).not.toThrow();
  const operations = sizes.map((size) => {
    const [name, ...values] = call(size);
    return countedOperations(() => void implementations[name]?.(...values));
  });
  for (const [at, size] of sizes.slice(1).entries()) {
    const [before, after] = [operations[at] ?? NaN, operations[at + 1] ?? NaN];
    const times = after / before;
    expect({ size, times: times <= (ROOM * size) / (sizes[at] ?? NaN) ? "linear" : times }).toEqual({
      size,
      times: "linear",
    });
  }
});

test("a count grows with the work", () => {
  const counted = (n: number) => countedOperations(() => void implementations.BASICEPS?.(column(n, 1), column(n, 5)));
  expect(counted(2000) / counted(1000)).toBeCloseTo(2, 1);
});
