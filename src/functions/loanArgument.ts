import { EXHIBIT_10_10 } from "../core/loan/exhibit1010";
import { loanOf, type Loan } from "../core/loan/loan";
import type { Basis } from "../core/loan/statement";
import { unitsPerCurrency, type Units } from "../core/loan/amount";
import { CalculationError } from "../core/errors";
import { CENT_AMOUNT, formatted, WHOLE_AMOUNT, type CellAnswer } from "./answer";
import { isBlank, readChoice, type Cell, type Range } from "./arguments";
import { openWorkbook } from "./openWorkbook";

const exhibit1010 = loanOf(EXHIBIT_10_10);

/** The loan of a loan sheet; of the workbook's active loan, or Exhibit 10.10, when the argument is omitted. */
export function readLoan(loan: Range | null | undefined): Loan {
  const sheet = loan ?? openWorkbook().activeLoan;
  if (sheet === null) return exhibit1010;
  throw new CalculationError("invalid-input", "loan", "must be omitted", "a range");
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
