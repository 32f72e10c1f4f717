/**
 * Takes the lines of a ledger and what the agreement says happens on a date, makes one list of them. Law: each stands in
 * it once, by date, and within a day in one order: what is charged and lent before what is paid.
 */
import type { Day } from "../../calendar/civilDate";
import type { Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { LedgerLineKind, LedgerTerms } from "../terms/ledgerTerms";
import type { DatedAmount } from "../terms/loanTerms";

/** What happens on a date: a line of the ledger, or an event of the agreement. */
export type LedgerEventKind = LedgerLineKind | "fee" | "advance" | "extraPayment" | "forgiveness";

/** Something that happens on a loan, with its amount in units, zero or more. */
export interface LedgerEvent {
  readonly date: Day;
  readonly kind: LedgerEventKind;
  readonly amount: Units;
  /** Which of those of its kind it is, as they were written, from 0. */
  readonly row: number;
}

/** The order within a day. */
const ORDER: readonly LedgerEventKind[] = [
  "fee",
  "lateCharge",
  "waiver",
  "advance",
  "receipt",
  "principalReceipt",
  "extraPayment",
  "escrow",
  "returnedReceipt",
  "forgiveness",
];

/** All that happens on a loan besides the passing of time. */
export function ledgerEvents({ terms, scale }: ResolvedLoan, { lines }: LedgerTerms): LedgerEvent[] {
  const { fees, advances, extraPayments, forgiveness } = terms.events;
  const agreed = (kind: LedgerEventKind, amounts: readonly DatedAmount[]): LedgerEvent[] =>
    amounts
      .filter(({ date }) => date >= terms.startDate) // an event before the loan has no effect
      .map(({ date, amount }, row) => ({ date, kind, amount: scale.units(amount), row }));
  const events = [
    ...agreed("fee", fees),
    ...agreed("advance", advances),
    ...agreed("extraPayment", extraPayments),
    ...agreed("forgiveness", forgiveness),
    ...lines.map((line): LedgerEvent => ({ ...line, amount: scale.units(line.amount) })),
  ];
  return events.sort((a, b) => a.date - b.date || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.row - b.row);
}
