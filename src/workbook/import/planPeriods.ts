import { plainWord } from "../../core/given";
import type { ImportedPeriod } from "../actionTypes";
import { a1, cellAt } from "../book/address";
import { figureOf, tableHeaders } from "../eps/periodRows";
import { columnOf, type Periods } from "../eps/periods";
import type { LogEntry } from "../book/log";
import { PERIODS_TABLE } from "../book/names";
import type { CellContent, Edit } from "../book/book";

export interface PeriodsPlan {
  readonly edits: readonly Edit[];
  readonly added: number;
  readonly updated: number;
  /** Figures that stood there and are another now. */
  readonly replaced: readonly LogEntry[];
}

interface Change {
  readonly row: number;
  readonly column: number;
  readonly header: string;
  readonly old: CellContent;
  readonly new: number;
}

/** Columns for classes that the table lacks, rows for periods that it lacks, and the figures that differ. */
export function planPeriods(periods: readonly ImportedPeriod[], table: Periods): PeriodsPlan {
  const missing = tableHeaders(periods).filter((header) => placeOf(table.headers, header) < 0);
  const headers = [...table.headers, ...missing];
  const rows = new Map(table.rows.map(({ periodEnd, months, number }) => [`${periodEnd}|${months}`, number]));
  const numberOf = ({ periodEnd, months }: ImportedPeriod) => rows.get(`${periodEnd}|${months}`);
  const known = periods.filter((period) => numberOf(period) !== undefined);
  const added = periods.filter((period) => numberOf(period) === undefined);
  const changes = known.flatMap((period) => changesOf(period, numberOf(period) ?? 0, table));
  const filled = missing.map((header) => [header, ...columnCells(header, known, numberOf, table)]);
  return {
    edits: [
      ...filled.map((contents): Edit => ({ do: "addTableColumn", table: PERIODS_TABLE, contents })),
      ...rowsFor(added, headers, table),
      ...changes.map((change) => writeOf(change, table)),
    ],
    added: added.length,
    updated: known.filter((period) => isChanged(period, numberOf(period) ?? 0, changes, missing)).length,
    replaced: changes.filter(({ old }) => old !== "").map((change) => entryOf(change, table)),
  };
}

function isChanged(
  period: ImportedPeriod,
  row: number,
  changes: readonly Change[],
  missing: readonly string[],
): boolean {
  return (
    changes.some((change) => change.row === row) || missing.some((header) => figureOf(period, header) !== undefined)
  );
}

function placeOf(headers: readonly string[], header: string): number {
  const named = columnOf(headers, header);
  return named >= 0 ? named : headers.findIndex((other) => plainWord(other) === plainWord(header));
}

function changesOf(period: ImportedPeriod, row: number, { table, headers }: Periods): Change[] {
  return tableHeaders([period]).flatMap((header): Change[] => {
    const column = placeOf(headers, header);
    const figure = figureOf(period, header);
    const old = table.values[row]?.[column] ?? "";
    return column < 0 || figure === undefined || old === figure ? [] : [{ row, column, header, old, new: figure }];
  });
}

function columnCells(
  header: string,
  known: readonly ImportedPeriod[],
  numberOf: (period: ImportedPeriod) => number | undefined,
  { table }: Periods,
): CellContent[] {
  const cells = Array<CellContent>(table.area.rows - 1).fill("");
  for (const period of known) cells[(numberOf(period) ?? 0) - 1] = figureOf(period, header) ?? "";
  return cells;
}

/** An empty table has a blank row, which the first period takes. */
function rowsFor(added: readonly ImportedPeriod[], headers: readonly string[], { table, rows }: Periods): Edit[] {
  const contents = added.map((period) => headers.map((header) => figureOf(period, canonical(header, period)) ?? ""));
  const usesBlank = rows.length === 0 && table.area.rows === 2;
  const [first, rest] = usesBlank ? [contents.slice(0, 1), contents.slice(1)] : [[], contents];
  const area = { ...table.area, row: table.area.row + 1, rows: 1, columns: headers.length };
  return [
    ...(rest.length > 0 ? [{ do: "addTableRows", table: PERIODS_TABLE, contents: rest } as const] : []),
    ...(first.length > 0 ? [{ do: "write", area, contents: first } as const] : []),
  ];
}

/** The name under which a period holds what a header of the table means. */
function canonical(header: string, period: ImportedPeriod): string {
  return tableHeaders([period]).find((name) => placeOf([header], name) === 0) ?? header;
}

function writeOf({ row, column, new: figure }: Change, { table }: Periods): Edit {
  return {
    do: "write",
    area: cellAt(table.area.sheet, table.area.row + row, table.area.column + column),
    contents: [[figure]],
  };
}

function entryOf({ row, column, header, old, new: figure }: Change, { table }: Periods): LogEntry {
  const cell = a1({ row: table.area.row + row, column: table.area.column + column, rows: 1, columns: 1 });
  return { sheet: table.area.sheet, cell, label: header, old, new: figure };
}
