import "../../support/customFunctions";
import fc from "fast-check";
import { serialOf } from "../../../src/functions/cells/arguments";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { EPSSTANDARDS } from "../../../src/functions/eps/epsStandards";
import { day } from "../../support/loanTerms";

const on = (date: string) => serialOf(day(date));
const PERIODS = ["Period end", "Months", "Net income", "Weighted shares"];
const TERMS = ["Security", "Type", "Number", "Exercise price", "Average price", "Period end"];
const [MARCH, JUNE] = [on("2002-03-31"), on("2002-06-30")];
const QUARTERS = [PERIODS, [MARCH, 3, 100_000, 50_000], [JUNE, 3, 100_000, 50_000]];
const TO_DATE =
  "ASC 260-10-55-3 averages the incremental shares of the quarters; IAS 33.37 computes the period on its own";

/** The row under some words: US GAAP, IFRS and the difference of the last column, and the clauses. */
function last(table: unknown[][], words: RegExp): unknown[] {
  return table.findLast(([label]) => words.test(String(label)))?.slice(-4) ?? [];
}

test("options that are in the money in one quarter: the average of the quarters beside the price of the half year", () => {
  const terms = [TERMS, ["Options", "option", 10_000, 20, 40, MARCH], ["Options", "option", 10_000, 20, 18, JUNE]];
  const table = EPSSTANDARDS(QUARTERS, null, null, terms);
  expect(table[0]?.slice(4, 5)).toEqual(["Six months ended June 30, 2002"]);
  expect(table[1]?.slice(-4)).toEqual(["US GAAP", "IFRS", "IFRS less US GAAP", "Clauses"]);
  // (10,000 × (1 - 20/40) + 0) ÷ 2; 10,000 × (1 - 20/29)
  const ifrs = 90_000 / 29;
  expect(last(table, /^Options/)).toEqual([2_500, expect.closeTo(ifrs, 9), expect.closeTo(ifrs - 2_500, 9), TO_DATE]);
  expect(last(table, /^Diluted net income per share/)).toEqual([3.81, 3.77, -0.04, TO_DATE]);
  expect(last(table, /^Basic net income per share/)).toEqual([4, 4, 0, ""]);
  const quarter = table.findLast(([label]) => label === "Options")?.slice(1, 4);
  expect(quarter).toEqual([0, 0, 0]);
});

test("contingent shares that came in the second quarter: weighted for it, or as they stand at the end", () => {
  const terms = [
    ["Security", "Type", "Number", "Period end", "Months"],
    ["Earn-out", "contingent", 0, MARCH, 3],
    ["Earn-out", "contingent", 5_000, JUNE, 3],
    ["Earn-out", "contingent", 5_000, JUNE, 6],
  ];
  const periods = [...QUARTERS, [JUNE, 6, 200_000, 50_000]];
  const clause =
    "ASC 260-10-45-49 weights the contingent shares of the quarters; IAS 33.52 takes those of the end of the period";
  expect(last(EPSSTANDARDS(periods, null, "IFRS", terms), /^Earn-out/)).toEqual([2_500, 5_000, 2_500, clause]);
  const withoutPeriod = EPSSTANDARDS(QUARTERS, null, null, terms.slice(0, 3));
  expect(last(withoutPeriod, /^Earn-out/)).toEqual([2_500, "", "", ""]);
  expect(String(withoutPeriod.at(-1)?.[0])).toMatch(/of the period itself where shares are contingent/);
});

test("an extraordinary item is none under IFRS, and belongs to continuing operations", () => {
  const header = ["Period end", "Months", "Net income", "Income before extraordinary item", "Weighted shares"];
  const table = EPSSTANDARDS([header, [on("1997-09-30"), 9, 62_745, 230_074, 298_356]]);
  const clause = "IAS 1.87 has nothing extraordinary, so that IAS 33.42 takes the item into continuing operations";
  expect(last(table, /^Basic income per share before/)).toEqual([0.77, 0.21, -0.56, clause]);
  expect(last(table, /^Extraordinary/)).toEqual([-167_329, 0, 167_329, clause]);
  expect(last(table, /^Diluted net income/)).toEqual([0.21, 0.21, 0, ""]);
});

