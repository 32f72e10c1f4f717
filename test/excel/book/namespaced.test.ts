import { namespaced } from "../../../src/excel/book/namespaced";
import { cellAt } from "../../../src/workbook/book/address";
import { MemoryBook } from "../../support/memoryBook";

const A1 = cellAt("Sheet1", 0, 0);

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
  ["LOANBALANCE(A1) as text", "LOANBALANCE(A1) as text"],
])("%s is kept as %s, and read back", async (written, kept) => {
  const { inner, book } = open();
  await book.perform([{ do: "write", area: A1, contents: [[written]] }]);

  expect(inner.holds("Sheet1!A1")).toBe(kept);
  expect((await book.look({ areas: [A1] })).areas[0]?.contents).toEqual([[written]]);
  expect((await book.look({ sheets: ["Sheet1"] })).sheets["Sheet1"]?.contents).toEqual([[written]]);
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
