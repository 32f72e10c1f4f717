import "../../support/customFunctions";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { serialOf } from "../../../src/functions/cells/arguments";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { dayOf } from "../../../src/core/calendar/civilDate";

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
      [
        "Weighted average common shares used to compute basic earnings per share",
        7_737_946,
        7_541_024,
        7_647_197,
        7_509_358,
      ],
      ["Net (loss) income", -462_000, 5_000, -619_000, 377_000],
      ["Basic net (loss) income per share", -0.06, 0, -0.08, 0.05],
      ["", "", "", "", ""],
      ["DILUTED", "", "", "", ""],
      [
        "Weighted average common shares used to compute basic earnings per share",
        7_737_946,
        7_541_024,
        7_647_197,
        7_509_358,
      ],
      [OPTIONS, 0, 834_762, 0, 698_224],
      [WARRANTS, 0, 50_788, 0, 39_402],
      [
        "Weighted average common shares and equivalents used to compute diluted earnings per share",
        7_737_946,
        8_426_574,
        7_647_197,
        8_246_984,
      ],
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
const row = (exhibit: any[][], label: string) =>
  exhibit.filter(([first]) => first === label).map((line) => line.slice(1));
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
  const asOf = (quarter: number) =>
    EPSTABLE(periods, end(quarter), undefined, securities, undefined, undefined, undefined, 12);

  const figuresOf = (quarter: number) => {
    const exhibit = asOf(quarter);
    const eps = exhibit.filter(
      ([label]) => / per share( from \w+ operations)?$/.test(label) && !/^(Weighted|Net)/.test(label),
    );
    const shares = row(
      exhibit,
      "Weighted average common shares and equivalents used to compute diluted earnings per share",
    )[0];
    return { shares: shares?.map(Math.trunc), eps: eps.map((line) => line.slice(1)) };
  };

  test.each([
    // basic then diluted; continuing, discontinued, net where the two differ; the quarter, then the year to date
    [1, [4_133_333], [[0.89], [0.74]]],
    [
      2,
      [4_271_428, 4_202_380],
      [
        [1.19, 2.1],
        [1.05, 1.8],
      ],
    ],
    [
      3,
      [4_418_309, 4_274_357],
      [
        [0.12, 2.1],
        [-0.47, -0.53],
        [-0.35, 1.57],
        [0.11, 1.89],
        [-0.45, -0.47],
        [-0.34, 1.42],
      ],
    ],
    // the loss of the fourth quarter admits none, yet the year keeps the quarters' counts: 308,333 and 50,000 and 30,768
    [
      4,
      [4_600_000, 4_380_767],
      [
        [-0.11, 1.87],
        [0, -0.5],
        [-0.11, 1.37],
        [-0.11, 1.73],
        [0, -0.46],
        [-0.11, 1.27],
      ],
    ],
  ])("quarter %i", (quarter, shares, eps) => {
    expect(figuresOf(quarter)).toEqual({ shares, eps });
  });
});

