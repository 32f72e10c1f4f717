import { a1 } from "../workbook/book/address";
import { apply } from "../workbook/book/apply";
import type { OpenBook, Running } from "../workbook/book/book";
import { ActionError, report, type Report } from "../workbook/book/report";

/** Writes a formula into the selected cell, if that is empty: nothing that the user typed is overwritten. */
export async function insertFormula(book: OpenBook, formula: string, running: Running): Promise<Report> {
  const { selection } = await book.look({ selection: true }, running);
  if (!selection) throw new ActionError("Select a cell of a sheet first.");
  const cell = { ...selection, rows: 1, columns: 1 };
  const content = selection.contents[0]?.[0] ?? "";
  if (content !== "")
    throw new ActionError(`${a1(cell)} is not empty. Select an empty cell, with room below and beside it.`);
  await apply(book, [{ do: "write", area: cell, contents: [[formula]] }], running);
  return report(`Inserted ${formula} into ${a1(cell)}.`, true);
}
