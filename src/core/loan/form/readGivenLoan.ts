/** Takes what a form says, makes the loan. Law: every error names the place in the form, whichever rule found it. */
import { CalculationError } from "../../errors";
import type { Given } from "../../given";
import { loanOf, type Loan } from "../loan";
import { LOAN_FIELDS } from "./fields";
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

/** A field by its key, or a value of a row of it: receipts[2].amount. */
function placeOf(given: GivenLoan, argument: string): Given | undefined {
  const [, key = "", row, part] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(argument) ?? [];
  if (row !== undefined) {
    const values = LOAN_FIELDS.find((field) => field.key === key)?.values ?? [];
    return given.fields.get(key)?.[Number(row)]?.[values.findIndex((value) => value.key === part)];
  }
  return fieldOf(given, argument) ?? fieldOf(given, OTHER_KEYS[argument] ?? "");
}

/** Terms name a fault by its field; the form knows where that field stands. */
function placed(error: CalculationError, given: GivenLoan): CalculationError {
  if (error instanceof SeveralProblems) return error;
  const place = placeOf(given, error.argument);
  if (place) return new CalculationError(error.code, place.name, error.rule, error.received);
  return error.argument.startsWith(given.name)
    ? error
    : new CalculationError(error.code, `${given.name}, ${error.argument}`, error.rule, error.received);
}
