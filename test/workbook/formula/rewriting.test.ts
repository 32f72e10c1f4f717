import fc from "fast-check";
import { calculateAlike } from "../../../src/workbook/formula/calculateAlike";
import { shiftedRows } from "../../../src/workbook/formula/shiftedRows";
import { piecesOf, tokensOf } from "../../../src/workbook/formula/tokens";

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
    ["='C:\\2024 C2 (x)\\[C2.xlsx]C2'!C2+C2", "='C:\\2024 C2 (x)\\[C2.xlsx]C2'!C3+C3"],
  ])("%s becomes %s", (formula, below) => {
    expect(shiftedRows(formula, 1)).toBe(below);
  });
});

test("a formula is its pieces, to the letter, whatever it is", () => {
  const parts = fc.constantFrom(
    "'",
    "''",
    '"',
    "!",
    "[",
    "]",
    "C:\\",
    "A1",
    ":",
    "(",
    ")",
    " ",
    "=",
    "#REF!",
    "-",
    "1",
    "x",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 2 }))), (texts) => {
      const text = texts.join("");
      for (const read of [piecesOf, tokensOf])
        expect(
          read(text)
            .map(({ value }) => value)
            .join(""),
        ).toBe(text);
    }),
    { numRuns: 3_000 },
  );
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
