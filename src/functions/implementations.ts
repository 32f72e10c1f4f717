import { disclosureFunctions } from "./disclosureFunctions";
import { epsFunctions } from "./epsFunctions";
import { exhibitFunctions } from "./exhibitFunctions";
import { fitFunctions } from "./fitFunctions";
import { ledgerFunctions } from "./ledgerFunctions";
import * as agreementFunctions from "./loan/loanAgreement";
import { loanFunctions } from "./loanFunctions";

/** A custom function as a host calls it: omitted arguments are null, ranges are rows of cells. */
export type Implementation = (...values: any[]) => unknown;

/** Every custom function by its id. An id is the name of the function in its file, and in a cell. */
export const implementations: Readonly<Record<string, Implementation>> = {
  ...loanFunctions,
  ...agreementFunctions,
  ...fitFunctions,
  ...ledgerFunctions,
  ...epsFunctions,
  ...exhibitFunctions,
  ...disclosureFunctions,
};
