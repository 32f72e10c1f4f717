import "../../src/engine/customFunctionsRuntime";
import type { CellContent } from "../../src/workbook/book/book";
import { evaluate } from "../../src/workbook/formula/evaluate";
import { readFormula } from "../../src/workbook/formula/readFormula";
import { asValue, Cells, NotCalculated, plain, rowsOf } from "../../src/workbook/formula/values";

/** What a cell with this formula shows: the first cell of the answer, or the code of its error. */
export function shownBy(formula: string, cellsOf: (reference: string) => CellContent[][] | undefined): CellContent {
  // Excel does not know a function by its mangled name.
  const read = readFormula(formula.replaceAll("_xldudf_", "UNKNOWN_"));
  if (!read) return "#NAME?";
  const answer = evaluate(read.tree, {
    cellsOf: (reference) => {
      const cells = cellsOf(reference);
      return cells && new Cells(cells.map((row) => row.map((value) => asValue(value, value))));
    },
    at: { row: 0, column: 0 },
  });
  if (answer instanceof NotCalculated) return answer.part.includes("[") ? "#REF!" : "#NAME?";
  const cell = plain(rowsOf(answer)[0]?.[0] ?? null);
  return typeof cell === "object" ? (cell?.basicValue ?? "") : cell;
}
