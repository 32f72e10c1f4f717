import "../../support/customFunctions";
import { TWOCLASSEPS } from "../../../src/functions/eps/twoClass";

const HEADER = [
  "Class",
  "Shares",
  "Dividends",
  "Participation",
  "Shares losses",
  "Incremental shares",
  "Converts into",
];
const figures = (table: any[][], ...columns: number[]) =>
  table.slice(1).map((row) => columns.map((column) => row[column]));

describe("=TWOCLASSEPS", () => {
  test.each([
    [
      "SFAS 128 Illustration 6 (ASC 260-10-55-62)",
      65_000,
      ["Preferred", 5_000, 27_000, 40],
      ["Common", 10_000, 26_000, 60],
      12_000,
      [
        ["Preferred", 5.4, 0.6, 6],
        ["Common", 2.6, 0.9, 3.5],
      ],
    ],
    [
      "IAS 33 IE11",
      100_000,
      ["Preference", 6_000, 33_000, 1],
      ["Ordinary", 10_000, 21_000, 4],
      46_000,
      [
        ["Preference", 5.5, 1, 6.5],
        ["Ordinary", 2.1, 4, 6.1],
      ],
    ],
  ])("%s", (_source, income, first, second, undistributed, eps) => {
    const table = TWOCLASSEPS(income, [HEADER, first, second]);
    expect(figures(table, 0, 4, 5, 6).slice(0, 2)).toEqual(eps);
    expect(table.at(-1)?.[3]).toBe(undistributed);
  });

  test("several participating classes, and stock that takes its dividend alone", () => {
    const table = TWOCLASSEPS(
      1_000,
      [
        ["Class", "Shares", "Dividend per share", "Participation"],
        ["A", 100, 1, ""],
        ["B", 50, 1, 2],
        ["Units", 40, 0.5, 0],
      ],
      100,
    );
    expect(figures(table, 0, 2, 3, 6)).toEqual([
      ["A", 100, 365, 4.65],
      ["B", 50, 365, 8.3],
      ["Units", 20, 0, 0.5],
      ["Total", 170, 730, ""],
    ]);
  });

  test("a loss is left to those who must bear it", () => {
    const table = TWOCLASSEPS(-300, [HEADER, ["Common", 100, 50, "", "yes"], ["Unvested", 50, 10, "", "no"]]);
    expect(figures(table, 0, 3, 6)).toEqual([
      ["Common", -360, -3.1],
      ["Unvested", 0, 0.2],
      ["Total", -360, ""],
    ]);
    expect(() => TWOCLASSEPS(-300, [HEADER, ["Common", 100, 50], ["Unvested", 50, 10]])).toThrow(
      "classes row 2, column 5 (Shares losses) must say, yes or no, whether the class bears its part of an undistributed loss (common stock does); received a blank",
    );
  });

  test("options join the class they are on, and earnings are allocated anew", () => {
    const table = TWOCLASSEPS(900, [HEADER, ["Common", 100, 100, "", "", 20], ["Unvested", 50, 50]]);
    // 750 undistributed over 120 + 50 shares: 750 × 120 / 170, and 100 of dividends, over 120
    expect(figures(table, 0, 6, 7, 8).slice(0, 2)).toEqual([
      ["Common", 6, 120, 5.25],
      ["Unvested", 6, 50, 5.41],
    ]);
  });

  test("a class that converts joins when that is more dilutive", () => {
    const table = TWOCLASSEPS(1_000, [HEADER, ["A", 100, 0, 1], ["B", 100, 300, 0, "", "", "A"]]);
    expect(figures(table, 0, 6, 7, 8).slice(0, 2)).toEqual([
      ["A", 7, 200, 5],
      ["B", 3, 100, 3],
    ]);
    const less = TWOCLASSEPS(1_000, [HEADER, ["A", 100, 0, 1], ["B", 10, 900, 0, "", "", "A"]]);
    expect(figures(less, 7, 8)[0]).toEqual([100, 1]);
  });

  test("options on a class that converts are options on what it converts into", () => {
    const table = TWOCLASSEPS(1_460, [HEADER, ["A", 76, 0, 1, "", 39], ["B", 19, 0, 0, "", 12, "A"]]);
    expect(figures(table, 7, 8)[0]).toEqual([146, 10]); // 76 + 39 + 19 + 12
  });

  describe("an Up-C, whose exchangeable units bring back the noncontrolling interest (10-K 2024, CIK 1794669)", () => {
    const header = ["Class", "Shares", "Incremental shares", "Add-back"];
    const classes = [header, ["Class A", 66_009_448, 23_844_904, 50_300_000], ["Class C", 1_668_826, "", ""]];

    test("is in the allocation to every class", () => {
      expect(figures(TWOCLASSEPS(227_200_000, classes), 6, 7, 8).slice(0, 2)).toEqual([
        [3.36, 89_854_352, 3.03],
        [3.36, 1_668_826, 3.03],
      ]);
    });

    test("is left out where the units would raise earnings per share, and of a line that it does not belong to", () => {
      expect(figures(TWOCLASSEPS(50_000_000, classes), 6, 7, 8)[0]).toEqual([0.74, 66_009_448, 0.74]);
      const discontinued = TWOCLASSEPS(10_000_000, classes, undefined, 2, 227_200_000, false);
      expect(figures(discontinued, 6, 8)[0]).toEqual([0.15, 0.11]);
    });

    test("needs the shares that it belongs to", () => {
      expect(() => TWOCLASSEPS(5, [header, ["A", 1, "", 3]])).toThrow(
        "classes row 2, column 4 (Add-back) needs a number of Incremental shares beside it; received 3",
      );
    });
  });

  test("continuing operations decide what dilutes, whatever the line earns (ASC 260-10-45-18)", () => {
    const classes = [HEADER, ["Common", 100, 0, 1, "yes", 50], ["Unvested", 100, 0, 1, "no"]];
    const lineOf = (income: number, control: number) =>
      figures(TWOCLASSEPS(income, classes, undefined, 2, control), 7, 8)[0];
    expect(lineOf(400, 200)).toEqual([150, 1.6]);
    expect(lineOf(-400, 200)).toEqual([150, -2.67]);
    expect(lineOf(400, -200)).toEqual([100, 2]);
  });

  /** 1,000,000 of income, 100,000 shares with 1.00 each; 20,000 preferred with 2.00 each that participate, and convert one for two. */
  test("participating convertible preferred: the more dilutive of two-class and if-converted", () => {
    const header = [
      "Class",
      "Weighted average shares",
      "Dividends per share",
      "Participation rate",
      "Incremental shares",
      "Converts into",
      "Conversion ratio",
    ];
    const table = TWOCLASSEPS(1_000_000, [
      header,
      ["Common", 100_000, 1, 1, 5_000, "", ""],
      ["Preferred", 20_000, 2, 1, "", "Common", 2],
    ]);
    // basic: 1 + 860,000 ÷ 120,000; diluted: 1,000,000 ÷ 145,000, below (100,000 + 860,000 × 105 ÷ 125) ÷ 105,000 = 7.83
    expect(figures(table, 6, 7, 8)[0]).toEqual([8.17, 145_000, 6.9]);
  });

  test.each([
    [
      "no shares column",
      [
        ["Class", "Dividends"],
        ["A", 1],
      ],
      'classes row 1 must have a column headed Shares; received "Class", "Dividends"',
    ],
    ["no shares", [HEADER, ["A", 0]], "classes row 2, column 2 (Shares) must be more than zero; received 0"],
    [
      "a class twice",
      [HEADER, ["A", 1], ["A", 2]],
      'classes row 3, column 1 (Class) must not repeat a class; received "A"',
    ],
    ["a class without a name", [HEADER, ["", 1]], "classes row 2, column 1 (Class) must be text; received a blank"],
    [
      "conversion into nothing known",
      [HEADER, ["A", 1], ["B", 1, "", "", "", "", "C"]],
      'classes row 3, column 7 (Converts into) must be "A"; received "C"',
    ],
    [
      "an unknown header",
      [
        ["Class", "Share count"],
        ["A", 1],
      ],
      /^classes row 1, column 2 must be a known header \(.*\); received "Share count"$/,
    ],
    [
      "more classes than 30",
      [HEADER, ...Array.from({ length: 31 }, (_class, index) => [`Class ${index}`, 1])],
      "classes must hold at most 30 classes; received 31",
    ],
    [
      "nobody to take the earnings",
      [HEADER, ["A", 1, 0, 0]],
      "classes must hold one that takes undistributed earnings; received 5",
    ],
  ])("%s is refused", (_case, classes, message) => {
    expect(() => TWOCLASSEPS(5, classes)).toThrow(message);
  });
});
