import type { Area } from "../workbook/book/book";
import type { CellStyle } from "./cellStyle";
import type { Rectangle, XlsxSheet, XlsxValue } from "./xlsxFile";

/** A change of a file. Edits are made in their order; none is made when one of them cannot be. */
export type XlsxEdit =
  | WriteCell
  /** Sets what the format tells, of each of the cells, and leaves the rest of their formats. */
  | { readonly do: "format"; readonly area: Area; readonly format: CellStyle }
  /** A sheet after the last one, with the sizes of its rows and columns. */
  | { readonly do: "addSheet"; readonly sheet: string; readonly usual?: XlsxSheet["usual"] }
  /** Formulas, names, charts and links that name the sheet follow. */
  | { readonly do: "renameSheet"; readonly sheet: string; readonly to: string }
  /** In characters of the normal font; 0 hides the column. */
  | { readonly do: "columnWidth"; readonly sheet: string; readonly column: number; readonly characters: number }
  | { readonly do: "rowHeight"; readonly sheet: string; readonly row: number; readonly points: number }
  | { readonly do: "merge"; readonly area: Area }
  | { readonly do: "unmerge"; readonly area: Area }
  | { readonly do: "freeze"; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly do: "gridlines"; readonly sheet: string; readonly shown: boolean }
  /** What the sheet prints: some cells, on one page lying on its side. */
  | { readonly do: "printPage"; readonly area: Area }
  /** Makes a table of cells, the first row of which holds the headers. */
  | { readonly do: "addTable"; readonly table: string; readonly area: Area }
  /** Gives a table other cells, from the same first one on. Its headers are what then stands in its first row. */
  | { readonly do: "resizeTable"; readonly table: string; readonly area: Rectangle }
  /** Gives cells, or what a formula says, a name, in place of what bore it: of the workbook, or of one sheet. */
  | { readonly do: "name"; readonly name: string; readonly formula: string; readonly sheet?: string }
  | { readonly do: "deleteName"; readonly name: string; readonly sheet?: string };

/**
 * What a cell holds from now on, in place of what it held. Its format stays, but for what `format` tells.
 * Text is text, also where it begins with "=".
 */
export interface WriteCell {
  readonly do: "cell";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** null for a blank. Beside a formula: its result, which whoever opens the file sees first. */
  readonly value: XlsxValue;
  /** As a person types it, with "=". */
  readonly formula?: string;
  /**
   * What the formula fills, row by row, its own cell first: the formula is then stored as a dynamic array, and the
   * values beside it. A formula whose function may answer with a table needs it also for a single value: [[value]].
   */
  readonly spilled?: readonly (readonly XlsxValue[])[];
  readonly format?: CellStyle;
  /** Whether the cell has that formula already, and only answers otherwise now: a protected sheet takes that too. */
  readonly isRecalculated?: boolean;
}
