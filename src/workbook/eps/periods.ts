import { plainWord } from "../../core/given";
import { outsideWords } from "../book/tableGrowth";
import { monthsOfWeeks } from "../../core/eps/periods/period";
import { periodColumn } from "../../functions/eps/periodWords";
import { a1 } from "../book/address";
import { missingTable } from "../book/apply";
import { PERIODS_TABLE } from "../book/names";
import { ActionError, inOneParagraph } from "../book/report";
import type { CellContent, Sight, TableSight } from "../book/book";

/** The period table as it stands, by the words of its headers. */
export interface Periods {
  readonly table: TableSight;
  readonly headers: readonly string[];
  /** Rows that hold anything. */
  readonly rows: readonly PeriodRow[];
  /** What touches the table without being in it, in a sentence; "" when nothing does. */
  readonly outside: string;
}

export interface PeriodRow {
  /** Row of the table, from 1 below the headers. */
  readonly number: number;
  readonly periodEnd: number;
  readonly months: number;
  readonly weeks?: number | undefined;
  /** What is still to be filled in, by header. */
  readonly blank: readonly string[];
}

export const NEEDED = ["Period end", "Months", "Net income", "Weighted shares"] as const;
/** Columns that may be absent or blank, where they stand in a new table: before the shares. */
export const OPTIONAL = [
  "Net income attributable to the company",
  "Net income available to common stockholders",
  "Continuing income",
  "Discontinued income",
  "Income before extraordinary item",
  "Extraordinary item",
  "Income before cumulative effect",
  "Cumulative effect",
  "Noncontrolling interest",
  "Preferred dividends",
  "Earnings allocated to participating securities",
  "Earnings allocated to participating securities, diluted",
] as const;
/** Totals of which a table without net income has one. */
const NET_INCOMES: readonly string[] = ["Net income", OPTIONAL[0], OPTIONAL[1]];

/** The column of net income that a table has. */
export function netIncomeColumn(headers: readonly string[]): string {
  return NET_INCOMES.find((name) => columnOf(headers, name) >= 0) ?? "Net income";
}

/** @throws ActionError when the table or a column that it needs is not there */
export function periodsOf({ tables }: Sight): Periods {
  const table = tables[PERIODS_TABLE];
  if (!table) throw new ActionError(missingTable(PERIODS_TABLE));
  const headers = (table.contents[0] ?? []).map(String);
  for (const needed of neededIn(headers)) {
    if (columnOf(headers, needed) < 0) {
      throw new ActionError(
        `The table ${PERIODS_TABLE} has no column ${needed}. Add one with that header; nothing was changed.`,
      );
    }
  }
  const rows = table.values.slice(1).flatMap((cells, index) => periodRow(cells, index + 1, headers) ?? []);
  return { table, headers, rows, outside: outsideWords(table) };
}

function neededIn(headers: readonly string[]): readonly string[] {
  const length = columnOf(headers, "Months") < 0 && columnOf(headers, "Weeks") >= 0 ? "Weeks" : "Months";
  const instead: Readonly<Record<string, string>> = { "Net income": netIncomeColumn(headers), Months: length };
  return NEEDED.map((name) => instead[name] ?? name);
}

/** Where a column stands, by any of the words for it that EPSTABLE reads; -1 when it is not there. */
export function columnOf(headers: readonly string[], name: string): number {
  const key = plainWord(name);
  return headers.findIndex((header) => plainWord(periodColumn(header) ?? header) === key);
}

function periodRow(cells: readonly CellContent[], number: number, headers: readonly string[]): PeriodRow | undefined {
  if (cells.every((cell) => cell === "")) return undefined;
  const cell = (name: string) => cells[columnOf(headers, name)] ?? "";
  const weeks = Number(cell("Weeks"));
  return {
    number,
    periodEnd: Number(cell("Period end")),
    ...(weeks > 0 ? { months: monthsOfWeeks(weeks), weeks } : { months: Number(cell("Months")) }),
    blank: neededIn(headers).filter((name) => cell(name) === "" && !(name === "Months" && weeks > 0)),
  };
}

/** The period end that no other is later than. */
export function latestEnd({ rows, outside }: Periods): number {
  const ends = rows.map(({ periodEnd }) => periodEnd);
  if (ends.length > 0) return ends.reduce((latest, end) => Math.max(latest, end));
  throw new ActionError(
    inOneParagraph(`The table ${PERIODS_TABLE} has no period yet. Fill in its first row, or import periods.`, outside),
  );
}

/** "C7": where a column of a row of the table is on its sheet. */
export function cellOfRow({ table, headers }: Periods, row: number, name: string): string {
  return a1({ row: table.area.row + row, column: table.area.column + columnOf(headers, name), rows: 1, columns: 1 });
}

/**
 * The table with placeholders where figures are still to come, so that an exhibit for a new period can be laid out
 * before its figures are known. What is laid out, not what is calculated, comes of it.
 */
export function withPlaceholders({ table, headers }: Periods): CellContent[][] {
  const placeholders: Readonly<Record<string, number>> = { [netIncomeColumn(headers)]: 0, "Weighted shares": 1 };
  const columns = Object.entries(placeholders).map(([name, value]) => [columnOf(headers, name), value] as const);
  return table.values.map((cells, index) => {
    if (index === 0 || cells.every((cell) => cell === "")) return [...cells];
    return cells.map((cell, column) => (cell === "" ? (columns.find(([at]) => at === column)?.[1] ?? "") : cell));
  });
}
