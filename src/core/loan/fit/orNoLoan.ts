import { CalculationError } from "../../errors";

/** null where the terms that are tried make no loan. */
export function orNoLoan<T>(made: () => T): T | null {
  try {
    return made();
  } catch (error) {
    if (error instanceof CalculationError) return null;
    throw error;
  }
}
