/**
 * The calculation core for programs: loans and earnings per share, without a spreadsheet. Amounts go in as exact
 * fractions (`exactly(1234.56)`); a loan comes from its agreement as an object, by docs/schemas/loan.schema.json:
 *
 *   const loan = loanFromObject({ principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4 });
 *   toNumber(loan.account("stated").balanceOn(dayOf(2025, 3, 1))) // 753.72, payments and interest rounded to the cent
 *
 * Diluted earnings per share come of the control number, the shares and the potential shares of each security:
 *
 *   const issues = [incrementalTerms("Options", exactly(698_224))].map(potentialShares);
 *   const included = dilution(exactly(377_000), exactly(7_509_358), issues);
 *   toNumber(rounded(dilutedEps(exactly(377_000), exactly(7_509_358), included), 2)) // 0.05
 */
export { CalculationError, type CalculationErrorCode } from "./errors";
export {
  compare,
  dividedBy,
  exactly,
  fraction,
  minus,
  ONE,
  plus,
  rounded,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "./number/fraction";
export type { Rounding } from "./number/rounding";
export { addMonths, civilDate, dayFromMonths, dayOf, dayOfIsoDate, isoDate, type Day } from "./calendar/civilDate";
export { DAY_COUNTS, dayCountNamed, yearFraction } from "./calendar/dayCounts";
export type { DayCount, DayCountContext } from "./calendar/dayCount";
export { difference } from "./tieOut";

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
export {
  dilutedEps,
  dilution,
  earningsPerIncrementalShare,
  reasonFor,
  type Dilution,
  type SequenceStep,
} from "./eps/dilution";
export type { PotentialShares } from "./eps/potentialShares";
export {
  reverseTreasuryStockMethod,
  treasuryStockMethod,
  type ExercisableShares,
  type Grant,
} from "./eps/treasuryStockMethod";
export { KINDS, type Kind } from "./eps/securities/kinds";
export { incrementalTerms } from "./eps/securities/parts";
export { lineOf, missingPrices, potentialShares, workingOf, type Issue } from "./eps/securities/security";
export type { Price, SecurityKind, SecurityTerms } from "./eps/securities/terms";
export { timeOutstanding, type WeightedPeriod, type Weighting } from "./eps/timeOutstanding";
export {
  rightsIssue,
  sharesIssued,
  sharesSplit,
  theoreticalExRightsPrice,
  weightedAverageShares,
  type Effect,
  type ShareChange,
} from "./eps/weightedAverageShares";
export { twoClassMethod, type ClassEarnings, type Conversion, type ShareClass } from "./eps/twoClassMethod";

export {
  pendingPeriod,
  periodEndAfter,
  requireOrderly,
  restatedForSplits,
  type PeriodFigures,
} from "./eps/periods/period";
export { controlNumber, yearToDate, type Standard } from "./eps/periods/yearToDate";
export {
  exhibitColumns,
  yearsToDate,
  type ColumnBlock,
  type PeriodColumn,
  type YearToDateRules,
} from "./eps/periods/fiscalYear";
export {
  epsStatement,
  includedAddBack,
  includedShares,
  type EpsStatement,
  type PerLine,
} from "./eps/periods/statement";
export {
  exhibitHeadings,
  exhibitLines,
  type ExhibitHeading,
  type ExhibitLine,
  type ExhibitLineKind,
  type ExhibitOptions,
} from "./eps/periods/exhibit";
export { untiedFigures, type TiedFigure } from "./eps/periods/tieOut";
