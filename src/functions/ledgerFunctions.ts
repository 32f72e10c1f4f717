import { LOANAMORTIZEDCOST, LOANEFFECTIVERATE } from "./loan/carrying";
import { LOANENTRIES, LOANMATURITIES, LOANROLLFORWARD } from "./loan/ledger";
import { LOANPORTFOLIO } from "./loan/portfolio";

/** What the ledger and the footnote take from a loan: the custom functions by their ids. */
export const ledgerFunctions = {
  LOANROLLFORWARD,
  LOANMATURITIES,
  LOANENTRIES,
  LOANEFFECTIVERATE,
  LOANAMORTIZEDCOST,
  LOANPORTFOLIO,
};
