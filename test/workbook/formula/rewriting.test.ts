import { calculateAlike } from "../../../src/workbook/formula/calculateAlike";
import { shiftedRows } from "../../../src/workbook/formula/shiftedRows";

describe("a formula carried down a row", () => {
  test.each([
    ["=B2*2", "=B3*2"],
    ["=$B$2+B$2+$B2", "=$B$2+B$2+$B3"],
    ["= IF( B2>0,\n SUM(C2:D2) , 0 )", "= IF( B3>0,\n SUM(C3:D3) , 0 )"],
    ["='EPS 2001'!C2+Sheet1!C2:D3", "='EPS 2001'!C3+Sheet1!C3:D4"],
    ['="C2 of "&C2', '="C2 of "&C3'],
    ["=LOG10(C2)+Q1_2002", "=LOG10(C3)+Q1_2002"],
    ["=C2#", "=C3#"],
    ["=EPS_Periods[[#This Row],[C2]]*[@C2]", "=EPS_Periods[[#This Row],[C2]]*[@C2]"],
    ["=SUM(C:C)", "=SUM(C:C)"],
    ["=C1048576", "=#REF!"],
    ["='C2'!A1", "='C2'!A2"],
  ])("%s becomes %s", (formula, below) => {
    expect(shiftedRows(formula, 1)).toBe(below);
  });
});

describe("formulas that calculate alike", () => {
  test.each([
    ["=BASICEPS(C11,C8)", "= basiceps( C11,\tC8 )", true],
    ["=BASICEPS(C11,C8)", "=@_xldudf_ACME_BASICEPS(C11,C8)", true],
    ["=BASICEPS(C11,C8)", "=_xlfn.SINGLE(FUNCRES.XLAM!_xldudf_BASICEPS(C11,C8))", true],
    ["=XLOOKUP(A1,B:B,C:C)", "=_xlfn.XLOOKUP(A1,b:b,C:C)", true],
    ["=BASICEPS(C11,C8)", "=BASICEPS(C11,C9)", false],
    ['="net income"', '="Net income"', false],
    ['="a b"', '="ab"', false],
    ["=Sheet1!BASICEPS(1,2)", "=BASICEPS(1,2)", false],
  ])("%s and %s: %s", (a, b, alike) => {
    expect(calculateAlike(a, b)).toBe(alike);
    expect(calculateAlike(b, a)).toBe(alike);
  });
});
