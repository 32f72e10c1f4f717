import "../../../src/engine/customFunctionsRuntime";
import { actions } from "../../../src/workbook/actions";
import { a1, readAddress } from "../../../src/workbook/book/address";
import type { Report } from "../../../src/workbook/book/report";
import type { Area, CellContent } from "../../../src/workbook/book/book";
import { grownArea } from "../../../src/workbook/book/tableGrowth";
import { MemoryBook } from "../../support/memoryBook";
import { previewOf, quarters } from "../../support/periods";

/** Cells by their letters: "x" joins, "o" is in the way, a point is blank. The table is B2:C3. */
function grown(...rows: string[]): string {
  const at = (row: number, column: number) => rows[row]?.[column] ?? ".";
  const table = readAddress("B2:C3", "Sheet") as Area;
  return a1(
    grownArea(
      table,
      (row, column) => at(row, column) === "x",
      (row, column) => at(row, column) === "o",
    ),
  );
}

test.each([
  ["nothing beside it", ["....", ".TT.", ".TT.", "....", ".xx."], "B2:C3"],
  ["a row below", ["....", ".TT.", ".TT.", ".x.."], "B2:C4"],
  ["rows until a blank one", ["....", ".TT.", ".TT.", ".x..", "..x.", "....", ".x.."], "B2:C5"],
  ["a column beside, by one cell", ["....", ".TT.", ".TTx"], "B2:D3"],
  ["columns until a blank one", ["....", ".TTxx.x", ".TT"], "B2:E3"],
  ["a block below and beside", ["....", ".TT...", ".TTxx", ".xxxx", ".xxxx"], "B2:E5"],
  ["a row that reaches it by a new column alone", ["....", ".TTx.", ".TT.", "...x"], "B2:D4"],
  ["a corner alone does not touch it", ["....", ".TT.", ".TT.", "...x"], "B2:C3"],
  ["above and at the left it does not grow", [".xx.", "xTT.", "xTT."], "B2:C3"],
  ["a row that holds something in the way stays outside", ["....", ".TT.", ".TT.", ".xo."], "B2:C3"],
  ["a column that does, too", ["....", ".TTo", ".TTx"], "B2:C3"],
])("%s", (_situation, rows, area) => {
  expect(grown(...rows)).toBe(area);
});

describe("what touches the period table without being in it is told by every action that reads it", () => {
  const OUTSIDE =
    "Rows 6 to 7 and column G of EPS periods touch the table EPS_Periods but are not in it (A1:F5), and nothing there was used: " +
    "resize the table over it, or leave a blank row or column between.";
  let book: MemoryBook;
  const write = (cells: Readonly<Record<string, CellContent>>) =>
    Object.entries(cells).forEach(([cell, content]) => book.type(`'EPS periods'!${cell}`, content));

  beforeEach(async () => {
    book = new MemoryBook();
    await actions.insertEpsSheet(book, {});
    write({ A6: 37_621, B6: 3, C6: 250_000, D6: 7_800_000, G1: "RSUs", G2: 5_000, A7: 37_711 });
  });

  test("a refresh, with no figure moved", async () => {
    expect((await actions.refreshEps(book, {})).said).toBe(
      `Refreshed the exhibit for September 30, 2002: none of its 36 figures moved. ${OUTSIDE}`,
    );
  });

  test.each<[string, () => Promise<Report>, string]>([
    ["tying out", () => actions.tieOut(book, {}), "All 28 figures tie out."],
    ["rolling forward", () => actions.rollForward(book, {}), "Rolled forward to December 31, 2002"],
    [
      "importing",
      () => actions.importPeriods(book, { preview: previewOf(quarters(1, 1999)) }),
      "Imported from CSV: 1 period added",
    ],
  ])("%s", async (_name, act, done) => {
    const { said } = await act();
    expect(said).toContain(done);
    expect(said).toContain(OUTSIDE);
  });

  test("a table without a period", async () => {
    book = new MemoryBook();
    await actions.insertEpsSheet(book, { example: false });
    write({ A3: 37_529, B3: 3 });
    await expect(actions.refreshEps(book, {})).rejects.toThrow(
      "The table EPS_Periods has no period yet. Fill in its first row, or import periods. " +
        "Row 3 of EPS periods touches the table EPS_Periods but is not in it (A1:F2), and nothing there was used",
    );
  });

  test("figures as filed beside their table", async () => {
    book = new MemoryBook();
    await actions.insertEpsSheet(book, {});
    const last = book.tables.get("EPS_Filed")?.rows ?? 0;
    book.type(`'EPS as filed'!A${last + 1}`, 37_529);
    expect((await actions.tieOut(book, {})).said).toBe(
      `All 28 figures tie out. Row ${last + 1} of EPS as filed touches the table EPS_Filed but is not in it (A1:E${last}), ` +
        "and nothing there was used: resize the table over it, or leave a blank row or column between.",
    );
  });
});
