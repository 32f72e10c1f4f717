import type { Ledger } from "../../src/core/loan/ledger/ledger";
import { loanOf } from "../../src/core/loan/loan";
import type { LedgerLine, LedgerLineKind, LedgerTerms } from "../../src/core/loan/terms/ledgerTerms";
import type { LoanTerms } from "../../src/core/loan/terms/loanTerms";
import { exactly } from "../../src/core/number/fraction";
import { day } from "./loanTerms";

/** A line of a lender's records: date, kind, amount. */
type Written = readonly [date: string, kind: LedgerLineKind, amount: number];

/** Lines by date in an order of fees, interest, principal, where nothing else is said. */
export function ledgerTerms(
  lines: readonly Omit<LedgerLine, "row">[],
  differing: Partial<LedgerTerms> = {},
): LedgerTerms {
  const rows: Partial<Record<LedgerLineKind, number>> = {};
  const numbered = lines.map((line): LedgerLine => {
    const row = rows[line.kind] ?? 0;
    rows[line.kind] = row + 1;
    return { ...line, row };
  });
  return {
    lines: numbered.sort((a, b) => a.date - b.date),
    appliedTo: ["fees", "interest", "principal"],
    unpaidInterest: "bearsNone",
    lateCharge: null,
    clause: "",
    ...differing,
  };
}

/** The ledger of a loan to whose terms these lines are added. */
export function ledgerOf(terms: LoanTerms, lines: readonly Written[], differing?: Partial<LedgerTerms>): Ledger {
  const written = lines.map(([date, kind, amount]) => ({ date: day(date), kind, amount: exactly(amount) }));
  return withLedger(terms, ledgerTerms(written, differing));
}

export function withLedger(terms: LoanTerms, ledger: LedgerTerms): Ledger {
  const loan = loanOf({ ...terms, ledger });
  if (!loan.ledger) throw new Error("a ledger");
  return loan.ledger;
}
