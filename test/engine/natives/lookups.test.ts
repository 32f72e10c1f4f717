import fc from "fast-check";
import { evaluatedOver } from "./evaluated";

const evaluated = evaluatedOver([
  [1, "a", 10],
  [2, "b", ""],
  [3, "c", "=1/0"],
  ["", "blank", 5],
  [0, "zero", 6],
  ["x", "d", 7],
  [true, "t", 8],
  ["5", "text", 9],
]);

/** A blank is no 0, and a text no number: told by Microsoft's pages and known to every accountant who met a #N/A. */
describe("looks for the value itself", () => {
  test.each([
    ["XLOOKUP(2,A1:A8,B1:B8)", "b"],
    ["XLOOKUP(0,A1:A8,B1:B8)", "zero"],
    ["XMATCH(0,A1:A8)", 5],
    ["VLOOKUP(0,A1:B8,2,FALSE)", "zero"],
    ["HLOOKUP(10,C1:C2,2,FALSE)", 0],
    ['XLOOKUP("5",A1:A8,B1:B8)', "text"],
    ['XLOOKUP(5,A1:A8,B1:B8,"none")', "none"],
    ['IFERROR(VLOOKUP(5,A1:B8,2,FALSE),"none")', "none"],
    ['VLOOKUP("5",A1:B8,2,FALSE)', "text"],
    ['XLOOKUP("X",A1:A8,B1:B8)', "d"],
    ["XLOOKUP(TRUE,A1:A8,B1:B8)", "t"],
    // "If omitted, XLOOKUP returns blank cells it finds in lookup_array."
    ["XLOOKUP(,A1:A8,B1:B8)", "blank"],
    ["XLOOKUP(A4,A1:A8,B1:B8)", "blank"],
    ["VLOOKUP(A4,A1:B8,2,FALSE)", "zero"],
  ])("%s is %p", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});

describe("answers with what it found", () => {
  test.each([
    ["a blank cell", "XLOOKUP(2,A1:A8,C1:C8)", 0],
    ["which stays a blank", 'XLOOKUP(2,A1:A8,C1:C8)&"|"', "|"],
    ["an error", "XLOOKUP(3,A1:A8,C1:C8,0)", "#DIV/0! a number is divided by zero"],
    ["a row", "XLOOKUP(1,A1:A8,B1:C8)", [["a", 10]]],
    ["a column", "XLOOKUP(2,{1,2},{3,4;5,6})", [[4], [6]]],
    ["one for each that is looked for", 'XLOOKUP({1;9},A1:A8,B1:B8,"none")', [["a"], ["none"]]],
    ["nothing, in the words given", 'XLOOKUP(9,A1:A8,B1:C8,"none")', "none"],
    ["nothing", "XLOOKUP(9,A1:A8,B1:B8)", "#N/A lookup_array does not hold lookup_value"],
    ["what is to be said if nothing is found is not said else", "XLOOKUP(1,{1,2},{3,4},1/0)", 3],
    ["an error that was looked for", "XLOOKUP(1/0,A1:A8,B1:B8,0)", "#DIV/0! a number is divided by zero"],
  ])("%s", async (_case, formula, expected) => {
    expect(await evaluated(formula)).toEqual(expected);
  });
});

describe("by its modes", () => {
  test.each([
    ['XLOOKUP("a*",{"abc","abd"},{1,2},"none")', "none"],
    ['XLOOKUP("a*",{"abc","abd"},{1,2},,2)', 1],
    ['XLOOKUP("a*",{"abc","abd"},{1,2},,2,-1)', 2],
    ['XLOOKUP("a?d",{"abc","abd"},{1,2},,2)', 2],
    ['XLOOKUP("~*",{"a","*"},{1,2},,2)', 2],
    ['XMATCH("1.5*",{"125","1.55"},2)', 2],
    ['VLOOKUP("a*",{"abc",1;"abd",2},2,FALSE)', 1],
    ["XLOOKUP(3,{1,2,3,3},{1,2,3,4})", 3],
    ["XLOOKUP(3,{1,2,3,3},{1,2,3,4},,0,-1)", 4],
    ['XLOOKUP(2.5,{3,1,2},{"c","a","b"},,-1)', "b"],
    ['XLOOKUP(2.5,{3,1,2},{"c","a","b"},,1)', "c"],
    ['XLOOKUP(0.5,{3,1,2},{"c","a","b"},"none",-1)', "none"],
    ['XLOOKUP("b",{"a","c",1},{1,2,3},,-1)', 1],
    ["XLOOKUP(3,{1,2,4,5},{1,2,3,4},,-1,2)", 2],
    ["XLOOKUP(3,{5,4,2,1},{1,2,3,4},,1,-2)", 2],
    ["XLOOKUP(1,{1,2},{3,4},,3)", "#VALUE! match_mode must be -1, 0, 1 or 2; received 3"],
    ["XLOOKUP(1,{1,2},{3,4},,0,3)", "#VALUE! search_mode must be -2, -1, 1 or 2; received 3"],
    ["XLOOKUP(1,{1,2,3},{1,2})", "#VALUE! return_array must be as long as lookup_array; received 2"],
    ["XLOOKUP(1,A1:B2,C1:C2)", "#VALUE! lookup_array must be one row or one column; received 2 rows of 2"],
  ])("%s is %p", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});

test("finds the first of numbers, and the last, where MATCH and a reading by eye do", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 5 }),
      async (cells, sought) => {
        const array = `{${cells.join(",")}}`;
        expect(await evaluated(`IFERROR(XMATCH(${sought},${array}),0)`)).toBe(cells.indexOf(sought) + 1);
        expect(await evaluated(`IFERROR(XMATCH(${sought},${array},0,-1),0)`)).toBe(cells.lastIndexOf(sought) + 1);
        const below = Math.max(...cells.filter((cell) => cell <= sought), -1);
        expect(await evaluated(`XLOOKUP(${sought},${array},${array},-1,-1)`)).toBe(below);
      },
    ),
    { numRuns: 100 },
  ));
