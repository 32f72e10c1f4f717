import * as loanFit from "./loan/loanFit";

/** From a printed schedule to the terms that make it: the custom functions by their ids. */
export const fitFunctions = { ...loanFit };
