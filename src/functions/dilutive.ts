import { potentialShares, type Issue } from "../core/eps/securities";
import { incrementalTerms } from "../core/eps/securityParts";
import type { WeightedPeriod } from "../core/eps/timeOutstanding";
import { CalculationError } from "../core/errors";
import { asRange, isBlank, type Cell, type Range } from "./arguments";
import type { Place } from "./elementwise";
import { readQuantity } from "./epsArguments";
import { isSecuritiesTable, readSecurities } from "./securities";

/** The issues of potential shares of the period that stands at a place among the answers. */
export type IssuesAt = (place: Place) => readonly Issue[];

/**
 * Reads the `dilutive` argument: a securities table, which serves every period, or incremental counts as exhibits print
 * them. For one period every count of the range is its own issue. For periods in a column each row of counts belongs
 * to the period beside it, for periods in a row each column; one cell serves every period. Blanks and dashes are nil.
 */
export function readDilutive(dilutive: Range | Cell, period?: WeightedPeriod): IssuesAt {
  const range = asRange(dilutive);
  if (isSecuritiesTable(range)) {
    const issues = readSecurities("dilutive", range, period);
    return () => issues;
  }
  return (place) => cellsAt(range, place).flatMap(({ name, cell }) => (isNil(cell) ? [] : [incremental(name, cell)]));
}

interface NamedCell {
  readonly name: string;
  readonly cell: Cell;
}

function cellsAt(range: Range, { row, column, rows, columns }: Place): readonly NamedCell[] {
  const cells = range.flatMap((line, r) => line.map((cell, c) => ({ name: nameAt(range, r, c), cell, r, c })));
  if (cells.length === 1 || (rows === 1 && columns === 1)) return cells;
  if (columns === 1) requireCount(range.length, rows, "row");
  else if (rows === 1) requireCount(range[0]?.length ?? 0, columns, "column");
  else requireSameBlock(range, rows, columns);
  return cells.filter(({ r, c }) => (columns === 1 || c === column) && (rows === 1 || r === row));
}

function nameAt(range: Range, row: number, column: number): string {
  if (range.length === 1 && range[0]?.length === 1) return "dilutive";
  return `dilutive row ${row + 1}, column ${column + 1}`;
}

function requireCount(found: number, periods: number, line: "row" | "column"): void {
  if (found === periods) return;
  const rule = `must have one ${line} for each of the ${periods} periods, or be one cell or a securities table with a header row`;
  throw new CalculationError("invalid-input", "dilutive", rule, found);
}

function requireSameBlock(range: Range, rows: number, columns: number): void {
  requireCount(range.length, rows, "row");
  requireCount(range[0]?.length ?? 0, columns, "column");
}

/** Exhibits print a dash where nothing is dilutive. */
export function isNil(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === "string" && /^\s*[-–—]\s*$/.test(cell));
}

function incremental(name: string, cell: Cell): Issue {
  return potentialShares(incrementalTerms(name, readQuantity(name, cell)));
}
