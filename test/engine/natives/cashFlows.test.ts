import fc from "fast-check";
import { evaluatedOver } from "./evaluated";

const evaluated = evaluatedOver([
  [-70000, -10000, "=DATE(2008,1,1)"],
  [12000, 2750, "=DATE(2008,3,1)"],
  [15000, 4250, "=DATE(2008,10,30)"],
  [18000, 3250, "=DATE(2009,2,15)"],
  [21000, 2750, "=DATE(2009,4,1)"],
  [26000, "", ""],
  ["", "5", true],
]);
const number = async (formula: string) => Number(await evaluated(formula));

describe("figures of Microsoft's own pages on these functions", () => {
  test.each([
    ["NPV(10%,-10000,3000,4200,6800)", 1188.44, 2],
    ["NPV(8%,8000,9200,10000,12000,14500)-40000", 1922.06, 2],
    ["IRR(A1:A5)", -0.0212, 4],
    ["IRR(A1:A6)", 0.0866, 4],
    ["IRR(A1:A3,-10%)", -0.4435, 4],
    ["XNPV(9%,B1:B5,C1:C5)", 2086.647602, 6],
    ["XIRR(B1:B5,C1:C5,0.1)", 0.373362535, 7],
  ])("%s is %d", async (formula, expected, decimals) => {
    expect(await number(formula)).toBeCloseTo(expected, decimals);
  });
});

describe("takes what Excel takes", () => {
  test.each([
    // "If an array or reference argument contains text, logical values, or empty cells, those values are ignored."
    ["text in an array is passed over", 'IRR({-100,"5",110})', 0.1],
    ["and a logical value", "IRR({-100,TRUE,110})", 0.1],
    ["and both in a range, and a blank", "NPV(0.1,A7:C7,B6)", 0],
    ["in NPV too", 'NPV(0.1,{-100,"5",110})', 0],
    ["a value by itself counts as the number it stands for", 'NPV(0.1,"110")', 100],
    ["left out, it is 0", "NPV(0.1,110,,121)", 190.9090909090909],
    ["a range row by row", "NPV(0.1,{1,2;3,4})", 1 / 1.1 + 2 / 1.21 + 3 / 1.331 + 4 / 1.4641],
    ["several ranges", "IRR((A1:A3,A4:A6))", 0.08663094803653],
    ["several ranges in NPV", "NPV(0.1,(A2:A3,A4))", 12000 / 1.1 + 15000 / 1.21 + 18000 / 1.331],
    ["a rate a cell", "ROUND(NPV({0;0.1},110),2)", [[110], [100]]],
    ["a loss of nearly everything", "IRR({-1000000,1,1,1,1})", -0.96812005350635],
    ["a large return", "IRR({-1,1000000})", 999999],
    ["a return of a month as of a year", "XIRR({-100,1000},{43831,43862})", 10 ** (365 / 31) - 1],
    ["from a guess far away", "XIRR(B1:B5,C1:C5,-0.99)", 0.37336253351883],
    ["dates with a time", "XIRR({-100,110},{43831.7,44196.2})", 0.1],
    ["no interest", "XNPV(0,B1:B5,C1:C5)", 3000],
  ])("%s", async (_case, formula, expected) => {
    const answer = await evaluated(formula);
    if (typeof expected !== "number") expect(answer).toEqual(expected);
    else expect(Math.abs(Number(answer) - expected)).toBeLessThan(1e-12 * Math.max(1, expected));
  });
});

describe("refuses", () => {
  const oneSign = "must hold amounts that are paid (negative) and amounts that are received";
  test.each([
    ["IRR({1,2})", `#NUM! values ${oneSign}; received 2 of one sign`],
    ["IRR(B7)", `#NUM! values ${oneSign}; received no amounts`],
    ["IRR({-1,#N/A})", "#N/A no value is available, or a function has too few or too many arguments"],
    ["IRR({-1,2},-1)", "#NUM! guess must be more than -1; received -1"],
    ["XIRR({1,2},{1,2})", `#NUM! values ${oneSign}; received 2 of one sign`],
    ["XIRR({-1,2},{43831})", "#NUM! dates must be as many as there are values, 2; received 1"],
    // XNPV: "If any number in dates precedes the starting date, XNPV returns the #NUM! error value."
    ["XNPV(0.1,{-1,2},{44197,43831})", "#NUM! dates must not be before the first, 44197; received 43831"],
    ["XIRR({-1,2},{44197,43831})", "#NUM! dates must not be before the first, 44197; received 43831"],
    ["XNPV(-0.5,B1:B5,C1:C5)", "#NUM! rate must not be negative; received -0.5"],
    ["XNPV(0.1,B1:B6,C1:C6)", "#VALUE! values must have a value in each cell; received a blank"],
    ['XNPV(0.1,{-1,"x"},{1,2})', '#VALUE! values must be a number; received "x"'],
    ["XNPV(0.1,,C1:C5)", "#N/A values must be given; received a blank"],
    ["NPV(-1,100)", "#DIV/0! rate must not be -1; received -1"],
    ['NPV(0.1,"x")', '#VALUE! value1 must be a number; received "x"'],
    ["NPV(0.1)", "#VALUE! NPV takes 2 or more arguments; received 1"],
  ])("%s", async (formula, words) => {
    expect(await evaluated(formula)).toBe(words);
  });
});

describe("laws", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 24 });
  const paid = fc.integer({ min: 1, max: 1_000_000 });

  test("at its internal rate of return an investment is worth nothing", () =>
    fc.assert(
      fc.asyncProperty(paid, amounts, async (cost, received) => {
        const flows = `{${[-cost, ...received].join(",")}}`;
        const total = cost + received.reduce((sum, amount) => sum + amount, 0);
        const rate = await number(`IRR(${flows})`);
        const worth = received.reduceRight((later, amount) => (amount + later) / (1 + rate), 0) - cost;
        expect(Math.abs(worth)).toBeLessThan(1e-9 * total);
      }),
      { numRuns: 100 },
    ));

  test("amounts a year of 365 days apart have the same rate by XIRR as by IRR", () =>
    fc.assert(
      fc.asyncProperty(paid, amounts, async (cost, received) => {
        const flows = `{${[-cost, ...received].join(",")}}`;
        const dates = `{${[0, ...received].map((_amount, year) => 40000 + 365 * year).join(",")}}`;
        const [byPeriod, byDate] = [await number(`IRR(${flows})`), await number(`XIRR(${flows},${dates})`)];
        expect(Math.abs(byPeriod - byDate)).toBeLessThan(1e-11 * (1 + Math.abs(byPeriod)));
      }),
      { numRuns: 100 },
    ));
});
