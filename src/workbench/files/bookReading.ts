import type { Rectangle, XlsxValue } from "../../files/xlsxFile";
import type { Area } from "../../workbook/book/book";
import type { Look, UnformattedLooks } from "./looks";

/**
 * What the grid holds of a workbook, as far as a file can hold it too. Two readings of one workbook tell what was changed
 * in between. Rows and columns count from 0 at A1, dates from 1900. Plain data, which the browser can keep.
 */
export interface BookReading {
  /** In the order of their tabs. */
  readonly sheets: readonly SheetReading[];
  readonly names: readonly NameReading[];
}

export interface SheetReading {
  /** The grid's own, which stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly showsGridlines: boolean;
  /** "" for none. */
  readonly tabColor: string;
  /** By {@link cellKey}; row by row, each from left to right. */
  readonly cells: ReadonlyMap<number, CellReading>;
  readonly unformatted: UnformattedLooks;
  /** Whether rows or columns were inserted, deleted or moved since the file was opened. */
  readonly isReshaped: boolean;
  /** In pixels, of what has no size of its own. */
  readonly usual: { readonly width: number; readonly height: number };
  /** In pixels, of the columns that are not as wide as usual; 0 for a hidden one. */
  readonly widths: ReadonlyMap<number, number>;
  /** In pixels, of the rows whose height somebody has set; 0 for a hidden one. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merged: readonly Rectangle[];
  readonly tables: readonly TableReading[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** How many charts are drawn over its cells here. */
  readonly charts: number;
  /** What the sheet prints, where that was set. */
  readonly page: Omit<Area, "sheet"> | undefined;
}

export interface CellReading {
  readonly value: XlsxValue;
  /** As a person types it, with "=". */
  readonly formula?: string;
  /** What the formula fills, row by row, its own cell first. */
  readonly spilled?: readonly (readonly XlsxValue[])[];
  readonly look: Look;
}

export interface TableReading {
  readonly id: string;
  readonly name: string;
  /** With its header row, without a row of totals. */
  readonly area: Rectangle;
}

export interface NameReading {
  readonly name: string;
  /** "=Loan!$A$1:$B$20", "=0.1" */
  readonly formula: string;
  /** The sheet that alone knows it, by its id. */
  readonly sheetId?: string;
}

const COLUMNS = 16_384;

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

export function placeOf(key: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(key / COLUMNS), column: key % COLUMNS };
}
