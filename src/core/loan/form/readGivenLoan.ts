/** Takes what a form says, makes the loan. Law: every error names the place in the form, whichever rule found it. */
import { CalculationError } from "../../errors";
import { loanOf, type Loan } from "../loan";
import { fieldOf, type GivenLoan } from "./givenLoan";
import { SeveralProblems } from "../../problems";
import { readTerms } from "./readTerms";

/** The loan that a form describes, ready for its functions. Every error names the place in the form. */
export function readGivenLoan(given: GivenLoan): Loan {
  try {
    return loanOf(readTerms(given));
  } catch (error) {
    throw error instanceof CalculationError ? placed(error, given) : error;
  }
}

/** A term that a form may say by another field. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  amortizationMonths: "amortizationYears",
  forgiveness: "forgivenessEachYear",
};

/** Terms name a fault by its field; the form knows where that field stands. */
function placed(error: CalculationError, given: GivenLoan): CalculationError {
  if (error instanceof SeveralProblems) return error;
  const place = fieldOf(given, error.argument) ?? fieldOf(given, OTHER_KEYS[error.argument] ?? "");
  if (place) return new CalculationError(error.code, place.name, error.rule, error.received);
  return error.argument.startsWith(given.name)
    ? error
    : new CalculationError(error.code, `${given.name}, ${error.argument}`, error.rule, error.received);
}
