import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedPeriod } from "../../../src/workbook/actionTypes";
import { guessMapping, readCsv, readCsvPeriods } from "../../../src/workbook/import/csv";
import { readImport } from "../../../src/workbook/import/readImport";
import { EXHIBIT_11 } from "../../support/exhibit11";

const QUARTERS = [
  "Quarter ended,Months,Net income,Weighted average shares,Stock options,Diluted EPS,Prepared by",
  '2002-09-30,3,"(462,000)","7,737,946",-,(0.06),JL',
  '"September 30, 2001",3,"$5,000",7541024,834762,0.00,JL',
].join("\n");

describe("a CSV file of periods", () => {
  test("is read by its headers, figures as filings print them", () => {
    expect(readCsvPeriods(readCsv(QUARTERS))).toEqual({
      source: "CSV",
      periods: [
        {
          periodEnd: 37_529,
          months: 3,
          netIncome: -462_000,
          weightedShares: 7_737_946,
          securities: { "Stock options": 0 },
          printed: { dilutedEps: -0.06 },
        },
        {
          periodEnd: 37_164,
          months: 3,
          netIncome: 5_000,
          weightedShares: 7_541_024,
          securities: { "Stock options": 834_762 },
          printed: { dilutedEps: 0 },
        },
      ],
      remarks: ["1 column left out: Prepared by."],
    });
  });

  test.each([
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("may have %s between its columns", (_name, delimiter) => {
    const text = `Date${delimiter}Net income${delimiter}Weighted shares\n9/30/2002${delimiter}5000${delimiter}7541024`;
    expect(readCsvPeriods(readCsv(text)).periods).toEqual([
      { periodEnd: 37_529, months: 3, netIncome: 5_000, weightedShares: 7_541_024, securities: {}, printed: {} },
    ]);
  });

  test("takes the columns that the user chose", () => {
    const file = readCsv("A,B,C,D\n2002-09-30,5000,7541024,834762");
    expect(guessMapping(file)).toEqual(["Leave out", "Leave out", "Leave out", "Leave out"]);
    const { periods } = readCsvPeriods(file, ["Period end", "Net income", "Weighted shares", "Security"]);
    expect(periods[0]).toMatchObject({ netIncome: 5_000, securities: { D: 834_762 } });
  });

  test.each([
    ["1,234-", -1234],
    ["$ (1,234)", -1234],
    ["¥3", 3],
    ["--", 0],
    ["—", 0],
  ])("reads %s as %d", (printed, netIncome) => {
    const file = readCsv(`Date;Net income;Weighted shares\n2002-09-30;${printed};7541024`);
    expect(readCsvPeriods(file).periods).toMatchObject([{ netIncome }]);
  });

  test.each(["(1,234", "1 234", "12.5%", "1,23", "-----", "1.234,56", "5 (a)"])(
    "refuses %s for an amount",
    (printed) => {
      const file = readCsv(`Date;Net income;Weighted shares\n2002-09-30;${printed};7541024`);
      expect(() => readCsvPeriods(file)).toThrow(
        `Row 2, Net income must be a figure such as 1,234 or (1,234); received "${printed}".`,
      );
    },
  );

  test("dates of Europe are read where no other reading makes dates of all rows", () => {
    const ends = (...dates: string[]) =>
      readCsvPeriods(
        readCsv(`Date;Net income;Weighted shares\n${dates.map((date) => `${date};5;7`).join("\n")}`),
      ).periods.map(({ periodEnd }) => periodEnd);
    expect(ends("31/03/2024", "30/06/2024", "05/07/2024")).toEqual([45_382, 45_473, 45_478]);
    expect(ends("03/31/2024", "06/30/2024", "05/07/2024")).toEqual([45_382, 45_473, 45_419]);
    expect(ends("31.03.2024")).toEqual([45_382]);
    expect(() => ends("31/03/2024", "03/31/2024")).toThrow("Row 2, the period end must be a date");
  });

  test("a split, deductions, and the line of continuing operations have columns", () => {
    const text = [
      "Quarter ended,Net income,Loss from discontinued operations,Preferred dividends,Noncontrolling interest,Deemed dividends,Basic shares,Split factor,Basic EPS,Basic EPS continuing operations",
      "2024-03-31,1000,(200),100,50,10,1000,2,0.84,1.04",
    ].join("\n");
    expect(readCsvPeriods(readCsv(text)).periods[0]).toMatchObject({
      continuingIncome: 1_200,
      preferredDividends: 100,
      noncontrollingInterest: 50,
      deductions: { "Deemed dividends": 10 },
      splitFactor: 2,
      printed: { basicEps: 0.84, basicContinuingEps: 1.04 },
    });
  });

  test.each([
    ["no rows", "Date,Net income", "needs a header row and at least one row"],
    ["no column of shares", "Date,Net income\n2002-09-30,5", "Choose the column that holds weighted shares."],
    [
      "text for a figure",
      QUARTERS.replace("-,(0.06)", "many,(0.06)"),
      'Row 2, Stock options must be a figure such as 1,234 or (1,234); received "many".',
    ],
    [
      "a day that does not exist",
      QUARTERS.replace("2002-09-30", "2002-09-31"),
      'Row 2, the period end must be a date such as 2002-09-30 or 9/30/2002; received "2002-09-31".',
    ],
  ])("%s is refused with words", (_case, text, words) => {
    expect(() => readCsvPeriods(readCsv(text))).toThrow(words);
  });
});

test("a file or a paste shows by itself what it is", () => {
  expect(readImport(QUARTERS)).toMatchObject({
    preview: { source: "CSV" },
    csv: { file: { headers: expect.arrayContaining(["Months"]) } },
  });
  expect(readImport(EXHIBIT_11)).toMatchObject({ preview: { source: "Exhibit 11" } });
  expect(() => readImport("{}")).toThrow("no company-facts file");
});

test("the periods of the examples are read whole, and are those of Exhibit 11", () => {
  const { preview } = readImport(readFileSync(join(__dirname, "../../../examples/periods.csv"), "utf8"));
  expect(preview.remarks).toEqual([]);
  const order = (periods: readonly ImportedPeriod[]) =>
    [...periods].sort((a, b) => a.periodEnd - b.periodEnd || a.months - b.months);
  const figures = ({ periodEnd, months, netIncome, weightedShares, securities }: ImportedPeriod) => [
    periodEnd,
    months,
    netIncome,
    weightedShares,
    ...Object.values(securities ?? {}),
  ];
  const filed = readImport(EXHIBIT_11).preview.periods;
  expect(order(preview.periods).map(figures)).toEqual(order(filed).map(figures));
  expect(preview.periods.map(({ printed }) => printed?.dilutedEps)).toEqual([0, 0.05, -0.06, -0.08]);
});
