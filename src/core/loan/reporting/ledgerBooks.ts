/** Takes a loan whose receipts and charges are known, keeps its books by them. Law: that of {@link Books}. */
import type { Day } from "../../calendar/civilDate";
import type { Units } from "../amountScale";
import type { Ledger } from "../ledger/ledger";
import type { LedgerEntry, LedgerEntryKind } from "../ledger/ledgerEntry";
import type { Loan } from "../loan";
import { Books, NOTHING_STANDS, type Movements, type Standing } from "./books";

/**
 * The books of a loan by its ledger: what was received and charged, when it was. After its last line nothing is taken to be
 * paid, so interest accrues and stays owed. What was owed in interest when the loan was taken over came with it.
 */
export class LedgerBooks extends Books {
  constructor(
    loan: Loan,
    private readonly ledger: Ledger,
  ) {
    super(loan);
  }

  standingOn(day: Day): Standing {
    if (day < this.startDate) return NOTHING_STANDS;
    const { principal, interest, fees } = this.ledger.standingOn(day);
    return { principal: this.posted(principal), accruedInterest: this.posted(interest), fees: this.posted(fees) };
  }

  between(after: Day, until: Day): Movements {
    const entries = this.ledger.entries.filter(({ date }) => date > after && date <= until);
    const sumOf = (...kinds: readonly LedgerEntryKind[]) => this.sumOf(entries, kinds);
    const begins = after < this.startDate && until >= this.startDate;
    const advances = sumOf("advance") + (begins ? this.posted(this.ledger.loan.principal) + this.accruedAtStart : 0);
    const fees = sumOf("fee", "lateCharge") - sumOf("waiver");
    const paid = sumOf("receipt", "principalReceipt", "extraPayment") - sumOf("returnedReceipt");
    const forgiven = sumOf("forgiveness");
    const interest = this.owedOn(until) - this.owedOn(after) - advances - fees + paid + forgiven;
    return { advances, interest, fees, paid, forgiven, earned: 0, difference: 0 };
  }

  daysBetween(from: Day, to: Day): readonly Day[] {
    const days = this.ledger.entries.map(({ date }) => date).filter((date) => date >= from && date <= to);
    return [...new Set(days)].sort((a, b) => a - b);
  }

  private sumOf(entries: readonly LedgerEntry[], kinds: readonly LedgerEntryKind[]): Units {
    return entries.reduce((sum, { kind, amount }) => (kinds.includes(kind) ? sum + this.posted(amount) : sum), 0);
  }
}
