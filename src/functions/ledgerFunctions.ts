import * as carrying from "./loan/carrying";
import * as ledger from "./loan/ledger";
import * as loanLedger from "./loan/loanLedger";
import * as portfolio from "./loan/portfolio";

/** What the ledger and the footnote take from a loan: the custom functions by their ids. */
export const ledgerFunctions = { ...ledger, ...loanLedger, ...carrying, ...portfolio };
