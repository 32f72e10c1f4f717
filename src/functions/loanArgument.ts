import { CalculationError } from "../core/errors";
import { EXHIBIT_10_10 } from "../core/loan/exhibit1010";
import { loanFrom } from "../core/loan/form/loanFrom";
import { loanOf, type Loan } from "../core/loan/loan";
import type { Basis } from "../core/loan/statement";
import { unitsPerCurrency, type Units } from "../core/loan/amount";
import { CENT_AMOUNT, formatted, WHOLE_AMOUNT, type CellAnswer } from "./answer";
import { asRange, isBlank, isEmpty, readChoice, type Cell, type Range } from "./arguments";
import { givenBySheet, requireSheetSize } from "./loanSheet";
import { openWorkbook } from "./openWorkbook";

const exhibit1010 = loanOf(EXHIBIT_10_10);

/** As the built-in agreement is called, without its spaces. */
const BUILT_IN = "exhibit10.10";

/**
 * The loan of a loan sheet, or of the agreement that the argument names, which is built in; of the workbook's active
 * loan, or that agreement, when the argument is omitted.
 *
 * @throws CalculationError `invalid-input` for any other name
 */
export function readLoan(loan: Range | null | undefined): Loan {
  const sheet = loan ?? openWorkbook().activeLoan;
  if (sheet === null) return exhibit1010;
  const range = asRange(sheet);
  requireSheetSize("loan", range);
  const name = textAlone(range);
  if (name === undefined) return loanOfSheet(range);
  if (name.replace(/\s/g, "").toLowerCase() === BUILT_IN) return exhibit1010;
  throw new CalculationError("invalid-input", "loan", 'must be a range of labels and values, or "Exhibit 10.10"', name);
}

/** The text of a range that holds nothing else, as where a text is given for a range. */
function textAlone(range: Range): string | undefined {
  let text: string | undefined;
  for (const row of range) {
    for (const cell of row) {
      if (isEmpty(cell)) continue;
      if (text !== undefined || typeof cell !== "string") return undefined;
      text = cell;
    }
  }
  return text;
}

/** Loans by the content of their sheets, so that a column of balances reads its sheet once. The oldest goes first. */
const known = new Map<string, Loan>();
const MOST_KNOWN = 64;

function loanOfSheet(sheet: Range): Loan {
  const content = JSON.stringify([openWorkbook().dateSystem, sheet]);
  const loan = known.get(content) ?? loanFrom(givenBySheet("loan", sheet));
  known.delete(content);
  known.set(content, loan);
  const oldest = known.keys().next();
  if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  return loan;
}

export function readBasis(basis: Cell): Basis {
  return isBlank(basis) ? "stated" : readChoice("basis", basis, { stated: "stated", computed: "computed" } as const);
}

/** An amount of a loan as a number for a cell. */
export function currencyUnits(amount: Units, decimals: number): number {
  return amount / unitsPerCurrency(decimals);
}

/** An amount of a loan for a table that spills: whole dollars where the loan's figures are. */
export function amountCell(amount: Units, decimals: number): CellAnswer {
  const value = currencyUnits(amount, decimals);
  return formatted(value, Number.isInteger(value) ? WHOLE_AMOUNT : CENT_AMOUNT);
}
