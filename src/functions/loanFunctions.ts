import * as dayCount from "./loan/dayCount";
import * as loan from "./loan/loan";

/** What a loan stands at: the custom functions by their ids. */
export const loanFunctions = { ...loan, ...dayCount };
