import { catalogue } from "../../functions/catalogue";
import { BUILT_IN_LOAN, openWorkbook } from "../../functions/cells/openWorkbook";
import { readingOf } from "../../functions/loan/loanReading";
import { absolute } from "../book/address";
import type { OpenBook } from "../book/book";
import { ACTIVE_LOAN_NAME } from "../book/names";
import type { Answered } from "../formula/evaluate";
import { nameOf } from "../formula/readFormula";
import { NotCalculated, plain, rowsOf, type Computed } from "../formula/values";

const HEMACARE = `that of ${BUILT_IN_LOAN} (HemaCare Corporation)`;

/** Whose loan a call is about that names none, as a sentence; "" where that is no question. */
export async function whoseLoan(book: OpenBook, answered: readonly Answered[]): Promise<string> {
  if (!answered.some(namesNoLoan)) return "";
  const { activeLoan } = openWorkbook();
  if (activeLoan === null) return `The loan is ${HEMACARE}, as none is chosen for this workbook: see the Loan page.`;
  if (activeLoan === BUILT_IN_LOAN) return `The loan is ${HEMACARE}, which is chosen for this workbook.`;
  const { names } = await book.look({ names: [ACTIVE_LOAN_NAME] });
  const cells = names[ACTIVE_LOAN_NAME];
  return `The loan is this workbook's${cells ? `, ${absolute(cells).replaceAll("$", "")}` : ""}.`;
}

/** How the sheets of the loans that the calls are about are read, in sentences. */
export function howRead(answered: readonly Answered[]): string {
  const { activeLoan } = openWorkbook();
  const active = activeLoan === null || activeLoan === BUILT_IN_LOAN ? [] : [activeLoan];
  const sheets = answered.flatMap((call) => {
    const loan = loanOf(call);
    if (loan === undefined || loan instanceof NotCalculated) return [];
    return loan === null ? active : [rowsOf(loan).map((row) => row.map(plain))];
  });
  return [...new Set(sheets.flatMap(readingOf))].join(" ");
}

function namesNoLoan(call: Answered): boolean {
  return loanOf(call) === null;
}

/** What a call is given for its loan, null where nothing; undefined for a function that is about none. */
function loanOf({ call, args }: Answered): Computed | undefined {
  const parameters = catalogue.find(({ id }) => id === nameOf(call))?.parameters ?? [];
  const index = parameters.findIndex(({ name, optional }) => name === "loan" && optional);
  return index >= 0 ? (args[index] ?? null) : undefined;
}
