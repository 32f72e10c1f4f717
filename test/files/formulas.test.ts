import fc from "fast-check";
import { FileError } from "../../src/files/fileError";
import { SharedFormula } from "../../src/files/formulas/sharedFormula";
import { storedFormula } from "../../src/files/formulas/storedFormula";
import { typedFormula } from "../../src/files/formulas/typedFormula";
import { OwnFunctions } from "../../src/workbook/formula/ownFunctions";

const own = new OwnFunctions(["LOANBALANCE", "LOANSTEPS", "BASICEPS", "TIEOUT"]);

describe("a stored formula as a person types it", () => {
  test.each([
    // Ours, in every form that Excel gives them.
    ["_xldudf_LOANBALANCE(B1)", "=LOANBALANCE(B1)"],
    ["_xldudf_ACME_LOANBALANCE(B1)", "=LOANBALANCE(B1)"],
    ["_xldudf_ACME_FIN_LOANBALANCE(B1)+1", "=LOANBALANCE(B1)+1"],
    ["FUNCRES.XLAM!_xldudf_LOANBALANCE(B1)", "=LOANBALANCE(B1)"],
    ["[2]!_xldudf_LOANBALANCE(B1)", "=LOANBALANCE(B1)"],
    ["_xlfn._xldudf_BASICEPS(B1,C1)", "=BASICEPS(B1,C1)"],
    ['_xldudf_LOANBALANCE(B1,"_xldudf_LOANBALANCE(")', '=LOANBALANCE(B1,"_xldudf_LOANBALANCE(")'],
    // Those of others: what was typed is not known.
    ["_xldudf_CX_GET(B1)", "=_xldudf_CX_GET(B1)"],
    ["_xldudf_WISEPRICE(B1)&_xldudf_TIEOUT(1,2)", "=_xldudf_WISEPRICE(B1)&TIEOUT(1,2)"],
    // Excel's newer ones.
    ["_xlfn.XLOOKUP(1,_xlfn.SEQUENCE(3),_xlfn.SEQUENCE(3))", "=XLOOKUP(1,SEQUENCE(3),SEQUENCE(3))"],
    ['_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B<>""))', '=SORT(FILTER(A:A,B:B<>""))'],
    ["_xlfn.STDEV.S(A1:A3)", "=STDEV.S(A1:A3)"],
    ["_xlfn.LET(_xlpm.x,1,_xlpm.x+1)", "=LET(x,1,x+1)"],
    ["_xlfn.LAMBDA(_xlop.y,_xlfn.ISOMITTED(_xlop.y))()", "=LAMBDA([y],ISOMITTED(y))()"],
    ["_xlfn.BYROW(A1:B2,_xleta.SUM)", "=BYROW(A1:B2,SUM)"],
    // Operators.
    ["_xlfn.SINGLE(A1:A3)+1", "=@A1:A3+1"],
    ["_xlfn.SINGLE(A1:A3+1)", "=@(A1:A3+1)"],
    ["_xlfn.SINGLE(INDEX(A:A,ROW()-1))*2", "=@INDEX(A:A,ROW()-1)*2"],
    ["_xlfn.SINGLE('Loan sheet'!A1:A3)", "=@'Loan sheet'!A1:A3"],
    [
      "_xlfn.SINGLE(_xldudf_BASICEPS(Periods[[#This Row],[Net income]],Periods[[#This Row],[Shares]]))",
      "=@BASICEPS(Periods[[#This Row],[Net income]],Periods[[#This Row],[Shares]])",
    ],
    ["COUNTA(_xlfn.ANCHORARRAY(A4))", "=COUNTA(A4#)"],
    ["SUM(_xlfn.ANCHORARRAY(Loan!$B$4))", "=SUM(Loan!$B$4#)"],
    ["_xlfn.SINGLE(_xlfn.ANCHORARRAY(A4))", "=@A4#"],
    ["_xlfn.ANCHORARRAY(OFFSET(A1,1,1))", "=_xlfn.ANCHORARRAY(OFFSET(A1,1,1))"],
    // Nothing to do.
    ['IF(A1="_xlfn.SUM(",1,2)', '=IF(A1="_xlfn.SUM(",1,2)'],
    ["SUM(B5:B6)", "=SUM(B5:B6)"],
    ["'_xlfn.A'!B1", "='_xlfn.A'!B1"],
  ])("%s", (stored, typed) => expect(typedFormula(stored, own)).toBe(typed));

  test("the longest formula of nested operators is read at once", () => {
    const stored = `${"_xlfn.SINGLE(".repeat(580)}A1${")".repeat(580)}`;
    expect(typedFormula(stored, own)).toBe(`=${"@".repeat(580)}A1`);
  });
});

describe("a formula that cells share", () => {
  test.each([
    ["A11*2", "B11", 11, 1, "A12*2"],
    ["$A11*B$2+$C$3", "B11", 12, 3, "$A13*D$2+$C$3"],
    ["SUM(Loan!A1:B2,'My loan'!C3)", "A1", 1, 1, "SUM(Loan!B2:C3,'My loan'!D4)"],
    ["SUM(A:A,1:1)", "C5", 5, 3, "SUM(B:B,2:2)"],
    ['LOG10(A1)&"A1"', "B1", 1, 1, 'LOG10(A2)&"A1"'],
    ["[1]Rates!A1+TRUE", "B1", 1, 1, "[1]Rates!A2+TRUE"],
    ["SUM(Periods[Net income])", "B1", 1, 1, "SUM(Periods[Net income])"],
    // Around the sheet, as Excel has it.
    ["XFD1", "A1", 0, 1, "A1"],
  ])("%s of %s, for row %i and column %i", (stored, first, row, column, moved) => {
    const at = { B11: [10, 1], A1: [0, 0], C5: [4, 2], B1: [0, 1] }[first] as [number, number];
    expect(new SharedFormula(stored, ...at).at(row, column)).toBe(moved);
  });

  test("one too long to be read is not taken for another", () => {
    expect(new SharedFormula("A1+".repeat(4000), 0, 1).at(1, 1)).toBeUndefined();
  });
});

