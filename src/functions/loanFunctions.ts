import * as dayCount from "./dayCount";
import * as loan from "./loan";
import * as loanAgreement from "./loanAgreement";

/** The custom functions of loans, by their ids. */
export const loanFunctions = { ...loan, ...loanAgreement, ...dayCount };
