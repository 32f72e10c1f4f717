import "../../../src/engine/customFunctionsRuntime";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { readAddress } from "../../../src/workbook/book/address";
import { evaluate, type Answered } from "../../../src/workbook/formula/evaluate";
import { ownCallsOf, readFormula, textOf } from "../../../src/workbook/formula/readFormula";
import {
  Cells,
  errorValue,
  NotCalculated,
  plain,
  type Computed,
  type Rows,
} from "../../../src/workbook/formula/values";

const sheet: Record<string, Rows> = {
  A1: [[5]],
  A2: [["soon"]],
  A3: [[null]],
  A4: [[errorValue("#N/A")]],
  A9: [[{ type: "Double", basicValue: 36_965, numberFormat: "mmmm d, yyyy" }]],
  "$B$2:B3": [[1], [2]],
  "B2:B3": [[1], [2]],
  "A2:C2": [["soon", 3, 4]],
  "B1:B9": [[null], [1], [2], ["x"], [true], [10], [null], [null], [-3]],
  "B2#": [[1], [2]],
  "'My ''own'' sheet'!C4": [[7]],
  "EPS_Periods[#All]": [["Months"], [3]],
  Rate: [[0.25]],
};
const cellsOf = (reference: string) =>
  sheet[reference] && new Cells(sheet[reference], readAddress(reference, "Sheet1"));

const calculated = (formula: string, called?: (answered: Answered) => void): Computed =>
  evaluate((readFormula(formula) ?? fail(formula)).tree, { cellsOf, at: { row: 1, column: 3 }, called });

function fail(formula: string): never {
  throw new Error(`not understood: ${formula}`);
}

/** Without the format that a date brings, and without the place that cells have. */
function bare(value: Computed): unknown {
  if (value instanceof NotCalculated) return value;
  if (value instanceof Cells) return value.rows;
  return Array.isArray(value) ? value : plain(value as Exclude<typeof value, Rows>);
}

describe("operators, as Excel has them", () => {
  test.each<[string, unknown]>([
    ["=1+2*3", 7],
    ["=(1+2)*3", 9],
    ["=-2^2", 4],
    ["=2^3^2", 64],
    ["=2^-1", 0.5],
    ["=10%", 0.1],
    ["=A1%%", 0.0005],
    ["=-A1%", -0.05],
    ["=--A1", 5],
    ["=1-+1", 0],
    ["=0.1+0.2=0.3", true],
    ["=1/0", errorValue("#DIV/0!")],
    ["=0^0", errorValue("#NUM!")],
    ["=(-8)^0.5", errorValue("#NUM!")],
    ["=1E308*10", errorValue("#NUM!")],
    ['="a"&"b""c"', 'ab"c'],
    ["=A1&TRUE&A3", "5TRUE"],
    ['=0.1+0.2&""', "0.3"],
    ['="5"*2', 10],
    ['=" 1e3 "+1', 1001],
    ['="x"*2', errorValue("#VALUE!")],
    ['=""+1', errorValue("#VALUE!")],
    ["=TRUE+1", 2],
    ["=A3+1", 1],
    ["=A4+1", errorValue("#N/A")],
    ["=#REF!", errorValue("#REF!")],
    ['="a"="A"', true],
    ['=A3=""', true],
    ["=A3=0", true],
    ["=A3=FALSE", true],
    ["=5<>5", false],
    ['=9<"1"', true],
    ['="z"<FALSE', true],
    ["=2>=2", true],
    ["=A1*2", 10],
    ["='My ''own'' sheet'!C4+1", 8],
    ["=rate*4", new NotCalculated("rate")],
    ["=Rate*4", 1],
    ["= A1 +\n 1", 6],
  ])("%s", (formula, value) => {
    expect(bare(calculated(formula))).toEqual(value);
  });
});

