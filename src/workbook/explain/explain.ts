import type { ExplainOptions, Explanation } from "../actionTypes";
import { a1, cellAt } from "../book/address";
import { explainFormula, type Source } from "./explainFormula";
import { readFormula } from "../formula/readFormula";
import type { Place } from "../formula/structuredReference";
import { ActionError } from "../book/report";
import type { Area, CellsSight, OpenBook, Running } from "../book/book";
import { shownIn } from "../shown";

/**
 * Explains the selected cell: the working of each of our functions in its formula, inner ones first, with clauses, and
 * where it shows an error our words for it, since some Excels hide them. A cell that a formula elsewhere fills is
 * explained by that formula. Reads, and changes nothing.
 */
export async function explain(book: OpenBook, options: ExplainOptions, _running: Running = {}): Promise<Explanation> {
  const { cell, sheetNames } = await selectedCell(book, options.cell);
  const source = await sourceOf(book, cell);
  const about = { cell: cellAt(cell.sheet, cell.row, cell.column), shows: shownBy(cell) };
  if (source.formula === "") return { ...about, formula: "", said: typedWords(about.shows), workings: [] };
  const read = readFormula(source.formula);
  const told = read
    ? await explainFormula(book, read, source, sheetNames, about.shows)
    : { said: NOT_READ, workings: [] };
  return { ...about, formula: source.formula, ...told, said: `${source.words}${told.said}` };
}

const NOT_READ = "The formula is not one that can be explained here.";

type Seen = Area & CellsSight;

async function selectedCell(
  book: OpenBook,
  wanted: Area | undefined,
): Promise<{ cell: Seen; sheetNames: readonly string[] }> {
  const sight = await book.look({ ...(wanted ? { areas: [wanted] } : { selection: true }), closely: true });
  const [seen] = sight.areas;
  const cell = wanted && seen ? { ...wanted, ...seen } : sight.selection;
  if (!cell) throw new ActionError("Select a cell first.");
  return { cell, sheetNames: sight.sheetNames };
}

async function sourceOf(book: OpenBook, cell: Seen): Promise<Source> {
  const { spill } = cell;
  const part = spill && { ...spill, row: cell.row - spill.row, column: cell.column - spill.column };
  if (!spill || (part?.row === 0 && part.column === 0))
    return { formula: formulaIn(cell), place: placeOf(cell, cell), part, words: "" };
  const first = cellAt(spill.sheet, spill.row, spill.column);
  const { areas } = await book.look({ areas: [first], closely: true });
  const words = `${a1(cellAt(cell.sheet, cell.row, cell.column))} is filled by the formula in ${a1(first)}. `;
  return { formula: formulaIn(areas[0]), place: placeOf(first, areas[0]), part, words };
}

function formulaIn(seen: CellsSight | undefined): string {
  const content = String(seen?.contents[0]?.[0] ?? "");
  return content.startsWith("=") ? content : "";
}

function placeOf({ sheet, row, column }: Area, seen: CellsSight | undefined): Place {
  return { sheet, row, column, ...(seen?.table === undefined ? {} : { table: seen.table }) };
}

/** A number as the cell shows it, an error by its English code. */
function shownBy({ values, numberFormat = "General", text }: CellsSight): string {
  const value = values[0]?.[0] ?? "";
  const isTooNarrow = text !== undefined && /^#+$/.test(text);
  return typeof value === "number" && text !== undefined && !isTooNarrow ? text : shownIn(numberFormat, value);
}

function typedWords(shows: string): string {
  return shows === "" ? "The cell is blank." : "The cell holds what was typed into it.";
}
