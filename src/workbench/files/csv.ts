import Papa from "papaparse";
import { cellKey, type SheetReading } from "./bookReading";
import { extentOf, shownCells, type ShownCell } from "./shownCells";

/**
 * What begins a formula for a program that opens the file: a text that starts so gets an apostrophe before it. A figure
 * may be below zero.
 */
const COULD_BE_A_FORMULA = /^(?!-?[$€£¥]?[\d.,]+%?$)[=+\-@\t\r]/;

/** So that a spreadsheet reads the letters of every language right. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A sheet as CSV (RFC 4180, UTF-8): each cell as it is read on the sheet, from A1 to the last cell that shows something.
 * No cell can start a formula in the program that opens it.
 */
export function csvOf(sheet: SheetReading): string {
  const shown = shownCells(sheet);
  const last = extentOf(shown);
  const rows = Array.from({ length: last.row + 1 }, (_r, row) =>
    Array.from({ length: last.column + 1 }, (_c, column) => contentOf(shown.get(cellKey(row, column)))),
  );
  return BYTE_ORDER_MARK + Papa.unparse(rows, { escapeFormulae: COULD_BE_A_FORMULA, newline: "\r\n" });
}

/** A number format leaves room beside a figure, so that figures stand below each other. */
function contentOf(cell: ShownCell | undefined): string {
  return cell?.kind === "number" ? cell.text.trim() : (cell?.text ?? "");
}
