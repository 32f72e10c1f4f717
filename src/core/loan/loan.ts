import { balanceLookup, type BalanceLookup } from "./lookup";
import type { LoanSchedule } from "./loanSchedule";
import { loanSchedule } from "./schedule";
import type { Basis } from "./statement";
import type { LoanTerms } from "./terms";

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
