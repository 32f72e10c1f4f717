import "../../../src/engine/customFunctionsRuntime";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { actions } from "../../../src/workbook/actions";
import { MemoryBook } from "../../support/memoryBook";

afterEach(() => setOpenWorkbook({ dateSystem: 1900, activeLoan: null }));

/** 1,000 at 12 % a year in four payments of 256.28, from January 15, 2025; see README. */
const TERMS = [
  ["Principal", 1000],
  ["Start date", 45672],
  ["Annual rate", 0.12],
  ["Number of payments", 4],
];

function openedBook(): MemoryBook {
  const book = new MemoryBook();
  book.addSheet("Loan", [
    ...TERMS.map((row) => [...row, ""]),
    ["=LOANBALANCE(45703,A1:B4)", "=LOANBALANCE(45731,Loan_terms)", "=SUM(B1,1)"],
  ]);
  book.names.set("Loan_terms", { sheet: "Loan", row: 0, column: 0, rows: 4, columns: 2 });
  return book;
}

test("a workbook in which nothing changed ties", async () => {
  const book = openedBook();
  const { said, changed, places } = await actions.checkOpenBook(book, {});
  expect(said).toBe("2 formulas of Tieout: 2 tie, 0 differ, 0 were not checked.");
  expect([changed, places, book.performed]).toEqual([false, [], []]);
});

test("a figure that the workbook shows and the function no longer gives is told with its cell", async () => {
  const book = openedBook();
  book.spill("Loan!B5", [[505.98]]);
  const { said, places } = await actions.checkOpenBook(book, {});
  expect(said).toBe("2 formulas of Tieout: 1 ties, 1 differs, 0 were not checked.");
  expect(places).toEqual([
    {
      area: { sheet: "Loan", row: 4, column: 1, rows: 1, columns: 1 },
      words: expect.stringMatching(/^=LOANBALANCE\(45731,Loan_terms\) B5: stored 505\.98, now 504\.98/),
    },
  ]);
});

test("a table is compared over the cells that it fills, and what cannot be calculated here is told", async () => {
  const book = openedBook();
  book.type("Loan!A7", "=LOANSTEPS(45703,A1:B4)");
  book.spill("Loan!A7", [["Step", "Amount", "Clause"]]);
  book.type("Loan!C6", "=LOANBALANCE(VLOOKUP(1,A1:B4,2),A1:B4)");
  const { said, places } = await actions.checkOpenBook(book, {});
  expect(said).toBe("4 formulas of Tieout: 2 tie, 1 differs, 1 was not checked.");
  expect(places.map(({ words }) => words)).toEqual([
    expect.stringMatching(/^=LOANSTEPS\(45703,A1:B4\) stored 1 row of 3 cells, now \d+ rows of 3 cells/),
    "C6: not checked: VLOOKUP is not calculated here",
  ]);
});

test("a workbook without formulas of ours says so", async () => {
  const book = new MemoryBook();
  book.addSheet("Sheet1", [["=SUM(1,2)"]]);
  const { said } = await actions.checkOpenBook(book, {});
  expect(said).toBe("No formula of the workbook calls a function of Tieout.");
});
