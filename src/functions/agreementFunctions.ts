import * as loanAgreement from "./loan/loanAgreement";

/** What an agreement says of interest, payoff, collateral and its own figures: the custom functions by their ids. */
export const agreementFunctions = { ...loanAgreement };
