import { completeStyle, type CellStyle } from "../../files/cellStyle";
import type { XlsxCell, XlsxSheet } from "../../files/xlsxFile";
import { pixelsHigh, pixelsWide, USUAL } from "./sizes";

/** Of a line, in sizes of its letters; and of a letter's width. */
const LINE = 1.32;
const LETTER = 0.5;

/**
 * How high rows are, in pixels, of which the file tells no height and which hold more than a usual line: larger letters,
 * or text in several lines. Programs other than Excel leave that to whoever opens the file.
 */
export function autoHeights(sheet: XlsxSheet, styles: readonly CellStyle[], usual: number): Map<number, number> {
  const known = new Set(sheet.rows.filter(({ points }) => points !== undefined).map(({ row }) => row));
  const looks = styles.map((style) => completeStyle(style));
  const heights = new Map<number, number>();
  const widths = widthsOf(sheet);
  for (const cell of sheet.cells) {
    const look = looks[cell.style];
    if (known.has(cell.row) || cell.value === null || !look) continue;
    const lines = look.wrap ? linesOf(cell, look.size, widths) : 1;
    const pixels = pixelsHigh(look.size * LINE * lines);
    if (pixels > Math.max(usual, heights.get(cell.row) ?? 0) + 1) heights.set(cell.row, pixels);
  }
  return heights;
}

function linesOf({ value, column }: XlsxCell, size: number, widths: (column: number) => number): number {
  if (typeof value !== "string") return 1;
  const room = Math.max(1, Math.floor(widths(column) / (pixelsHigh(size) * LETTER)));
  return value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
}

function widthsOf({ columns, usual }: XlsxSheet): (column: number) => number {
  const wide = columns.filter(({ characters }) => characters !== undefined);
  return (column) => {
    const own = wide.find((one) => one.column <= column && column < one.column + one.columns);
    return pixelsWide(own?.characters ?? usual.characters ?? USUAL.characters);
  };
}
