import { emptyXlsx } from "../../files/emptyXlsx";
import { isXlsxError, type KeptPart, type XlsxFile, type XlsxValue } from "../../files/xlsxFile";
import { a1, cellAt } from "../../workbook/book/address";
import { cellKey, type BookReading, type SheetReading } from "./bookReading";
import { asCountedFrom1900, type DateSystem } from "./dateSystem";
import { usualSizes } from "./sizes";

/** The file that the open workbook is saved into. Plain data, which the browser can keep beside the workbook. */
export interface BookFile {
  readonly name: string;
  /** As it was read or last written. */
  readonly bytes: Uint8Array;
  /** What the grid held then. */
  readonly saved: BookReading;
  readonly dateSystem: DateSystem;
  readonly kept: readonly KeptPart[];
  /** By which the browser writes into it, and when it was last written as far as this page knows. */
  readonly handle?: FileSystemFileHandle;
  readonly modified?: number;
}

/** A file for a workbook that has none: a patch of a template with the workbook's first sheet, blank. */
export function newFile({ sheets: [first] }: BookReading, name: string): BookFile {
  const usual = first && { style: first.unformatted.all, ...usualSizes(first.usual) };
  const sheets = first ? [{ ...blankSheet(first), id: first.id, name: first.name }] : [];
  const bytes = emptyXlsx(first?.name, 1900, usual);
  return { name: `${name}.xlsx`, bytes, saved: { sheets, names: [] }, dateSystem: 1900, kept: [] };
}

/** A sheet that a file has been given, before anything is written on it: it looks as the others do. */
export function blankSheet({ unformatted, usual }: SheetReading): Omit<SheetReading, "id" | "name"> {
  return {
    isHidden: false,
    cells: new Map(),
    unformatted: { rows: new Map(), columns: new Map(), all: unformatted.all },
    isReshaped: false,
    showsGridlines: true,
    tabColor: "",
    usual,
    widths: new Map(),
    heights: new Map(),
    merged: [],
    tables: [],
    frozen: { rows: 0, columns: 0 },
    charts: 0,
    page: undefined,
  };
}

/**
 * The formulas for which the grid has no answer where the file has one. In a file that counts days from 1904 also those
 * that answer otherwise here: they count on the file's own serials.
 */
export function notCalculated(file: XlsxFile, { sheets }: BookReading): string[] {
  return file.sheets.flatMap(({ name, cells }, index) => {
    const grid = sheets[index]?.cells;
    return cells.flatMap(({ row, column, value, formula, style }) => {
      if (formula === undefined || value === null || isXlsxError(value)) return [];
      const shown = grid?.get(cellKey(row, column));
      const { numberFormat = "General" } = file.styles[style] ?? {};
      const isOtherwise =
        isXlsxError(shown?.value ?? null) || (file.dateSystem === 1904 && differs(value, shown?.value, numberFormat));
      return isOtherwise ? [`${name}!${a1(cellAt(name, row, column))}`] : [];
    });
  });
}

function differs(stored: XlsxValue, shown: XlsxValue | undefined, numberFormat: string): boolean {
  if (typeof stored !== "number" || typeof shown !== "number") return false;
  const expected = asCountedFrom1900(stored, numberFormat, 1904);
  return Math.abs(expected - shown) > NOISE * Math.max(1, Math.abs(expected));
}

/** By which two programs' answers may differ in their last digits. */
const NOISE = 1e-9;