describe("what is not known is blank, and said", () => {
  const given = [
    [...PERIODS, "Options"],
    [MARCH, 3, 100_000, 50_000, 500],
    [JUNE, 3, 100_000, 50_000, 700],
    [JUNE, 6, 200_000, 50_000, 650],
  ];

  test("bare counts tell IFRS nothing of a half year; basic earnings per share are known", () => {
    const table = EPSSTANDARDS(given);
    expect(last(table, /^Diluted net income per share/)).toEqual([3.95, "", "", ""]);
    expect(last(table, /^Basic net income per share/)).toEqual([4, 4, 0, ""]);
    expect(String(table.at(-1)?.[0])).toMatch(
      /^Six months ended June 30, 2002, diluted: not known under IFRS\. IAS 33\.37/,
    );
  });

  test("a half year of an IFRS filer takes under US GAAP the average of its quarters", () => {
    expect(last(EPSSTANDARDS(given, null, "IFRS"), /^Options/)).toEqual([600, 650, 50, TO_DATE]);
  });

  test("a year alone does not tell US GAAP its quarters", () => {
    const year = [
      [...PERIODS, "Options"],
      [on("2002-12-31"), 12, 100_000, 50_000, 500],
    ];
    const table = EPSSTANDARDS(year, null, "IFRS");
    expect(last(table, /^Diluted net income per share/)).toEqual(["", 1.98, "", ""]);
    expect(String(table.at(-1)?.[0])).toMatch(/not known under US GAAP\. ASC 260-10-55-3/);
  });

  test("a loss admits none under either, and is known", () => {
    const loss = [
      [...PERIODS, "Options"],
      [on("2002-12-31"), 12, -100_000, 50_000, 500],
    ];
    expect(last(EPSSTANDARDS(loss), /^Diluted net loss per share/)).toEqual([-2, -2, 0, ""]);
  });
});

test("what no figure tells is named below the lines", () => {
  const header = [...PERIODS, "Earnings allocated to participating securities"];
  const terms = [TERMS, ["Mandatory convertible preferred", "convertible preferred", 100, "", "", JUNE]];
  const notes = EPSSTANDARDS([header, [JUNE, 3, 100_000, 50_000, 500]], null, null, terms).map(([first]) =>
    String(first),
  );
  expect(notes.slice(-3)).toEqual([
    expect.stringContaining("IAS 33.A14"),
    expect.stringContaining("IAS 33.23"),
    expect.stringContaining("IAS 33.58"),
  ]);
});

const quarter = fc.record({
  income: fc.integer({ min: -100_000, max: 100_000 }),
  shares: fc.integer({ min: 1_000, max: 90_000 }),
  options: fc.integer({ min: 0, max: 9_000 }),
  price: fc.integer({ min: 5, max: 60 }),
});

test("each side is the exhibit of its own standard, and no line differs without a clause", () => {
  fc.assert(
    fc.property(fc.array(quarter, { minLength: 1, maxLength: 4 }), (quarters) => {
      const end = (index: number) => on(["2002-03-31", "2002-06-30", "2002-09-30", "2002-12-31"][index] ?? "");
      const periods = [PERIODS, ...quarters.map(({ income, shares }, index) => [end(index), 3, income, shares])];
      const terms = [TERMS, ...quarters.map((q, index) => ["Options", "option", q.options, 20, q.price, end(index)])];
      const both = EPSSTANDARDS(periods, null, null, terms).slice(2);
      const side = (from: number) => both.map((row) => row.slice(1, -1).filter((_cell, index) => index % 3 === from));
      const own = (standard: string) => EPSTABLE(periods, null, standard, terms).slice(2);
      const figures = (rows: unknown[][]) => rows.map((row) => row.slice(1));
      // Lines are alike but for those that one standard alone has: "(loss) income" is told over all columns.
      expect(side(0)).toEqual(figures(own("US GAAP")));
      expect(side(1)).toEqual(figures(own("IFRS")));
      for (const row of both) {
        const differs = row.slice(1, -1).some((cell, index) => index % 3 === 2 && cell !== "" && cell !== 0);
        expect(row.at(-1) !== "").toBe(differs);
      }
    }),
    { numRuns: 150 },
  );
});
