import { epsStatement, includedShares, type EpsStatement } from "../../core/eps/periods/statement";
import type { PeriodColumn } from "../../core/eps/periods/fiscalYear";
import { amountOf, deductionsOf, usedLines } from "../../core/eps/periods/numerator";
import type { NumeratorLine, PeriodFigures } from "../../core/eps/periods/period";
import { untiedFigures } from "../../core/eps/periods/tieOut";
import { rounded, toNumber, type Fraction } from "../../core/number/fraction";
import { figureText } from "../../core/number/figureText";
import { TICK } from "../../core/tieOut";
import { dateCell, formatted, perShareFormat, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";

/** One row for each year to date: its figures in the order of a period table, then what follows from them. */
export function yearToDateRows(
  columns: readonly PeriodColumn[],
  classes: readonly string[],
  decimals: number,
): CellAnswer[][] {
  const lines = linesBesides(columns);
  const header = [
    "Period end",
    "Months",
    "Net income",
    "Continuing income",
    "Preferred dividends",
    ...lines.map(({ label }) => label),
    "Weighted shares",
    ...classes,
    "Diluted shares",
    "Basic EPS",
    "Diluted EPS",
    "Basic EPS continuing",
    "Diluted EPS continuing",
    "Tie-out",
  ];
  return [
    header,
    ...columns.map((column) => [
      ...figureCells(epsStatement(column.figures), { classes, lines, decimals }),
      tieOutCell(column, classes),
    ]),
  ];
}

/** What the columns show beside income and shares. */
interface Shown {
  readonly classes: readonly string[];
  readonly lines: readonly NumeratorLine[];
  readonly decimals: number;
}

/** Lines of the numerator that have no column in every table: those that some period has. */
function linesBesides(columns: readonly PeriodColumn[]): readonly NumeratorLine[] {
  const filledIn = columns.flatMap(({ figures }) => (figures.pending ? [] : [figures]));
  return usedLines(filledIn.map(besides));
}

function besides(period: PeriodFigures): readonly NumeratorLine[] {
  const basic = deductionsOf(period, "basic").filter(({ key }) => key !== "preferred");
  return [...(period.components ?? []), ...basic];
}

function figureCells(statement: EpsStatement, { classes, lines, decimals }: Shown): CellAnswer[] {
  const { period, basic, diluted, dilutedShares } = statement;
  const amount = (figure: Fraction) => formatted(toNumber(figure), WHOLE_AMOUNT);
  const perShare = (figure: Fraction) => formatted(toNumber(rounded(figure, decimals)), perShareFormat(decimals));
  const figures = [
    ...[period.netIncome, period.continuingIncome, period.preferredDividends].map(amount),
    ...lines.map(({ key }) => amount(amountOf(besides(period), key))),
    amount(period.weightedAverageShares),
    ...classes.map((label) => amount(includedShares(statement, label))),
    amount(dilutedShares),
    ...[basic.net, diluted.net, basic.continuing, diluted.continuing].map(perShare),
  ];
  return [dateCell(period.end), period.months, ...(period.pending ? figures.map(() => "") : figures)];
}

/** A tick, or what the quarters make less what was given, figure by figure; blank where only one of the two is there. */
function tieOutCell(column: PeriodColumn, classes: readonly string[]): string {
  if (!column.fromQuarters) return "";
  const untied = untiedFigures([column], classes);
  return (
    untied.map(({ label, differences: [less] }) => `${label} ${figureText(less as Fraction, 2)}`).join("; ") || TICK
  );
}
