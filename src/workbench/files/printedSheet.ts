import type { CellStyle } from "../../files/cellStyle";
import type { Rectangle } from "../../files/xlsxFile";
import { cellKey, type SheetReading } from "./bookReading";
import { printedStyle } from "./printedStyle";
import { extentOf, shownCells, type ShownCell } from "./shownCells";

/** How wide a page is within its margins, in pixels: letter paper, half an inch at each side. */
const PAGE = { upright: 720, sideways: 960 };
/** A sheet that fits an upright page at this scale is printed on one. */
const READABLE = 0.8;

export interface PrintedSheet {
  readonly table: HTMLTableElement;
  readonly isSideways: boolean;
  /** Of the table, so that its columns fit the page. */
  readonly scale: number;
}

/**
 * A sheet as a table to print: what it is set to print, or all that it shows. All columns are on the page; the rows that
 * stay in sight on the screen stand at the head of each page.
 */
export function printedSheet(sheet: SheetReading): PrintedSheet | undefined {
  const shown = shownCells(sheet);
  const last = extentOf(shown);
  const area = sheet.page ?? { row: 0, column: 0, rows: last.row + 1, columns: last.column + 1 };
  if (area.rows === 0 || area.columns === 0) return undefined;
  const widths = Array.from(
    { length: area.columns },
    (_c, index) => sheet.widths.get(area.column + index) ?? sheet.usual.width,
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const isSideways = total * READABLE > PAGE.upright;
  const scale = Math.min(1, PAGE[isSideways ? "sideways" : "upright"] / total);
  return {
    table: tableOf(sheet, { ...area, rows: Math.min(area.rows, last.row + 1 - area.row) }, shown, widths),
    isSideways,
    scale,
  };
}

function tableOf(
  sheet: SheetReading,
  area: Rectangle,
  shown: ReadonlyMap<number, ShownCell>,
  widths: readonly number[],
): HTMLTableElement {
  const table = document.createElement("table");
  table.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
  const columns = table.appendChild(document.createElement("colgroup"));
  for (const width of widths) columns.appendChild(document.createElement("col")).style.width = `${width}px`;
  const headRows = Math.max(0, Math.min(sheet.frozen.rows - area.row, area.rows - 1));
  const [head, body] = [document.createElement("thead"), document.createElement("tbody")];
  const covered = coveredBy(sheet.merged);
  const end = area.column + area.columns;
  for (let row = area.row; row < area.row + area.rows; row++) {
    if (sheet.heights.get(row) === 0) continue;
    const line = document.createElement("tr");
    line.style.height = `${sheet.heights.get(row) ?? sheet.usual.height}px`;
    for (let column = area.column; column < end; column++) {
      const key = cellKey(row, column);
      if (sheet.widths.get(column) === 0 || covered.cells.has(key)) continue;
      const span = covered.spans.get(key) ?? { rows: 1, columns: roomFor(shown, covered, { row, column, end }) };
      line.append(cellOf(shown.get(key), span));
      column += span.columns - 1;
    }
    (row < area.row + headRows ? head : body).append(line);
  }
  table.append(head, body);
  return table;
}

/** Text runs on over the blank cells at its right, to the end of the page: there it begins a new line. */
function roomFor(
  shown: ReadonlyMap<number, ShownCell>,
  covered: ReturnType<typeof coveredBy>,
  { row, column, end }: { readonly row: number; readonly column: number; readonly end: number },
): number {
  const cell = shown.get(cellKey(row, column));
  if (!cell || cell.text === "" || cell.kind !== "text" || !RUNS_ON.includes(cell.look.align)) return 1;
  let next = column + 1;
  for (; next < end; next++) {
    const key = cellKey(row, next);
    if (shown.has(key) || covered.cells.has(key) || covered.spans.has(key)) break;
  }
  return next - column;
}

const RUNS_ON: readonly CellStyle["align"][] = ["general", "left", undefined];

/** The cells that merged ones cover, and the size of each by its first cell. Text centred over cells counts as merged. */
function coveredBy(merged: readonly Rectangle[]) {
  const cells = new Set<number>();
  const spans = new Map<number, Rectangle>();
  for (const area of merged) {
    spans.set(cellKey(area.row, area.column), area);
    for (let y = 0; y < area.rows; y++)
      for (let x = y === 0 ? 1 : 0; x < area.columns; x++) cells.add(cellKey(area.row + y, area.column + x));
  }
  return { cells, spans };
}

function cellOf(shown: ShownCell | undefined, span: Pick<Rectangle, "rows" | "columns">): HTMLTableCellElement {
  const cell = document.createElement("td");
  [cell.rowSpan, cell.colSpan] = [span.rows, span.columns];
  if (!shown) return cell;
  cell.textContent = shown.text;
  Object.assign(cell.style, printedStyle(shown));
  if (span.columns > 1) cell.style.whiteSpace = "pre-wrap";
  return cell;
}
