import fc from "fast-check";
import { OwnFunctions } from "../../../src/workbook/formula/ownFunctions";

const NAMES = ["LOANBALANCE", "LOANSCHEDULE", "DILUTEDEPS", "TIEOUT"];
const own = new OwnFunctions(NAMES);

/** Forms seen in people's workbooks; the threads are public, in OfficeDev/office-js. */
describe("a mangled formula is mended", () => {
  test.each([
    ["saved without the add-in", "=_xldudf_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["with a namespace", "=_xldudf_ACME_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["with a namespace of two parts", "=_xldudf_ACME_FIN_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["in another case", "=_XLDUDF_acme_loanBalance(A1)", "=LOANBALANCE(A1)"],
    ["Analysis ToolPak, #4811", "=FUNCRES.XLAM!_xldudf_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["another vendor's add-in, #3872", "=BloombergUI.xla!_xldudf_ACME_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["a link by its number, #2568", "=[2]!_xldudf_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["a link that is gone", "=#REF!_xldudf_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["a path", "='C:\\It''s (x86)\\[Tieout.xlam]'!_xldudf_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["a path without brackets", "='C:\\Program Files\\Tieout.xlam'!_xldudf_TIEOUT(1,2)", "=TIEOUT(1,2)"],
    ["an address", "='https://a.example/d/[Tieout.xlam]'!_xldudf_TIEOUT(1,2)", "=TIEOUT(1,2)"],
    ["as a function of the future", "=_xlfn._xldudf_LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["as a function of the future alone", "=_xlfn.LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["@ of an older program", "=_xlfn.SINGLE(_xldudf_LOANBALANCE(A1))", "=@LOANBALANCE(A1)"],
    ["@ of an expression", "=_xlfn.SINGLE(LOANBALANCE(A1)+B1:B9)", "=@(LOANBALANCE(A1)+B1:B9)"],
    ["@ of a group", "=_xlfn.SINGLE((LOANBALANCE(A1)+1))", "=@(LOANBALANCE(A1)+1)"],
    ["@ by itself", "=@_xldudf_LOANBALANCE(A1)", "=@LOANBALANCE(A1)"],
    ["# of an older program", "=TIEOUT(_xlfn.ANCHORARRAY('My sheet'!$B$4),A1)", "=TIEOUT('My sheet'!$B$4#,A1)"],
    ["# of no reference", "=TIEOUT(_xlfn.ANCHORARRAY(1+1),A1)", "=TIEOUT(_xlfn.ANCHORARRAY(1+1),A1)"],
    [
      "several in one formula, one in another",
      "= _xldudf_TIEOUT( [2]!_xldudf_ACME_LOANBALANCE(A1) ,\tXLOOKUP(B1,c:c,D:D) )",
      "= TIEOUT( LOANBALANCE(A1) ,\tXLOOKUP(B1,c:c,D:D) )",
    ],
    ["a space before the parenthesis", "=_xldudf_LOANBALANCE (A1)", "=LOANBALANCE (A1)"],
  ])("%s: %s", (_what, formula, mended) => {
    expect(own.mended(formula, false)).toBe(mended);
    expect(own.mended(mended, true)).toBe(mended);
  });
});

describe("a formula that Excel does not understand is written for any namespace", () => {
  test.each([
    ["=ACME.LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["=ACME.FIN.LOANBALANCE(A1)+acme.tieout(1,2)", "=LOANBALANCE(A1)+TIEOUT(1,2)"],
    ["='C:\\path\\[book.xlam]'!LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["=[2]!LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
    ["=Tieout.xll!LOANBALANCE(A1)", "=LOANBALANCE(A1)"],
  ])("%s", (formula, mended) => {
    expect(own.mended(formula, true)).toBe(mended);
    expect(own.mended(formula, false)).toBe(formula);
  });
});

describe("what is not ours is left alone", () => {
  test.each([
    ["a string", '="_xldudf_LOANBALANCE(1)"&"say ""_xldudf_TIEOUT("""'],
    ["a function whose name ends like ours", "=_xldudf_MYLOANBALANCE(A1)"],
    ["a function of others", "=_xldudf_ACME_PRICE(A1)"],
    ["a sheet named like a function", "=LOANBALANCE!A1+'_xldudf_LOANBALANCE'!A1"],
    ["a name of a sheet", "=Sheet1!LOANBALANCE(3)+'FUNCRES.XLAM 2'!LOANBALANCE(3)"],
    ["a macro of another workbook", "=PERSONAL.XLSB!LOANBALANCE(A1)"],
    ["a name, not called", "=LOANBALANCE+1"],
    ["a column named like a function", "=Table1[_xldudf_LOANBALANCE(]+[@[LOANBALANCE(x)]]"],
    ["a name of the formula's own", "=LET(tieout,LAMBDA(x,x),tieout(3))"],
    ["@ and # of older programs without ours", "=_xlfn.SINGLE(A1:A3)+SUM(_xlfn.ANCHORARRAY(B1))"],
    ["a formula that is not whole", '=_xldudf_PRICE("LOANBALANCE('],
  ])("%s: %s", (_what, formula) => {
    expect(own.mended(formula, true)).toBe(formula);
    expect(own.withPrefix(formula, "ACME")).toBe(formula);
    expect(own.withoutPrefix(formula, "ACME")).toBe(formula);
  });
});

test("a text longer than a formula may be is not read", () => {
  const text = `=${"'".repeat(100_000)}LOANBALANCE(`;
  expect(own.mended(text, true)).toBe(text);
});

/** How one of our functions may stand in a mangled formula. */
const MANGLES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `_xldudf_${name}`,
  (name) => `_xldudf_${name.toLowerCase()}`,
  (name) => `_XLDUDF_ACME_${name}`,
  (name) => `_xldudf_ACME_FIN_2_${name}`,
  (name) => `_xlfn._xldudf_${name}`,
  (name) => `FUNCRES.XLAM!_xldudf_${name}`,
  (name) => `[2]!_xldudf_ACME_${name}`,
  (name) => `#REF!_xldudf_${name}`,
  (name) => `'C:\\It''s\\[b (2).xlam]'!_xldudf_${name}`,
  (name) => `ACME.FIN.${name}`,
  (name) => `'C:\\path\\b.xlam'!${name}`,
];

/** A formula beside what Excel made of it. */
type Pair = readonly [formula: string, mangled: string];
const both = (text: string): Pair => [text, text];
const joined = (pairs: readonly Pair[], between: string): Pair => [
  pairs.map(([formula]) => formula).join(between),
  pairs.map(([, mangled]) => mangled).join(between),
];

const operands = fc.constantFrom(
  "A1",
  "$B$2:C9",
  "LOANBALANCE!A1",
  "'TIEOUT (2)'!$A$1",
  "'_xldudf_LOANBALANCE'!A1",
  "EPS_Periods[#All]",
  "Table1[[#This Row],[LOANBALANCE(]]",
  "Loan_terms",
  "1.5E-3",
  "10%",
  "TRUE",
  "#N/A",
  '"_xldudf_TIEOUT("',
  '"it\'s ""LOANBALANCE(1)"""',
  '{1,-2;"x",TRUE}',
);
const spaces = fc.constantFrom("", "", " ", "  ", "\n");
const { formula: anyFormula } = fc.letrec<{ formula: Pair; call: Pair }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    operands.map(both),
    tie("call"),
    tie("call"),
    fc
      .tuple(tie("call"), fc.constantFrom("@", "-"))
      .map(([pair, sign]): Pair => [`${sign}${pair[0]}`, `${sign}${pair[1]}`]),
    tie("call").map(([formula, mangled]): Pair => [`@${formula}`, `_xlfn.SINGLE(${mangled})`]),
    fc
      .constantFrom("B4", "Sheet1!$B$4")
      .map((cell): Pair => [`TIEOUT(${cell}#,1)`, `TIEOUT(_xlfn.ANCHORARRAY(${cell}),1)`]),
    fc
      .tuple(tie("formula"), spaces, fc.constantFrom("+", "&", "<>", "^", "*"), spaces, tie("formula"))
      .map(([left, before, sign, after, right]) => joined([left, right], `${before}${sign}${after}`)),
    tie("formula").map(([formula, mangled]): Pair => [`(${formula})`, `(${mangled})`]),
  ),
  call: fc
    .tuple(
      fc.oneof(
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...MANGLES))
          .map(([name, mangle]): Pair => [name, mangle(name)]),
        fc
          .constantFrom("SUM", "xlookup", "_xlfn.XLOOKUP", "MYLOANBALANCE", "_xldudf_ACME_PRICE", "ACME.PRICE")
          .map(both),
      ),
      spaces,
      fc.array(tie("formula"), { maxLength: 3 }),
      spaces,
    )
    .map(([[name, mangledName], before, args, after]): Pair => {
      const [formula, mangled] = joined(args, `,${before}`);
      return [`${name}(${before}${formula}${after})`, `${mangledName}(${before}${mangled}${after})`];
    }),
}));

