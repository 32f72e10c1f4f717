import { evaluatedOver } from "./evaluated";

/** Units, prices, the same as text, and a mark. */
const evaluated = evaluatedOver([
  [2, 10, "10", "yes"],
  [3, "", true, "no"],
  [-1, 4, "four", "yes"],
]);

describe("SUMPRODUCT", () => {
  test.each([
    ["multiplies cell by cell and adds up", "SUMPRODUCT(A1:A3,B1:B3)", 16],
    ["takes one array", "SUMPRODUCT({1,2;3,4})", 10],
    ["takes many", "SUMPRODUCT(A1:A3,A1:A3,A1:A3)", 34],
    // "SUMPRODUCT treats non-numeric array entries as if they were zeros."
    ["counts text, TRUE and blanks as 0", "SUMPRODUCT(A1:A3,C1:C3)", 0],
    ["counts what a test says once it is made a number", 'SUMPRODUCT(--(D1:D3="yes"),A1:A3)', 1],
    ["and multiplied with another", 'SUMPRODUCT((D1:D3="yes")*(A1:A3>0)*A1:A3)', 2],
    ["and in an array that is typed", "SUMPRODUCT(--{TRUE,FALSE,TRUE},{1,2,3})", 4],
    ["takes single values", "SUMPRODUCT(3,4)", 12],
    // "The array arguments must have the same dimensions. If they do not, SUMPRODUCT returns the #VALUE! error value."
    [
      "refuses arrays of other sizes",
      "SUMPRODUCT({1;2},{1,2;3,4})",
      "#VALUE! array2 and all after it must be of the size of array1, 2 rows of 1; received 2 rows of 2",
    ],
    [
      "and a single value beside an array",
      "SUMPRODUCT(A1:A3,2)",
      "#VALUE! array2 and all after it must be of the size of array1, 3 rows of 1; received 1 rows of 1",
    ],
    ["and several ranges", "SUMPRODUCT((A1:A2,A3))", "#VALUE! array1 must be a range; received several ranges"],
    [
      "gives an error on",
      "SUMPRODUCT({1,#N/A},{1,2})",
      "#N/A no value is available, or a function has too few or too many arguments",
    ],
  ])("%s", async (_case, formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});
