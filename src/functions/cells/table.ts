import { CalculationError, inWords, quoted } from "../../core/errors";
import { isBlank, type Given } from "../../core/given";
import { Problems } from "../../core/problems";
import { givenCell, isEmpty, type Cell, type Range } from "./arguments";
import { errorInWords, isErrorCell } from "./dataTypes";

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
  /** The cell with its place, as the readers take it: {@link nameOf}. */
  given(column: Column): Given;
  /** Whether the table has the column. */
  has(column: Column): boolean;
  /** "periods row 3, column 2 (Months)"; a column is known by the header that it usually bears. */
  nameOf(column: Column): string;
}

/** The columns that a table may have: a vocabulary, or one that takes some words for columns of the user's own. */
export interface KnownColumns<Column extends string> {
  readonly meanings: readonly string[];
  named(header: string): Column | undefined;
  /** The column that a header which is not known was most likely meant to be. */
  nearest?(header: string): Column | undefined;
  /** What an error says of a header that is not known; a list of those that are, where it is left out. */
  rule?(header: string): string;
}

/** Where each column stands, counted from 0, and what its header says. */
type Heads<Column> = ReadonlyMap<Column, { readonly index: number; readonly title: string }>;

/**
 * Reads the rows of a table below its header row; blank rows are skipped, blank headers over blank columns too.
 *
 * @param known the columns by the words that head them
 * @param needed columns without which there is no table
 * @throws CalculationError `invalid-input` for a header that is unknown, missing over a filled column or altogether, or given twice
 */
export function readTable<Column extends string>(
  argument: string,
  range: Range,
  known: KnownColumns<Column>,
  needed: readonly Column[] = [],
): Table<Column> {
  const [headers = [], ...rows] = range;
  const heads = new Map<Column, { index: number; title: string }>();
  const problems = new Problems(argument);
  let unknown = 0;
  headers.forEach((header, index) => {
    if (isBlank(header) && rows.every((row) => isBlank(row[index]))) return;
    const column = known.named(String(header));
    if (column === undefined) unknown += 1;
    problems.attempt(() => requireHeader(`${argument} row 1, column ${index + 1}`, header, known, heads), undefined);
    if (column !== undefined && !heads.has(column)) heads.set(column, { index, title: String(header) });
  });
  const missing = needed.filter((column) => !heads.has(column));
  // Each header that is not known may be one that is missing: it is told of once.
  if (missing.length > unknown)
    missing.forEach((column) => problems.attempt(() => missingColumn(argument, column, headers), undefined));
  problems.refuseAny();
  return { columns: [...heads.keys()], rows: filledRows(argument, heads, rows, 2) };
}

function requireHeader<Column extends string>(
  place: string,
  header: Cell,
  known: KnownColumns<Column>,
  heads: Heads<Column>,
): void {
  const column = known.named(String(header));
  if (column !== undefined && !heads.has(column)) return;
  const rule = column === undefined ? ruleOfHeader(header, known) : `must not be a second column of ${column}`;
  throw new CalculationError("invalid-input", place, rule, column === undefined ? asHeader(header) : header);
}

function ruleOfHeader<Column extends string>(header: Cell, known: KnownColumns<Column>): string {
  if (typeof header === "string" && header !== "" && known.rule) return known.rule(header);
  const nearest = known.nearest?.(String(header));
  return nearest === undefined
    ? `must be a known header (${known.meanings.join(", ")})`
    : `must be a known header (the nearest is ${nearest}; all: ${known.meanings.join(", ")})`;
}

function missingColumn(argument: string, column: string, headers: readonly Cell[]): never {
  const given = headers.filter((header) => !isBlank(header));
  const words = given.slice(0, MOST_HEADERS).map(headerInWords).join(", ") + (given.length > MOST_HEADERS ? ", …" : "");
  throw new CalculationError(
    "invalid-input",
    `${argument} row 1`,
    `must have a column headed ${column}`,
    words && inWords(words),
  );
}

const MOST_HEADERS = 24;

function headerInWords(header: Cell): string {
  return isErrorCell(header) ? errorInWords(header) : quoted(String(header));
}

function asHeader(header: Cell) {
  return isErrorCell(header) ? inWords(errorInWords(header)) : header;
}

/** Reads the rows of a table without a header row, its columns in a known order. */
export function readRows<Column extends string>(
  argument: string,
  range: Range,
  columns: readonly Column[],
): readonly TableRow<Column>[] {
  const width = Math.max(0, ...range.map((row) => row.length));
  const extra = columns.length < width;
  if (!extra) return filledRows(argument, new Map(columns.map((title, index) => [title, { index, title }])), range, 1);
  throw new CalculationError(
    "invalid-input",
    argument,
    `must have ${columns.length} columns at most (${columns.join(", ")})`,
    width,
  );
}

function filledRows<Column extends string>(
  argument: string,
  heads: Heads<Column>,
  rows: Range,
  firstNumber: number,
): readonly TableRow<Column>[] {
  return rows.flatMap((row, index) =>
    row.every(isEmpty) ? [] : [tableRow(`${argument} row ${index + firstNumber}`, heads, row)],
  );
}

/** Whether nothing is filled in, as where a table is still to come. */
export function isBlankRange(range: Range): boolean {
  return range.every((row) => row.every(isEmpty));
}

function tableRow<Column extends string>(name: string, heads: Heads<Column>, row: readonly Cell[]): TableRow<Column> {
  const cell = (column: Column): Cell => {
    const head = heads.get(column);
    return head && row[head.index];
  };
  const nameOf = (column: Column): string => {
    const head = heads.get(column);
    return head ? `${name}, column ${head.index + 1} (${head.title})` : `${name}, ${column}`;
  };
  return {
    name,
    cell,
    nameOf,
    given: (column) => givenCell(nameOf(column), cell(column)),
    has: (column) => heads.has(column),
  };
}
