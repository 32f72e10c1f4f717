/**
 * The calculation core for programs: loans and earnings per share, without a spreadsheet. Amounts go in as exact
 * fractions (`exactly(1234.56)`); a loan comes from its agreement as an object, by docs/schemas/loan.schema.json:
 *
 *   const loan = loanFromObject({ principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4 });
 *   toNumber(loan.account("stated").balanceOn(dayOf(2025, 3, 1))) // 753.72, payments and interest rounded to the cent
 */
export { CalculationError, type CalculationErrorCode } from "./errors";
export { exactly, fraction, rounded, toNumber, type Fraction } from "./number/fraction";
export { civilDate, dayOf, dayOfIsoDate, isoDate, type Day } from "./calendar/civilDate";
export type { DayCount, DayCountContext } from "./calendar/dayCount";
export { DAY_COUNTS, dayCountNamed, yearFraction } from "./calendar/dayCounts";

export { EXHIBIT_10_10 } from "./loan/terms/exhibit1010";
export { loanFromObject } from "./loan/form/objectForm";
export { loanJsonSchema } from "./loan/form/jsonSchema";
export { loanOf, type Loan } from "./loan/loan";
export type { LoanTerms } from "./loan/terms/loanTerms";
export { scheduleTable, type ScheduleRow, type ScheduleTable } from "./loan/scheduleTable";
export { balanceWorking, type BalanceWorking, type LoanAccount } from "./loan/account/loanAccount";
export { interestBetween } from "./loan/account/interest";
export type { Basis } from "./loan/account/scheduledBalances";
export { balanceSteps, type BalanceStep } from "./loan/account/balanceSteps";
export { payoff, type Payoff } from "./loan/account/payoff";
export { collateralTests, type CollateralTest, type SharePrice } from "./loan/account/collateral";
export { loanFindings } from "./loan/findings/findings";
export type { Finding, FindingValue } from "./loan/findings/finding";

export { basicEps } from "./eps/basicEps";
export { dilutedEps } from "./eps/dilution";
export { twoClassMethod } from "./eps/twoClassMethod";
export { weightedAverageShares } from "./eps/weightedAverageShares";
