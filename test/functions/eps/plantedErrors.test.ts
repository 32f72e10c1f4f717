import "../../support/customFunctions";
import fc from "fast-check";
import { EPSFINDINGS } from "../../../src/functions/eps/epsFindings";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { PRINTED_LINES } from "../../../src/core/eps/disclosure/printedLines";

/** A filing without an error, of two quarters and their half year, and one error planted in it at a time. */
const [MARCH, JUNE] = [45_382, 45_473];
const PERIODS = [
  [
    ...["Period end", "Months", "Net income", "Noncontrolling interest", "Preferred dividends", "Weighted shares"],
    ...["Options", "Notes", "Notes add-back"],
  ],
  [MARCH, 3, 1_300_000, 40_000, 60_000, 1_000_000, 20_000, 100_000, 50_000],
  [JUNE, 3, 700_000, 30_000, 60_000, 1_200_000, 30_000, 100_000, 90_000],
  [JUNE, 6, 2_000_000, 70_000, 120_000, 1_100_000, 25_000, 100_000, 140_000],
];
const HEADER = ["Period end", "Months", "Line", "Printed", "Unit"];

type Line = readonly [line: string, printed: number | string, unit?: number];

/** As the second quarter prints them. Notes earn 0.90 a share against 0.4959: antidilutive. */
const QUARTER: readonly Line[] = [
  ["Weighted average shares", 1_200_000],
  ["Net income", 700_000],
  ["Noncontrolling interest", -30_000],
  ["Preferred dividends", -60_000],
  ["Net income available to common stockholders", 610_000],
  ["Basic earnings per share", 0.51, 0.01],
  ["Options", 30_000],
  ["Diluted shares", 1_230_000],
  ["Diluted earnings per share", 0.5, 0.01],
];
const FIRST: readonly Line[] = [
  ["Basic earnings per share", 1.2, 0.01],
  ["Options", 20_000],
  ["Notes", 100_000],
  ["Diluted earnings per share", 1.12, 0.01],
];
const HALF: readonly Line[] = [
  ["Basic earnings per share", 1.65, 0.01],
  ["Diluted earnings per share", 1.59, 0.01],
];

const rows = (end: number, months: number, lines: readonly Line[]) =>
  lines.map(([line, printed, unit = 1]) => [end, months, line, printed, unit]);
const findings = (quarter: readonly Line[], half: readonly Line[] = HALF, first: readonly Line[] = FIRST) =>
  EPSFINDINGS(PERIODS, [HEADER, ...rows(MARCH, 3, first), ...rows(JUNE, 3, quarter), ...rows(JUNE, 6, half)]).slice(1);
const planted = (line: string, printed: number | string, lines: readonly Line[] = QUARTER): readonly Line[] =>
  lines.map((one) => (one[0] === line ? [line, printed, one[2] ?? 1] : one));

test("a filing without an error is not accused", () => {
  expect(findings(QUARTER)).toEqual([["", "", "No disagreement found", "", "", "", ""]]);
});

