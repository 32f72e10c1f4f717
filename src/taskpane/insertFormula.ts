import { a1 } from "../workbook/book/address";
import { apply } from "../workbook/book/apply";
import type { Area, OpenBook, Running } from "../workbook/book/book";
import { ActionError, report, type Report } from "../workbook/book/report";

/**
 * Writes a formula into a cell, the selected one unless another is given, if that shows nothing: neither what was typed
 * nor an answer gives way.
 */
export async function insertFormula(book: OpenBook, formula: string, running: Running, wanted?: Area): Promise<Report> {
  const sight = await book.look(wanted ? { areas: [wanted] } : { selection: true }, running);
  const [seen] = sight.areas;
  const found = wanted && seen ? { ...wanted, ...seen } : sight.selection;
  if (!found) throw new ActionError("Select a cell of a sheet first.");
  const { sheet, row, column } = found;
  const cell: Area = { sheet, row, column, rows: 1, columns: 1 };
  const content = found.contents[0]?.[0] ?? "";
  const shows = found.values[0]?.[0] ?? "";
  if (content !== "" || shows !== "") {
    const why = content === "" ? "is filled by the answer of a formula in another cell" : "is not empty";
    throw new ActionError(`${a1(cell)} ${why}. Select an empty cell, with room below and beside it.`);
  }
  await apply(book, [{ do: "write", area: cell, contents: [[formula]] }], running);
  return report(`Inserted ${formula} into ${a1(cell)}.`, true);
}

interface Replacement {
  readonly cell: Area;
  /** What the cell held when the formula was read from it. */
  readonly was: string;
  readonly formula: string;
}

/** Writes a formula over the one that it was made from. A cell that holds another by now is left as it is. */
export async function replaceFormula(
  book: OpenBook,
  { cell, was, formula }: Replacement,
  running: Running,
): Promise<Report> {
  const { areas } = await book.look({ areas: [cell] }, running);
  const holds = areas[0]?.contents[0]?.[0] ?? "";
  if (holds !== was) {
    throw new ActionError(`${a1(cell)} was changed while the form was open, so nothing was written.`);
  }
  if (formula === was) return report(`The formula in ${a1(cell)} is as it was.`, false);
  await apply(book, [{ do: "write", area: cell, contents: [[formula]] }], running);
  return report(`${a1(cell)} holds ${formula} now.`, true);
}
