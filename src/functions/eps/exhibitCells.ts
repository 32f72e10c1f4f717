import { civilDate, longDate, MONTH_NAMES } from "../../core/calendar/civilDate";
import {
  epsStatement,
  includedAddBack,
  includedShares,
  type EpsStatement,
  type PerLine,
} from "../../core/eps/periods/statement";
import type { ColumnBlock, PeriodColumn } from "../../core/eps/periods/fiscalYear";
import { untiedFigures } from "../../core/eps/periods/tieOut";
import { controlNumber } from "../../core/eps/periods/yearToDate";
import { isNegative, isZero, minus, negated, plus, rounded, toNumber, type Fraction } from "../../core/number/fraction";
import { formatted, perShareFormat, YEAR_FORMAT, type CellAnswer } from "../cells/answer";

/** How the exhibit is printed. */
export interface ExhibitOptions {
  /** Decimals of per-share figures. */
  readonly decimals: number;
  /** Whether a line shows by how much the rounded components of a per-share figure miss it. */
  readonly footing: boolean;
}

/** One line of the exhibit: what it is called, its figure in each column, how it is printed. */
interface Line {
  readonly label: string;
  readonly figure: (statement: EpsStatement) => Fraction;
  readonly format: string;
}

type Row = readonly CellAnswer[];

const SHARES = "#,##0;(#,##0);-";
const INCOME = "$ #,##0;$ (#,##0);$ 0";
const BASIC_SHARES = "Weighted average common shares used to compute basic earnings per share";
const DILUTED_SHARES = "Weighted average common shares and equivalents used to compute diluted earnings per share";

/**
 * The exhibit as it is filed: two header rows, the basic figures, a blank row, the diluted figures. Lines for
 * preferred dividends, discontinued operations and add-backs stand where any column has them. A column whose figures
 * are still to come is blank below its header.
 */
export function exhibitRows(
  blocks: readonly ColumnBlock[],
  classes: readonly string[],
  options: ExhibitOptions,
): Row[] {
  const columns = blocks.flatMap((block) => block.columns);
  const statements = columns.map(({ figures }) => epsStatement(figures));
  const filledIn = statements.filter(({ period }) => !period.pending);
  const rowOf = ({ label, figure, format }: Line): Row => [
    label,
    ...statements.map((statement) => (statement.period.pending ? "" : formatted(toNumber(figure(statement)), format))),
  ];
  const heading = (words: string): Row => [words, ...statements.map(() => "")];
  return [
    ...headerRows(blocks),
    heading("BASIC"),
    ...basicLines(filledIn, options).map(rowOf),
    heading(""),
    heading("DILUTED"),
    ...dilutedLines(filledIn, classes, options).map(rowOf),
    ...tieOutRows(columns, classes),
  ];
}

/** Where a year to date was given and its quarters make another figure: the difference, never bent. */
function tieOutRows(columns: readonly PeriodColumn[], classes: readonly string[]): Row[] {
  const untied = untiedFigures(columns, classes);
  const blanks = columns.map(() => "");
  const rows = untied.map(({ label, differences }): Row => [
    label,
    ...differences.map((d) => formatted(toNumber(d), SHARES)),
  ]);
  return rows.length === 0 ? [] : [["", ...blanks], ["QUARTERS LESS YEAR TO DATE GIVEN", ...blanks], ...rows];
}

function basicLines(statements: readonly EpsStatement[], options: ExhibitOptions): Line[] {
  return [
    { label: BASIC_SHARES, figure: ({ period }) => period.weightedAverageShares, format: SHARES },
    ...incomeLines(statements),
    ...perShareLines("Basic", ({ basic }) => basic, statements, options),
  ];
}

function dilutedLines(
  statements: readonly EpsStatement[],
  classes: readonly string[],
  options: ExhibitOptions,
): Line[] {
  return [
    { label: BASIC_SHARES, figure: ({ period }) => period.weightedAverageShares, format: SHARES },
    ...classes.map((label) => ({ label, figure: (of: EpsStatement) => includedShares(of, label), format: SHARES })),
    { label: DILUTED_SHARES, figure: ({ dilutedShares }) => dilutedShares, format: SHARES },
    ...incomeLines(statements),
    ...addBackLines(statements, classes),
    ...perShareLines("Diluted", ({ diluted }) => diluted, statements, options),
  ];
}

