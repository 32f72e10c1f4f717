import { LIMITS } from "../archive/limits";
import { FileError } from "../fileError";
import type { Rectangle } from "../xlsxFile";

/** B7 as row and column, counted from 0. */
export function readCell(reference: string, part: string): { row: number; column: number } {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(reference.slice(at));
  const isCell = at > 0 && column - 1 <= LIMITS.lastColumn && /^[1-9]\d*$/.test(reference.slice(at));
  if (!isCell || row - 1 > LIMITS.lastRow) {
    throw new FileError(`the part ${part} of the file must name cells from A1 to XFD1048576; it names "${reference}"`);
  }
  return { row: row - 1, column: column - 1 };
}

/** B7:C9, or B7 alone. */
export function readRectangle(reference: string, part: string): Rectangle {
  const [first = "", last = first] = reference.replaceAll("$", "").split(":");
  const [one, other] = [readCell(first, part), readCell(last, part)];
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  return {
    row,
    column,
    rows: Math.max(one.row, other.row) - row + 1,
    columns: Math.max(one.column, other.column) - column + 1,
  };
}
