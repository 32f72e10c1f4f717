import "../../src/engine/customFunctionsRuntime";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formulaSource } from "../../src/cli/formulaSource";
import { asText } from "../../src/cli/output";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { bookWithFaults, serialIn, type DateSystem } from "../support/checkedBooks";

const folder = mkdtempSync(join(tmpdir(), "tieout-book-"));
const pathOf = (system: DateSystem) => join(folder, `book${system}.xlsx`);
for (const system of [1900, 1904] as const) writeFileSync(pathOf(system), bookWithFaults(system));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => setOpenWorkbook({ dateSystem: 1900, activeLoan: null, formattedNumbers: false }));

/** What the command prints for a formula over the workbook. */
async function printed(formula: string, at?: string, system: DateSystem = 1900): Promise<string> {
  const source = formulaSource({ book: pathOf(system), ...(at === undefined ? {} : { at }) });
  return asText(await source.evaluate(formula), source.dateSystem);
}

test.each([
  // situation, formula, the cell that it stands in, what is printed
  ["cells of the first sheet", "=LOANBALANCE(F2,A1:B4)", undefined, "753.72"],
  ["a name", "=LOANBALANCE(Loan!F2,Loan_terms)", "'More loans'!Z9", "753.72"],
  ["cells of the sheet that it stands in", "=A3", "'more loans'!A1", String(serialIn(1900, 2025, 2, 15))],
  ["a part of a table", "=SUM(Dates[Balance])", undefined, "1763.68"],
  ["a row of a table", "=LOANBALANCE([@Date],Loan_terms)", "G3", "504.98"],
  ["a constant by its name", "=Months*2", undefined, "4"],
  ["a spill", "=ROWS('More loans'!A1#)", undefined, "6"],
  ["whole columns", "=COUNT(Loan!F:F)", undefined, "3"],
  ["functions of Excel around ours", "=ROUND(LOANBALANCE(F3,Loan_terms),0)", undefined, "505"],
  ["a table that spills", "=LOANSCHEDULE(Loan_terms)", undefined, expect.stringContaining("2025-02-15\t1000\t10\t")],
  [
    "a function that there is not",
    "=LOANBALANCS(1)",
    undefined,
    "#NAME? there is no function LOANBALANCS; did you mean LOANBALANCE?",
  ],
  [
    "a sheet that there is not",
    "=LOANBALANCE(Loans!A1)",
    undefined,
    '#REF! there is no sheet "Loans"; did you mean Loan?',
  ],
])("%s: %s", async (_situation, formula, at, words) => {
  expect(await printed(formula, at)).toEqual(words);
});

describe("a workbook that counts its days from 1904", () => {
  test.each([
    ["=LOANBALANCE(F2,A1:B4)", "753.72"],
    ["=LOANBALANCE(DATE(2025,2,15),Loan_terms)", "753.72"],
    ["=LOANBALANCE(EDATE(B2,1),Loan_terms)", "753.72"],
    ["=EOMONTH(B2,0)", "#N/A EOMONTH is not calculated here for a workbook that counts its days from 1904"],
  ])("%s", async (formula, words) => {
    expect(await printed(formula, undefined, 1904)).toBe(words);
  });

  test("its dates are printed as such", async () => {
    expect(await printed("=LOANSCHEDULE(Loan_terms)", undefined, 1904)).toContain("2025-02-15\t1000\t10\t");
  });
});

test.each([
  ["Loans!B5", 'book1900.xlsx there is no sheet "Loans"'],
  ["Loans!B5", "did you mean Loan?"],
  ["A1:B2", '--at must be a cell, such as Loan!B5; received "A1:B2"'],
  ["here", '--at must be a cell, such as Loan!B5; received "here"'],
])("--at %s is refused in words", (at, words) => {
  expect(() => formulaSource({ book: pathOf(1900), at })).toThrow(words);
});

test("a file that is not there is refused in words", () => {
  expect(() => formulaSource({ book: join(folder, "none.xlsx") })).toThrow("cannot be read: there is no such file");
});
