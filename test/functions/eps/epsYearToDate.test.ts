import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { EPSYTD } from "../../../src/functions/eps/epsPeriods";

const end = (quarter: number, year = 2001) =>
  serialOf(dayOf(year, quarter * 3, [31, 30, 30, 31][quarter - 1] as number));
/** Named columns of the last row, or of all. */
const rowsOf = (table: any[][], ...names: string[]) =>
  table.slice(1).map((row) => names.map((name) => row[table[0]!.indexOf(name)]));
const lastOf = (table: any[][], ...names: string[]) => rowsOf(table, ...names).at(-1);
const refused = (call: () => unknown) => {
  try {
    return call();
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code} ${message}`;
  }
};

/** IAS 33 IE12, the comprehensive example: quarters in whole months, prices of each quarter. */
const ie12 = {
  quarters: [
    ["Period end", "Net income", "Continuing income", "Preferred dividends", "Weighted shares"],
    [end(1), 5_000_000, "", 40_000, 15_200_000 / 3],
    [end(2), 6_500_000, "", 10_000, 5_880_000],
    [end(3), -1_000_000, 1_000_000, 10_000, 6_480_000],
    [end(4), -700_000, "", 10_000, 6_880_000],
  ],
  securities: [
    ["Period end", "Security", "Type", "Number", "Exercise price", "Average price", "Add-back", "Weight"],
    [end(1), "Preference", "convertible preferred", 800_000, "", "", 40_000, ""],
    [end(1), "Bonds", "convertible debt", 480_000, "", "", 90_000, ""],
    [end(1), "Warrants", "warrant", 600_000, 55, 49, "", ""],
    [end(2), "Preference", "convertible preferred", 600_000, "", "", 10_000, ""],
    [end(2), "Warrants", "warrant", 600_000, 55, 60, "", ""],
    [end(3), "Preference", "convertible preferred", 200_000, "", "", 10_000, ""],
    [end(3), "Warrants", "warrant", 600_000, 55, 65, "", 2 / 3],
    [end(3), "Options", "option", 1_500_000, 75, 67, "", ""],
    [end(4), "Preference", "convertible preferred", 200_000, "", "", 10_000, ""],
    [end(4), "Options", "option", 1_500_000, 75, 67, "", ""],
  ],
};

describe("=EPSYTD", () => {
  test("IFRS: the year on its own, the warrants at the average price of the eight months (57.125)", () => {
    const table = EPSYTD(ie12.quarters, "IFRS", ie12.securities);
    expect(lastOf(table, "Basic EPS continuing", "Basic EPS", "Diluted EPS continuing", "Diluted EPS")).toEqual([
      1.93, 1.6, 1.78, 1.48,
    ]);
    expect(lastOf(table, "Preference", "Bonds", "Warrants", "Options", "Diluted shares")?.map(Math.round)).toEqual([
      450_000,
      120_000,
      14_880,
      0,
      6_661_546, // printed 6,661,547: the sum of rounded counts
    ]);
  });

  test("US GAAP: the same year with the average of the quarters' warrants", () => {
    const table = EPSYTD(ie12.quarters, undefined, ie12.securities);
    expect(Math.round(lastOf(table, "Warrants")?.[0])).toBe(
      Math.round((0 + 50_000 + 600_000 * (10 / 65) * (2 / 3)) / 4),
    );
  });

  /** A loss in the first quarter: its options come back when the year shows income (ASC 260-10-55-3B). */
  const withLoss = (first: number) => [
    ["Period end", "Months", "Net income", "Weighted shares", "Options"],
    [end(1), 3, first, 1_000, 90],
    [end(2), 3, 500, 1_000, 60],
  ];

  test.each([
    ["income to date takes every quarter's count", -400, 75, 0.09],
    ["a loss to date admits none", -600, 0, -0.1],
  ])("%s", (_rule, first, options, eps) => {
    expect(lastOf(EPSYTD(withLoss(first)), "Options", "Diluted EPS")).toEqual([options, eps]);
  });

  test("basic shares weigh by the months of each period, or by its days", () => {
    const filed = [
      ["Period end", "Months", "Net income", "Weighted shares", "Stock options"],
      [end(1, 2005), 3, 21_570_344, 80_165_952, 515_006],
      [end(2, 2005), 3, 28_555_161, 80_082_617, 455_995],
    ];
    // the filer prints 80,124,054 for the six months (10-Q Q2 2005, CIK 743532)
    expect(Math.trunc(lastOf(EPSYTD(filed, undefined, undefined, "days"), "Weighted shares")?.[0])).toBe(80_124_054);
    expect(lastOf(EPSYTD(filed), "Weighted shares", "Stock options", "Basic EPS", "Diluted EPS")).toEqual([
      80_124_284.5, 485_500.5, 0.63, 0.62,
    ]);
  });

  test("a year to date that is given is used, and what the quarters differ by is said", () => {
    const filed = [
      ["Period end", "Months", "Net income", "Weighted shares", "Stock options"],
      [end(1, 2005), 3, 21_570_344, 80_165_952, 515_006],
      [end(2, 2005), 3, 28_555_161, 80_082_617, 455_995],
      [end(2, 2005), 6, 50_125_505, 80_124_054, 485_297],
    ];
    expect(lastOf(EPSYTD(filed), "Months", "Diluted shares", "Tie-out")).toEqual([
      6,
      80_609_351,
      "Weighted shares 231; Stock options 204",
    ]);
    expect(lastOf(EPSYTD([...filed.slice(0, 3), [end(2, 2005), 6, 50_125_505, 80_124_285, ""]]), "Tie-out")).toEqual([
      "✓",
    ]);
  });

  test("IFRS asks for the price behind a count, unless a year-to-date row gives the count", () => {
    const counts = withLoss(100);
    expect(refused(() => EPSYTD(counts, "IFRS"))).toMatch(
      /^#N\/A Options needs a year-to-date row \(or, for options, the prices of the quarters\), as IFRS computes the year to date on its own/,
    );
    expect(lastOf(EPSYTD([...counts, [end(2), 6, 600, 1_000, 70]], "IFRS"), "Options")).toEqual([70]);
  });

  test("a split restates every period before it", () => {
    const table = EPSYTD([
      ["Period end", "Months", "Net income", "Weighted shares", "Options", "Split factor"],
      [end(1), 3, 500, 1_000, 90, ""],
      [end(2), 3, 500, 2_000, 180, 2],
    ]);
    expect(rowsOf(table, "Weighted shares", "Options", "Basic EPS")).toEqual([
      [2_000, 180, 0.25],
      [2_000, 180, 0.5],
    ]);
  });

  test("the fiscal year is told from year-to-date rows, or by its last month", () => {
    const quarters = [
      ["Period end", "Net income", "Weighted shares"],
      [end(2), 1, 10],
      [end(3), 2, 10],
      [end(4), 3, 10],
    ];
    expect(rowsOf(EPSYTD(quarters, undefined, undefined, undefined, undefined, 6), "Months", "Net income")).toEqual([
      [3, 2],
      [6, 5],
    ]);
    expect(rowsOf(EPSYTD(quarters), "Months")).toEqual([]);
    const withHalf = [
      ["Period end", "Months", "Net income", "Weighted shares"],
      ...quarters.slice(1).map(([date, ...rest]) => [date, 3, ...rest]),
      [end(4), 6, 5, 10],
    ];
    expect(rowsOf(EPSYTD(withHalf), "Months", "Net income", "Tie-out")).toEqual([
      [3, 2, ""],
      [6, 5, "✓"],
    ]);
  });

  test.each([
    ["Quarter ended", "Net income (loss)", "Weighted average common shares outstanding"],
    ["Period Ending", "NET EARNINGS", "Weighted average shares outstanding - basic"],
    ["quarter-end", "Net (loss) income", "Basic weighted average common shares"],
  ])("headers as filings have them: %s, %s, %s", (...headers) => {
    expect(
      lastOf(
        EPSYTD([
          [...headers, "Stock options"],
          [end(1), 100, 50, 5],
        ]),
        "Net income",
        "Weighted shares",
        "Stock options",
      ),
    ).toEqual([100, 50, 5]);
  });

  test.each([
    "Diluted EPS",
    "Diluted shares",
    "Revenue",
    "Income tax expense",
    "Treasury shares",
    "Antidilutive options",
    "Anti-dilutive securities",
    "Deemed dividend",
    "Accretion of redeemable preferred stock",
    "Redeemable NCI adjustment",
    "Change in redemption value",
    "Options granted",
    "Common shares issued",
    "Shares",
    "Foo",
    "Pre-funded warrants",
    "Participating securities",
    "Fiscal year",
    "Common shares outstanding",
    "Interest on convertible notes",
    "Dividends on convertible preferred",
    "Total dilutive securities",
    "Income before taxes",
  ])("%s is an amount or a sum, and no class of potential shares", (header) => {
    expect(() =>
      EPSYTD([
        ["Period end", "Net income", "Weighted shares", header],
        [end(1), 5, 10, 1],
      ]),
    ).toThrow("must be a known header");
  });

  test.each([
    "Dilutive effect of stock options",
    "Contingent shares (earnings target)",
    "Warrants at $5.00 per share",
    "LYONs",
    "5% debentures",
    "Membership interests",
    "10-year notes",
    "Options (treasury stock method, average market price)",
    "Series A preferred stock",
    "1.5% convertible senior notes due 2026",
    "Performance-based RSUs",
    "Share-settled SARs",
    "PSUs",
    "ESPP",
    "Employee stock purchase plan",
    "LLC units",
    "Class A units of the operating partnership",
    "Mandatory convertible preferred",
    "Contingently issuable shares",
    "Common stock equivalents",
    "Employee stock plans",
    "IncrementalCommonSharesAttributableToConversionOfDebtSecurities",
    "Forward sale agreements",
    "Equity units",
  ])("%s is a class", (header) => {
    expect(
      lastOf(
        EPSYTD([
          ["Period end", "Net income", "Weighted shares", header],
          [end(1), 5, 10, 1],
        ]),
        header,
      ),
    ).toEqual([1]);
  });

  test("an add-back finds its class whatever the case, and a subsidiary's has none", () => {
    const table = [
      ["Period end", "Net income", "Weighted shares", "Notes", "NOTES add back", "Subsidiary add-back"],
      [end(1), 1_000, 500, 100, 100, -50],
    ];
    expect(lastOf(EPSYTD(table), "Notes", "Diluted EPS")).toEqual([100, 1.75]);
    const misnamed = [
      ["Period end", "Net income", "Weighted shares", "Notes", "Bonds add-back"],
      [end(1), 1_000, 500, 100, 100],
    ];
    expect(() => EPSYTD(misnamed)).toThrow(
      "quarters row 2, column 5 (Bonds add-back) needs a number of shares beside it; received 100",
    );
  });

  test("discontinued operations leave what is continuing", () => {
    const table = [
      ["Period end", "Net income", "Loss from discontinued operations", "Weighted shares", "Options"],
      [end(1), -60, -100, 100, 10],
    ];
    expect(lastOf(EPSYTD(table), "Continuing income", "Options", "Diluted EPS", "Diluted EPS continuing")).toEqual([
      40, 10, -0.55, 0.36,
    ]);
  });

  describe("bad input names the row and the column", () => {
    const table = (...rows: unknown[][]) => [
      ["Period end", "Months", "Net income", "Weighted shares", "Options", "Options add-back"],
      ...rows,
    ];
    test.each([
      [
        "a weighted count of zero",
        table([end(1), 3, 5, 0]),
        "quarters row 2, column 4 (Weighted shares) must be more than zero; received 0",
      ],
      [
        "a text number",
        table(["", ""], [end(1), 3, "5", 10]),
        'quarters row 3, column 3 (Net income) must be a number; received "5"',
      ],
      [
        "months beyond a year",
        table([end(1), 13, 5, 10]),
        "quarters row 2, column 2 (Months) must be from 1 to 12; received 13",
      ],
      [
        "a text date",
        table(["March", 3, 5, 10]),
        'quarters row 2, column 1 (Period end) must be a date; received "March"',
      ],
      [
        "a negative count",
        table([end(1), 3, 5, 10, -1]),
        "quarters row 2, column 5 (Options) must be zero or more; received -1",
      ],
      [
        "an add-back without shares",
        table([end(1), 3, 5, 10, "", 7]),
        "quarters row 2, column 6 (Options add-back) needs a number of shares beside it; received 7",
      ],
      [
        "two rows for one period",
        table([end(1), 3, 5, 10], [end(1), 3, 6, 10]),
        "quarters row 3 must not be the same period as quarters row 2; received 3 months to 2001-03-31",
      ],
      [
        "periods that overlap",
        table([end(1), 3, 5, 10], [end(1) + 30, 3, 6, 10]),
        "quarters row 3 must not overlap quarters row 2; received 3 months to 2001-04-30",
      ],
      [
        "a gap between quarters",
        table([end(1), 3, 5, 10], [end(3), 3, 6, 10]),
        "quarters row 3 must follow the period before it without a gap; received 3 months to 2001-09-30",
      ],
      [
        "a header misspelt",
        [
          ["Period end", "Net incme", "Weighted shares"],
          [end(1), 5, 10],
        ],
        /^quarters row 1, column 2 must be a known header \(the nearest is Net income\), .*; received "Net incme"$/,
      ],
      ["no periods", table(), "quarters must have a header row and a period below it"],
      [
        "no weighted shares",
        [
          ["Period end", "Net income"],
          [end(1), 5],
        ],
        'quarters row 1 must have a column headed Weighted shares; received "Period end", "Net income"',
      ],
      [
        "a figure that is no count of shares",
        [
          ["Period end", "Net income", "Weighted shares", "Revenue"],
          [end(1), 5, 10, 90],
        ],
        /^quarters row 1, column 4 must be a known header \(.*"Potential: Revenue" for a class of potential shares, .*; received "Revenue"$/,
      ],
      [
        "lines that do not add up",
        [
          ["Period end", "Net income", "Continuing income", "Discontinued operations", "Weighted shares"],
          [end(1), 5, 9, 4, 10],
        ],
        "quarters row 2, column 4 (Discontinued operations) must be net income less continuing income, -4; received 4",
      ],
    ])("%s", (_case, quarters, message) => {
      expect(() => EPSYTD(quarters)).toThrow(message);
    });

    test("securities of a period that is not in the table, or twice in one", () => {
      const quarters = table([end(1), 3, 5, 10]);
      const securities = (...rows: unknown[][]) => [["Security", "Type", "Number", "Period end"], ...rows];
      expect(() => EPSYTD(quarters, undefined, securities(["A", "contingent", 5, end(2)]))).toThrow(
        "securities row 2, column 4 (Period end) must be that of a row of periods; received 2001-06-30",
      );
      expect(() =>
        EPSYTD(quarters, undefined, securities(["A", "contingent", 5, end(1)], ["A", "contingent", 6, end(1)])),
      ).toThrow('securities row 3, column 1 (Security) must stand once in a period; received "A"');
    });
  });
});
