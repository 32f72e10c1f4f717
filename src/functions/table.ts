import { CalculationError } from "../core/errors";
import { isBlank, type Cell, type Range } from "./arguments";

/** A table with a header row. */
export interface Table<Column extends string> {
  /** The columns that the table has, from left to right. */
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow<Column>[];
}

/** One row of a table with a header row; a column that the table lacks reads as blank. */
export interface TableRow<Column extends string> {
  /** "periods row 3", counted in the user's range from 1. */
  readonly name: string;
  cell(column: Column): Cell;
  /** Whether the table has the column. */
  has(column: Column): boolean;
  /** "periods row 3, column 2 (Months)"; a column is known by the header that it usually bears. */
  nameOf(column: Column): string;
}

/** A header as it is compared: case, spacing and hyphens do not count. */
export function headerKey(header: Cell): string {
  return typeof header === "string" ? header.toLowerCase().replace(/[\s\-_]+/g, " ").trim() : "";
}

/**
 * Reads the rows of a table below its header row; blank rows are skipped, blank headers over blank columns too.
 *
 * @param columnOf the column that a header means, from its key and its text; undefined for a header that is not known
 * @throws CalculationError `invalid-input` for a header that is unknown, missing over a filled column, or given twice
 */
export function readTable<Column extends string>(
  argument: string,
  range: Range,
  columnOf: (key: string, header: string) => Column | undefined,
): Table<Column> {
  const [headers = [], ...rows] = range;
  const positions = new Map<Column, number>();
  headers.forEach((header, index) => {
    const place = `${argument} row 1, column ${index + 1}`;
    if (isBlank(header) && rows.every((row) => isBlank(row[index]))) return;
    const column = columnOf(headerKey(header), String(header));
    if (column === undefined) throw new CalculationError("invalid-input", place, "must be a known header", header);
    if (positions.has(column)) throw new CalculationError("invalid-input", place, "must not repeat a header", header);
    positions.set(column, index);
  });
  return {
    columns: [...positions.keys()],
    rows: rows.flatMap((row, index) => (row.every(isBlank) ? [] : [tableRow(argument, headers, positions, row, index + 2)])),
  };
}

function tableRow<Column extends string>(
  argument: string,
  headers: readonly Cell[],
  positions: ReadonlyMap<Column, number>,
  row: readonly Cell[],
  number: number,
): TableRow<Column> {
  const name = `${argument} row ${number}`;
  return {
    name,
    cell: (column) => row[positions.get(column) ?? -1],
    has: (column) => positions.has(column),
    nameOf: (column) => {
      const index = positions.get(column);
      return index === undefined ? `${name}, ${column}` : `${name}, column ${index + 1} (${String(headers[index])})`;
    },
  };
}
