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

test("lines that are not of the exhibit are named, and not dropped", () => {
  const printed = filed([37_529, 3, "Comprehensive loss", -462_000], [37_529, 3, "Basic earnings per share", -0.06]);
  expect(EPSFINDINGS(HEMACARE, printed)).toEqual([
    HEADER,
    NONE,
    ["", "", "Not read: Comprehensive loss", "", "", "", ""],
  ]);
});

test("a figure of a period that the table has not is refused", () => {
  expect(() => EPSFINDINGS(HEMACARE, filed([37_621, 12, "Basic earnings per share", 0.1]))).toThrow(
    "printed row 2 must be of a period that the table has figures for; received 12 months to 2002-12-31",
  );
});

const causes = (periods: unknown[][], printed: unknown[][], unit?: number) =>
  EPSFINDINGS(periods, printed, unit)
    .slice(1)
    .map(([clause, , finding, stated, computed, , cause]) => [clause, finding, stated, computed, cause]);
const printedOf = (
  end: number,
  months: number,
  lines: readonly (readonly [line: string, printed: unknown, unit?: number])[],
) => [PRINTED, ...lines.map(([line, printed, unit = 1]) => [end, months, line, printed, unit])];

test("an exhibit that includes potential shares in a loss: 10-KSB for 2001, Exhibit 11, the year 2000", () => {
  // https://www.sec.gov/Archives/edgar/data/901611/000091205702015330/a2077010zex-11.txt, which says itself that it is
  // contrary to SFAS 128.13-16: (0.44) and (0.38) diluted, where the loss admits no potential shares.
  const periods = [
    [...PERIODS, "Income before extraordinary item", "Convertible preferred stock", "Options and warrants"],
    [36_891, 12, -7_534_604, 18_877_192, -8_660_638, 259_458, 507_459],
  ];
  const printed = printedOf(36_891, 12, [
    ["Weighted average shares", "18,877,192"],
    ["Income before extraordinary item", "$ (8,660,638)"],
    ["Extraordinary item", "1,126,034"],
    ["Net income", "$ (7,534,604)"],
    ["Basic earnings per share, continuing operations", -0.46, 0.01],
    ["Basic earnings per share", -0.4, 0.01],
    ["Convertible preferred stock", "259,458"],
    ["Options and warrants", "507,459"],
    ["Diluted shares", "19,644,109"],
    ["Diluted earnings per share, continuing operations", -0.44, 0.01],
    ["Diluted earnings per share", -0.38, 0.01],
  ]);
  const inLoss = "In a loss, more shares would make the loss of 0.4588 a share smaller";
  const both = "Convertible preferred stock, Options and warrants, antidilutive, included in a loss";
  expect(causes(periods, printed)).toEqual([
    [
      "ASC 260-10-45-19",
      "Diluted earnings per share, continuing operations",
      -0.44,
      -0.46,
      `Equals the figure with ${both}`,
    ],
    ["ASC 260-10-45-19", "Diluted earnings per share", -0.38, -0.4, `Equals the figure with ${both}`],
    ["ASC 260-10-45-19", "Diluted shares", 19_644_109, 18_877_192, `Equals the figure with ${both}`],
    ["ASC 260-10-45-19", "Convertible preferred stock: included, antidilutive", 259_458, 0, inLoss],
    ["ASC 260-10-45-19", "Options and warrants: included, antidilutive", 507_459, 0, inLoss],
  ]);
});

test("figures that two errors explain together have no cause: Clear Channel, Exhibit 11, first quarter of 2002", () => {
  // https://www.sec.gov/Archives/edgar/data/739708/000103570403000275/d05406exv11.htm: (27.76) and (27.61) printed.
  const periods = [
    [...PERIODS, "Income before cumulative effect", "Stock options"],
    [37_346, 3, -16_688_197_000, 599_195_000, 90_329_000, 4_963_000],
  ];
  const printed = printedOf(37_346, 3, [
    ["Income before cumulative effect", 90_329_000, 1000],
    ["Cumulative effect of accounting change", -16_778_526_000, 1000],
    ["Net income", -16_688_197_000, 1000],
    ["Basic earnings per share, continuing operations", 0.15, 0.01],
    ["Basic earnings per share, cumulative effect", -28, 0.01],
    ["Basic earnings per share", -27.85, 0.01],
    ["Stock options", 4_963_000, 1000],
    ["Diluted shares", 604_158_000, 1000],
    ["Diluted earnings per share, continuing operations", 0.15, 0.01],
    ["Diluted earnings per share, cumulative effect", -27.76, 0.01],
    ["Diluted earnings per share", -27.61, 0.01],
  ]);
  expect(causes(periods, printed, 1000)).toEqual([
    ["ASC 260-10-45-16", "Diluted earnings per share, cumulative effect", -27.76, -27.77, ""],
    ["ASC 260-10-45-16", "Diluted earnings per share", -27.61, -27.62, ""],
  ]);
});

