import { isZero, minus, rounded, ZERO, type Fraction } from "../../number/fraction";
import { epsStatement, includedShares, type EpsStatement } from "./statement";
import type { PeriodColumn } from "./fiscalYear";

/** A figure of the years to date that the user gave, against the one that the quarters make. */
export interface TiedFigure {
  readonly label: string;
  /** For each column, what the quarters make less what was given; zero where they agree or there are no quarters. */
  readonly differences: readonly Fraction[];
}

/** Every figure in which a given year to date differs from its quarters; shares are compared to the whole share. */
export function untiedFigures(columns: readonly PeriodColumn[], classes: readonly string[]): readonly TiedFigure[] {
  const pairs = columns.map(({ figures, fromQuarters }) =>
    fromQuarters ? { made: epsStatement(fromQuarters), given: epsStatement(figures) } : undefined,
  );
  const tied = (label: string, of: (statement: EpsStatement) => Fraction, less = minus): TiedFigure => ({
    label,
    differences: pairs.map((pair) => (pair ? less(of(pair.made), of(pair.given)) : ZERO)),
  });
  const wholeShares = (made: Fraction, given: Fraction) => minus(rounded(made, 0), rounded(given, 0));
  return [
    tied("Net income", ({ period }) => period.netIncome),
    tied("Discontinued operations", ({ period }) => minus(period.netIncome, period.continuingIncome)),
    tied("Preferred dividends", ({ period }) => period.preferredDividends),
    tied("Weighted shares", ({ period }) => period.weightedAverageShares, wholeShares),
    ...classes.map((label) => tied(label, (statement) => includedShares(statement, label), wholeShares)),
  ].filter(({ differences }) => !differences.every(isZero));
}
