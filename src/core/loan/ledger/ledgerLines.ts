/**
 * Takes a ledger, makes its lines as a servicer lists them: what each was, what of it paid which claim, what was owed then.
 * Law: what is owed of each kind after a line is what was, with what the line brought, less what it paid.
 */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import { timesRatio, type Units } from "../amountScale";
import type { Ledger } from "./ledger";
import type { LedgerEntry, LedgerEntryKind } from "./ledgerEntry";
import { EVENT_WORDS } from "./ledgerSteps";

/** A line of the ledger, in currency units. */
export interface LedgerLineShown {
  readonly date: Day;
  readonly words: string;
  /** What was received, charged or lent; null of the passing of a due date. */
  readonly amount: Fraction | null;
  /** Interest that has accrued since the line before. */
  readonly interest: Fraction;
  readonly toFees: Fraction;
  readonly toInterest: Fraction;
  /** Negative where interest is added to the principal, or a payment came back. */
  readonly toPrincipal: Fraction;
  readonly principal: Fraction;
  readonly interestOwed: Fraction;
  readonly feesOwed: Fraction;
}

/** Every line to the end of a day, the loan itself first. Late charges are among the fees. */
export function ledgerLines(ledger: Ledger, until: Day): readonly LedgerLineShown[] {
  const { scale, terms } = ledger.loan;
  const step = scale.step(terms.rounding.interest);
  const interestOwed = ({ after }: LedgerEntry): Units =>
    after.owed.interest + after.undue + timesRatio(1, after.unposted, step);
  const entries = ledger.entriesBy(until);
  return entries.map((entry, index): LedgerLineShown => {
    const { date, kind, amount, paid, after } = entry;
    const before = index === 0 ? 0 : interestOwed(entries[index - 1] ?? entry);
    const added = kind === "capitalized" ? amount : 0;
    const toInterest = paid.interest + added;
    return {
      date,
      words: lineWords(kind),
      amount: ["capitalized", "interestDue"].includes(kind)
        ? null
        : scale.currency(kind === "opening" ? after.owed.principal : amount),
      interest: scale.currency(index === 0 ? 0 : interestOwed(entry) - before + toInterest),
      toFees: scale.currency(paid.fees + paid.lateCharges),
      toInterest: scale.currency(toInterest),
      toPrincipal: scale.currency(paid.principal - added),
      principal: scale.currency(after.owed.principal),
      interestOwed: scale.currency(interestOwed(entry)),
      feesOwed: scale.currency(after.owed.fees + after.owed.lateCharges),
    };
  });
}

function lineWords(kind: LedgerEntryKind): string {
  if (kind === "opening") return "Principal";
  if (kind === "capitalized") return "Interest added to the principal";
  return kind === "interestDue" ? "Interest due" : EVENT_WORDS[kind];
}
