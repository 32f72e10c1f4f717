import type { ReferenceStructXlsx } from "@borgar/fx/xlsx";
import type { TableSight } from "../book/book";
import { asValues, Cells } from "./values";

/** The cell whose formula refers to others, and the table that it is in. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly table?: string;
}

/** The rows and columns of a table that a structured reference asks for: without any said, those of its data. */
export function partOf(table: TableSight, part: ReferenceStructXlsx | undefined, place: Place): Cells | undefined {
  const rows = rowsOf(table, part?.sections ?? [], place);
  const columns = columnsOf(table, part?.columns ?? []);
  if (!rows || !columns) return undefined;
  const [row, column] = [rows[0], columns[0]];
  const area = {
    sheet: table.area.sheet,
    row: table.area.row + row,
    column: table.area.column + column,
    rows: rows[1] - row + 1,
    columns: columns[1] - column + 1,
  };
  const values = asValues(table)
    .slice(row, rows[1] + 1)
    .map((line) => line.slice(column, columns[1] + 1));
  return values.length > 0 ? new Cells(values, area) : undefined;
}

type Span = readonly [first: number, last: number];

function rowsOf({ area, hasTotals = false }: TableSight, sections: readonly string[], place: Place): Span | undefined {
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

function columnsOf({ values, area }: TableSight, names: readonly string[]): Span | undefined {
  if (names.length === 0) return [0, area.columns - 1];
  const headers = (values[0] ?? []).map((header) => String(header).toLowerCase());
  const at = names.map((name) => headers.indexOf(name.toLowerCase()));
  return at.includes(-1) ? undefined : [Math.min(...at), Math.max(...at)];
}
