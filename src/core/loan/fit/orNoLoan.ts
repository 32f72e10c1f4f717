/** Takes terms that nobody wrote, tells whether they make a loan. Law: a fault of ours stays one. */
import { CalculationError } from "../../errors";

/** null where the terms that are tried make no loan: such terms are no fault of the user, who never wrote them. */
export function orNoLoan<T>(made: () => T): T | null {
  try {
    return made();
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}
