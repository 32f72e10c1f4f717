import { namespaced } from "../../../src/excel/book/namespaced";
import { actions } from "../../../src/workbook/actions";
import { cellAt } from "../../../src/workbook/book/address";
import type { Grid, Look, Sight } from "../../../src/workbook/book/book";
import { MemoryBook } from "../../support/memoryBook";

const A1 = cellAt("Sheet1", 0, 0);
const C1 = cellAt("Sheet1", 0, 2);

function open() {
  const inner = new MemoryBook();
  inner.addSheet("Sheet1");
  return { inner, book: namespaced(inner, "ACME") };
}

test.each([
  // what an action writes, what the cell holds
  ["=LOANBALANCE(A1)", "=ACME.LOANBALANCE(A1)"],
  ["=SUM(BASICEPS(A1,B1), tieout (A1,B1))", "=SUM(ACME.BASICEPS(A1,B1), ACME.tieout (A1,B1))"],
  ['="LOANBALANCE(" & LOANBALANCE(A1)', '="LOANBALANCE(" & ACME.LOANBALANCE(A1)'],
  ["=MYLOANBALANCE(A1)", "=MYLOANBALANCE(A1)"],
  ["=LOANBALANCE!A1+Sheet1!LOANBALANCE(A1)", "=LOANBALANCE!A1+Sheet1!LOANBALANCE(A1)"],
  ["=Table1[LOANBALANCE(]+TIEOUT(1,2)", "=Table1[LOANBALANCE(]+ACME.TIEOUT(1,2)"],
  ["LOANBALANCE(A1) as text", "LOANBALANCE(A1) as text"],
])("%s is kept as %s, and read back", async (written, kept) => {
  const { inner, book } = open();
  await book.perform([{ do: "write", area: C1, contents: [[written]] }]);

  expect(inner.holds("Sheet1!C1")).toBe(kept);
  expect((await book.look({ areas: [C1] })).areas[0]?.contents).toEqual([[written]]);
  expect((await book.look({ sheets: ["Sheet1"] })).sheets["Sheet1"]?.contents).toEqual([["", "", written]]);
});

test("rows of a table carry the prefix too", async () => {
  const { inner, book } = open();
  await book.perform([
    { do: "write", area: { ...A1, columns: 2 }, contents: [["Period", "EPS"]] },
    { do: "addTable", table: "Periods", area: { ...A1, columns: 2 } },
    { do: "addTableRows", table: "Periods", contents: [[1, "=BASICEPS(1,2)"]] },
  ]);

  expect(inner.holds("Sheet1!B2")).toBe("=ACME.BASICEPS(1,2)");
  expect((await book.look({ tables: ["Periods"] })).tables["Periods"]?.contents[1]).toEqual([1, "=BASICEPS(1,2)"]);
});

test("Repair writes for the prefix what was saved under another, under none, or mangled", async () => {
  const { inner, book } = open();
  const written = ["=_xldudf_ACME_LOANBALANCE(36781)", "=LOANBALANCE(36781)", "=OTHER.FIN.LOANBALANCE(36781)"];
  written.forEach((formula, row) => inner.type(`Sheet1!A${row + 1}`, formula));
  inner.type("Sheet1!A4", "=ACME.LOANBALANCE(36781)");
  // The workbook in memory knows bare names alone, as Excel would know those with the prefix alone.
  const unknown = { ...book, look: async (look: Look) => showing("#NAME?", await book.look(look)) };

  await actions.repair(unknown, {});
  expect([1, 2, 3, 4].map((row) => inner.holds(`Sheet1!A${row}`))).toEqual(Array(4).fill("=ACME.LOANBALANCE(36781)"));
});

function showing(value: string, sight: Sight): Sight {
  const grid = <G extends Grid>(it: G): G => ({ ...it, values: it.contents.map((row) => row.map(() => value)) });
  return {
    ...sight,
    sheets: Object.fromEntries(Object.entries(sight.sheets).map(([name, sheet]) => [name, grid(sheet)])),
    areas: sight.areas.map(grid),
  };
}
