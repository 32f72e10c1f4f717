import type { Area } from "../workbook/book/book";
import type { CellStyle } from "./cellStyle";

/**
 * What an .xlsx or .xlsm holds, as far as Tieout understands it. Rows and columns count from 0 at A1, as in an open
 * workbook. Nothing here is calculated: values are those that the file stores.
 */
export interface XlsxFile {
  /** In the order of their tabs; sheets that hold only a chart are among what is kept. */
  readonly sheets: readonly XlsxSheet[];
  readonly names: readonly XlsxName[];
  /**
   * The formats that cells refer to by their place in this list; at least one, which cells without a format have. A
   * format tells its number format ("General" where there is none), and of the rest what differs from a plain cell.
   */
  readonly styles: readonly CellStyle[];
  /** Serial 0 is the day before January 1, 1900, or January 1, 1904. Serials are given as they are stored. */
  readonly dateSystem: 1900 | 1904;
  /** What stays in the file and is not among the sheets here: charts, pivot tables, macros, comments and the like. */
  readonly kept: readonly KeptPart[];
}

export interface XlsxSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very hidden";
  /** Row by row, each from left to right: cells that hold something, or have a format of their own. */
  readonly cells: readonly XlsxCell[];
  readonly columns: readonly XlsxColumns[];
  readonly rows: readonly XlsxRow[];
  readonly merged: readonly Rectangle[];
  readonly tables: readonly XlsxTable[];
  /** The size of rows and columns for which none is told, in points and characters, where the sheet says it. */
  readonly usual: { readonly points?: number; readonly characters?: number };
  readonly showsGridlines: boolean;
  /** In percent. */
  readonly zoom: number;
  /** Of its tab, #RRGGBB. */
  readonly color?: string;
  /** How many rows at the top and columns at the left stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Whether its cells are locked against editing. */
  readonly isProtected: boolean;
}

/** Cells of a sheet that is known from elsewhere. */
export type Rectangle = Omit<Area, "sheet">;

export interface XlsxCell {
  readonly row: number;
  readonly column: number;
  /** As stored. A date is its serial; a rich value is the plain one that stands for it; null is a blank. */
  readonly value: XlsxValue;
  /**
   * As a person types it, with "=": in English with commas, =LOANSCHEDULE(A1:B9), without the marks that Excel stores.
   * A function of another add-in keeps its mark, since what was typed is not known.
   */
  readonly formula: string | undefined;
  /** The cells that this formula fills, this one first. The others carry values only. */
  readonly spill: Rectangle | undefined;
  /** Whether the spill is fixed, as by Ctrl+Shift+Enter: {=SUM(A1:A9*B1:B9)}. */
  readonly isFixedArray: boolean;
  /** Its place in the list of styles. */
  readonly style: number;
}

export type XlsxValue = number | string | boolean | XlsxError | null;

/** An error of the spreadsheet, by its code: { error: "#N/A" }. */
export interface XlsxError {
  readonly error: string;
}

export function isXlsxError(value: XlsxValue): value is XlsxError {
  return typeof value === "object" && value !== null;
}

/** Columns next to each other that are as wide. */
export interface XlsxColumns {
  readonly column: number;
  readonly columns: number;
  /** In characters of the normal font, as Excel shows it; absent for the usual width. */
  readonly characters?: number;
  readonly hidden: boolean;
  /** The place in the list of styles of the format that its blank cells have. */
  readonly style?: number;
}

/** A row that is not as high as usual, is hidden, or has a format. */
export interface XlsxRow {
  readonly row: number;
  readonly points?: number;
  /** Whether somebody has set the height; otherwise what the row holds has made it so. */
  readonly isHeightSet?: boolean;
  readonly hidden: boolean;
  /** That of its blank cells, before that of their columns. */
  readonly style?: number;
}

export interface XlsxTable {
  readonly name: string;
  /** With its header row and its row of totals. */
  readonly area: Rectangle;
  /** One for each column, whether or not a row shows them. */
  readonly headers: readonly string[];
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

export interface XlsxName {
  readonly name: string;
  /** "=Loan!$A$1:$B$20", "=0.1" */
  readonly formula: string;
  /** The sheet that alone knows it. */
  readonly sheet?: string;
  readonly hidden: boolean;
}

export interface KeptPart {
  /** In the singular: "chart", "pivot table". */
  readonly kind: string;
  readonly count: number;
  /** The sheet that it stands on, where it stands on one. */
  readonly sheet?: string;
}

/** How our functions are named in a workbook. */
export interface FunctionNames {
  /** Without a namespace, in capitals. */
  readonly names: readonly string[];
  /** That of the add-in which will open the file: "ACME" for =ACME.LOANBALANCE(A1); "" for =LOANBALANCE(A1). */
  readonly namespace: string;
}
