import { CalculationError } from "../../core/errors";
import { readLoan } from "../../functions/loan/loanArgument";
import { readDate } from "../../functions/cells/arguments";
import { BUILT_IN_LOAN, openWorkbook } from "../../functions/cells/openWorkbook";
import type { EpsPictures, LoanPictures, NoOptions, PictureLoan } from "../actionTypes";
import type { OpenBook, Running } from "../book/book";
import { FILED_TABLE, PERIODS_TABLE } from "../book/names";
import { ActionError } from "../book/report";
import { readPeriodTable } from "../eps/exhibit";
import { filedFigures } from "../eps/filed";
import { loadActiveLoan } from "../loan/activeLoan";
import { dilutionSteps, epsByPeriod, periodWords } from "./epsPictures";
import { balanceThroughTime, runoffByYear } from "./loanPictures";

/** The pictures of the workbook's loan. Reads, and changes nothing. */
export async function pictureLoan(
  book: OpenBook,
  { asOf }: PictureLoan,
  _running: Running = {},
): Promise<LoanPictures> {
  await loadActiveLoan(book, {});
  const { activeLoan } = openWorkbook();
  return inOwnWords("The loan cannot be drawn", () => {
    const loan = readLoan(activeLoan === null || activeLoan === BUILT_IN_LOAN ? [[BUILT_IN_LOAN]] : [...activeLoan]);
    const chosen = readDate({ name: "date", value: asOf ?? book.now() });
    return { runoff: runoffByYear(loan), balance: balanceThroughTime(loan, chosen) };
  });
}

/** The pictures of the period table; null where the workbook has none, or none of its periods is filled in. */
export async function pictureEps(
  book: OpenBook,
  _options: NoOptions,
  _running: Running = {},
): Promise<EpsPictures | null> {
  const sight = await book.look({ tables: [PERIODS_TABLE, FILED_TABLE] });
  const table = sight.tables[PERIODS_TABLE];
  if (!table || table.values.slice(1).every((row) => row.every((cell) => cell === ""))) return null;
  const { periods } = readPeriodTable(table.values);
  const known = periods.filter(({ pending }) => !pending);
  if (known.length === 0) return null;
  return inOwnWords("The periods cannot be drawn", () => ({
    byPeriod: epsByPeriod(known, filedFigures(sight)),
    dilutions: [...known]
      .sort((a, b) => b.end - a.end || a.months - b.months)
      .map((period) => ({ period: periodWords(period), picture: dilutionSteps(period) })),
  }));
}

function inOwnWords<T>(what: string, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalculationError) throw new ActionError(`${what}: ${error.message}.`);
    throw error;
  }
}
