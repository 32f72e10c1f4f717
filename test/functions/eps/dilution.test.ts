import "../../support/customFunctions";
import { DILUTEDEPS, DILUTEDSHARES } from "../../../src/functions/eps/dilution";
import { BASICEPS } from "../../../src/functions/eps/eps";

const one = (value: unknown) => [[value]];
const code = (answers: any[][]) => answers.map((row) => row.map((cell) => cell?.code ?? cell));

/** HemaCare Corporation, Exhibit 11: three months ended September 30, 2002 and 2001, nine months 2002 and 2001. */
const exhibit11 = {
  income: [[-462_000, 5_000, -619_000, 377_000]],
  shares: [[7_737_946, 7_541_024, 7_647_197, 7_509_358]],
  dilutive: [
    ["-", 834_762, "-", 698_224],
    ["-", 50_788, "-", 39_402],
  ],
  dilutedShares: [[7_737_946, 8_426_574, 7_647_197, 8_246_984]],
  eps: [[-0.06, 0, -0.08, 0.05]],
};

describe("Exhibit 11", () => {
  const { income, shares, dilutive } = exhibit11;

  test("all four columns at once, as the exhibit lays them out", () => {
    expect(BASICEPS(income, shares)).toEqual(exhibit11.eps);
    expect(DILUTEDSHARES(income, shares, dilutive)).toEqual(exhibit11.dilutedShares);
    expect(DILUTEDEPS(income, shares, dilutive)).toEqual(exhibit11.eps);
  });

  test.each([0, 1, 2, 3])("column %i on its own", (column) => {
    const [of, weighted] = [income[0]![column], shares[0]![column]];
    const counts = dilutive.map((line) => [line[column]]);
    expect(DILUTEDSHARES(one(of), one(weighted), counts)).toEqual(one(exhibit11.dilutedShares[0]![column]));
    expect(DILUTEDEPS(one(of), one(weighted), counts)).toEqual(one(exhibit11.eps[0]![column]));
  });

  test("the loss columns stay as they are whatever counts are given", () => {
    expect(DILUTEDSHARES(one(-462_000), one(7_737_946), [[834_762, 50_788]])).toEqual(one(7_737_946));
  });

  test("turned on its side, one row a period", () => {
    const turned = (block: any[][]) => block[0]!.map((_cell, column) => block.map((line) => line[column]));
    expect(DILUTEDSHARES(turned(income), turned(shares), turned(dilutive))).toEqual(turned(exhibit11.dilutedShares));
  });
});

/** FASB Statement 128, Illustration 4 (ASC 260-10-55-57 to 55-59; IAS 33 IE9). */
describe("antidilution sequence of SFAS 128, Illustration 4", () => {
  const securities = [
    ["Security", "Type", "Number", "Exercise price", "Average price", "Add-back"],
    ["Preferred", "convertible preferred", 1_600_000, "", "", 6_400_000],
    ["Debentures", "convertible debt", 2_000_000, null, null, 3_000_000],
    ["Options", "option", 100_000, 60, 75, ""],
  ];
  const shares = one(2_000_000);

  test("continuing operations decide, and the lines share one denominator", () => {
    expect(DILUTEDEPS(one(16_400_000), shares, securities, one(6_400_000))).toEqual(one(3.23));
    expect(DILUTEDEPS(one(12_400_000), shares, securities, one(6_400_000), 2, one(10_000_000))).toEqual(one(2.24));
    expect(DILUTEDEPS(one(-4_000_000), shares, securities, undefined, 2, one(10_000_000), false)).toEqual(one(-1));
    expect(DILUTEDSHARES(one(16_400_000), shares, securities, one(6_400_000))).toEqual(one(4_020_000));
  });
});

const table = (...rows: unknown[][]) => [
  ["Security", "Type", "Number", "Exercise price", "Average price", "Add-back", "From", "To"],
  ...rows,
];

describe("bad input says the cell, the rule and the value", () => {
  test.each([
    [
      "a text among counts",
      [["Options", 5, 7]],
      'dilutive row 1, column 1 must be a number; beside names the range needs a header row (Security, Number); received "Options"',
    ],
    ["a text number", [[100, "200"]], 'dilutive row 1, column 2 must be a number; received "200"'],
    ["a negative count", [[100], [-5]], "dilutive row 2, column 1 must be zero or more; received -5"],
    [
      "an unknown header",
      [
        ["Security", "Colour"],
        ["A", 1],
      ],
      'dilutive row 1, column 2 must be a known header (Security, Class, Type, Number, Conversion ratio, Exercise price, Average price, Unrecognized cost, Add-back, Tax rate, From, To, Weight, Period end, Months); received "Colour"',
    ],
    [
      "a header twice",
      [
        ["Number", "Shares"],
        [5, 1],
      ],
      'dilutive row 1, column 2 must not be a second column of Number; received "Shares"',
    ],
    ["an unknown type", table(["A", "swap", 100]), 'dilutive row 2, column 2 (Type) must be "option"'],
    [
      "no average price",
      table(["A", "option", 100, 5]),
      "dilutive row 2, column 5 (Average price) must be given for this type; received a blank",
    ],
    [
      "an average price of zero",
      table(["A", "option", 100, 5, 0]),
      "dilutive row 2, column 5 (Average price) must be more than zero; received 0",
    ],
    [
      "a negative number",
      table(["A", "option", -100, 5, 8]),
      "dilutive row 2, column 3 (Number) must be zero or more; received -100",
    ],
    [
      "a text price",
      table(["", "", ""], ["A", "option", 100, "5", 8]),
      'dilutive row 3, column 4 (Exercise price) must be a number; received "5"',
    ],
    [
      "an add-back without shares",
      table(["A", "convertible debt", 0, "", "", 9]),
      "dilutive row 2, column 6 (Add-back) needs a number of shares beside it; received 9",
    ],
    [
      "a subsidiary that adds to earnings",
      table(["A", "subsidiary", "", "", "", 9]),
      "dilutive row 2, column 6 (Add-back) must be zero or less for a subsidiary",
    ],
    [
      "a conversion price",
      table(["A", "convertible debt", 100, 50]),
      "dilutive row 2, column 4 (Exercise price) must be blank for this type, which brings in no proceeds",
    ],
    [
      "dates without a period",
      table(["A", "contingent", 7, "", "", "", 36_526]),
      "dilutive row 2, column 7 (From) needs the start and end of the period; received 2000-01-01",
    ],
  ])("%s", (_case, dilutive, message) => {
    expect(() => DILUTEDEPS(one(1), one(1), dilutive)).toThrow(
      expect.objectContaining({ code: "#VALUE!", message: expect.stringContaining(message) }),
    );
  });

  test("shares of zero, and decimals without end", () => {
    expect(() => DILUTEDEPS(one(1), one(0))).toThrow("shares must be more than zero; received 0");
    expect(() => BASICEPS(one(1), one(1), undefined, 1e9)).toThrow(
      "decimals must be from 0 to 12; received 1000000000",
    );
  });

  test("counts that fit neither way are refused, not guessed", () => {
    const periods = [[1], [2], [3]];
    const message =
      "dilutive must have one row for each of the 3 periods, or be one cell or a securities table with a header row; received 1";
    expect(DILUTEDEPS(periods, periods, [[1, 2, 3]]).map(([cell]) => cell.message)).toEqual([
      message,
      message,
      message,
    ]);
  });

  test("one bad period leaves the others", () => {
    expect(code(DILUTEDEPS([[5], ["x"], [""]], [[1], [1], [""]], [[1], [1], [1]]))).toEqual([[2.5], ["#VALUE!"], [""]]);
  });
});
