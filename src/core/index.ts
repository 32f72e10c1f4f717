/**
 * The calculation core for programs: loans and earnings per share, without a spreadsheet. Amounts are exact fractions in
 * currency units: `exactly(1234.56)` on the way in, `toNumber(amount)` on the way out, `rounded(amount, 2)` where a figure
 * is printed. A date is a whole number of days: `dayOf(2000, 9, 12)`, `isoDate(day)`.
 *
 * A loan comes from its agreement as an object, by the JSON Schema at `tieout/loan.schema.json`:
 *
 *   const loan = loanFromObject({ principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4,
 *     paymentRounding: "cent", interestRounding: "cent" });
 *   toNumber(loan.account("stated").balanceOn(dayOf(2025, 3, 1))) // 753.72
 *
 * Diluted earnings per share follow from the control number, the shares and what each security would add:
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
export type { RoundingRule } from "./number/roundingRule";
export {
  addMonths,
  civilDate,
  dayOf,
  dayOfIsoDate,
  isoDate,
  periodEndAfter,
  type CivilDate,
  type Day,
} from "./calendar/civilDate";
export type { DayCount, DayCountContext } from "./calendar/dayCount";
export { DAY_COUNTS, dayCountNamed, yearFraction } from "./calendar/dayCounts";
export { difference } from "./tieOut";

export { EXHIBIT_10_10, EXHIBIT_10_10_AGREEMENT } from "./loan/exhibit1010";
export { loanFromObject } from "./loan/form/objectForm";
export { loanOf, type Loan } from "./loan/loan";
export type { LoanTerms } from "./loan/terms/loanTerms";
export { scheduleTable, type ScheduleRow, type ScheduleTable } from "./loan/scheduleTable";
export { balanceWorking, type BalanceWorking, type LoanAccount } from "./loan/account/loanAccount";
export { interestBetween } from "./loan/account/interest";
export type { Basis } from "./loan/account/scheduledBalances";
export { balanceSteps, type BalanceStep } from "./loan/account/balanceSteps";
export { payoff, type Payoff } from "./loan/account/payoff";
export { collateralTests, type CollateralTest, type SharePrice } from "./loan/account/collateral";
export { rollForward, type RollForwardLine } from "./loan/reporting/rollForward";
export { maturities, type Maturities, type Maturity } from "./loan/reporting/maturities";
export { journalEntries, type JournalLine, type JournalSpan } from "./loan/reporting/journalEntries";
export { effectiveRate } from "./loan/reporting/interestMethod/effectiveRate";
export { portfolio, type LoanStanding, type NamedLoan, type Portfolio } from "./loan/reporting/portfolio";
export { amortizedCost, type AmortizedCostLine, type AmortizedCostTable } from "./loan/reporting/amortizedCost";
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
export { incrementalTerms } from "./eps/securities/parts";
export { lineOf, missingPrices, potentialShares, workingOf, type Issue } from "./eps/securities/security";
export type { Price, SecurityKind, SecurityTerms } from "./eps/securities/terms";
export { timeOutstanding, type WeightedPeriod, type Weighting } from "./eps/timeOutstanding";
export {
  rightsIssue,
  rightsIssueInRatio,
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
  restatedForSplits,
  type NumeratorLine,
  type Participating,
  type PeriodFigures,
  type Standard,
} from "./eps/periods/period";
export { requireOrderly } from "./eps/periods/fiscalCalendar";
export { controlNumber, yearToDate } from "./eps/periods/yearToDate";
export {
  exhibitColumns,
  yearsNotShown,
  yearsToDate,
  type ColumnBlock,
  type ExhibitYears,
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
