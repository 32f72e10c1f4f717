/**
 * What the actions need of an open workbook, whichever program shows it. An action looks, plans a complete list of
 * edits without touching anything, and applies the list at once (see apply.ts); so a host implements two verbs.
 *
 * Rows and columns count from 0 at A1. Formulas are in English with commas, as Excel stores them.
 */

/** What is typed into a cell: a number, text, a truth value, a formula (text that starts with "="), "" for a blank. */
export type CellContent = string | number | boolean;

export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Contents as typed, and what each cell shows; an error shows as its code, such as "#VALUE!". */
export interface Grid {
  readonly contents: readonly (readonly CellContent[])[];
  readonly values: readonly (readonly CellContent[])[];
}

export type Rule = "none" | "single" | "double";

/** The formats that the actions set; what is absent is left as it is. */
export interface CellFormat {
  /** In English, such as "#,##0_);(#,##0)". */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Of the letters, in points. */
  readonly size?: number;
  /** #RRGGBB; null for none. */
  readonly fill?: string | null;
  /** Colour of the text, #RRGGBB. */
  readonly color?: string;
  /** General: numbers at the right, text at the left. Across: centred over the cell and the blank cells at its right that have it too. */
  readonly align?: "general" | "left" | "center" | "right" | "centerAcross";
  readonly indent?: number;
  readonly wrap?: boolean;
  /** The rule under the figure: one over a total, two under a final figure. */
  readonly bottom?: Rule;
}

/** Cells, and when they were looked at closely what there is to the first of them. */
export interface CellsSight extends Grid {
  /** In English, such as "mmm d, yyyy": the cell's own, or that of a date which a formula brings along. */
  readonly numberFormat?: string;
  /** What a number reads as in the cell, where the host tells: signs for a column that is too narrow among it. */
  readonly text?: string;
  /** The cells that one formula fills, the first one among them. The formula is in the first of these. */
  readonly spill?: Area;
  /** The name of the table that it is in. */
  readonly table?: string;
}

export interface SheetSight extends Grid {
  /** Cell by cell, when asked for; same shape as the contents. */
  readonly formats: readonly (readonly CellFormat[])[];
}

export interface TableSight extends Grid {
  readonly name: string;
  /** With its header row, which is the first row of the contents. */
  readonly area: Area;
  /** Whether the last row holds totals; absent where the host has no such rows. */
  readonly hasTotals?: boolean;
  /** With the filled rows and columns that touch it below and at the right, where the look asked for them. */
  readonly around?: Area;
}

/** What to look at. Whatever does not exist is absent from the answer. */
export interface Look {
  /** Sheets whose whole used range is read, from A1 on. */
  readonly sheets?: readonly string[];
  /** Every sheet of the workbook. */
  readonly everySheet?: boolean;
  /** Read the formats of those sheets too. */
  readonly formats?: boolean;
  readonly tables?: readonly string[];
  /** Those of the tables around which is looked, for what touches them without being in them. */
  readonly around?: readonly string[];
  /** Names of cells, which follow their cells wherever those are moved. */
  readonly names?: readonly string[];
  readonly settings?: readonly string[];
  readonly areas?: readonly Area[];
  /** The selected cells, no more of them than the used range holds. */
  readonly selection?: boolean;
  /** Tell more of the areas and of the selection: see {@link CellsSight}. */
  readonly closely?: boolean;
}

export interface Sight {
  /** Every sheet's name, in order of their tabs. */
  readonly sheetNames: readonly string[];
  /** Names of protected sheets, read with every look so that an edit is refused before it starts. */
  readonly protectedSheets: readonly string[];
  readonly sheets: Readonly<Record<string, SheetSight>>;
  readonly tables: Readonly<Record<string, TableSight>>;
  readonly names: Readonly<Record<string, Area & Grid>>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** In the order asked for. */
  readonly areas: readonly CellsSight[];
  readonly selection?: Area & CellsSight;
}

/** Figures of a chart: a row or a column of cells, as long as the chart's labels. */
export interface ChartSeries {
  readonly name: string;
  readonly figures: Area;
}

/** A chart on a sheet. Its series and labels are on that sheet too. */
export interface Chart {
  readonly title: string;
  readonly kind: "line" | "columns" | "stackedColumns";
  readonly series: readonly ChartSeries[];
  /** What each figure is for; a row or a column as long. */
  readonly labels: Area;
  /** The cells that the chart covers. */
  readonly over: Area;
}

/** One change. The first group changes the shape of the workbook, the second what is in it. */
export type Edit =
  | { readonly do: "addSheet"; readonly sheet: string }
  | { readonly do: "insertRows"; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly do: "deleteRows"; readonly sheet: string; readonly row: number; readonly count: number }
  /** Makes a table of cells whose first row holds the headers, written before. */
  | { readonly do: "addTable"; readonly table: string; readonly area: Area }
  /** Adds rows below the last one of a table. */
  | { readonly do: "addTableRows"; readonly table: string; readonly contents: readonly (readonly CellContent[])[] }
  /** Adds a column at the right of a table: its header, then a cell for each row. */
  | { readonly do: "addTableColumn"; readonly table: string; readonly contents: readonly CellContent[] }
  | { readonly do: "addChart"; readonly sheet: string; readonly chart: Chart }
  | { readonly do: "write"; readonly area: Area; readonly contents: readonly (readonly CellContent[])[] }
  | { readonly do: "format"; readonly area: Area; readonly format: CellFormat }
  /** Width in characters of the normal font; 0 hides the column. */
  | { readonly do: "columnWidth"; readonly sheet: string; readonly column: number; readonly characters: number }
  /** What the sheet prints: some cells, on one page lying on its side. */
  | { readonly do: "printPage"; readonly area: Area }
  | { readonly do: "name"; readonly name: string; readonly area: Area }
  | { readonly do: "setting"; readonly key: string; readonly value: unknown }
  | { readonly do: "select"; readonly area: Area }
  /** Has formulas calculated again, whether or not their arguments changed: those of some cells at least, or every one. */
  | { readonly do: "recalculate"; readonly cells?: readonly Area[] }
  /** What takes an edit back; used to restore a workbook, never planned. */
  | { readonly do: "deleteSheet"; readonly sheet: string }
  | { readonly do: "deleteTableRows"; readonly table: string; readonly count: number }
  | { readonly do: "deleteTableColumn"; readonly table: string; readonly header: string }
  | { readonly do: "deleteName"; readonly name: string };

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How long work is watched and stopped. Work that was stopped leaves the workbook as it was. */
export interface Running {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface OpenBook {
  /** Whether the host draws charts; where it does not, the reports say so. */
  readonly drawsCharts: boolean;
  /** The local date and time as a serial of the workbook's date system. */
  now(): number;
  /** Reads in one round trip, or in several that each report progress when there is much to read. */
  look(look: Look, running?: Running): Promise<Sight>;
  /**
   * Makes the edits in their order, as one step of the host's undo where it can. May stop half-way when the host
   * fails; apply.ts restores. An edit that names what does not exist fails.
   */
  perform(edits: readonly Edit[], running?: Running): Promise<void>;
}
