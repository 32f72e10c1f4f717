import type { ICellData, IRange, IStyleData, IWorksheetData } from "@univerjs/core";
import { deserializeRangeWithSheet } from "@univerjs/engine-formula";
import { TEXT } from "./styles";

/** What stands in a cell as a user would type it: text that starts with "=" is a formula. */
export type Content = string | number;

export interface PlacedCell {
  readonly address: string;
  readonly content: Content;
  readonly style: IStyleData;
}

/** The look of a sheet apart from its cells. Widths and heights are pixels; a row not named takes the default height. */
export interface SheetShape {
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly merged?: readonly string[];
  readonly gridlines?: boolean;
}

/** One cell. Later styles win over earlier ones, side by side for borders. */
export function at(address: string, content: Content, ...styles: readonly IStyleData[]): PlacedCell {
  return { address, content, style: combined(styles) };
}

/** A row of cells: one content for each column, or the content that each column's letter makes. */
export function across(
  columns: readonly string[],
  row: number,
  content: readonly Content[] | ((column: string) => Content),
  ...styles: readonly IStyleData[]
): PlacedCell[] {
  const contentOf = typeof content === "function" ? content : (_column: string, index: number) => content[index] ?? "";
  return columns.map((column, index) => at(`${column}${row}`, contentOf(column, index), ...styles));
}

const SHEET_ROWS = 200;
const SHEET_COLUMNS = 26;
/** For answers that fill the cells below the last one, and to type in. */
const SPARE_ROWS = 100;

export function worksheet(name: string, cells: readonly PlacedCell[], shape: SheetShape): IWorksheetData {
  const id = name.toLowerCase().replace(/\W+/g, "-");
  return {
    id,
    name,
    rowCount: Math.max(SHEET_ROWS, lastRowOf(cells) + SPARE_ROWS),
    columnCount: SHEET_COLUMNS,
    defaultColumnWidth: 88,
    defaultRowHeight: 22,
    showGridlines: shape.gridlines ? 1 : 0,
    defaultStyle: TEXT,
    cellData: cellMatrix(cells),
    mergeData: (shape.merged ?? []).map(rangeOf),
    columnData: Object.fromEntries(
      Object.entries(shape.columnWidths).map(([column, w]) => [rangeOf(`${column}1`).startColumn, { w }]),
    ),
    rowData: Object.fromEntries(
      Object.entries(shape.rowHeights ?? {}).map(([row, h]) => [Number(row) - 1, { h, ia: 0 }]),
    ),
  } as unknown as IWorksheetData;
}

function lastRowOf(cells: readonly PlacedCell[]): number {
  return cells.reduce((last, { address }) => Math.max(last, rangeOf(address).startRow + 1), 0);
}

function cellMatrix(cells: readonly PlacedCell[]): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const { address, content, style } of cells) {
    const { startRow, startColumn } = rangeOf(address);
    (matrix[startRow] ??= {})[startColumn] = { ...cellContent(content), s: style };
  }
  return matrix;
}

function cellContent(content: Content): ICellData {
  if (content === "") return {};
  return typeof content === "string" && content.startsWith("=") ? { f: content } : { v: content };
}

function rangeOf(address: string): IRange {
  return deserializeRangeWithSheet(address).range;
}

function combined(styles: readonly IStyleData[]): IStyleData {
  return styles.reduce((all, style) => ({ ...all, ...style, ...(style.bd && { bd: { ...all.bd, ...style.bd } }) }), {});
}
