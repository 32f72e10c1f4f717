import { CalculationError } from "../core/errors";
import { asCellError, type CellAnswer } from "./answer";
import { asRange, isBlank, type Cell, type Range } from "./arguments";

/** One value of each argument, with the argument's name as an error should give it: "income", or "income row 3". */
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
 * column is repeated along the others, as Excel does. A cell in error spoils its own answer only; a row whose
 * required arguments are all blank answers blank.
 *
 * @param required arguments that a blank row leaves blank
 * @throws CalculationError `invalid-input` when the ranges do not fit together, or the one cell given is in error
 */
export function elementwise<Names extends string>(
  ranges: Readonly<Record<Names, Range | Cell>>,
  required: readonly NoInfer<Names>[],
  calculate: (element: Element<Names>, place: Place) => CellAnswer,
): CellAnswer[][] {
  const names = Object.keys(ranges) as Names[];
  const columns = names.map((name) => asRange(ranges[name]));
  const height = common(names, columns.map((range) => range.length), "rows");
  const width = common(names, columns.map((range) => range[0]?.length ?? 0), "columns");
  const single = height === 1 && width === 1;

  const elementAt = (row: number, column: number) =>
    Object.fromEntries(
      names.map((name, index) => {
        const range = columns[index] ?? [];
        const cells = range[range.length === 1 ? 0 : row] ?? [];
        return [name, { name: placed(name, range, row, column), cell: cells[cells.length === 1 ? 0 : column] }];
      }),
    ) as Element<Names>;

  const answerAt = (row: number, column: number): CellAnswer => {
    const element = elementAt(row, column);
    if (!single && required.every((name) => isBlank(element[name].cell))) return "";
    try {
      return calculate(element, { row, column, rows: height, columns: width });
    } catch (error) {
      if (single || !(error instanceof CalculationError)) throw error;
      return asCellError(error);
    }
  };

  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_column, column) => answerAt(row, column)),
  );
}

/** "income" for a single cell; "income row 3" in a column; "income row 3, column 2" in a block; counted from 1. */
function placed(name: string, range: Range, row: number, column: number): string {
  const rows = range.length;
  const columns = range[0]?.length ?? 0;
  if (rows === 1 && columns === 1) return name;
  if (columns === 1) return `${name} row ${row + 1}`;
  if (rows === 1) return `${name} column ${column + 1}`;
  return `${name} row ${row + 1}, column ${column + 1}`;
}

function common(names: readonly string[], sizes: readonly number[], unit: string): number {
  const size = Math.max(...sizes);
  const misfit = sizes.findIndex((other) => other !== 1 && other !== size);
  if (misfit < 0) return size;
  throw new CalculationError(
    "invalid-input",
    names[misfit] ?? "",
    `must be one cell or as large as the other ranges (${size} ${unit})`,
    `${sizes[misfit]} ${unit}`,
  );
}