describe("ranges", () => {
  test.each<[string, unknown]>([
    [
      "={1,2}*{10;20}",
      [
        [10, 20],
        [20, 40],
      ],
    ],
    ["={1,2,3}+{1,2}", [[2, 4, errorValue("#N/A")]]],
    ["=$B$2:B3*2", [[2], [4]]],
    ["=-{1,-2}", [[-1, 2]]],
    ["=B2#+1", [[2], [3]]],
    ["=SUM(B2#)", 3],
    ["=A2:C2 B1:B9", [[3]]],
    ["=SUM(A2:C2  B1:B9,1)", 4],
    ["=A1 B1:B9", errorValue("#NULL!")],
    ["=@B1:B9", 1],
    ["=@A2:C2", errorValue("#VALUE!")],
    ["=@{4,5}", 4],
    ["=@A1+1", 6],
    ["=SUM((A1,B2:B3),3)", 11],
    ["=BASICEPS({5,-5},1000)", [[0.01, -0.01]]],
    ["=BASICEPS(5,1000,,3)", [[0.005]]],
    ["=BASICEPS((5),@A1*200,)", [[0.01]]],
  ])("%s", (formula, value) => {
    expect(bare(calculated(formula))).toEqual(value);
  });
});

describe("the spreadsheet's functions that stand around ours", () => {
  test.each<[string, unknown]>([
    ["=SUM($B$2:B3,'My ''own'' sheet'!C4)", 10],
    ["=SUM(B1:B9)", 10],
    ['=SUM("3",TRUE,)', 4],
    ['=SUM("x")', errorValue("#VALUE!")],
    ["=SUM(A1,A4)", errorValue("#N/A")],
    ["=SUM(A2)", 0],
    ["=MAX(B1:B9)", 10],
    ["=MIN(B1:B9,-1)", -3],
    ["=MAX(A2:C2)", 4],
    ["=MAX(A3)", 0],
    ["=INDEX(EPS_Periods[#All],2,1)", 3],
    ["=INDEX({1,2,3},2)", 2],
    ["=INDEX({1;2;3},3)", 3],
    ["=INDEX({1,2;3,4},2)", [[3, 4]]],
    ["=INDEX({1,2;3,4},0,2)", [[2], [4]]],
    ["=INDEX({1,2;3,4},3,1)", errorValue("#REF!")],
    ["=INDEX({1,2;3,4},-1,1)", errorValue("#VALUE!")],
    ['=IF("a"="A",1,LOANBALANCE("soon"))', 1],
    ["=IF(5<>5,1)", false],
    ["=IF(TRUE,)", 0],
    ["=IF(FALSE,1,)", 0],
    ['=IF("true",1,2)', 1],
    ['=IF("x",1,2)', errorValue("#VALUE!")],
    ['=IF(5="","",6)', 6],
    ["=IF(A4,1,2)", errorValue("#N/A")],
    ["=IFERROR(1/0,7)", 7],
    ["=IFERROR(A1,7)", [[5]]],
    ["=IFNA(1/0,7)", errorValue("#DIV/0!")],
    ["=IFNA(A4,)", 0],
    ["=LET(x,A1,y,x*2,x+y)", 15],
    ["=LET(x,1,x,2,x)", undefined],
    ["=_xlfn.LET(_xlpm.x,A1,_xlpm.X+1)", new NotCalculated("LET")],
    ["=TRUE()", true],
  ])("%s", (formula, value) => {
    if (value === undefined) expect(readFormula(formula)).toBeUndefined();
    else expect(bare(calculated(formula))).toEqual(value);
  });
});

