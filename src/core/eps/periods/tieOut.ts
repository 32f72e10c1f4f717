/**
 * Years to date that the user gave against those that their quarters make: from the columns of an exhibit to the figures
 * that differ. Nothing is bent to agree.
 */
import { isZero, minus, rounded, ZERO, type Fraction } from "../../number/fraction";
import type { PeriodColumn } from "./fiscalYear";
import { amountOf, componentsOf, deductionsOf, linesTogether } from "./numerator";
import type { NumeratorLine, PeriodFigures } from "./period";
import { epsStatement, includedShares, type EpsStatement } from "./statement";

/** A figure of the years to date that the user gave, against the one that the quarters make. */
export interface TiedFigure {
  /** The figure's part of the key of an exhibit line: "netIncome", "security:Warrants". */
  readonly key: string;
  /** As an exhibit prints it. */
  readonly label: string;
  /** For each column, what the quarters make less what was given; zero where they agree or there are no quarters. */
  readonly differences: readonly Fraction[];
}

/**
 * Every figure in which a given year to date differs from its quarters; shares are compared to the whole share.
 *
 * @param classes the classes of securities, by the label of their line
 */
export function untiedFigures(columns: readonly PeriodColumn[], classes: readonly string[]): readonly TiedFigure[] {
  const pairs = columns.map(({ figures, fromQuarters }) =>
    fromQuarters ? { made: epsStatement(fromQuarters), given: epsStatement(figures) } : undefined,
  );
  const tied = (key: string, label: string, of: (statement: EpsStatement) => Fraction, less = minus): TiedFigure => ({
    key,
    label,
    differences: pairs.map((pair) => (pair ? less(of(pair.made), of(pair.given)) : ZERO)),
  });
  const linesIn = (lines: (period: PeriodFigures) => readonly NumeratorLine[]) =>
    linesTogether(columns.flatMap(({ figures, fromQuarters }) => [figures, fromQuarters ?? figures].map(lines)));
  const wholeShares = (made: Fraction, given: Fraction) => minus(rounded(made, 0), rounded(given, 0));
  return [
    tied("netIncome", "Net income", ({ period }) => period.netIncome),
    ...linesIn(componentsOf).map(({ key, label }) =>
      tied(key, label, ({ period }) => amountOf(componentsOf(period), key)),
    ),
    ...linesIn(basicDeductions).map(({ key, label }) =>
      tied(key, label, ({ period }) => amountOf(basicDeductions(period), key)),
    ),
    tied("shares", "Weighted shares", ({ period }) => period.weightedAverageShares, wholeShares),
    ...classes.map((label) => tied(`security:${label}`, label, (of) => includedShares(of, label), wholeShares)),
  ].filter(({ differences }) => !differences.every(isZero));
}

function basicDeductions(period: PeriodFigures): readonly NumeratorLine[] {
  return deductionsOf(period, "basic");
}
