import { openHeadless } from "../../../src/engine/headless";

/** FASB Statement 128, Illustration 1 (ASC 260-10-55-38 to 55-50), from share events to the year, as cells of a sheet. */
const quarter = (row: number, month: number, net: number, continuing: number, dividends: number) => [
  `=EOMONTH(DATE(2001,${month},1),2)`,
  3,
  net,
  continuing,
  dividends,
  `=WEIGHTEDSHARES(DATE(2001,${month},1),A${row},3300000,A20:C24,"months",DATE(2001,1,1))`,
];
const PERIODS = [
  ["Period end", "Months", "Net income", "Continuing income", "Preferred dividends", "Weighted shares"],
  quarter(2, 1, 3_000_000, 3_000_000, 30_000),
  quarter(3, 4, 4_500_000, 4_500_000, 5_000),
  quarter(4, 7, -1_500_000, 500_000, 5_000),
  quarter(5, 10, -500_000, -500_000, 5_000),
];
const CHANGES = [
  ["Date", "Kind", "Quantity"],
  ["=DATE(2001,3,1)", "issue", 100_000],
  ["=DATE(2001,4,1)", "conversion", 200_000],
  ["=DATE(2001,6,1)", "conversion", 500_000],
  ["=DATE(2001,9,1)", "exercise", 500_000],
];
const SECURITIES = [
  ["Security", "Class", "Type", "Number", "Exercise price", "Average price", "Add-back", "To", "Period end"],
  ["Preferred left", "Preferred", "convertible preferred", 600_000, "", "", 30_000, "", "=A2"],
  ["Debentures", "", "convertible debt", 200_000, "", "", 60_000, "", "=A2"],
  ["Warrants", "", "warrant", 500_000, 60, 59, "", "", "=A2"],
  ["Preferred left", "Preferred", "convertible preferred", 100_000, "", "", 5_000, "", "=A3"],
  ["Preferred converted", "Preferred", "convertible preferred", 500_000, "", "", "", "=DATE(2001,5,31)", "=A3"],
  ["Warrants", "", "warrant", 500_000, 60, 70, "", "", "=A3"],
  ["Preferred left", "Preferred", "convertible preferred", 100_000, "", "", 5_000, "", "=A4"],
  ["Warrants", "", "warrant", 500_000, 60, 71, "", "=DATE(2001,8,31)", "=A4"],
  ["Preferred left", "Preferred", "convertible preferred", 100_000, "", "", 5_000, "", "=A5"],
];

test("four quarters and the year, from the cells of a sheet", async () => {
  const book = await openHeadless();
  await book.set("A20", CHANGES);
  await book.set("A1", PERIODS);
  await book.set("H1", SECURITIES);
  await book.set("A40", [["=EPSYTD(A1:F5,,H1:P10)"]]);
  await book.set("A60", [['=EPSTABLE(A1:F5,DATE(2001,9,30),"US GAAP",H1:P10)']]);
  await book.set("K60", [['=DILUTEDEPS(D3,F3,H1:P10,E3,2,,,DATE(2001,4,1),A3,"months")']]);
  const shown = (range: string) =>
    book.read(range).map((row) => row.map((cell) => (typeof cell === "number" ? Math.round(cell * 100) / 100 : cell)));

  expect(shown("G40:N44")).toEqual([
    [
      "Preferred",
      "Debentures",
      "Warrants",
      "Diluted shares",
      "Basic EPS",
      "Diluted EPS",
      "Basic EPS continuing",
      "Diluted EPS continuing",
    ],
    [600_000, 200_000, 0, 4_133_333.33, 0.89, 0.74, 0.89, 0.74],
    [516_666.67, 100_000, 35_714.29, 4_202_380.95, 2.1, 1.8, 2.1, 1.8],
    [377_777.78, 66_666.67, 41_023.92, 4_274_357.25, 1.57, 1.42, 2.1, 1.89],
    [308_333.33, 50_000, 30_767.94, 4_380_767.94, 1.37, 1.27, 1.87, 1.73], // printed: 308,333, 50,000, 30,768 and 4,380,767
  ]);
  expect(shown("A60:C61")).toEqual([
    ["", "Three months ended September 30,", "Nine months ended September 30,"],
    ["", 2001, 2001],
  ]);
  expect(shown("K60:K60")).toEqual([[1.05]]);
  book.dispose();
});