/** Microsoft's page on DATE, and what Excel makes of the February 29 that 1900 did not have. */
describe("DATE", () => {
  afterEach(() => setOpenWorkbook({ dateSystem: 1900 }));
  const NUM = errorValue("#NUM!");

  test.each<[string, unknown, unknown]>([
    // formula, in the 1900 system, in the 1904 system
    ["=DATE(2000,9,12)", 36_781, 35_319],
    ["=DATE(2000,15,1)", 36_951, 35_489],
    ["=DATE(2000,0,1)", 36_495, 35_033],
    ["=DATE(2000,-11,1)", 36_161, 34_699],
    ["=DATE(2000,-12,1)", 36_130, 34_668],
    ["=DATE(2000,25,1)", 37_257, 35_795],
    ["=DATE(2000,1,0)", 36_525, 35_063],
    ["=DATE(2000,3,0)", 36_585, 35_123],
    ["=DATE(2001,2,29)", 36_951, 35_489],
    ["=DATE(2008,14,2)", 39_846, 38_384],
    ["=DATE(2008,-3,2)", 39_327, 37_865],
    ["=DATE(2008,1,35)", 39_482, 38_020],
    ["=DATE(2008,1,-15)", 39_432, 37_970],
    ["=DATE(2000,1,400)", 36_925, 35_463],
    ["=DATE(108,1,2)", 39_449, 37_987],
    ["=DATE(99,12,31)", 36_525, 35_063],
    ["=DATE(0,1,1)", 1, NUM],
    ["=DATE(1899,1,1)", 693_598, 692_136],
    ["=DATE(1900,2,28)", 59, NUM],
    ["=DATE(1900,2,29)", 60, NUM],
    ["=DATE(1900,3,0)", 60, NUM],
    ["=DATE(1900,3,1)", 61, NUM],
    ["=DATE(1900,1,0)", 0, NUM],
    ["=DATE(1900,1,-1)", NUM, NUM],
    ["=DATE(1904,1,1)", 1_462, 0],
    ["=DATE(1904,1,0)", 1_461, NUM],
    ["=DATE(9999,12,31)", 2_958_465, 2_957_003],
    ["=DATE(9999,13,0)", 2_958_465, 2_957_003],
    ["=DATE(9999,13,1)", NUM, NUM],
    ["=DATE(10000,1,1)", NUM, NUM],
    ["=DATE(-1,1,1)", NUM, NUM],
    ["=DATE(2000,1E9,1)", NUM, NUM],
    ["=DATE(2000.9,9.9,12.9)", 36_781, 35_319],
    ['=DATE("2000",TRUE,1)', 36_526, 35_064],
    ["=DATE(2000,A3,1)", 36_495, 35_033],
    ["=DATE(2000,A4,1)", errorValue("#N/A"), errorValue("#N/A")],
  ])("%s", (formula, in1900, in1904) => {
    expect(bare(calculated(formula))).toEqual(in1900);
    setOpenWorkbook({ dateSystem: 1904 });
    expect(bare(calculated(formula))).toEqual(in1904);
  });

  test("is a date, and so many days after one is too", () => {
    expect(calculated("=DATE(2000,9,12)+30")).toMatchObject({ basicValue: 36_811, numberFormat: "mmm d, yyyy" });
    expect(calculated("=A9-1")).toMatchObject({ basicValue: 36_964, numberFormat: "mmmm d, yyyy" });
    expect(calculated("=DATE(2000,9,12)-A9")).toBe(-184);
    expect(calculated("=LOANBALANCE(DATE(2000,9,12))")).toEqual([[40_483]]);
  });
});

test.each([
  ["=VLOOKUP(A1,$B$2:B3,1)", "VLOOKUP is not calculated here"],
  ["=_xlfn.XLOOKUP(A1,$B$2:B3,1)+1", "XLOOKUP is not calculated here"],
  ["=Z99", "Z99 is not calculated here"],
  ["=Z99#", "Z99# is not calculated here"],
  ["=INDEX(B1:B9,1)#", "# is not calculated here"],
  ["=BASICEPS(ABS(A1),5)", "ABS is not calculated here"],
  ["=BASICEPS((A1,A3),5)", "a union of ranges is not calculated here"],
  ["=SUM(A1:INDEX(B1:B9,3))", "a range from one reference to another is not calculated here"],
  ["=DATE(B1:B9,1,1)", "DATE over a range is not calculated here"],
  ["=IF(B1:B9>0,1,2)", "IF over a range is not calculated here"],
  ["=IFERROR({1,2}/{0,1},7)", "IFERROR over a range is not calculated here"],
  ['="9/12/2000"+1', 'a calculation with the text "9/12/2000" is not calculated here'],
  ['="a"<"b"', "the order of two texts is not calculated here"],
  ['=1E30&""', "the number 1e+30 as text is not calculated here"],
  ["=CHOOSE(2,1,5)", "CHOOSE is not calculated here"],
  ["=INDEX((A1,B1),1,1,2)", "a union of ranges is not calculated here"],
  ["=INDEX(B1:B9,1,1,2)", "INDEX of several areas is not calculated here"],
  ["=LAMBDA(x,x+1)(5)", "LAMBDA is not calculated here"],
  ["=MAP(B2#,LAMBDA(d,LOANBALANCE(d)))", "MAP is not calculated here"],
  ["=@Z99+1", "Z99 is not calculated here"],
])("%s: what goes beyond is told, never guessed: %s", (formula, words) => {
  const value = calculated(formula);
  expect(value).toBeInstanceOf(NotCalculated);
  expect((value as NotCalculated).words).toBe(words);
});

