/** Takes a loan, gives its books as they are kept: by its ledger where it has one, else by its schedule. */
import type { Loan } from "../loan";
import type { Books } from "./books";
import { LedgerBooks } from "./ledgerBooks";
import { ScheduleBooks } from "./scheduleBooks";

export function booksOf(loan: Loan): Books {
  return loan.ledger === null ? new ScheduleBooks(loan) : new LedgerBooks(loan, loan.ledger);
}
