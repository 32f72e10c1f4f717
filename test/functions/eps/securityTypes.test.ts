import "../../support/customFunctions";
import { DILUTEDEPS, DILUTEDSHARES } from "../../../src/functions/eps/dilution";

const one = (value: unknown) => [[value]];
const HEADER = ["Security", "Type", "Number", "Exercise price", "Average price"];
const sharesOf = (type: string, ...prices: unknown[]) =>
  DILUTEDSHARES(one(1_000_000), one(100_000), [HEADER, ["x", type, 1_000, ...prices]])[0]![0] - 100_000;

describe("securities by the names that notes give them", () => {
  test.each([
    "Mandatory convertible preferred",
    "Mandatory convertible preferred stock, Series A",
    "6.50% Series B cumulative convertible perpetual preferred stock",
    "LLC units",
    "OP units",
    "LTIP units",
    "Escrow shares",
    "Convertible trust preferred securities",
    "LP units",
    "Operating partnership units",
    "Class B units",
    "Class B common stock",
    "Common units",
    "Exchangeable shares",
    "Membership interests",
    "1.5% convertible senior notes due 2026",
    "0% Convertible Senior Notes due 2030",
    "Zero coupon convertible debentures",
    "Convertible securities",
    "2025 Notes (convertible)",
    "Contingent convertible notes",
    "LYONs",
    "Contingently issuable shares",
    "Contingent consideration",
  ])("%s join as they are", (type) => {
    expect(sharesOf(type)).toBe(1_000);
  });

  test.each([
    "Share-settled SARs",
    "Stock-settled stock appreciation rights",
    "Performance-based RSUs",
    "Performance-based restricted stock units",
    "Market-based RSUs",
    "Time-based RSUs",
    "PSUs",
    "PRSUs",
    "Director stock awards",
    "Stock-based awards",
    "Equity awards",
    "Unvested restricted stock",
    "Restricted stock subject to repurchase",
    "Employee stock purchase plan",
    "ESPP shares",
    "Nonqualified stock options",
    "Options to purchase common stock",
    "Options and warrants",
    "Warrants to purchase common stock",
    "Public warrants",
    "Private placement warrants",
    "Forward sale agreements",
  ])("%s are bought back by the treasury stock method", (type) => {
    expect(sharesOf(type, 10, 20)).toBe(500);
  });

  test.each([
    "Treasury shares",
    "Cash-settled SARs",
    "Nonconvertible preferred stock",
    "Antidilutive options",
    "Convertible notes and warrants",
    "Senior notes due 2026",
    "Deemed dividend",
    "Common stock",
  ])("%s is no type", (type) => {
    expect(() => sharesOf(type, 10, 20)).toThrow(/\(Type\) must be "option", "warrant"/);
  });
});

describe("shares issuable for little or no cash are outstanding (ASC 260-10-45-13)", () => {
  test.each([
    ["pre-funded warrant", 0.0001],
    ["Prefunded warrants", 0.001],
    ["Penny warrants", 0.01],
    ["Nominal cost warrants", 0.05],
    ["warrant", 0.01],
  ])("%s at %d", (type, price) => {
    const rows = [HEADER, ["Pre-funded", type, 8_275_913, price, 2]];
    expect(() => DILUTEDEPS(one(-10_157_000), one(74_560_456), rows)).toThrow(
      /must be potential shares: .* add them to the basic weighted shares/,
    );
  });

  test("a warrant that costs a cent where a share is worth five is none of them", () => {
    expect(sharesOf("warrant", 0.01, 0.05)).toBe(800);
  });
});

test("names and counts need no header row, and are the same in every period", () => {
  const counts = [
    ["Options", 100],
    ["Warrants", 50],
    ["RSUs", "-"],
  ];
  expect(DILUTEDSHARES(one(5), one(1_000), counts)).toEqual([[1_150]]);
  expect(DILUTEDSHARES([[5], [5]], [[1_000], [2_000]], counts)).toEqual([[1_150], [2_150]]);
  expect(() =>
    DILUTEDSHARES(one(5), one(1_000), [
      ["Options", -1],
      ["Warrants", "x1"],
    ]),
  ).toThrow("dilutive row 1, column 1 must be a number");
  expect(() =>
    DILUTEDSHARES(one(5), one(1_000), [
      ["Options", -1],
      ["Warrants", -2],
    ]),
  ).toThrow(
    "dilutive has 2 faults: (1) dilutive row 1, column 2 (Options) must be zero or more; received -1; (2) dilutive row 2, column 2 (Warrants) must be zero or more; received -2",
  );
});