describe("one error planted, and it alone is found", () => {
  const QUARTER_NAME = "3 months to June 30, 2024";
  test.each<[kind: string, lines: readonly Line[], found: unknown[]]>([
    // 700,000 - 30,000 over 1,200,000
    [
      "preferred dividends not deducted",
      planted("Basic earnings per share", 0.56),
      [
        "ASC 260-10-45-11",
        "Basic earnings per share",
        0.56,
        0.51,
        -0.05,
        "Equals the figure with preferred dividends not deducted",
      ],
    ],
    [
      "preferred dividends deducted twice",
      planted("Basic earnings per share", 0.46),
      [
        "ASC 260-10-45-11",
        "Basic earnings per share",
        0.46,
        0.51,
        0.05,
        "Equals the figure with preferred dividends deducted twice",
      ],
    ],
    [
      "the noncontrolling interest left in",
      planted("Diluted earnings per share", 0.52),
      [
        "ASC 260-10-45-11",
        "Diluted earnings per share",
        0.52,
        0.5,
        -0.02,
        "Equals the figure with noncontrolling interest not deducted",
      ],
    ],
    [
      "a figure of other numbers, of which no reading is proved",
      planted("Basic earnings per share", 0.71),
      ["ASC 260-10-45-10", "Basic earnings per share", 0.71, 0.51, -0.2, ""],
    ],
    [
      "basic income over the diluted shares",
      planted("Basic earnings per share", 0.5),
      // 610,000 ÷ 1,230,000 is 0.4959. Cutting 0.5083 off gives 0.50 too, which is told only where nothing else does.
      ["ASC 260-10-45-10", "Basic earnings per share", 0.5, 0.51, 0.01, "Equals the figure over the diluted shares"],
    ],
    [
      "an antidilutive issue included",
      planted("Diluted earnings per share", 0.53),
      [
        "ASC 260-10-45-17",
        "Diluted earnings per share",
        0.53,
        0.5,
        -0.03,
        "Equals the figure with Notes, antidilutive, included",
      ],
    ],
    [
      "a sign",
      planted("Basic earnings per share", "(0.51)"),
      [
        "ASC 260-10-45-10",
        "Basic earnings per share",
        -0.51,
        0.51,
        1.02,
        "Equals the computed figure with the other sign",
      ],
    ],
    [
      "thousands under a heading of units",
      planted("Net income", 700),
      ["ASC 260-10-50-1(a)", "Net income", 700, 700_000, 699_300, "Equals a thousandth of the figure of the period"],
    ],
    [
      "an issue counted though it is antidilutive",
      [...QUARTER.slice(0, 7), ["Notes", 100_000], ["Diluted shares", 1_330_000], QUARTER[8] as Line],
      [
        "ASC 260-10-45-17",
        "Notes: included, antidilutive",
        100_000,
        0,
        -100_000,
        "0.9 for each incremental share is not below the 0.4959 already reached",
      ],
    ],
    [
      "a dilutive class left out of the shares",
      [
        ...QUARTER.slice(0, 6),
        ["Options", 0],
        ["Diluted shares", 1_200_000],
        ["Diluted earnings per share", 0.51, 0.01],
      ],
      [
        "ASC 260-10-45-16",
        "Options: left out, dilutive",
        0,
        30_000,
        30_000,
        "Lowers earnings per share from 0.5083 to 0.4959",
      ],
    ],
    [
      "shares that do not foot",
      planted("Options", 33_000),
      ["ASC 260-10-50-1(a)", "Diluted shares: the lines above it", 1_230_000, 1_233_000, 3_000, ""],
    ],
    [
      "income that does not foot",
      planted("Net income available to common stockholders", 640_000),
      [
        "ASC 260-10-50-1(a)",
        "Net income available to common stockholders: the lines above it",
        640_000,
        610_000,
        -30_000,
        "Foots without Noncontrolling interest",
      ],
    ],
    [
      "shares of another date",
      planted("Weighted average shares", 1_250_000),
      ["ASC 260-10-45-10", "Weighted average shares", 1_250_000, 1_200_000, -50_000, ""],
    ],
  ])("%s", (_kind, lines, [clause, finding, ...figures]) => {
    expect(findings(lines)).toContainEqual([clause, QUARTER_NAME, finding, ...figures]);
  });

  test("a year to date that is the sum of its quarters' figures", () => {
    const half = planted("Diluted earnings per share", 1.62, HALF);
    expect(findings(QUARTER, half)).toEqual([
      [
        "ASC 260-10-55-3",
        "6 months to June 30, 2024",
        "Diluted earnings per share",
        1.62,
        1.59,
        expect.closeTo(-0.03, 12),
        "Equals the sum of the quarters' figures",
      ],
    ]);
  });

  test("the same beside another reading: neither is proved", () => {
    // 1.20 + 0.51; (2,000,000 - 120,000) ÷ 1,100,000 is 1.709.
    expect(findings(QUARTER, planted("Basic earnings per share", 1.71, HALF))[0]?.[6]).toBe("");
  });

  test("a figure cut off", () => {
    const half = planted("Basic earnings per share", 1.64, HALF); // 1,810,000 ÷ 1,100,000 is 1.6454...
    const cause = "Equals the computed figure cut off, not rounded";
    expect(findings(QUARTER, half)[0]?.slice(3)).toEqual([1.64, 1.65, expect.closeTo(0.01, 12), cause]);
  });

  test("a year to date that is not what its quarters make", () => {
    const periods = PERIODS.map((row, index) => (index === 3 ? [...row.slice(0, 2), 2_050_000, ...row.slice(3)] : row));
    const found = EPSFINDINGS(periods, [HEADER, ...rows(JUNE, 3, QUARTER)]).slice(1);
    expect(found).toEqual([
      ["", "6 months to June 30, 2024", "Net income: the quarters less the year to date", "", "", -50_000, ""],
    ]);
  });
});

const amount = fc.integer({ min: -900_000, max: 900_000 });
const anyRow = fc.record({
  net: amount,
  discontinued: amount,
  preferred: fc.integer({ min: 0, max: 90_000 }),
  shares: fc.integer({ min: 10_000, max: 900_000 }),
  options: fc.integer({ min: 1, max: 90_000 }),
  notes: fc.integer({ min: 1, max: 90_000 }),
  interest: fc.integer({ min: 0, max: 90_000 }),
});

test("no exhibit that EPSTABLE prints is accused", () => {
  fc.assert(
    fc.property(anyRow, anyRow, (first, second) => {
      const row = (end: number, one: typeof first) => [
        end,
        3,
        one.net,
        one.net - one.discontinued,
        one.preferred,
        one.shares,
        one.options,
        one.notes,
        one.interest,
      ];
      const periods = [
        [
          ...["Period end", "Months", "Net income", "Continuing income", "Preferred dividends", "Weighted shares"],
          ...["Options", "Notes", "Notes add-back"],
        ],
        row(45_291, first),
        row(45_657, second),
      ];
      const exhibit = EPSTABLE(periods, 45_657);
      const printed = [0, 1].flatMap((column) => printedColumn(exhibit, column, [45_657, 45_291][column] ?? 0));
      expect(EPSFINDINGS(periods, [HEADER, ...printed])).toEqual([
        expect.anything(),
        ["", "", "No disagreement found", "", "", "", ""],
      ]);
    }),
    { numRuns: 150 },
  );
});

/** Per-share figures and counts as the exhibit prints them, under the words by which EPSFINDINGS knows them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Basic net .*per share$/, "Basic earnings per share"],
  [/^Diluted net .*per share$/, "Diluted earnings per share"],
  [/^Basic .*per share from continuing operations$/, "Basic earnings per share, continuing operations"],
  [/^Diluted .*per share from continuing operations$/, "Diluted earnings per share, continuing operations"],
  [/^Weighted average common shares and equivalents/, "Diluted shares"],
  [/^Options$/, "Options"],
  [/^Notes$/, "Notes"],
];

function printedColumn(exhibit: unknown[][], column: number, end: number): unknown[][] {
  return exhibit.flatMap((line) => {
    const name = WORDS.find(([words]) => words.test(String(line[0])))?.[1];
    if (name === undefined) return [];
    expect(["Options", "Notes", ...PRINTED_LINES.map(({ words }) => words)]).toContain(name);
    return [[end, 3, name, line[column + 1], name.includes("per share") ? 0.01 : 1]];
  });
}