describe("the lines of the exhibit", () => {
  const HEADER = [
    "Period end",
    "Months",
    "Net income",
    "Continuing income",
    "Preferred dividends",
    "Weighted shares",
    "Notes",
    "Notes add-back",
  ];
  const figuresOf = (exhibit: any[][]) => exhibit.map(([label, ...figures]) => `${label}: ${figures.join(" ")}`);

  test("discontinued operations, preferred dividends, add-backs, and by how much the components miss", () => {
    // SFAS 128, Illustration 4
    const periods = [HEADER, [end(4), 12, 12_400_000, 16_400_000, 6_400_000, 2_020_000, 2_000_000, 3_000_000]];
    const exhibit = EPSTABLE(periods, undefined, undefined, undefined, undefined, undefined, true);
    expect(figuresOf(exhibit)).toEqual([
      ": Twelve months ended December 31,",
      ": 2001",
      "BASIC: ",
      "Weighted average common shares used to compute basic earnings per share: 2020000",
      "Income from continuing operations: 16400000",
      "Discontinued operations: -4000000",
      "Net income: 12400000",
      "Preferred dividends: -6400000",
      "Net income available to common stockholders: 6000000",
      "Basic income per share from continuing operations: 4.95",
      "Basic loss per share from discontinued operations: -1.98",
      "Footing difference: 0",
      "Basic net income per share: 2.97",
      ": ",
      "DILUTED: ",
      "Weighted average common shares used to compute basic earnings per share: 2020000",
      "Notes: 2000000",
      "Weighted average common shares and equivalents used to compute diluted earnings per share: 4020000",
      "Income from continuing operations: 16400000",
      "Discontinued operations: -4000000",
      "Net income: 12400000",
      "Preferred dividends: -6400000",
      "Net income available to common stockholders: 6000000",
      "Add back: Notes: 3000000",
      "Net income used to compute diluted earnings per share: 9000000",
      "Diluted income per share from continuing operations: 3.23",
      "Diluted loss per share from discontinued operations: -1",
      "Footing difference: 0.01",
      "Diluted net income per share: 2.24",
    ]);
  });

  test("a year to date that its quarters do not make is shown with the difference, and not bent", () => {
    const exhibit = EPSTABLE([
      ["Period end", "Months", "Net income", "Weighted shares", "Options"],
      [end(1), 3, 500, 1_000, 60],
      [end(2), 3, 500, 1_000, 60],
      [end(2), 6, 1_001, 1_000, 55],
    ]);
    expect(exhibit[0]).toEqual(["", "Three months ended June 30,", "Six months ended June 30,"]);
    expect(row(exhibit, "Options")).toEqual([
      [60, 55],
      [0, 5],
    ]);
    expect(exhibit.slice(-4)).toEqual([
      ["", "", ""],
      ["QUARTERS LESS YEAR TO DATE GIVEN", "", ""],
      ["Net income", 0, -1],
      ["Options", 0, 5],
    ]);
  });

  test("tranches of one class stand on one line", () => {
    const periods = [
      ["Period end", "Net income", "Weighted shares"],
      [end(1), 500, 1_000],
    ];
    const securities = [
      ["Security", "Class", "Type", "Number", "Exercise price", "Average price", "Period end"],
      ["2019 grant", "Stock options", "Options", 100, 5, 10, end(1)],
      ["2020 grant", "Stock options", "stock option", 100, 8, 10, end(1)],
      ["Units", "", "RSUs", 30, "", "", end(1)],
    ];
    const exhibit = EPSTABLE(periods, undefined, undefined, securities);
    expect([row(exhibit, "Stock options"), row(exhibit, "Units"), row(exhibit, "2019 grant")]).toEqual([
      [[70]],
      [[30]],
      [],
    ]);
  });

  test("years that end on other days show the whole date; a first loss stands first in the words", () => {
    const exhibit = EPSTABLE([
      ["Period end", "Net income", "Weighted shares"],
      [date(2001, 9, 29), -5, 10],
      [date(2002, 9, 28), 7, 10],
    ]);
    expect(exhibit.slice(0, 2)).toEqual([
      ["", "Three months ended", ""],
      ["", "September 28, 2002", "September 29, 2001"],
    ]);
    expect(exhibit.map(([label]) => label)).toContain("Net income (loss)");
  });

  test("before the first period there is nothing to show", () => {
    expect(() => EPSTABLE(hemaCare, date(2001, 6, 30))).toThrow(
      expect.objectContaining({
        code: "#N/A",
        message: "asOf must not be before the first period ends; received 2001-06-30",
      }),
    );
  });

  test("the same exhibit in the 1904 date system", () => {
    const shifted = hemaCare.map(([first, ...rest]) => [typeof first === "number" ? first - 1462 : first, ...rest]);
    setOpenWorkbook({ dateSystem: 1904 });
    try {
      expect(EPSTABLE(shifted)[0]).toEqual([
        "",
        "Three months ended September 30,",
        "",
        "Nine months ended September 30,",
        "",
      ]);
    } finally {
      setOpenWorkbook({ dateSystem: 1900 });
    }
  });
});
