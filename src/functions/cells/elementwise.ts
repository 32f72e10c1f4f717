import { CalculationError, inWords } from "../../core/errors";
import { asCellError, type CellAnswer } from "./answer";
import { asRange, isBlank, type Cell, type Range } from "./arguments";

/** One value of each argument and the argument's name. It holds for one call: the next cell takes its place. */
export type Element<Names extends string> = Readonly<Record<Names, { readonly name: string; readonly cell: Cell }>>;

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
 * where it stands: "income row 3". A row whose required arguments are all blank answers blank.
 *
 * @param required arguments that a blank row leaves blank
 * @throws CalculationError `invalid-input` when the ranges do not fit together, or the one cell given is in error
 */
export function elementwise<Names extends string>(
  ranges: Readonly<Record<Names, Range | Cell>>,
  required: readonly NoInfer<Names>[],
  calculate: (element: Element<Names>, place: Place) => CellAnswer,
): CellAnswer[][] {
  const only = theOnlyElement(ranges);
  if (only) return [[calculate(only, THE_ONE_PLACE)]];
  const element = { ...ranges } as unknown as Record<Names, Cursor>;
  const cursors = (Object.keys(ranges) as Names[]).map(
    (name) => (element[name] = new Cursor(name, asRange(ranges[name]))),
  );
  const rows = common(cursors, "rows");
  const columns = common(cursors, "columns");

  const answerAt = (place: Place): CellAnswer => {
    for (const cursor of cursors) cursor.moveTo(place);
    if (required.every((name) => isBlank(element[name].cell))) return "";
    try {
      return calculate(element, place);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      return asCellError(located(error, cursors, place));
    }
  };

  const answers: CellAnswer[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: CellAnswer[] = [];
    for (let column = 0; column < columns; column += 1) line.push(answerAt({ row, column, rows, columns }));
    answers.push(line);
  }
  return answers;
}

/** The element of a call for one cell, as most are; null where a range is larger. */
function theOnlyElement<Names extends string>(ranges: Readonly<Record<Names, Range | Cell>>): Element<Names> | null {
  const element = { ...ranges } as unknown as Record<Names, { name: string; cell: Cell }>;
  for (const name in ranges) {
    const range = asRange(ranges[name]);
    if (range.length !== 1 || range[0]?.length !== 1) return null;
    element[name] = { name, cell: range[0][0] };
  }
  return element;
}

const THE_ONE_PLACE: Place = { row: 0, column: 0, rows: 1, columns: 1 };

/** Whether a row of a range has nothing filled in, where some Excels hand blank cells over as 0. */
export function isBlankRow({ rows, columns }: Place, first: Cell, ...others: readonly Cell[]): boolean {
  return first === 0 && rows * columns > 1 && others.every((cell) => cell === 0);
}

/** An argument's range, and the cell of it that is being answered for. */
class Cursor {
  readonly rows: number;
  readonly columns: number;
  cell: Cell;

  constructor(
    readonly name: string,
    private readonly range: Range,
  ) {
    this.rows = range.length;
    this.columns = range[0]?.length ?? 0;
    this.cell = range[0]?.[0];
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
  let size = 1;
  for (const cursor of cursors) if (cursor[unit] > size) size = cursor[unit];
  const misfit = size === 1 ? undefined : cursors.find((cursor) => cursor[unit] !== 1 && cursor[unit] !== size);
  if (misfit === undefined) return size;
  throw new CalculationError(
    "invalid-input",
    misfit.name,
    `must be one cell or as large as the other ranges (${size} ${unit})`,
    inWords(`${misfit[unit]} ${unit}`),
  );
}
