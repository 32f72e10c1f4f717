import { a1 } from "../workbook/book/address";
import { apply } from "../workbook/book/apply";
import type { OpenBook, Running } from "../workbook/book/book";
import { ActionError, report, type Report } from "../workbook/book/report";

/** Writes a formula into the selected cell, if that shows nothing: neither what was typed nor an answer gives way. */
export async function insertFormula(book: OpenBook, formula: string, running: Running): Promise<Report> {
  const { selection } = await book.look({ selection: true }, running);
  if (!selection) throw new ActionError("Select a cell of a sheet first.");
  const cell = { ...selection, rows: 1, columns: 1 };
  const content = selection.contents[0]?.[0] ?? "";
  const shows = selection.values[0]?.[0] ?? "";
  if (content !== "" || shows !== "") {
    const why = content === "" ? "is filled by the answer of a formula in another cell" : "is not empty";
    throw new ActionError(`${a1(cell)} ${why}. Select an empty cell, with room below and beside it.`);
  }
  await apply(book, [{ do: "write", area: cell, contents: [[formula]] }], running);
  return report(`Inserted ${formula} into ${a1(cell)}.`, true);
}
