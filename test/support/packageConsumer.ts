/** A program of somebody who has installed the package: types checked, then run; test/package.test.ts reads what it prints. */
import {
  CalculationError,
  dayOf,
  epsStatement,
  exactly,
  interestBetween,
  isoDate,
  loanFromObject,
  ONE,
  rightsIssue,
  rounded,
  sharesIssued,
  sharesSplit,
  toNumber,
  treasuryStockMethod,
  twoClassMethod,
  weightedAverageShares,
  yearToDate,
  ZERO,
  type Fraction,
  type PeriodFigures,
  type SecurityTerms,
  type ShareChange,
  type ShareClass,
  type WeightedPeriod,
} from "tieout";

const cents = (amount: Fraction): number => toNumber(rounded(amount, 2));

/** Options of 1,000 shares at 20 in two quarters, whose average prices are 25 and 40. */
const quarters = [25, 40].map((averagePrice, index): PeriodFigures => {
  const options: SecurityTerms = {
    label: "Options",
    kind: "option",
    number: exactly(1_000),
    exercisePrice: exactly(20),
    averagePrice: exactly(averagePrice),
    unrecognizedCost: ZERO,
    earningsAddBack: ZERO,
    timeOutstanding: ONE,
  };
  return {
    name: `quarter ${index + 1}`,
    end: dayOf(2026, 3 * (index + 1), index === 0 ? 31 : 30),
    months: 3,
    netIncome: exactly(5_000),
    continuingIncome: exactly(5_000),
    preferredDividends: ZERO,
    weightedAverageShares: exactly(10_000),
    securities: [options],
    splitFactor: ONE,
  };
});

/** IAS 33, IE2: shares of a year with an issue and a purchase. */
const year: WeightedPeriod = { start: dayOf(2001, 1, 1), end: dayOf(2001, 12, 31), weighting: "months" };
const changes: ShareChange[] = [
  { name: "issue", date: dayOf(2001, 6, 1), ...sharesIssued(exactly(800)) },
  { name: "purchase", date: dayOf(2001, 12, 1), ...sharesIssued(exactly(-250)) },
];

/** The same of the year before, with rights to 1 share for 5 at 5.00, of shares at 11.00 (IAS 33, IE4), and a split. */
const restating: ShareChange[] = [
  { name: "rights", date: dayOf(2001, 3, 1), ...rightsIssue(exactly(100), exactly(5), exactly(11)) },
  { name: "split", date: dayOf(2001, 4, 1), ...sharesSplit(exactly(2)) },
];
const yearBefore: WeightedPeriod = { start: dayOf(2000, 1, 1), end: dayOf(2000, 12, 31), weighting: "months" };

const common: ShareClass = {
  label: "Common",
  shares: exactly(10_000),
  distributed: exactly(21_000),
  participation: ONE,
  sharesLosses: true,
  incrementalShares: ZERO,
};
const preferred: ShareClass = { ...common, label: "Preferred", shares: exactly(5_000), distributed: exactly(27_500) };

const loan = loanFromObject({ principal: 1_000, startDate: "2025-01-15", annualRate: 0.12, payments: 4 });

function wordsOf(calculate: () => unknown): string {
  try {
    return String(calculate());
  } catch (error) {
    if (error instanceof CalculationError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

console.log(
  JSON.stringify({
    ends: quarters.map(({ end }) => isoDate(end)),
    quarters: quarters.map((quarter) => toNumber(epsStatement(quarter).dilutedShares)),
    usGaap: toNumber(epsStatement(yearToDate(quarters, "US GAAP", "months")).dilutedShares),
    ifrs: toNumber(rounded(epsStatement(yearToDate(quarters, "IFRS", "months")).dilutedShares, 2)),
    average: cents(weightedAverageShares(year, exactly(1_700), changes)),
    restated: cents(weightedAverageShares(yearBefore, exactly(500), restating)),
    grant: toNumber(
      treasuryStockMethod({
        number: exactly(50_000),
        exercisePrice: exactly(24),
        averageMarketPrice: exactly(30),
        unrecognizedCost: ZERO,
      }),
    ),
    classes: twoClassMethod(exactly(96_000), [common, preferred]).map(({ basic }) => cents(basic)),
    interest: cents(interestBetween(loan.account("stated"), dayOf(2025, 1, 15), dayOf(2025, 2, 15))),
    refused: wordsOf(() => loanFromObject({ principal: 1_000, annualRate: 0.12, payments: 4 })),
  }),
);
