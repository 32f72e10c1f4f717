import { isBlank, plainWord, readNotNegative, readWhole } from "../../core/given";
import type { Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import type { StatedRow } from "../../core/loan/terms/agreement";
import type { Fraction } from "../../core/number/fraction";
import { givenCell, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import { cellInWords } from "../cells/dataTypes";
import { printedColumns, PRINTED_COLUMNS, type PrintedColumn } from "./printedColumns";

/** The lines of a schedule as a bank prints it. */
export interface PrintedLines {
  /** Without their dates, which a schedule may leave out. */
  readonly lines: readonly Omit<StatedRow, "date">[];
  readonly dates: readonly Day[] | null;
  /** Which payment each line is: as it is numbered, or in order. */
  readonly places: readonly number[];
  /** Headers of columns that are not used, and first words of rows that are not. */
  readonly notUsed: readonly string[];
}

/**
 * Reads a printed schedule: a header row, below it a row a line. Rows above the header and rows of totals are not used.
 *
 * @throws CalculationError `invalid-input` without a header row that names a payment, interest, principal or balance, or
 * for a cell that is no number or date; `out-of-range` for an amount below zero, or dates that do not ascend
 */
export function readPrintedLines(argument: string, range: Range): PrintedLines {
  const headerRow = range.findIndex((row) => printedColumns(row).some(isAmount));
  if (headerRow < 0) {
    const rule = `must have a header row with any of ${PRINTED_COLUMNS.join(", ")}`;
    throw new CalculationError("invalid-input", argument, rule, null);
  }
  const headers = range[headerRow] ?? [];
  const columns = printedColumns(headers);
  const unused = headers.flatMap((header, column) => (isBlank(header) || columns[column] ? [] : [cellInWords(header)]));
  const filled = range.flatMap((cells, row) => (row > headerRow && !cells.every(isEmpty) ? [{ cells, row }] : []));
  const isRowOfText = ({ cells }: PrintedRow) =>
    isTotal(cells) || !cells.some((cell, column) => columns[column] && /\d/.test(String(cell)));
  const rows = filled.filter((row) => !isRowOfText(row)).map((row) => new RowReader(argument, row, columns));
  const dates = columns.includes("Date") ? rows.map((row) => row.date()) : null;
  requireAscending(rows, dates);
  const lines = rows.map((row) => row.line());
  const isOpeningFirst = lines[0]?.reduction === null && lines[0].balance !== null;
  return {
    lines,
    dates,
    places: rows.map((row, index) => row.number() ?? (isOpeningFirst ? index : index + 1)),
    notUsed: [
      ...unused,
      ...filled.filter(isRowOfText).map(({ cells }) => cellInWords(cells.find((cell) => !isEmpty(cell)))),
    ],
  };
}

interface PrintedRow {
  readonly cells: readonly Cell[];
  readonly row: number;
}

function isAmount(column: PrintedColumn | undefined): boolean {
  return column !== undefined && column !== "Number" && column !== "Date";
}

function isTotal(cells: readonly Cell[]): boolean {
  return /^(grand |sub ?)?totals?$|^sum$/.test(plainWord(cells.find((cell) => !isEmpty(cell))));
}

/** The cells of a line by what they hold. */
class RowReader {
  constructor(
    private readonly argument: string,
    private readonly place: PrintedRow,
    private readonly columns: readonly (PrintedColumn | undefined)[],
  ) {}

  date(): Day {
    return readDate(this.given("Date"));
  }

  number(): number | null {
    const given = this.given("Number");
    return isBlank(given.value) || typeof given.value === "string" ? null : readWhole(given);
  }

  line(): Omit<StatedRow, "date"> {
    return {
      reduction: this.amount("Payment"),
      balance: this.amount("Balance"),
      opening: this.amount("Opening balance") ?? undefined,
      interest: this.amount("Interest") ?? undefined,
      principal: this.amount("Principal") ?? undefined,
    };
  }

  /** What an error calls a cell of the line. */
  nameOf(column: PrintedColumn): string {
    return `${this.argument} row ${this.place.row + 1}, column ${this.columns.indexOf(column) + 1} (${column})`;
  }

  private amount(column: PrintedColumn): Fraction | null {
    const given = this.given(column);
    return isBlank(given.value) ? null : readNotNegative(given);
  }

  private given(column: PrintedColumn) {
    return givenCell(this.nameOf(column), this.place.cells[this.columns.indexOf(column)]);
  }
}

function requireAscending(rows: readonly RowReader[], dates: readonly Day[] | null): void {
  const place = dates?.findIndex((day, index) => day <= (dates[index - 1] ?? -Infinity)) ?? -1;
  const row = rows[place];
  if (row) throw new CalculationError("out-of-range", row.nameOf("Date"), "must be after the line before it", null);
}
