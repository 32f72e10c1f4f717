import "../../../src/engine/customFunctionsRuntime";
import { evaluate, NotCalculated } from "../../../src/workbook/formula/evaluate";
import { callsOf, parseFormula, referencesOf } from "../../../src/workbook/formula/parse";

const cells: Record<string, unknown[][]> = {
  A1: [[5]],
  "$B$2:B3": [[1], [2]],
  "'My sheet'!C4": [[7]],
  "EPS_Periods[#All]": [["Months"], [3]],
};
const valueOf = (formula: string) => evaluate(parseFormula(formula) ?? fail(formula), (reference) => cells[reference]);

function fail(formula: string): never {
  throw new Error(`not understood: ${formula}`);
}

test.each([
  ["=1+2*3", 7],
  ["=-2+5", 3],
  ["=(1+2)*3", 9],
  ['="a"&"b""c"', 'ab"c'],
  ["=A1*2", 10],
  ["=SUM($B$2:B3,'My sheet'!C4)", 10],
  ["=INDEX(EPS_Periods[#All],2,1)", 3],
  ["=DATE(2000,9,12)", 36_781],
  // as Excel counts on: March 1, 2001, January 31, 2000, March 2, 2025, January 1, 1999
  ["=DATE(2000,15,1)", 36_951],
  ["=DATE(2000,2,0)", 36_556],
  ["=DATE(2025,2,30)", 45_718],
  ["=DATE(99,1,1)", 36_161],
  ["=10%", 0.1],
  ["=BASICEPS(5,1000,,3)", [[0.005]]],
  ['=IF("a"="A",1,LOANBALANCE("soon"))', 1],
  ["=IF(5<>5,1)", false],
  ['=IF(5="","",6)', 6],
  ["=BASICEPS({5,-5},1000)", [[0.01, -0.01]]],
])("%s", (formula, value) => {
  expect(valueOf(formula)).toEqual(value);
});

test.each(["=1+", "=SUM(1", "=)", "=A1:B2:C3 D4", "=#REF!", '="open', `=${"(".repeat(100)}1${")".repeat(100)}`])(
  "%s is not understood, and says no more",
  (formula) => {
    expect(parseFormula(formula)).toBeUndefined();
  },
);

test("what goes beyond is told by its name", () => {
  expect(() => valueOf("=VLOOKUP(A1,$B$2:B3,1)")).toThrow(NotCalculated);
  expect(() => valueOf("=Z99")).toThrow("Z99 is not calculated here");
});

test("finds references and calls, outermost first", () => {
  const parsed = parseFormula("=IF(A1>0,LOANBALANCE('My sheet'!C4,Loan_terms),DILUTEDEPS(A1,2,$B$2:B3))");
  expect(referencesOf(parsed)).toEqual(["A1", "'My sheet'!C4", "Loan_terms", "A1", "$B$2:B3"]);
  expect(callsOf(parsed).map(({ name }) => name)).toEqual(["IF", "LOANBALANCE", "DILUTEDEPS"]);
});