function incomeLines(statements: readonly EpsStatement[]): Line[] {
  const net = (of: EpsStatement) => of.period.netIncome;
  const dividends = ({ period }: EpsStatement) => negated(period.preferredDividends);
  const netWords = `Net ${incomeWords(statements.map(net))}`;
  return [
    ...continuingLines(statements),
    { label: netWords, figure: net, format: INCOME },
    ...whereAny(statements, dividends, [
      { label: "Preferred dividends", figure: dividends, format: INCOME },
      {
        label: `Net ${incomeWords(statements.map(available))} available to common stockholders`,
        figure: available,
        format: INCOME,
      },
    ]),
  ];
}

function available({ period }: EpsStatement): Fraction {
  return minus(period.netIncome, period.preferredDividends);
}

function continuingLines(statements: readonly EpsStatement[]): Line[] {
  const continuing = ({ period }: EpsStatement) => period.continuingIncome;
  const label = `${capitalized(incomeWords(statements.map(continuing)))} from continuing operations`;
  return whereAny(statements, discontinued, [
    { label, figure: continuing, format: INCOME },
    { label: "Discontinued operations", figure: discontinued, format: INCOME },
  ]);
}

function discontinued({ period }: EpsStatement): Fraction {
  return minus(period.netIncome, period.continuingIncome);
}

function addBackLines(statements: readonly EpsStatement[], classes: readonly string[]): Line[] {
  const each = classes.flatMap((label) => {
    const figure = (of: EpsStatement) => includedAddBack(of, label);
    return whereAny(statements, figure, [{ label: `Add back: ${label}`, figure, format: INCOME }]);
  });
  const numerator = (of: EpsStatement) => plus(available(of), of.earningsAddBack);
  const label = `Net ${incomeWords(statements.map(numerator))} used to compute diluted earnings per share`;
  return each.length === 0 ? [] : [...each, { label, figure: numerator, format: INCOME }];
}

function perShareLines(
  kind: "Basic" | "Diluted",
  lines: (statement: EpsStatement) => PerLine,
  statements: readonly EpsStatement[],
  { decimals, footing }: ExhibitOptions,
): Line[] {
  const format = perShareFormat(decimals);
  const printed = (line: keyof PerLine) => (of: EpsStatement) => rounded(lines(of)[line], decimals);
  const words = (of: (statement: EpsStatement) => Fraction) => incomeWords(statements.map(of));
  const net = { label: `${kind} net ${words(available)} per share`, figure: printed("net"), format };
  const missing = (of: EpsStatement) =>
    minus(printed("net")(of), plus(printed("continuing")(of), printed("discontinued")(of)));
  return [
    ...whereAny(statements, discontinued, [
      {
        label: `${kind} ${words(({ period }) => controlNumber(period))} per share from continuing operations`,
        figure: printed("continuing"),
        format,
      },
      {
        label: `${kind} ${words(discontinued)} per share from discontinued operations`,
        figure: printed("discontinued"),
        format,
      },
      ...(footing ? [{ label: "Footing difference", figure: missing, format }] : []),
    ]),
    net,
  ];
}

/** The lines, when the figure is not zero in every column. */
function whereAny(statements: readonly EpsStatement[], figure: Line["figure"], lines: Line[]): Line[] {
  return statements.some((statement) => !isZero(figure(statement))) ? lines : [];
}

/** "income", "loss", or both where columns differ, in the order of the first column: "(loss) income". */
function incomeWords(values: readonly Fraction[]): string {
  const losses = values.map(isNegative);
  if (!losses.includes(true)) return "income";
  if (!losses.includes(false)) return "loss";
  return losses[0] ? "(loss) income" : "income (loss)";
}

function capitalized(words: string): string {
  return words.replace(/[a-z]/, (letter) => letter.toUpperCase());
}

const COUNTS = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/** "Three months ended September 30," over 2002 and 2001; whole dates where the two years end on different days. */
function headerRows(blocks: readonly ColumnBlock[]): Row[] {
  const headers = blocks.map(({ months, columns }) => {
    const length = `${COUNTS[months - 1]} month${months === 1 ? "" : "s"} ended`;
    const dates = columns.map(({ figures }) => civilDate(figures.end));
    const [first] = dates;
    const sameDay = first && dates.every(({ month, day }) => month === first.month && day === first.day);
    return {
      over: [
        sameDay ? `${length} ${MONTH_NAMES[first.month - 1]} ${first.day},` : length,
        ...columns.slice(1).map(() => ""),
      ],
      under: columns.map(({ figures }) =>
        sameDay ? formatted(civilDate(figures.end).year, YEAR_FORMAT) : longDate(figures.end),
      ),
    };
  });
  return [
    ["", ...headers.flatMap(({ over }) => over)],
    ["", ...headers.flatMap(({ under }) => under)],
  ];
}