describe("a typed formula as Excel stores it", () => {
  const bare = { own, namespace: "" };
  test.each([
    ["=LOANBALANCE(B1)", "_xldudf_LOANBALANCE(B1)"],
    ["=loanbalance(B1)+sum(1,2)", "_xldudf_LOANBALANCE(B1)+sum(1,2)"],
    ["=XLOOKUP(1,SEQUENCE(3),A1:A3)", "_xlfn.XLOOKUP(1,_xlfn.SEQUENCE(3),A1:A3)"],
    ['=SORT(FILTER(A:A,B:B<>""))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B<>""))'],
    ["=LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["=LAMBDA(x,x+1)(2)+x", "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(2)+x"],
    ["=LET(f,LAMBDA(a,a*2),f(3))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2),_xlpm.f(3))"],
    ["=LAMBDA([y],ISOMITTED(y))()", "_xlfn.LAMBDA(_xlop.y,_xlfn.ISOMITTED(_xlop.y))()"],
    ["=BYROW(A1:B2,SUM)", "_xlfn.BYROW(A1:B2,_xleta.SUM)"],
    ["=@A1:A3+1", "_xlfn.SINGLE(A1:A3)+1"],
    ["=@(A1:A3+1)*2", "_xlfn.SINGLE(A1:A3+1)*2"],
    ["=@INDEX(A:A,ROW()-1)*2", "_xlfn.SINGLE(INDEX(A:A,ROW()-1))*2"],
    ["=@'Loan sheet'!A1:A3", "_xlfn.SINGLE('Loan sheet'!A1:A3)"],
    ["=@A4#", "_xlfn.SINGLE(_xlfn.ANCHORARRAY(A4))"],
    ["=SUM(Loan!$B$4#)-1", "SUM(_xlfn.ANCHORARRAY(Loan!$B$4))-1"],
    [
      "=@BASICEPS(P[@[Net income]],P[@Shares])",
      "_xlfn.SINGLE(_xldudf_BASICEPS(P[[#This Row],[Net income]],P[[#This Row],[Shares]]))",
    ],
    ["=SUM(Periods[Net income])", "SUM(Periods[Net income])"],
    ['=IF(A1="LOANBALANCE(",1,LOANBALANCE!A1)', 'IF(A1="LOANBALANCE(",1,LOANBALANCE!A1)'],
    ["=_xldudf_CX_GET(B1)", "_xldudf_CX_GET(B1)"],
  ])("%s", (typed, stored) => {
    expect(storedFormula(typed, bare)).toBe(stored);
  });

  test("our functions bear the namespace of the add-in, however they are typed", () => {
    const place = { own, namespace: "ACME.FIN" };
    expect(storedFormula("=LOANBALANCE(B1)+ACME.FIN.TIEOUT(1,2)", place)).toBe(
      "_xldudf_ACME_FIN_LOANBALANCE(B1)+_xldudf_ACME_FIN_TIEOUT(1,2)",
    );
  });

  test("a column of the table that the cell is in is stored with the table", () => {
    expect(storedFormula("=[@Shares]*2", { ...bare, table: "Periods" })).toBe("Periods[[#This Row],[Shares]]*2");
    expect(() => storedFormula("=[@Shares]*2", bare)).toThrow("[@Shares] must stand in a table");
  });

  test.each(["LOANBALANCE(B1)", "=", "", "=SUM(", '="', "=A1#+@", "=@LOANBALANCE(", `=${"A1+".repeat(4000)}A1`])(
    "%.20s is refused in words",
    (typed) => expect(() => storedFormula(typed, bare)).toThrow(FileError),
  );

  test("what is stored reads as it was typed", () => {
    const leaf = fc.constantFrom(
      "A1",
      "$B$2:B9",
      "Loan!C3",
      "'My loan'!A1:A2",
      "x",
      '"_xlfn.("',
      "Periods[Shares]",
      "1.5",
      "A4#",
    );
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(fc.constantFrom("SUM", "XLOOKUP", "SORT", "LOANBALANCE", "STDEV.S"), tie("formula"), leaf)
          .map(([f, a, b]) => `${f}(${a},${b})`),
        fc.tuple(tie("formula"), leaf).map(([a, b]) => `(${a}+${b})`),
        fc.tuple(leaf, tie("formula")).map(([a, b]) => `LET(x,${a},${b})`),
        fc.constantFrom("@A1:A3", "@A4#", "@INDEX(A:A,2)"),
      ),
    }));
    fc.assert(
      fc.property(formula, fc.constantFrom("", "ACME"), (text, namespace) => {
        expect(typedFormula(storedFormula(`=${text}`, { own, namespace }), own)).toBe(`=${text}`);
      }),
    );
  });
});
