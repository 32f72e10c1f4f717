import { agreementFunctions } from "./agreementFunctions";
import { disclosureFunctions } from "./disclosureFunctions";
import { epsFunctions } from "./epsFunctions";
import { exhibitFunctions } from "./exhibitFunctions";
import { fitFunctions } from "./fitFunctions";
import { ledgerFunctions } from "./ledgerFunctions";
import { loanFunctions } from "./loanFunctions";

/** A custom function as a host calls it: omitted arguments are null, ranges are rows of cells. */
export type Implementation = (...values: any[]) => unknown;

export type FamilyName = "loan" | "agreement" | "fit" | "ledger" | "eps" | "exhibit" | "disclosure";
export type Family = Readonly<Record<string, Implementation>>;

/** Every custom function by its family, in the order in which lists of them show them. */
export const FAMILIES: Readonly<Record<FamilyName, Family>> = {
  loan: loanFunctions,
  agreement: agreementFunctions,
  fit: fitFunctions,
  ledger: ledgerFunctions,
  eps: epsFunctions,
  exhibit: exhibitFunctions,
  disclosure: disclosureFunctions,
};

/** Every custom function by its id. An id is the name of the function in its file, and in a cell. */
export const implementations: Family = Object.assign({}, ...Object.values(FAMILIES));
