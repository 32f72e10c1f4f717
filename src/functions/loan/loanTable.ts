import { CalculationError, inWords } from "../../core/errors";
import { isBlank } from "../../core/given";
import { isLoanTableHeader, readLoanTable, type LoanTableRow } from "../../core/loan/form/words/loanTable";
import type { Loan } from "../../core/loan/loan";
import { givenCell, readDate, type Range } from "../cells/arguments";
import { isScheduleHeader, isScheduleWord, placeName } from "./loanScheduleTable";

/** Whether a range is a table of loans, its first row of several words the headers, and not a loan sheet. */
export function isLoanTable(range: Range): boolean {
  const row = headerRow(range);
  const cells = range[row];
  if (cells === undefined || !isLoanTableHeader(cells)) return false;
  const isOfSchedule = cells.every((cell) => isBlank(cell) || isScheduleWord(cell));
  return !(isOfSchedule && isScheduleHeader({ row, cells, column: firstFilled(cells) }));
}

/**
 * The loans of a table: labels of a loan sheet as headers, one loan a row; titles above are passed over.
 *
 * @param name what an error calls the table: "loans"
 * @throws CalculationError `invalid-input` for headers that are not understood
 */
export function loansOfTable(name: string, range: Range): readonly LoanTableRow[] {
  const rows = range.slice(headerRow(range)).map((cells, index) => {
    const row = headerRow(range) + index;
    return {
      name: `${name} row ${row + 1}`,
      cells: cells.map((cell, column) => givenCell(placeName(name, row, column), cell)),
    };
  });
  return readLoanTable({ name, rows, readDate: (place, value) => readDate({ name: place, value }) });
}

/** The one loan of a table. */
export function loanOfTable(name: string, range: Range): Loan {
  const [first, ...others] = loansOfTable(name, range);
  if (!first || others.length > 0) {
    const rule = "must hold one loan: below the headers one row (LOANPORTFOLIO takes a table of many)";
    throw new CalculationError("invalid-input", name, rule, inWords(first ? `${others.length + 1} loans` : "none"));
  }
  if (first.loan instanceof CalculationError) throw first.loan;
  return first.loan;
}

/** The first row that holds more than a title. */
function headerRow(range: Range): number {
  return range.findIndex((cells) => cells.filter((cell) => !isBlank(cell)).length > 1);
}

function firstFilled(cells: readonly unknown[]): number {
  return cells.findIndex((cell) => !isBlank(cell));
}
