import { choiceOf, isBlank } from "../../core/given";
import { CalculationError } from "../../core/errors";
import { EXHIBIT_10_10_LOAN } from "../../core/loan/exhibit1010";
import { readGivenLoan } from "../../core/loan/form/readGivenLoan";
import type { Loan } from "../../core/loan/loan";
import type { Basis } from "../../core/loan/account/scheduledBalances";
import { toNumber, type Fraction } from "../../core/number/fraction";
import { CENT_AMOUNT, formatted, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { givenCell, asRange, type Cell, type Range, isEmpty } from "../cells/arguments";
import { KeptByContent } from "../cells/keptByContent";
import { givenBySheet, requireSheetSize } from "./loanSheet";
import { isLoanTable, loanOfTable } from "./loanTable";
import { BUILT_IN_LOAN, openWorkbook } from "../cells/openWorkbook";

/**
 * The loan of a loan sheet, or of the agreement that the argument names, which is built in; of the workbook's active
 * loan, or that agreement, when the argument is omitted. A program may give the loan itself.
 *
 * @throws CalculationError `invalid-input` for any other name
 */
export function readLoan(loan: Range | Loan | null | undefined): Loan {
  if (loan !== null && loan !== undefined) return isLoan(loan) ? loan : givenLoan(asRange(loan));
  const { activeLoan, onLoanNotChosen } = openWorkbook();
  if (activeLoan === null) onLoanNotChosen();
  return activeLoan === null || activeLoan === BUILT_IN_LOAN ? EXHIBIT_10_10_LOAN : givenLoan(activeLoan);
}

function isLoan(loan: Range | Loan): loan is Loan {
  return typeof loan === "object" && "terms" in loan;
}

function givenLoan(range: Range): Loan {
  requireSheetSize("loan", range);
  const name = textAlone(range);
  if (name === undefined) return loanOfSheet(range);
  if (withoutSpaces(name) === withoutSpaces(BUILT_IN_LOAN)) return EXHIBIT_10_10_LOAN;
  throw new CalculationError(
    "invalid-input",
    "loan",
    `must be a range of labels and values, or "${BUILT_IN_LOAN}"`,
    name,
  );
}

function withoutSpaces(name: string): string {
  return name.replace(/\s/g, "").toLowerCase();
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

/** A column of balances reads its sheet once. A period stands in some ten columns of eight bytes: room for 800 mortgages. */
const loans = new KeptByContent<Loan>(32_000_000, ({ schedule }) => 100 * schedule.loan.periods.count);

function loanOfSheet(sheet: Range): Loan {
  return loans.of([openWorkbook().dateSystem, sheet], () => readRange(sheet));
}

/** A loan sheet, or a table of one loan: labels as headers, its values in the row below. */
function readRange(range: Range): Loan {
  return isLoanTable(range) ? loanOfTable("loan", range) : readGivenLoan(givenBySheet("loan", range));
}

export const BASES: Readonly<Record<Basis, Basis>> = { stated: "stated", computed: "computed" };

export function readBasis(basis: Cell): Basis {
  return isBlank(basis) ? "stated" : choiceOf(BASES)(givenCell("basis", basis));
}

/** An amount of a loan for a table that spills: whole dollars where the loan's figures are. */
export function amountCell(amount: Fraction): CellAnswer {
  const value = toNumber(amount);
  return formatted(value, Number.isInteger(value) ? WHOLE_AMOUNT : CENT_AMOUNT);
}
