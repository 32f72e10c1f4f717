import type { IRange } from "@univerjs/core";
import type { Area } from "../../workbook/book/book";

/** The cells of one of the grid's ranges. */
export function cellsOfRange({
  startRow: row,
  startColumn: column,
  endRow,
  endColumn,
}: Readonly<IRange>): Omit<Area, "sheet"> {
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}
