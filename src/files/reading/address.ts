import { quoted } from "../../core/errors";
import { LIMITS } from "../archive/limits";
import { FileError } from "../fileError";
import type { Rectangle } from "../xlsxFile";

/** B7 as row and column, counted from 0. Called for each cell of a file, so it reads letter by letter. */
export function readCell(reference: string, part: string): { row: number; column: number } {
  let [row, column, at] = [0, 0, 0];
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const first = at;
  for (; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  const isWhole = first > 0 && at > first && at === reference.length;
  if (!isWhole || row < 1 || row - 1 > LIMITS.lastRow || column - 1 > LIMITS.lastColumn) throw noCell(reference, part);
  return { row: row - 1, column: column - 1 };
}

function noCell(reference: string, part: string): FileError {
  return new FileError(
    `the part ${part} of the file must name cells from A1 to XFD1048576; it names ${quoted(reference)}`,
  );
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
