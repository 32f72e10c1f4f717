import "../support/customFunctions";
import { EPSTABLE } from "../../src/functions/epsPeriods";
import { serialOf } from "../../src/functions/arguments";
import { dayOf } from "../../src/core/calendar/civilDate";

const date = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const OPTIONS = "Dilutive common equivalent shares attributable to stock options (based on average market price)";
const WARRANTS = "Dilutive common equivalent shares attributable to warrants (based on average market price)";

/** HemaCare Corporation, Exhibit 11 to the quarterly report for September 30, 2002. */
const hemaCare = [
  ["Period end", "Months", "Net income", "Weighted shares", OPTIONS, WARRANTS],
  [date(2001, 9, 30), 3, 5_000, 7_541_024, 834_762, 50_788],
  [date(2001, 9, 30), 9, 377_000, 7_509_358, 698_224, 39_402],
  [date(2002, 9, 30), 3, -462_000, 7_737_946, "-", "-"],
  [date(2002, 9, 30), 9, -619_000, 7_647_197, "-", "-"],
];

describe("=EPSTABLE", () => {
  test("spills Exhibit 11 as HemaCare filed it", () => {
    expect(EPSTABLE(hemaCare)).toEqual([
      ["", "Three months ended September 30,", "", "Nine months ended September 30,", ""],
      ["", 2002, 2001, 2002, 2001],
      ["BASIC", "", "", "", ""],
      ["Weighted average common shares used to compute basic earnings per share", 7_737_946, 7_541_024, 7_647_197, 7_509_358],
      ["Net (loss) income", -462_000, 5_000, -619_000, 377_000],
      ["Basic net (loss) income per share", -0.06, 0, -0.08, 0.05],
      ["", "", "", "", ""],
      ["DILUTED", "", "", "", ""],
      ["Weighted average common shares used to compute basic earnings per share", 7_737_946, 7_541_024, 7_647_197, 7_509_358],
      [OPTIONS, 0, 834_762, 0, 698_224],
      [WARRANTS, 0, 50_788, 0, 39_402],
      ["Weighted average common shares and equivalents used to compute diluted earnings per share", 7_737_946, 8_426_574, 7_647_197, 8_246_984],
      ["Net (loss) income", -462_000, 5_000, -619_000, 377_000],
      ["Diluted net (loss) income per share", -0.06, 0, -0.08, 0.05],
    ]);
  });

  test("an earlier quarter, by date", () => {
    expect(EPSTABLE(hemaCare, date(2001, 12, 31)).slice(0, 2)).toEqual([
      ["", "Three months ended September 30,", "Nine months ended September 30,"],
      ["", 2001, 2001],
    ]);
  });
});

const end = (quarter: number) => date(2001, quarter * 3, [31, 30, 30, 31][quarter - 1] as number);
const row = (exhibit: any[][], label: string) => exhibit.filter(([first]) => first === label).map((line) => line.slice(1));
const first = (month: number) => date(2001, month, 1);
const last = (month: number) => first(month + 1) - 1;

/** FASB Statement 128, Illustration 1 (ASC 260-10-55-38 to 55-50): four quarters and the year, in whole months. */
const illustration1 = {
  periods: [
    ["Period end", "Months", "Net income", "Continuing income", "Preferred dividends", "Weighted shares"],
    [end(1), 3, 3_000_000, 3_000_000, 30_000, 10_000_000 / 3],
    [end(2), 3, 4_500_000, 4_500_000, 5_000, 11_300_000 / 3],
    [end(3), 3, -1_500_000, 500_000, 5_000, 12_800_000 / 3],
    [end(4), 3, -500_000, -500_000, 5_000, 4_600_000],
  ],
  securities: [
    ["Security", "Type", "Number", "Exercise price", "Average price", "Add-back", "From", "To", "Period end"],
    ["Convertible preferred", "convertible preferred", 600_000, "", "", 30_000, "", "", end(1)],
    ["Debentures", "convertible debt", 200_000, "", "", 60_000, "", "", end(1)],
    ["Warrants", "warrant", 500_000, 60, 59, "", "", "", end(1)],
    ["Convertible preferred", "convertible preferred", 1_300_000 / 3, "", "", 5_000, "", "", end(2)],
    ["Warrants", "warrant", 500_000, 60, 70, "", "", "", end(2)],
    ["Convertible preferred", "convertible preferred", 100_000, "", "", 5_000, "", "", end(3)],
    ["Warrants", "warrant", 500_000, 60, 71, "", "", last(8), end(3)],
    ["Convertible preferred", "convertible preferred", 100_000, "", "", 5_000, "", "", end(4)],
  ],
};

describe("quarters and year of SFAS 128, Illustration 1", () => {
  const { periods, securities } = illustration1;
  const asOf = (quarter: number) => EPSTABLE(periods, end(quarter), undefined, securities, undefined, undefined, undefined, 12);

  const figuresOf = (quarter: number) => {
    const exhibit = asOf(quarter);
    const eps = exhibit.filter(([label]) => / per share( from \w+ operations)?$/.test(label) && !/^(Weighted|Net)/.test(label));
    const shares = row(exhibit, "Weighted average common shares and equivalents used to compute diluted earnings per share")[0];
    return { shares: shares?.map(Math.trunc), eps: eps.map((line) => line.slice(1)) };
  };

  test.each([
    // basic then diluted; continuing, discontinued, net where the two differ; the quarter, then the year to date
    [1, [4_133_333], [[0.89], [0.74]]],
    [2, [4_271_428, 4_202_380], [[1.19, 2.1], [1.05, 1.8]]],
    [3, [4_418_309, 4_274_357], [[0.12, 2.1], [-0.47, -0.53], [-0.35, 1.57], [0.11, 1.89], [-0.45, -0.47], [-0.34, 1.42]]],
    // the loss of the fourth quarter admits none, yet the year keeps the quarters' counts: 308,333 and 50,000 and 30,768
    [4, [4_600_000, 4_380_767], [[-0.11, 1.87], [0, -0.5], [-0.11, 1.37], [-0.11, 1.73], [0, -0.46], [-0.11, 1.27]]],
  ])("quarter %i", (quarter, shares, eps) => {
    expect(figuresOf(quarter)).toEqual({ shares, eps });
  });
});
