import { CalculationError } from "../../core/errors";
import type { Range } from "../cells/arguments";
import { givenBySheet } from "./loanSheet";
import { isLoanTable } from "./loanTable";

/** So many labels are told; a sheet of a filing may have dozens. */
const MOST_LABELS = 8;

/**
 * What to tell of how a loan sheet is read, in sentences: the rows that no rule needs, and what was read in one of several
 * ways. None for a table of loans, and for what is no loan sheet.
 *
 * @example "No rule needs these rows, which are passed over: Borrower, Lender."
 */
export function readingOf(range: Range): readonly string[] {
  if (range.length < 2 || isLoanTable(range)) return [];
  try {
    const { passedOver = [], notes = [] } = givenBySheet("loan", range);
    return [...passedOverWords(passedOver.map(({ value }) => String(value).trim().replace(/\s*:$/, ""))), ...notes];
  } catch (error) {
    if (error instanceof CalculationError) return []; // said where the loan is asked for
    throw error;
  }
}

function passedOverWords(labels: readonly string[]): readonly string[] {
  if (labels.length === 0) return [];
  const left = labels.length - MOST_LABELS;
  const more = left > 0 ? ` and ${left} more` : "";
  return [`No rule needs these rows, which are passed over: ${labels.slice(0, MOST_LABELS).join(", ")}${more}.`];
}
