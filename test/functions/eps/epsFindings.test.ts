import "../../support/customFunctions";
import { EPSFINDINGS } from "../../../src/functions/eps/epsFindings";

const HEADER = ["Clause", "Period", "Finding", "Stated", "Computed", "Difference", "Cause"];
const NONE = ["", "", "No disagreement found", "", "", "", ""];
const PERIODS = ["Period end", "Months", "Net income", "Weighted shares"];
const PRINTED = ["Period end", "Months", "Line", "Printed", "Unit"];
/** HemaCare Corporation, Exhibit 11 to the quarterly report for September 30, 2002, as filed. */
const HEMACARE = [
  [...PERIODS, "Stock options", "Warrants"],
  [37_164, 3, 5_000, 7_541_024, 834_762, 50_788],
  [37_164, 9, 377_000, 7_509_358, 698_224, 39_402],
  [37_529, 3, -462_000, 7_737_946, 0, 0],
  [37_529, 9, -619_000, 7_647_197, 0, 0],
];
const filed = (...lines: readonly (readonly [end: number, months: number, line: string, printed: unknown])[]) => [
  PRINTED,
  ...lines.map((line) => [...line, 0.01]),
];

test("the per-share figures of Exhibit 11 follow from its own shares and income", () => {
  const printed = filed(
    [37_529, 3, "Basic earnings per share", "$ (0.06)"],
    [37_529, 9, "Diluted earnings per share", -0.08],
    [37_164, 3, "Diluted earnings per share", 0],
    [37_164, 9, "Basic earnings per share", 0.05],
  );
  expect(EPSFINDINGS(HEMACARE, printed)).toEqual([HEADER, NONE]);
});

test("a figure one cent beside is found, with its period, its clause and the difference", () => {
  expect(EPSFINDINGS(HEMACARE, filed([37_529, 9, "Basic earnings per share", -0.09]))).toEqual([
    HEADER,
    ["ASC 260-10-45-10", "9 months to September 30, 2002", "Basic earnings per share", -0.09, -0.08, 0.01, ""],
  ]);
});

test("potential shares in a loss are the cause where they alone give the printed figure", () => {
  const periods = [
    [...PERIODS, "Stock options"],
    [37_529, 3, -1_000, 1_000, 100],
  ];
  expect(EPSFINDINGS(periods, filed([37_529, 3, "Diluted earnings per share", -0.91]))[1]).toEqual([
    "ASC 260-10-45-19",
    "3 months to September 30, 2002",
    "Diluted earnings per share",
    -0.91,
    -1,
    -0.09,
    "Equals the figure with Stock options, antidilutive, included in a loss",
  ]);
});

test("a figure that incomes and shares in thousands can give is not found; one that they cannot is", () => {
  // 14,500 and 100,000, each to the thousand: anything from 14,000 / 100,500 to 15,000 / 99,500, so 0.14 or 0.15.
  const periods = [PERIODS, [37_529, 3, 14_500, 100_000]];
  const printed = filed([37_529, 3, "Basic earnings per share", 0.14]);
  expect(EPSFINDINGS(periods, printed)[1]?.[3]).toBe(0.14);
  expect(EPSFINDINGS(periods, printed, 1000)).toEqual([HEADER, NONE]);
  expect(EPSFINDINGS(periods, filed([37_529, 3, "Basic earnings per share", 0.12]), 1000)[1]?.[3]).toBe(0.12);
});

test("a year to date is held against its quarters, and one that is not given is made of them", () => {
  const quarters = [PERIODS, [37_346, 3, 100, 1_000], [37_437, 3, 200, 1_000]];
  expect(EPSFINDINGS(quarters, filed([37_437, 6, "Basic earnings per share", 0.3]))).toEqual([HEADER, NONE]);
  expect(
    EPSFINDINGS([...quarters, [37_437, 6, 350, 1_000]], filed([37_437, 6, "Basic earnings per share", 0.35])),
  ).toEqual([
    HEADER,
    ["", "6 months to June 30, 2002", "Net income: the quarters less the year to date", "", "", -50, ""],
  ]);
});

test("lines that are no per-share figures are named, and not dropped", () => {
  const printed = filed([37_529, 3, "Net income", -462_000], [37_529, 3, "Basic earnings per share", -0.06]);
  expect(EPSFINDINGS(HEMACARE, printed)).toEqual([HEADER, NONE, ["", "", "Not read: Net income", "", "", "", ""]]);
});

test("a figure of a period that the table has not is refused", () => {
  expect(() => EPSFINDINGS(HEMACARE, filed([37_621, 12, "Basic earnings per share", 0.1]))).toThrow(
    "printed row 2 must be of a period that the table has figures for; received 12 months to 2002-12-31",
  );
});
