import "../../support/customFunctions";
import { DILUTEDEPS, DILUTEDSHARES } from "../../../src/functions/eps/dilution";
import { DILUTIONSTEPS } from "../../../src/functions/eps/dilutionSteps";

const one = (value: unknown) => [[value]];
const HEADER = [
  "Security",
  "Type",
  "Number",
  "Exercise price",
  "Average price",
  "Unrecognized cost",
  "Add-back",
  "Conversion ratio",
  "From",
  "To",
];
const table = (...rows: unknown[][]) => [HEADER, ...rows];
const sharesOf = (...row: unknown[]) =>
  DILUTEDSHARES(one(1_000_000), one(1_000), table(["Issue", ...row]))[0]![0] - 1_000;

describe("what a row of a securities table adds", () => {
  test.each([
    // source, row, incremental shares
    [
      "ASC 260-10-45-31: a performance award whose condition is met by the treasury stock method",
      ["contingent", 500, "", 20, 6_000],
      200,
    ],
    ["ASC 260-10-45-54: contingent options by their exercise price", ["contingent", 500, 8, 20], 300],
    ["contingent shares for nothing", ["contingent", 500, 0, ""], 500],
    ["ASC 260-10-45-40, principal in cash: the excess over a conversion price of 50", ["option", 200, 50, 80], 75],
    ["a price that another row of the table has", ["convertible debt", 200, "", 80], 200],
    ["blanks that arrive as zeros", ["convertible debt", 200, 0, 0, 0, 0, 0, 0, 0], 200],
    ["a note hedge is never included (ASC 260-10-45-37)", ["capped call", 500, 50, 80], 0],
  ])("%s", (_source, row, shares) => {
    expect(sharesOf(...row)).toBe(shares);
  });

  test.each([
    ["Employee stock options", 50],
    ["ESPP", 50],
    ["Stock appreciation rights", 50],
    ["SARs", 50],
    ["Public warrants", 50],
    ["Unvested restricted stock units", 50],
    ["RSAs", 50],
    ["Performance share units", 50],
    ["Convertible senior notes", 100],
    ["Convertible subordinated debentures", 100],
    ["Redeemable convertible preferred stock", 100],
    ["Earn-out shares", 100],
  ])("%s, as an accountant calls the type", (type, shares) => {
    const priced = shares === 50 ? [10, 20] : ["", ""];
    expect(sharesOf(type, 100, ...priced)).toBe(shares);
  });
});

/** ASC 260-10-45-25 and 45-45 to 45-47: only what is assumed exercised changes earnings. */
describe("warrants carried as a liability", () => {
  const eps = (income: number, ...row: unknown[]) =>
    DILUTEDEPS(one(income), one(100), table(["Warrants", "warrant", 100, ...row]), undefined, 4)[0]![0];

  test.each([
    ["in the money, a gain is taken out", 100, [10, 20, "", -50], 0.3333],
    ["in the money, a loss is put back", 100, [10, 20, "", 20], 0.8],
    ["out of the money, a gain stays in", 100, [20, 15, "", -50], 1],
    ["out of the money, a loss stays in", 100, [20, 15, "", 50], 1],
    ["in a loss, a gain that outweighs the shares", -100, [10, 20, "", -200], -2],
    ["in a loss, a gain that does not", -100, [10, 20, "", -50], -1],
  ])("%s", (_case, income, row, diluted) => {
    expect(eps(income, ...row)).toBe(diluted);
  });

  test("the steps say so", () => {
    const steps = DILUTIONSTEPS(one(100), one(100), table(["Warrants", "warrant", 100, 20, 15, "", -50]));
    expect([steps[2]![7], steps.at(-1)![6]]).toEqual(["adds no shares", 1]);
  });
});

describe("time outstanding", () => {
  const YEAR = [undefined, 2, undefined, undefined, 44_927, 45_291] as const; // 2023
  const eps = (addBack: unknown, from: unknown, to: unknown) =>
    DILUTEDEPS(
      one(1_000_000),
      one(100_000),
      table(["Notes", "convertible debt", 20_000, "", "", "", addBack, "", from, to]),
      ...YEAR,
    );

  test("issued on April 1, by days", () => {
    expect(eps(35_550, 45_017, "")).toEqual([[9]]); // 1,035,550 ÷ (100,000 + 20,000 × 275 ÷ 365)
  });

  test.each([
    [
      "an add-back of another period",
      5_000,
      46_000,
      "",
      "dilutive row 2, column 7 (Add-back) must be blank for an issue outstanding on no day of the period; received 5000",
    ],
    [
      "an end before the start",
      "",
      45_200,
      45_100,
      "dilutive row 2, column 10 (To) must not be before From, 2023-10-01; received 2023-06-23",
    ],
  ])("%s is refused", (_case, addBack, from, to, message) => {
    expect(() => eps(addBack, from, to)).toThrow(message);
  });
});

test("rows of several periods: those of the period asked for, by its end and its months", () => {
  const rows = [
    ["Security", "Type", "Number", "Period end", "Months"],
    ["Units", "RSU", 70, 45_016, 3],
    ["Units", "RSU", 100, 45_107, 3],
    ["Units", "RSU", 50, 45_107, 6],
  ];
  const shares = (start: number) => DILUTEDSHARES(one(1_000), one(1_000), rows, undefined, undefined, start, 45_107);
  expect([shares(45_017), shares(44_927)]).toEqual([[[1_100]], [[1_050]]]); // the second quarter of 2023, the half year
});

test("more options than a call has arguments", () => {
  const rows = Array.from({ length: 130_000 }, (_row, index) => [`Grant ${index}`, "option", 2, 5, 10]);
  expect(DILUTEDSHARES(one(1_000_000), one(1_000), [HEADER.slice(0, 5), ...rows])).toEqual([[131_000]]);
});
