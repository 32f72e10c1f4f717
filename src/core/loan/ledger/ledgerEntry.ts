/** The lines of a ledger as it is kept: types. Law: what is owed after a line is what was, with what the line did. */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import type { Units } from "../amountScale";
import type { Claims } from "./claims";
import type { LedgerEventKind } from "./ledgerEvents";

/**
 * What a line of the ledger is: something that happened, or `capitalized` and `interestDue`, the passing of a due date on
 * which interest is added to the principal, or is posted and not paid yet; `opening`, the first line.
 */
export type LedgerEntryKind = LedgerEventKind | "opening" | "capitalized" | "interestDue";

/** A line of the ledger with what it did. */
export interface LedgerEntry {
  readonly date: Day;
  readonly kind: LedgerEntryKind;
  /** What was received or charged; zero of a due date. */
  readonly amount: Units;
  /** Interest posted with the line: from {@link interestFrom} to {@link LedgerState.countedTo}, rounded once. */
  readonly interest: Units;
  readonly interestFrom: Day;
  /** What the line pays; negative of a payment that came back. */
  readonly paid: Claims;
  /** The place of the line that a returned payment takes back. */
  readonly takesBack: number | null;
  readonly after: LedgerState;
}

/** What is owed at the end of a line. */
export interface LedgerState {
  readonly owed: Claims;
  /** Interest that is posted but falls due later, with the interest of other periods. */
  readonly undue: Units;
  /** Interest on the balances since the last posting, exactly. */
  readonly unposted: Fraction;
  /** The day from which that interest runs. */
  readonly postedTo: Day;
  /** The day to which interest is counted. */
  readonly countedTo: Day;
  /** All interest posted so far. */
  readonly interestPosted: Units;
}
