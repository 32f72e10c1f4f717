import type { ReferenceStructXlsx } from "@borgar/fx/xlsx";
import type { Area, TableSight } from "../book/book";
import { asValues, Cells } from "./values";

/** The cell whose formula refers to others, and the table that it is in. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly table?: string;
}

/** Where a table is and what its columns are called; its first row holds those names. */
export interface TableShape {
  readonly area: Area;
  readonly headers: readonly string[];
  readonly hasTotals?: boolean;
}

/** The cells of a table that a structured reference asks for: without any rows said, those of its data. */
export function areaOfPart(table: TableShape, part: ReferenceStructXlsx | undefined, place: Place): Area | undefined {
  const rows = rowsOf(table, part?.sections ?? [], place);
  const columns = columnsOf(table, part?.columns ?? []);
  if (!rows || !columns || rows[1] < rows[0]) return undefined;
  const [row, column] = [rows[0], columns[0]];
  return {
    sheet: table.area.sheet,
    row: table.area.row + row,
    column: table.area.column + column,
    rows: rows[1] - row + 1,
    columns: columns[1] - column + 1,
  };
}

/** Those cells with their values. */
export function partOf(table: TableSight, part: ReferenceStructXlsx | undefined, place: Place): Cells | undefined {
  const headers = (table.values[0] ?? []).map(String);
  const area = areaOfPart({ ...table, headers }, part, place);
  if (!area) return undefined;
  const [row, column] = [area.row - table.area.row, area.column - table.area.column];
  const values = asValues(table)
    .slice(row, row + area.rows)
    .map((line) => line.slice(column, column + area.columns));
  return new Cells(values, area);
}

type Span = readonly [first: number, last: number];

function rowsOf({ area, hasTotals = false }: TableShape, sections: readonly string[], place: Place): Span | undefined {
  const last = area.rows - 1;
  const data: Span = [1, hasTotals ? last - 1 : last];
  const here = place.row - area.row;
  const spans: Readonly<Record<string, Span | undefined>> = {
    all: [0, last],
    headers: [0, 0],
    data,
    totals: hasTotals ? [last, last] : undefined,
    "this row": place.sheet === area.sheet && here >= data[0] && here <= data[1] ? [here, here] : undefined,
  };
  const asked = (sections.length === 0 ? ["data"] : sections).map((section) => spans[section]);
  const known = asked.filter((span) => span !== undefined);
  if (known.length < asked.length) return undefined;
  return [Math.min(...known.map(([from]) => from)), Math.max(...known.map(([, to]) => to))];
}

function columnsOf({ headers, area }: TableShape, names: readonly string[]): Span | undefined {
  if (names.length === 0) return [0, area.columns - 1];
  const known = headers.map((header) => header.toLowerCase());
  const at = names.map((name) => known.indexOf(name.toLowerCase()));
  return at.includes(-1) ? undefined : [Math.min(...at), Math.max(...at)];
}
