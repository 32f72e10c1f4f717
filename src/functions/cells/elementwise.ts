import { isBlank, isOptional, type Reader } from "../../core/given";
import { CalculationError, inWords } from "../../core/errors";
import { asCellError, type CellAnswer } from "./answer";
import { asRange, givenCell, isEmpty, type Cell, type Range } from "./arguments";

/** An argument of a function that answers cell by cell: its range, and the reader of one cell of it. */
export type Column<T> = readonly [range: Range | Cell, read: Reader<T>];
type Columns = Readonly<Record<string, Column<unknown>>>;

/** One value of each argument, read. */
type Values<C extends Columns> = { readonly [Name in keyof C]: C[Name] extends Column<infer T> ? T : never };

/** Where an answer stands among the answers, rows and columns counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Answers cell by cell, in the shape of the ranges given, so that one formula fills a column. A single cell, row or
 * column is repeated along the others, as Excel does. A cell in error spoils its own answer only, and its message says
 * where it stands: "income row 3". A row in which every argument that must be given is blank answers blank; in a range
 * 0 counts as blank there, as some Excels hand blanks over, unless `zeros` are figures.
 *
 * @param columns each argument by its name: its range and its reader, {@link optional} where it may be left out
 * @throws CalculationError `invalid-input` when the ranges do not fit together, or the one cell given is in error
 */
export function elementwise<C extends Columns>(
  columns: C,
  calculate: (values: Values<C>, place: Place) => CellAnswer,
  zeros: "blank" | "figures" = "blank",
): CellAnswer[][] {
  const only = theOnlyValues(columns);
  if (only) return [[calculate(only as Values<C>, THE_ONE_PLACE)]];
  const cursors = Object.entries(columns).map(([name, [range, read]]) => new Cursor(name, asRange(range), read));
  const required = cursors.filter(({ isRequired }) => isRequired);
  const saysNothing = zeros === "blank" ? isEmpty : isBlank;
  const isBlankHere = ({ cell }: Cursor) => saysNothing(cell);

  return filled(common(cursors, "rows"), common(cursors, "columns"), (place) => {
    for (const cursor of cursors) cursor.moveTo(place);
    if (required.every(isBlankHere)) return "";
    try {
      return calculate(readAll(cursors) as Values<C>, place);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      return asCellError(located(error, cursors, place));
    }
  });
}

function filled(rows: number, columns: number, answerAt: (place: Place) => CellAnswer): CellAnswer[][] {
  const answers: CellAnswer[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: CellAnswer[] = [];
    for (let column = 0; column < columns; column += 1) line.push(answerAt({ row, column, rows, columns }));
    answers.push(line);
  }
  return answers;
}

/**
 * The values of a call for one cell, as most are; null where a range is larger. It makes no cursor: a recalculation is
 * thousands of such calls.
 */
function theOnlyValues(columns: Columns): Record<string, unknown> | null {
  for (const name in columns) if (!isOneCell(columns[name]?.[0])) return null;
  const values: Record<string, unknown> = {};
  for (const name in columns) {
    const column = columns[name];
    if (column) values[name] = column[1](givenCell(name, asRange(column[0])[0]?.[0]));
  }
  return values;
}

function isOneCell(range: Range | Cell): boolean {
  const rows = asRange(range);
  return rows.length <= 1 && (rows[0]?.length ?? 0) <= 1;
}

function readAll(cursors: readonly Cursor[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const cursor of cursors) values[cursor.name] = cursor.value();
  return values;
}

const THE_ONE_PLACE: Place = { row: 0, column: 0, rows: 1, columns: 1 };

/** An argument's range, and the cell of it that is being answered for. */
class Cursor {
  readonly rows: number;
  readonly columns: number;
  cell: Cell;

  constructor(
    readonly name: string,
    private readonly range: Range,
    private readonly read: Reader<unknown>,
  ) {
    this.rows = range.length;
    this.columns = range[0]?.length ?? 0;
    this.cell = range[0]?.[0];
  }

  /** Whether a row of answers needs the argument: an optional one reads a blank as what holds without it. */
  get isRequired(): boolean {
    return !isOptional(this.read);
  }

  value(): unknown {
    return this.read(givenCell(this.name, this.cell));
  }

  moveTo({ row, column }: Place): void {
    this.cell = this.range[this.rows === 1 ? 0 : row]?.[this.columns === 1 ? 0 : column];
  }
}

/** The error with the cell that it is about: "income row 3" in a column, "income row 3, column 2" in a block, from 1. */
function located(error: CalculationError, cursors: readonly Cursor[], { row, column }: Place): CalculationError {
  const cursor = cursors.find(({ name }) => name === error.argument);
  const places = [
    ...(cursor && cursor.rows > 1 ? [`row ${row + 1}`] : []),
    ...(cursor && cursor.columns > 1 ? [`column ${column + 1}`] : []),
  ];
  if (places.length === 0) return error;
  return new CalculationError(error.code, `${error.argument} ${places.join(", ")}`, error.rule, error.received);
}

/** The rows, or columns, of the answer: as many as the largest range has, and each other range has as many or one. */
function common(cursors: readonly Cursor[], unit: "rows" | "columns"): number {
  const size = Math.max(1, ...cursors.map((cursor) => cursor[unit]));
  const misfit = cursors.find((cursor) => cursor[unit] !== 1 && cursor[unit] !== size);
  if (size === 1 || misfit === undefined) return size;
  throw new CalculationError(
    "invalid-input",
    misfit.name,
    `must be one cell or as large as the other ranges (${size} ${unit})`,
    inWords(`${misfit[unit]} ${unit}`),
  );
}