test("a figure bent so that the rounded column foots: SFAS 128, Illustration 4, diluted discontinued operations", () => {
  const periods = [
    [
      ...PERIODS,
      "Continuing income",
      "Preferred dividends",
      "Options",
      "Convertible preferred stock",
      "Convertible preferred stock add-back",
      "Debentures",
      "Debentures add-back",
    ],
    [36_891, 12, 12_400_000, 2_000_000, 16_400_000, 6_400_000, 20_000, 1_600_000, 6_400_000, 2_000_000, 3_000_000],
  ];
  const printed = printedOf(36_891, 12, [
    ["Diluted earnings per share, continuing operations", 3.23, 0.01],
    ["Diluted earnings per share, discontinued operations", -0.99, 0.01],
    ["Diluted earnings per share", 2.24, 0.01],
  ]);
  expect(causes(periods, printed)).toEqual([
    [
      "ASC 260-10-45-16",
      "Diluted earnings per share, discontinued operations",
      -0.99,
      -1,
      "Equals what the other figures of the column leave, as they are rounded",
    ],
  ]);
});

test("a convertible at 0.61 a share, included against 0.31: Clear Channel, Exhibit 11, six months of 1999", () => {
  // As filed: test/workbook/import/filings/2000-anti-dilutive-items.txt.
  const periods = [
    [...PERIODS, "Options and warrants", "Put/call option", "Put/call option add-back", "Notes", "Notes add-back"],
    [36_341, 6, 93_764_000, 287_012_000, 5_129_000, 1_693_000, -2_334_000, 9_282_000, 5_687_000],
  ];
  const printed = printedOf(36_341, 6, [
    ["Weighted average shares", 287_012_000, 1000],
    ["Notes", 9_282_000, 1000],
    ["Options and warrants", 5_129_000, 1000],
    ["Put/call option", 1_693_000, 1000],
    ["Diluted shares", 303_116_000, 1000],
    ["Net income used to compute diluted earnings per share", 97_117_000, 1000],
    ["Basic earnings per share", 0.33, 0.01],
    ["Diluted earnings per share", 0.32, 0.01],
  ]);
  const included = "Equals the figure with Notes, antidilutive, included";
  const each = "0.6127 for each incremental share is not below the 0.3112 already reached";
  expect(causes(periods, printed, 1000)).toEqual([
    // More than one choice of issues gives 0.32; the counts of shares prove which was made.
    ["ASC 260-10-45-16", "Diluted earnings per share", 0.32, 0.31, ""],
    ["ASC 260-10-45-17", "Diluted shares", 303_116_000, 293_834_000, included],
    ["ASC 260-10-45-17", "Net income used to compute diluted earnings per share", 97_117_000, 91_430_000, included],
    ["ASC 260-10-45-17", "Notes: included, antidilutive", 9_282_000, 0, each],
  ]);
});

test("a convertible whose inclusion changes no cent is found by its shares", () => {
  // Constructed: both ways the diluted figure is 0.31.
  const periods = [
    [...PERIODS, "Options", "Convertible notes", "Convertible notes add-back"],
    [36_433, 9, 95_288_000, 303_970_000, 3_000_000, 3_180_000, 1_939_000],
  ];
  const printed = printedOf(36_433, 9, [
    ["Weighted average shares", 303_970_000, 1000],
    ["Options", 3_000_000, 1000],
    ["Convertible notes", 3_180_000, 1000],
    ["Diluted shares", 310_150_000, 1000],
    ["Add back: Convertible notes", 1_939_000, 1000],
    ["Net income used to compute diluted earnings per share", 97_227_000, 1000],
    ["Diluted earnings per share", 0.31, 0.01],
  ]);
  const included = "Equals the figure with Convertible notes, antidilutive, included";
  expect(causes(periods, printed, 1000)).toEqual([
    ["ASC 260-10-45-17", "Diluted shares", 310_150_000, 306_970_000, included],
    ["ASC 260-10-45-17", "Net income used to compute diluted earnings per share", 97_227_000, 95_288_000, included],
    [
      "ASC 260-10-45-17",
      "Convertible notes: included, antidilutive",
      3_180_000,
      0,
      "0.6097 for each incremental share is not below the 0.3104 already reached",
    ],
  ]);
});

