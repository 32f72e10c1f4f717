import { EXHIBIT_10_10 } from "../core/loan/exhibit1010";
import { loanFrom } from "../core/loan/form/loanFrom";
import { loanOf, type Loan } from "../core/loan/loan";
import type { Basis } from "../core/loan/statement";
import { unitsPerCurrency, type Units } from "../core/loan/amount";
import { CENT_AMOUNT, formatted, WHOLE_AMOUNT, type CellAnswer } from "./answer";
import { asRange, isBlank, readChoice, type Cell, type Range } from "./arguments";
import { givenBySheet, requireSheetSize } from "./loanSheet";
import { openWorkbook } from "./openWorkbook";

const exhibit1010 = loanOf(EXHIBIT_10_10);

/** The loan of a loan sheet; of the workbook's active loan, or Exhibit 10.10, when the argument is omitted. */
export function readLoan(loan: Range | null | undefined): Loan {
  const sheet = loan ?? openWorkbook().activeLoan;
  return sheet === null ? exhibit1010 : loanOfSheet(asRange(sheet));
}

/** Loans by the content of their sheets, so that a column of balances reads its sheet once. The oldest goes first. */
const known = new Map<string, Loan>();
const MOST_KNOWN = 64;

function loanOfSheet(sheet: Range): Loan {
  requireSheetSize("loan", sheet);
  const content = JSON.stringify([openWorkbook().dateSystem, sheet]);
  const loan = known.get(content) ?? loanFrom(givenBySheet("loan", sheet));
  known.delete(content);
  known.set(content, loan);
  const oldest = known.keys().next();
  if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  return loan;
}

export const BASES: Readonly<Record<Basis, Basis>> = { stated: "stated", computed: "computed" };

export function readBasis(basis: Cell): Basis {
  return isBlank(basis) ? "stated" : readChoice("basis", basis, BASES);
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
