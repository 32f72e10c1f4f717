import { namesIn } from "./columnHeadings";
import { blocksOf, cellsFrom, rowOf, type TextRow } from "./textRows";

/**
 * A text in which one blank stands between all words and figures, as copied from a PDF, is set out again: its rows end with
 * as many figures as most of those that are sure, and its headings name so many columns.
 */
export function withoutLostGaps(rows: readonly TextRow[]): readonly TextRow[] {
  const sure = rows.filter(({ cells }) => cells.length > 0);
  const widths = sure.map(({ cells }) => cells.length);
  const count = (width: number) => widths.filter((other) => other === width).length;
  const [width = 0] = [...new Set(widths)].sort((a, b) => count(b) - count(a));
  if (width < 2 || sure.some(({ text }) => /\S(?: {2}|\t|\.\.)/.test(text))) return rows;
  return rows.map((row) => setOut(row, width));
}

function setOut(row: TextRow, width: number): TextRow {
  const from = firstFigure(row, width);
  const cells = from === undefined ? [] : (cellsFrom(row.text, from) ?? []);
  const starts = cells.map(({ start }) => start);
  const figures = starts.map((start, index) => row.text.slice(start, starts[index + 1]).trim());
  if (from !== undefined) return rowOf([row.text.slice(0, from).trim(), ...figures].join("\t"));
  const names = blocksOf(row).flatMap(namesIn);
  if (names.length < 2 || width % names.length !== 0) return row;
  return rowOf(names.map(({ text }) => "\t".repeat(width / names.length) + text).join(""));
}

/** Where the figures of a row begin: as many as the rows of the text have, or those that are sure; undefined for words alone. */
function firstFigure({ text, cells }: TextRow, width: number): number | undefined {
  const starts = [...text.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index);
  return starts.find((start) => cellsFrom(text, start)?.length === width) ?? cells[0]?.start;
}
