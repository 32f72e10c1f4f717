import * as dayCount from "./dayCount";
import * as loan from "./loan";

/** What a loan stands at: the custom functions by their ids. */
export const loanFunctions = { ...loan, ...dayCount };