test("mending gives back what was mangled, whatever else is in the formula", () => {
  fc.assert(
    fc.property(anyFormula, ([formula, mangled]) => {
      // Without a function of ours a formula is not ours to mend: neither its @ nor its #.
      const call: Pair = joined(
        [
          ["TIEOUT(1,2)", "_xldudf_TIEOUT(1,2)"],
          [formula, mangled],
        ],
        "+",
      );
      expect(own.mended(`=${call[1]}`, true)).toBe(`=${call[0]}`);
    }),
    { numRuns: 2_000 },
  );
});

test("mending twice is mending once, of formulas and of any text", () => {
  const pieces = fc.constantFrom(
    "_xldudf_",
    "LOANBALANCE",
    "(",
    ")",
    "'",
    '"',
    "!",
    "[2]",
    "ACME.",
    "_xlfn.SINGLE(",
    "A1",
    ",",
    " ",
  );
  const texts = fc.oneof(
    anyFormula.map(([, mangled]) => `=${mangled}`),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 30 }).map((parts) => `=${parts.join("")}`),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, isBroken) => {
      const once = own.mended(text, isBroken);
      expect(own.mended(once, isBroken)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test("a prefix that is put on comes off again", () => {
  fc.assert(
    fc.property(anyFormula, fc.constantFrom("ACME", "Acme.Fin"), ([formula], prefix) => {
      const written = own.withPrefix(`=${formula}`, prefix);
      expect(own.withoutPrefix(written, prefix)).toBe(`=${formula}`);
      expect(own.withPrefix(written, prefix)).toBe(written);
    }),
    { numRuns: 1_000 },
  );
});
