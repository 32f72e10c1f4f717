/** What a fit takes as settled: types. Law: what is known binds. */
import type { LoanTerms } from "../terms/loanTerms";

/** What is known of an agreement whose schedule is printed: nothing of it is ever overruled by what the lines tell. */
export interface KnownTerms {
  /** The terms that are known; where one is not, anything may stand. */
  readonly terms: LoanTerms;
  /** Whether a term is known, by the key of its field: "annualRate". */
  readonly has: (key: string) => boolean;
}
