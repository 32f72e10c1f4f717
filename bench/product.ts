/** What the benchmark measures of the product, bundled as it ships: one scope, modules concatenated. */
export { EXHIBIT_10_10 } from "../src/core/loan/exhibit1010";
export { loanOf } from "../src/core/loan/loan";
export { balanceAt, balanceWorking } from "../src/core/loan/balance";
export { amortize } from "../src/core/loan/amortization";
export { loanPeriods } from "../src/core/loan/periods";
export { loanSchedule } from "../src/core/loan/schedule";
export { paymentDates } from "../src/core/calendar/paymentDates";
export { dilution, dilutedEps } from "../src/core/eps/dilutedEps";
export { compiledGrants, compiledPeriod, dilutedEpsOfGrants } from "../src/core/eps/grants";
export { basicEps } from "../src/core/eps/basicEps";
export { potentialShares } from "../src/core/eps/securities";
export { compare, exactly, fraction, rounded, toNumber, ONE, ZERO } from "../src/core/number/fraction";
export { mulDiv } from "../src/core/number/rounding";
export { compareProducts } from "../src/core/number/whole";
export { dayOf } from "../src/core/calendar/civilDate";
export { serialOf } from "../src/functions/arguments";
export { implementations } from "../src/functions/implementations";
