/** The front door: takes terms, makes a loan with its schedule and its accounts, each worked out once. */
import { LoanAccount, type DailyBalances } from "./account/loanAccount";
import type { Basis } from "./account/scheduledBalances";
import { Ledger } from "./ledger/ledger";
import type { LoanSchedule } from "./schedule/loanSchedule";
import { loanSchedule } from "./schedule/schedule";
import type { LoanTerms } from "./terms/loanTerms";

/** An agreement with what follows from its terms. */
export interface Loan {
  /** As they were agreed; nothing in them is derived. */
  readonly terms: LoanTerms;
  /** Its schedule in columns of the loan's smallest unit, for the loan core itself; `scheduleTable` is the one to print. */
  readonly schedule: LoanSchedule;
  /** Balances where the agreement's printed figures bind (`stated`), or all recomputed from its terms (`computed`). */
  readonly account: (basis: Basis) => LoanAccount;
  /**
   * What answers for a balance: the ledger where the agreement's figures bind and anything was received or charged;
   * otherwise the account, as if all were paid when it is due.
   */
  readonly balances: (basis: Basis) => DailyBalances;
  /** What was received and charged, line by line; null where the terms say nothing of it. */
  readonly ledger: Ledger | null;
}

/**
 * The loan of its terms.
 *
 * @throws CalculationError when no schedule follows from them: a loan that is never repaid, a payment below its
 * interest, more than 5,000 payments, an event after the last payment; and when its ledger cannot be kept: a line before
 * the start, a payment of more than is owed; its argument is the field of the terms
 */
export function loanOf(terms: LoanTerms): Loan {
  const schedule = loanSchedule(terms);
  const accounts: { [basis in Basis]?: LoanAccount } = {};
  const account = (basis: Basis) => (accounts[basis] ??= new LoanAccount(schedule, basis));
  const ledger = terms.ledger && new Ledger(schedule, terms.ledger);
  const balances = (basis: Basis) => (basis === "stated" && ledger ? ledger : account(basis));
  return { terms, schedule, account, balances, ledger };
}
