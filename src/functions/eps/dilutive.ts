import { grantsAlone, type PricedGrants } from "../../core/eps/grants";
import { joinedWithoutAddBack, type PotentialShares } from "../../core/eps/potentialShares";
import { potentialShares, type Issue } from "../../core/eps/securities/security";
import { incrementalTerms } from "../../core/eps/securities/parts";
import type { WeightedPeriod } from "../../core/eps/timeOutstanding";
import { CalculationError } from "../../core/errors";
import { isBlank, readNotNegative } from "../../core/given";
import { allOf } from "../../core/problems";
import { asRange, givenCell, type Cell, type Range } from "../cells/arguments";
import { cellInWords } from "../cells/dataTypes";
import type { Place } from "../cells/elementwise";
import { KeptByContent } from "../cells/keptByContent";
import { openWorkbook } from "../cells/openWorkbook";
import { isGrantLedger, readGrants } from "./grantLedger";
import { isSecuritiesTable, readSecurities } from "./securitiesTable";

/** The potential shares that an argument names. */
export interface Dilutive {
  /** Those of the period that stands at a place among the answers. */
  readonly issuesAt: (place: Place) => readonly Issue[];
  /** The same for the sum alone, with the issues as one that join or stay out together. */
  readonly joinedAt: (place: Place) => readonly PotentialShares[];
  /** Where they are all grants of one price, the same in every period: compiled once for all of them. */
  readonly grants?: PricedGrants | undefined;
}

/**
 * Reads the `dilutive` argument: a securities table or a ledger of grants, which serves every period, or incremental counts as exhibits print
 * them, with their names in a column before them or without. For one period every count is its own issue. For periods in a column each row of counts belongs
 * to the period beside it, for periods in a row each column; one cell serves every period. Blanks and dashes are nil.
 */
export function readDilutive(dilutive: Range | Cell, period?: WeightedPeriod): Dilutive {
  const range = asRange(dilutive);
  const named = holdsWords(range)
    ? tables.of([openWorkbook().dateSystem, period ?? null, range], () => readNamed(range, period))
    : null;
  if (named) return named;
  const issuesAt = (place: Place) =>
    cellsAt(range, place).flatMap(({ name, cell }) => (isNil(cell) ? [] : [incremental(name, cell)]));
  return { issuesAt, joinedAt: (place) => joinedWithoutAddBack(issuesAt(place)) };
}

/** Each cell of a column of earnings per share names the same table. An issue takes several times the room of its row. */
const tables = new KeptByContent<Dilutive | null>(8_000_000, () => 0);

/** Whether a range may be more than counts: a table with a header, or counts with their names. */
function holdsWords(range: Range): boolean {
  return range.some((row) => row.some((cell) => typeof cell === "string"));
}

/** What serves every period: a ledger, a table, or counts with their names; null of counts alone. */
function readNamed(range: Range, period: WeightedPeriod | undefined): Dilutive | null {
  if (isGrantLedger(range)) return sameEveryPeriod(readGrants("dilutive", range, period));
  if (isSecuritiesTable(range)) {
    const issues = readSecurities("dilutive", range, period);
    return { ...sameEveryPeriod(issues), grants: grantsAlone(issues) };
  }
  return isNamesAndCounts(range) ? sameEveryPeriod(namedCounts(range)) : null;
}

function sameEveryPeriod(issues: readonly Issue[]): Dilutive {
  const joined = joinedWithoutAddBack(issues);
  return { issuesAt: () => issues, joinedAt: () => joined };
}

/** Two columns without a header row: names, and a count beside each. */
function isNamesAndCounts(range: Range): boolean {
  const filled = range.filter((row) => !row.every(isBlank));
  const isName = (cell: Cell) => typeof cell === "string" && /\p{L}/u.test(cell);
  return filled.length > 0 && filled.every((row) => row.length === 2 && isName(row[0]) && !isName(row[1]));
}

function namedCounts(range: Range): readonly Issue[] {
  const rows = range.flatMap(([name, count], index) => {
    const place = `dilutive row ${index + 1}, column 2 (${cellInWords(name)})`;
    return isNil(count)
      ? []
      : [() => potentialShares(incrementalTerms(cellInWords(name), readNotNegative(givenCell(place, count))))];
  });
  return allOf("dilutive", rows);
}

interface NamedCell {
  readonly name: string;
  readonly cell: Cell;
}

function cellsAt(range: Range, { row, column, rows, columns }: Place): readonly NamedCell[] {
  const [height, width] = [range.length, range[0]?.length ?? 0];
  if ((height === 1 && width === 1) || (rows === 1 && columns === 1)) return cellsWithin(range, 0, height, 0, width);
  if (rows > 1) requireCount(height, rows, "row");
  if (columns > 1) requireCount(width, columns, "column");
  const [top, bottom] = rows > 1 ? [row, row + 1] : [0, height];
  const [left, right] = columns > 1 ? [column, column + 1] : [0, width];
  return cellsWithin(range, top, bottom, left, right);
}

function cellsWithin(range: Range, top: number, bottom: number, left: number, right: number): readonly NamedCell[] {
  return range
    .slice(top, bottom)
    .flatMap((line, r) => line.slice(left, right).map((cell, c) => ({ name: nameAt(range, top + r, left + c), cell })));
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

/** Exhibits print a dash where nothing is dilutive. */
export function isNil(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === "string" && /^\s*[-–—]\s*$/.test(cell));
}

function incremental(name: string, cell: Cell): Issue {
  if (typeof cell === "string" && /\p{L}/u.test(cell)) throw new CalculationError("invalid-input", name, COUNT, cell);
  return potentialShares(incrementalTerms(name, readNotNegative(givenCell(name, cell))));
}

const COUNT = "must be a number; beside names the range needs a header row (Security, Number)";