describe("our functions are told of as they answer, inner ones first", () => {
  const told = (formula: string) => {
    const read = readFormula(formula) ?? fail(formula);
    const calls: string[] = [];
    const called = ({ call, isUnsure }: Answered) => calls.push(`${textOf(read, call)}${isUnsure ? "?" : ""}`);
    evaluate(read.tree, { cellsOf, at: { row: 0, column: 0 }, called });
    return calls;
  };

  test.each([
    ["=LOANBALANCE(A1)", ["LOANBALANCE(A1)"]],
    ["=loanbalance (A1)", ["loanbalance (A1)"]],
    ["=TIEOUT( LOANBALANCE(A1),2)", ["LOANBALANCE(A1)", "TIEOUT( LOANBALANCE(A1),2)"]],
    ["=IF(LOANBALANCE(36781)>0,BASICEPS(1,2),TIEOUT(1,2))", ["LOANBALANCE(36781)", "BASICEPS(1,2)"]],
    ["=ROUND(LOANBALANCE(1),-2)+BASICEPS(1,2)", ["LOANBALANCE(1)", "BASICEPS(1,2)"]],
    ["=IF(ISBLANK(A3),BASICEPS(1,2),TIEOUT(1,2))", ["BASICEPS(1,2)?", "TIEOUT(1,2)?"]],
    ["=CHOOSE(TIEOUT(1,1),BASICEPS(1,2))", ["TIEOUT(1,1)", "BASICEPS(1,2)?"]],
    ['=IFERROR(TIEOUT("x",2),BASICEPS(1,2))', ['TIEOUT("x",2)', "BASICEPS(1,2)"]],
    ["=IFERROR(TIEOUT(2,2),BASICEPS(1,2))", ["TIEOUT(2,2)"]],
    ["=LET(x,BASICEPS(1,2),y,TIEOUT(1,2),x+x)", ["BASICEPS(1,2)"]],
    ["=_xldudf_ACME_BASICEPS(1,2)", ["BASICEPS(1,2)"]],
    ["=OTHER.BASICEPS(1,2)", []],
  ])("%s", (formula, calls) => {
    expect(told(formula)).toEqual(calls);
  });
});

test.each([
  "=1+",
  "=SUM(1",
  "=)",
  '="open',
  "=A1 B1 C1 5",
  `=${"-".repeat(8_000)}1`,
  `=${"(".repeat(8_000)}1`,
  `=${Array(4_000).fill("1").join("+")}`,
  `=${"'".repeat(100_000)}`,
])("a formula that cannot be read is told as such: %#", (formula) => {
  expect(readFormula(formula)).toBeUndefined();
});

test("a formula as long as Excel lets it be is calculated", () => {
  expect(calculated(`=${Array(900).fill("1").join("+")}`)).toBe(900);
  expect(calculated(`=${"SUM(".repeat(64)}1${")".repeat(64)}`)).toBe(1);
});

test("finds the calls of our functions, outermost first, wherever they are", () => {
  const read = readFormula("=IF(A1>0,LOANBALANCE('x'!C4,T),MAP(A1,LAMBDA(x,DILUTEDEPS(x,2))))") ?? fail("");
  expect(ownCallsOf(read.tree).map((call) => textOf(read, call))).toEqual(["LOANBALANCE('x'!C4,T)", "DILUTEDEPS(x,2)"]);
});