test("a loss of a cent printed as two, in thousands, is beyond its rounding: the shape of Pitney Bowes, nine months of 2021", () => {
  const periods = [PERIODS, [44_469, 9, -2_394_000, 173_700_000]]; // Constructed.
  const printed = printedOf(44_469, 9, [["Basic earnings per share", "(0.02)", 0.01]]);
  expect(causes(periods, printed, 1000)).toEqual([["ASC 260-10-45-10", "Basic earnings per share", -0.02, -0.01, ""]]);
});

test.each([
  [
    "a total that its lines do not make",
    [
      ["Net income", 1000],
      ["Preferred dividends", -100],
      ["Net income available to common stockholders", 950],
    ],
    ["ASC 260-10-50-1(a)", "Net income available to common stockholders: the lines above it", 950, 900, ""],
  ],
  [
    "a deduction that was added",
    [
      ["Net income", 1000],
      ["Preferred dividends", -100],
      ["Net income available to common stockholders", 1100],
    ],
    [
      "ASC 260-10-50-1(a)",
      "Net income available to common stockholders: the lines above it",
      1100,
      900,
      "Foots with the other sign of the lines between",
    ],
  ],
  [
    "a line that is not in the total",
    [
      ["Weighted average shares", 1000],
      ["Warrants", 50],
      ["Options", 30],
      ["Diluted shares", 1050],
    ],
    ["ASC 260-10-50-1(a)", "Diluted shares: the lines above it", 1050, 1080, "Foots without Options"],
  ],
  [
    "thousands",
    [["Net income", 1]],
    ["ASC 260-10-50-1(a)", "Net income", 1, 1000, "Equals a thousandth of the figure of the period"],
  ],
  [
    "a loss without its sign",
    [["Net income", -1000]],
    ["ASC 260-10-50-1(a)", "Net income", -1000, 1000, "Equals the figure of the period with the other sign"],
  ],
  [
    "a dilutive class left out",
    [
      ["Options", 30],
      ["Warrants", 0],
    ],
    ["ASC 260-10-45-16", "Warrants: left out, dilutive", 0, 50, "Lowers earnings per share from 1 to 0.9524"],
  ],
] as const)("%s is found", (_case, lines, found) => {
  const periods = [
    [...PERIODS, "Warrants", "Options"],
    [37_621, 12, 1000, 1000, 50, 30],
  ];
  expect(causes(periods, printedOf(37_621, 12, lines as never))).toContainEqual(found);
});

test("totals foot within the rounding of thousands, and deductions without a sign", () => {
  const periods = [
    [...PERIODS, "Preferred dividends"],
    [37_621, 12, 2_415_000, 1_000_000, 88_000],
  ];
  const lines = [
    ["Net income", 2_415_000, 1000],
    ["Preferred dividends", 88_000, 1000],
    ["Net income available to common stockholders", 2_328_000, 1000],
  ] as const;
  expect(causes(periods, printedOf(37_621, 12, lines), 1000)).toEqual([["", "No disagreement found", "", "", ""]]);
});

test("a class that vanishes between columns of one length is asked about, but not in a loss", () => {
  const periods = [
    [...PERIODS, "Warrants", "Options"],
    [37_256, 12, 1000, 1000, 50, 30],
    [37_621, 12, 1000, 1000, "", 30],
    [37_986, 12, -1000, 1000, "", ""],
  ];
  const printed = [
    PRINTED,
    [37_256, 12, "Warrants", 50, 1],
    [37_256, 12, "Options", 30, 1],
    [37_621, 12, "Options", 30, 1],
    [37_986, 12, "Options", 0, 1],
  ];
  expect(EPSFINDINGS(periods, printed)).toEqual([
    HEADER,
    [
      "ASC 260-10-50-1(c)",
      "12 months to December 31, 2002",
      "Warrants: no shares, beside 50 in the 12 months to December 31, 2001",
      "",
      "",
      "",
      "",
    ],
  ]);
});
