import { balanceLookup, type BalanceLookup } from "./account/accrualSegments";
import type { LoanSchedule } from "./schedule/loanSchedule";
import { loanSchedule } from "./schedule/schedule";
import type { Basis } from "./account/scheduledBalances";
import type { LoanTerms } from "./terms/loanTerms";

/** An agreement with what follows from its terms, worked out once. */
export interface Loan {
  readonly terms: LoanTerms;
  readonly schedule: LoanSchedule;
  /** Balances where the agreement's printed figures bind, or recomputed from its terms. */
  readonly lookup: (basis: Basis) => BalanceLookup;
}

/** @throws CalculationError when no schedule follows from the terms */
export function loanOf(terms: LoanTerms): Loan {
  const schedule = loanSchedule(terms);
  const known: { [basis in Basis]?: BalanceLookup } = {};
  const lookup = (basis: Basis) => (known[basis] ??= balanceLookup(terms, schedule, basis));
  return { terms, schedule, lookup };
}
