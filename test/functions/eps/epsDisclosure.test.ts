import "../../support/customFunctions";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { ANTIDILUTIVE, EPSRECONCILIATION } from "../../../src/functions/eps/epsDisclosure";

/** HemaCare Corporation, Exhibit 11 to the quarterly report for September 30, 2002. */
const EXHIBIT_11_PERIODS = [
  ["Period end", "Months", "Net income", "Weighted shares", "Stock options", "Warrants"],
  [37_164, 3, 5_000, 7_541_024, 834_762, 50_788],
  [37_164, 9, 377_000, 7_509_358, 698_224, 39_402],
  [37_529, 3, -462_000, 7_737_946, 0, 0],
  [37_529, 9, -619_000, 7_647_197, 0, 0],
];
const OPTIONS = [
  ["Security", "Type", "Number", "Exercise price", "Average price", "Period end"],
  ["Options", "option", 1000, 5, 3, 45_657],
  ["RSUs", "RSU", 50, "", "", 45_657],
];
const YEAR = [
  ["Period end", "Months", "Net income", "Weighted shares"],
  [45_657, 12, -500, 1000],
];

test("the reconciliation of Exhibit 11 has its quarter and its nine months, and the exhibit's per-share figures", () => {
  const table = EPSRECONCILIATION(EXHIBIT_11_PERIODS);
  expect(table[0]).toEqual([
    "",
    ...["Three months ended September 30, 2002", "", ""],
    ...["Three months ended September 30, 2001", "", ""],
    ...["Nine months ended September 30, 2002", "", ""],
    ...["Nine months ended September 30, 2001", "", ""],
    "",
  ]);
  expect(table[1]).toEqual(["", ...Array(4).fill(["Income", "Shares", "Per share"]).flat(), "XBRL elements"]);
  const exhibit = EPSTABLE(EXHIBIT_11_PERIODS);
  const filed = (words: RegExp) => exhibit.find(([label]) => words.test(String(label)))?.slice(1);
  const perShare = (words: RegExp) =>
    table.find(([label]) => words.test(String(label)))?.filter((_cell, column) => column % 3 === 0 && column > 0);
  expect(perShare(/^Basic earnings per share/)).toEqual(filed(/^Basic .* per share$/));
  expect(perShare(/^Diluted earnings per share/)).toEqual(filed(/^Diluted .* per share$/));
});

test("what a loss leaves out is listed in gross numbers, with the reason and a total", () => {
  const element = "us-gaap:AntidilutiveSecuritiesExcludedFromComputationOfEarningsPerShareAmount";
  expect(ANTIDILUTIVE(YEAR, null, null, OPTIONS)).toEqual([
    ["Left out of diluted earnings per share", "Twelve months ended December 31, 2024", "Reason", "XBRL element"],
    ["Options", 1000, "out of the money: the exercise price of 5 is not below the average price of 3", element],
    ["RSUs", 50, "in a loss, more shares would make the loss of 0.5 a share smaller", element],
    ["Total", 1050, "", element],
  ]);
});

test("under IFRS a count of what is left out has no element: the taxonomy takes it as text", () => {
  expect(ANTIDILUTIVE(YEAR, null, "IFRS", OPTIONS).map((row) => row.at(-1))).toEqual([
    "XBRL element",
    "none",
    "none",
    "none",
  ]);
});

test("where nothing is left out the table says so", () => {
  expect(ANTIDILUTIVE(YEAR)).toEqual([
    ["Left out of diluted earnings per share", "Twelve months ended December 31, 2024", "Reason", "XBRL element"],
    ["None", "", "", ""],
  ]);
});

test("of nine months made of quarters the number under option is gross, and out of the money is told", () => {
  const periods = [
    ["Period end", "Months", "Net income", "Weighted shares"],
    [45_747, 3, 1_000, 1_000],
    [45_838, 3, -5_000, 1_000],
  ];
  const header = ["Security", "Type", "Number", "Exercise price", "Average price", "Period end"];
  const of = (exercise: number, average: number) => [
    header,
    ["Options", "option", 900, exercise, average, 45_747],
    ["Options", "option", 800, exercise, average, 45_838],
  ];
  // 800 at the end of the half year, whatever the average of what the quarters would add.
  expect(ANTIDILUTIVE(periods, null, null, of(5, 10))[1]?.slice(3, 5)).toEqual([
    800,
    "in a loss, more shares would make the loss of 4 a share smaller",
  ]);
  expect(ANTIDILUTIVE(periods, null, null, of(5, 3))[1]?.slice(3, 5)).toEqual([
    800,
    "out of the money: the exercise price of 5 is not below the average price of 3",
  ]);
});
