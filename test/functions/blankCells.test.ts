import "../support/customFunctions";
import { DAYCOUNT } from "../../src/functions/loan/dayCount";
import { DILUTEDEPS, DILUTEDSHARES } from "../../src/functions/eps/dilution";
import { DILUTIONSTEPS } from "../../src/functions/eps/dilutionSteps";
import { BASICEPS, INCREMENTALSHARES } from "../../src/functions/eps/eps";
import { EPSTABLE, EPSYTD } from "../../src/functions/eps/epsPeriods";
import { LOANBALANCE } from "../../src/functions/loan/loan";
import { TWOCLASSEPS } from "../../src/functions/eps/twoClass";
import { WEIGHTEDSHARES } from "../../src/functions/eps/weightedShares";

/** Blank cells of a range arrive as "" from a program, as null in Excel on the web, and as 0 in Excel for Windows and Mac. */
const filledWith = (blank: unknown, table: readonly (readonly unknown[])[]) =>
  table.map((row) => row.map((cell) => (cell === "" ? blank : cell)));

const one = (value: unknown) => [[value]];
const [MARCH, JUNE] = [45_016, 45_107]; // 2023

const PERIODS = [
  [
    "Period end",
    "Months",
    "Net income",
    "Continuing income",
    "Preferred dividends",
    "Weighted shares",
    "Options",
    "Notes",
    "Notes add-back",
    "Split factor",
  ],
  [MARCH, 3, 900, "", "", 500, 20, 50, 10, ""],
  ["", "", "", "", "", "", "", "", "", ""],
  [JUNE, 3, -200, 300, 5, 1_000, 40, "", "", 2],
  [JUNE, 6, 700, 1_200, 5, 1_000, "", "", "", ""],
];

const SECURITIES = [
  [
    "Security",
    "Class",
    "Type",
    "Number",
    "Conversion ratio",
    "Exercise price",
    "Average price",
    "Unrecognized cost",
    "Add-back",
    "From",
    "To",
    "Months",
    "Period end",
  ],
  ["Grant A", "Stock options", "option", 100, "", 10, 25, "", "", "", "", "", MARCH],
  ["Grant B", "Stock options", "option", 100, "", 20, 25, 50, "", "", "", "", MARCH],
  ["Bonds", "", "convertible debt", 10, 4, "", "", "", 20, 44_960, "", "", MARCH],
  ["", "", "RSU", 30, "", "", "", "", "", "", 45_000, "", MARCH],
  ["Grant A", "Stock options", "option", 200, "", 5, 15, "", "", "", "", "", JUNE],
];

const CLASSES = [
  [
    "Class",
    "Shares",
    "Dividends",
    "Dividend per share",
    "Shares losses",
    "Incremental shares",
    "Converts into",
    "Conversion ratio",
  ],
  ["A", 100, "", 1, "yes", 10, "", ""],
  ["B", 50, 30, "", "", "", "A", 2],
  ["C", 40, "", "", "", "", "A", ""],
];

const CHANGES = [
  ["Date", "Kind", "Quantity", "Exercise price", "Market price"],
  [44_960, "issue", 40, "", ""],
  ["", "", "", "", ""],
  [44_990, "rights", 50, 8, 12],
];

describe.each([
  ["0", 0],
  ["null", null],
])("blank cells that arrive as %s say what blanks say", (_name, blank) => {
  const same = (answerTo: (table: (blankTable: typeof PERIODS) => any[][]) => unknown) =>
    expect(answerTo((table) => filledWith(blank, table))).toEqual(answerTo((table) => filledWith("", table)));

  test.each(["US GAAP", "IFRS"])("EPSYTD and EPSTABLE, %s", (standard) => {
    const periods = PERIODS.slice(0, 2);
    same((as) => EPSYTD(as(PERIODS)));
    same((as) => EPSTABLE(as(PERIODS)));
    same((as) => EPSYTD(as(periods), standard, as(SECURITIES.slice(0, 5) as any[][])));
    same((as) => EPSTABLE(as(periods), undefined, standard, as(SECURITIES.slice(0, 5) as any[][])));
  });

  test("a securities table of one period", () => {
    const period = [44_927, MARCH] as const;
    same((as) =>
      DILUTEDEPS(one(900), one(500), as(SECURITIES as any[][]), undefined, 4, undefined, undefined, ...period),
    );
    same((as) => DILUTEDSHARES(one(900), one(500), as(SECURITIES as any[][]), undefined, undefined, ...period));
    same((as) => DILUTIONSTEPS(one(900), one(500), as(SECURITIES as any[][]), undefined, undefined, ...period));
  });

  test("rows below the last one of a column", () => {
    const [first, second, third] = [
      [[100], [""], [200]],
      [[50], [""], [80]],
      [[10], [""], [60]],
    ];
    same((as) => BASICEPS(as(first as any[][]), as(second as any[][])));
    same((as) => DILUTEDEPS(as(first as any[][]), as(second as any[][]), as(third as any[][])));
    same((as) => DILUTEDSHARES(as(first as any[][]), as(second as any[][]), as(third as any[][])));
    same((as) => INCREMENTALSHARES(as(first as any[][]), as(third as any[][]), as(second as any[][])));
  });

  test("dates of a column that are still to be filled in", () => {
    const dates = [[36_781], [""], [36_800]];
    const [ends, coupons] = [
      [[36_800], [""], [36_900]],
      [[36_700], [""], [""]],
    ];
    same((as) => LOANBALANCE(as(dates as any[][])));
    same((as) =>
      DAYCOUNT(as(dates as any[][]), as(ends as any[][]), "ACT/ACT ICMA", as(coupons as any[][]), as(ends as any[][])),
    );
  });

  test("cells of settings that are still to be filled in", () => {
    same((as) => EPSYTD(as(PERIODS), ...as([["", "", "", 2, ""]])[0]!));
    same((as) =>
      EPSTABLE(
        as(PERIODS),
        ...as([["", ""]])[0]!,
        as([
          ["", ""],
          ["", ""],
        ]),
        ...as([["", 2, "", ""]])[0]!,
      ),
    );
    same((as) =>
      DILUTEDEPS(one(900), one(500), one(20), ...as([["", 2]])[0]!, undefined, undefined, ...as([["", "", ""]])[0]!),
    );
    same((as) => WEIGHTEDSHARES(44_927, MARCH, 100, as([["", "", ""]]), ...as([["", ""]])[0]!));
  });

  test("classes and changes", () => {
    same((as) => TWOCLASSEPS(5_000, as(CLASSES as any[][])));
    same((as) => WEIGHTEDSHARES(44_927, MARCH, 100, as(CHANGES as any[][])));
  });
});

test("a date of 0 is no date where a single one is asked for", () => {
  expect(() => LOANBALANCE(one(0))).toThrow("date must be a date from 1900 to 9999; received 0");
});

test("no shares are no shares where a single figure is asked for", () => {
  expect(() => BASICEPS(one(0), one(0))).toThrow("shares must be more than zero; received 0");
});

test("a weight of 0 is not guessed to be a blank", () => {
  const table = [
    ["Security", "Type", "Number", "Weight"],
    ["Units", "RSU", 30, 0],
  ];
  expect(() => DILUTEDSHARES(one(9), one(5), table)).toThrow(
    "dilutive row 2, column 4 (Weight) must be more than 0 and at most 1",
  );
});
