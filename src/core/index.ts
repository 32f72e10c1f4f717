/**
 * The calculation core for programs: loans and earnings per share, without a spreadsheet. Amounts go in as exact
 * fractions (`exactly(1234.56)`); a loan comes from its agreement as an object, by docs/schemas/loan.schema.json:
 *
 *   const loan = loanFromObject({ principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4 });
 *   balanceAt(loan.lookup("stated"), dayOf(2025, 3, 1)) // in units of 10^-decimals
 */
export { CalculationError, type CalculationErrorCode } from "./errors";
export { exactly, fraction, rounded, toNumber, type Fraction } from "./number/fraction";
export { civilDate, dayOf, dayOfIsoDate, isoDate, type Day } from "./calendar/civilDate";
export type { DayCount, DayCountContext } from "./calendar/dayCount";
export { DAY_COUNTS, dayCountNamed, yearFraction } from "./calendar/dayCounts";

export { EXHIBIT_10_10 } from "./loan/exhibit1010";
export { loanFromObject } from "./loan/form/objectForm";
export { loanJsonSchema } from "./loan/form/jsonSchema";
export { loanOf, type Loan } from "./loan/loan";
export type { LoanTerms } from "./loan/terms";
export { loanSchedule, type LoanSchedule } from "./loan/schedule";
export { balanceAt, balanceWorking, type BalanceWorking } from "./loan/balance";
export { balanceSteps, type BalanceStep } from "./loan/steps";
export { interestBetween } from "./loan/interest";
export { payoff, type Payoff } from "./loan/payoff";
export { collateralTests, type CollateralTest, type SharePrice } from "./loan/collateral";
export { loanFindings } from "./loan/findings";
export type { Finding } from "./loan/finding";
export { unitsPerCurrency, type Units } from "./loan/amount";

export { basicEps } from "./eps/basicEps";
export { dilutedEps } from "./eps/dilution";
export { twoClassMethod } from "./eps/twoClassMethod";
export { weightedAverageShares } from "./eps/weightedAverageShares";
