/** Takes a loan, gives its books, as they are kept. */
import type { Loan } from "../loan";
import type { Books } from "./books";
import { ScheduleBooks } from "./scheduleBooks";

export function booksOf(loan: Loan): Books {
  return new ScheduleBooks(loan);
}
