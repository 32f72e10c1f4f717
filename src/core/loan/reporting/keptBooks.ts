/** Takes a loan, gives its books as they are kept: by its ledger where it has one, else by its schedule. */
import type { Loan } from "../loan";
import type { Books } from "./books";
import { LedgerBooks } from "./ledgerBooks";
import { ScheduleBooks } from "./scheduleBooks";

/** The books of a loan for a report: what was received binds over what was agreed, where it is known. */
export function booksOf(loan: Loan): Books {
  return loan.ledger === null ? new ScheduleBooks(loan) : new LedgerBooks(loan, loan.ledger);
}
