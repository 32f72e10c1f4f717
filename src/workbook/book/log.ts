import { HEADER_FORMAT, LOG_SHEET, LOG_TABLE, MIXED_FORMAT, TIME_FORMAT } from "./names";
import type { Area, CellContent, Edit, Sight } from "./book";

/** A figure that changed. */
export interface LogEntry {
  readonly sheet: string;
  readonly cell: string;
  readonly label: string;
  readonly old: CellContent;
  readonly new: CellContent;
}

const HEADERS = ["Sheet", "Cell", "Label", "Old", "New", "When"];
const WIDTHS = [12, 8, 52, 14, 14, 20];

/**
 * Adds entries to the log, which is made on the first of them.
 *
 * @param sight a look that includes the log's table
 */
export function logEdits(entries: readonly LogEntry[], when: number, { tables, sheetNames }: Sight): Edit[] {
  if (entries.length === 0) return [];
  const rows = entries.map((entry): CellContent[] => [
    entry.sheet,
    entry.cell,
    entry.label,
    entry.old,
    entry.new,
    when,
  ]);
  if (tables[LOG_TABLE]) return [{ do: "addTableRows", table: LOG_TABLE, contents: rows }];
  const sheet = freeName(LOG_SHEET, sheetNames);
  const area: Area = { sheet, row: 0, column: 0, rows: rows.length + 1, columns: HEADERS.length };
  return [
    { do: "addSheet", sheet },
    { do: "write", area, contents: [HEADERS, ...rows] },
    { do: "format", area: { ...area, rows: 1 }, format: HEADER_FORMAT },
    { do: "format", area: { ...area, row: 1, rows: rows.length, column: 2, columns: 1 }, format: { wrap: true } },
    {
      do: "format",
      area: { ...area, row: 1, rows: rows.length, column: 3, columns: 2 },
      format: { numberFormat: MIXED_FORMAT },
    },
    {
      do: "format",
      area: { ...area, row: 1, rows: rows.length, column: 5, columns: 1 },
      format: { numberFormat: TIME_FORMAT },
    },
    { do: "addTable", table: LOG_TABLE, area },
    ...WIDTHS.map((characters, column): Edit => ({ do: "columnWidth", sheet, column, characters })),
  ];
}

/** A name that no sheet has yet: "Loan", "Loan 2". */
export function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!isTaken(name)) return name;
  }
}
