import fc from "fast-check";
import { evaluatedOver } from "./evaluated";

/** A1 is text that looks like a number, B1 a blank. */
const evaluated = evaluatedOver([["2.55", ""]]);

describe("rounds what a cell shows, ties away from zero", () => {
  test.each([
    // Microsoft's pages on these functions
    ["ROUND(2.15,1)", 2.2],
    ["ROUND(2.149,1)", 2.1],
    ["ROUND(-1.475,2)", -1.48],
    ["ROUND(21.5,-1)", 20],
    ["ROUND(626.3,-3)", 1000],
    ["ROUND(1.98,-1)", 0],
    ["ROUND(-50.55,-2)", -100],
    ["ROUNDUP(3.2,0)", 4],
    ["ROUNDUP(-3.14159,1)", -3.2],
    ["ROUNDUP(31415.92654,-2)", 31500],
    ["ROUNDDOWN(-3.14159,1)", -3.1],
    ["ROUNDDOWN(31415.92654,-2)", 31400],
    ["TRUNC(-8.9)", -8],
    ["TRUNC(0.45)", 0],
    // ties that no double holds
    ["ROUND(1.005,2)", 1.01],
    ["ROUND(2.675,2)", 2.68],
    ["ROUND(-1.005,2)", -1.01],
    ["ROUND(1234567.885,2)", 1234567.89],
    // products and sums that drifted in their sixteenth digit
    ["ROUND(0.285*100,0)", 29],
    ["ROUNDUP(1.1*1.1,2)", 1.21],
    ["ROUNDDOWN(4.35*100,0)", 435],
    ["TRUNC(0.1+0.2,1)", 0.3],
    ["ROUNDUP(0.1+0.2,1)", 0.3],
    // below zero nothing goes one too far
    ["TRUNC(-2.5,2)", -2.5],
    ["TRUNC(-0.5,2)", -0.5],
    // far from the point
    ["ROUND(1E300,10)", 1e300],
    ["ROUNDUP(1E300,20)", 1e300],
    ["ROUND(1/3,16)", 1 / 3],
    ["ROUNDUP(1E-10,-10)", 1e10],
    ["ROUNDUP(0,-5)", 0],
    ["ROUND(123,-400)", 0],
    ["ROUND(-0.4,0)", 0],
    // digits are cut to whole ones
    ["ROUND(2.567,1.9)", 2.6],
    ["ROUND(25,-1.9)", 30],
  ])("%s is %d", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});

describe("takes what Excel takes", () => {
  test.each([
    ["text in a cell", "ROUND(A1,1)", 2.6],
    ["text in the formula", 'ROUNDUP("2.51",0)', 3],
    ["a blank cell", "ROUND(B1,2)", 0],
    ["a blank for the digits", "ROUND(2.5,B1)", 3],
    ["digits left out", "ROUND(2.5,)", 3],
    ["TRUE", "ROUND(TRUE,0)", 1],
    [
      "a range of numbers and of digits",
      "ROUND({1.25;-1.25},{0,1})",
      [
        [1, 1.3],
        [-1, -1.3],
      ],
    ],
    ["what is no number", 'ROUND("abc",1)', '#VALUE! number must be a number; received "abc"'],
    ["an error", "ROUND(1/0,1)", "#DIV/0! a number is divided by zero"],
    ["more than a double holds", "ROUNDUP(1,-310)", "#NUM! result must stay below 1.8e308; received Infinity"],
  ])("%s", async (_case, formula, expected) => {
    expect(await evaluated(formula)).toEqual(expected);
  });
});

test("amounts of up to fifteen digits are rounded as their digits say", () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(1, 2, 3), async (thousandths, decimals) => {
      const amount = `${thousandths}/1000`;
      const step = 10 ** (3 - decimals);
      const away = (round: (n: number) => number) =>
        (Math.sign(thousandths) * round(Math.abs(thousandths) / step) * step) / 1000;
      expect(await evaluated(`ROUND(${amount},${decimals})`)).toBe(away((n) => Math.floor(n + 0.5)) + 0);
      expect(await evaluated(`ROUNDUP(${amount},${decimals})`)).toBe(away(Math.ceil) + 0);
      expect(await evaluated(`ROUNDDOWN(${amount},${decimals})`)).toBe(away(Math.floor) + 0);
      expect(await evaluated(`TRUNC(${amount},${decimals})`)).toBe(away(Math.floor) + 0);
    }),
    { numRuns: 200 },
  ));
