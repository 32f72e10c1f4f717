import "../../src/engine/customFunctionsRuntime";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bookOfRows, directEvaluation, FIRST_CELL } from "../../src/cli/directEvaluation";
import { openHeadless, type HeadlessWorkbook, type Rows } from "../../src/engine/headless";
import { catalogue } from "../../src/functions/catalogue";

const CELLS: Rows = [
  ["Principal", 1000, "", 5],
  ["Start date", { value: 45292, format: "yyyy-mm-dd" }, "x", "5"],
  ["Annual rate", 0.12, true, -3],
  ["Number of payments", 4, "=1+1", "#N/A"],
];

/** Formulas that go straight to the function, and are answered as the engine answers them. */
const PLAIN = [
  "=LOANBALANCE(36526)",
  " = loanbalance( 36526 ) ",
  "LOANBALANCE(36526)",
  "=LOANBALANCE(DATE(2000,9,12))",
  '=LOANBALANCE("2000-09-12")',
  '=LOANBALANCE("12 ""odd"" days")',
  "=LOANBALANCE()",
  "=LOANBALANCE(1,2,3,4)",
  "=LOANBALANCE({36526;36557;-1})",
  "=LOANBALANCE({36526,36557})",
  "=LOANBALANCE(45400,A1:B4)",
  "=LOANBALANCE(45400,Sheet1!$A$1:$B$4)",
  "=LOANBALANCE(B2,A1:B4)",
  "=LOANSCHEDULE(A1:B4)",
  "=LOANSTEPS(DATE(2000,9,12))",
  "=BASICEPS(D1,1000,,3)",
  "=BASICEPS(D1:D3,1000)",
  "=BASICEPS({5;5},{1000;0})",
  "=BASICEPS(TRUE,1000)",
  "=BASICEPS(-5,1e3)",
  "=BASICEPS(,1000)",
  "=BASICEPS(Z99,1000)",
  "=BASICEPS(1,1000,,D1:D3)",
  "=BASICEPS(1,1000,,{1,2})",
  "=TIEOUT(LOANBALANCE(36526),53625,1)",
  "=TIEOUT(LOANSCHEDULE(),1)",
  '=DAYCOUNT(36526,36557,"ACT/360")',
  '=DAYCOUNT(36526,36557,{"ACT/360","30/360"})',
] as const;

/** Formulas that do not. */
const OTHERS = [
  "=1+1",
  "=LOANBALANCE(DATE(2000,14,-3))",
  "=LOANBALANCE(DATE(1900,2,29))",
  "=SUM(A1:B4)",
  "=LOANBALANCE(D4)",
  "=LOANBALANCE(C4)",
  "=LOANBALANCE(36526)+1",
  "=LOANBALANCE(TODAY())",
  "=LOANBALANCE(Other!A1)",
  "=LOANBALANCE(Nothing)",
  "=LOANBALANCE(#N/A)",
  "=_xldudf_LOANBALANCE(36526)",
  "=LOANBALANCS(36526)",
  "=LOANBALANCE(36526",
  "",
];

let engine: HeadlessWorkbook;
const direct = directEvaluation(bookOfRows(CELLS), FIRST_CELL);
beforeAll(async () => void (engine = await openHeadless({ cells: CELLS })));
afterAll(() => engine.dispose());

const byEngine = async (formula: string) => (await engine.evaluate([formula]))[0];

test.each(PLAIN)("%s is answered without the engine as with it", async (formula) => {
  expect(direct(formula)).toEqual(await byEngine(formula));
});

test.each(OTHERS)("%s is left to the engine", (formula) => {
  expect(direct(formula)).toBeUndefined();
});

test.each(catalogue.map(({ id, example }) => [id, example]))("the example of %s", async (_id, example) => {
  const answer = direct(example);
  expect(answer).toBeDefined();
  expect(answer).toEqual(await byEngine(example));
});

test("every error that a bad argument gives, where it needs no engine", async () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "errors.md"), "utf8");
  const formulas = [...page.matchAll(/^\| `(=[^`]*)` \|/gm)].map(([, formula = ""]) => formula);
  const answers = formulas.map(direct);
  expect(formulas.length).toBeGreaterThan(80);
  expect(answers.filter(Boolean).length).toBeGreaterThan(formulas.length / 2);
  for (const [index, answer] of answers.entries()) {
    if (answer) expect(answer).toEqual(await byEngine(formulas[index] as string));
  }
});
