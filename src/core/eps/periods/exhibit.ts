/**
 * The exhibit of earnings per share (Exhibit 11) as it is filed: from the columns of periods to its headings and lines.
 * Every line has a key that stays the same when its words change; it is how a workbook knows a line again. It keeps one
 * law: a line stands where any column has a figure for it, so that all columns have the same lines.
 */
import { civilDate, longDate, MONTH_NAMES } from "../../calendar/civilDate";
import { elementAt } from "../../elements";
import { isNegative, isZero, minus, negated, plus, rounded, type Fraction } from "../../number/fraction";
import type { ColumnBlock, PeriodColumn } from "./fiscalYear";
import { epsStatement, includedAddBack, includedShares, type EpsStatement, type PerLine } from "./statement";
import { untiedFigures } from "./tieOut";
import { controlNumber } from "./yearToDate";

/** How the exhibit is printed. */
export interface ExhibitOptions {
  /** Decimals of per-share figures. */
  readonly decimals: number;
  /** Whether a line shows by how much the rounded components of a per-share figure miss it. */
  readonly footing: boolean;
}

/** What a line holds: words alone, nothing, or figures in shares, in currency, in currency a share, in any of them. */
export type ExhibitLineKind = "heading" | "blank" | "shares" | "income" | "perShare" | "difference";

/** One line of the exhibit. */
export interface ExhibitLine {
  /** "basic.eps", "diluted.security:Warrants": a promise, unlike the words. No two lines of an exhibit share one. */
  readonly key: string;
  /** "Basic net income per share". */
  readonly label: string;
  readonly kind: ExhibitLineKind;
  /** The sum of lines above it, and ruled above. */
  readonly isTotal: boolean;
  /** A figure a column; null where the period is still to come, and in a line that holds none. */
  readonly figures: readonly (Fraction | null)[];
}

/** The words over one column. */
export interface ExhibitHeading {
  /** "Three months ended September 30," over the first column of a block, "" over the others. */
  readonly over: string;
  /** The year; the whole date in words where the columns of a block end on different days. */
  readonly under: number | string;
}

/** A line before its figures are taken. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly kind: ExhibitLineKind;
  readonly isTotal?: boolean;
  readonly figure: (statement: EpsStatement) => Fraction;
}

type Section = "basic" | "diluted";

const BASIC_SHARES = "Weighted average common shares used to compute basic earnings per share";
const DILUTED_SHARES = "Weighted average common shares and equivalents used to compute diluted earnings per share";

/**
 * The lines of the exhibit: the basic figures, a blank line, the diluted figures. Lines for preferred dividends,
 * discontinued operations and add-backs stand where any column has them; so do, at the end, the figures in which a year
 * to date that was given differs from its quarters. Words follow the figures: "Net (loss) income" where the first column
 * shows a loss and another does not. A column whose period is still to come has no figures.
 *
 * @param columns those of every block (see exhibitColumns), in order
 * @param classes the classes of securities, each a line, in order
 * @returns shares and currency unrounded, per-share figures rounded half away from zero to the decimals asked for
 * @throws CalculationError as epsStatement
 * @see Regulation S-K, Item 601(b)(11); ASC 260-10-45-2 to 45-4, 50-1
 */
export function exhibitLines(
  columns: readonly PeriodColumn[],
  classes: readonly string[],
  options: ExhibitOptions,
): readonly ExhibitLine[] {
  const statements = columns.map(({ figures }) => epsStatement(figures));
  const filledIn = statements.filter(({ period }) => !period.pending);
  const lineOf = ({ figure, isTotal = false, ...line }: Line): ExhibitLine => ({
    ...line,
    isTotal,
    figures: statements.map((statement) => (statement.period.pending ? null : figure(statement))),
  });
  const words = (key: string, label = ""): ExhibitLine => ({
    key,
    label,
    kind: label ? "heading" : "blank",
    isTotal: false,
    figures: columns.map(() => null),
  });
  const untied = untiedFigures(columns, classes).map(({ key, label, differences }): ExhibitLine => ({
    ...words(`tieOut.${key}`, label),
    kind: "difference",
    figures: differences,
  }));
  return [
    words("basic", "BASIC"),
    ...basicLines(filledIn, options).map(lineOf),
    words("gap"),
    words("diluted", "DILUTED"),
    ...dilutedLines(filledIn, classes, options).map(lineOf),
    ...(untied.length > 0 ? [words("tieOut.gap"), words("tieOut", "QUARTERS LESS YEAR TO DATE GIVEN"), ...untied] : []),
  ];
}

function basicLines(statements: readonly EpsStatement[], options: ExhibitOptions): readonly Line[] {
  return [
    sharesLine("basic.shares", BASIC_SHARES, weightedAverageShares),
    ...incomeLines("basic", statements),
    ...perShareLines("basic", statements, options),
  ];
}

function dilutedLines(
  statements: readonly EpsStatement[],
  classes: readonly string[],
  options: ExhibitOptions,
): readonly Line[] {
  return [
    sharesLine("diluted.shares", BASIC_SHARES, weightedAverageShares),
    ...classes.map((label) => sharesLine(`diluted.security:${label}`, label, (of) => includedShares(of, label))),
    { ...sharesLine("diluted.total", DILUTED_SHARES, ({ dilutedShares }) => dilutedShares), isTotal: true },
    ...incomeLines("diluted", statements),
    ...addBackLines(statements, classes),
    ...perShareLines("diluted", statements, options),
  ];
}

function sharesLine(key: string, label: string, figure: Line["figure"]): Line {
  return { key, label, kind: "shares", figure };
}

function incomeLine(key: string, label: string, figure: Line["figure"], isTotal = false): Line {
  return { key, label, kind: "income", isTotal, figure };
}

function incomeLines(section: Section, statements: readonly EpsStatement[]): readonly Line[] {
  const continuing = continuingLines(section, statements);
  return [
    ...continuing,
    incomeLine(`${section}.netIncome`, `Net ${incomeWords(statements, netIncome)}`, netIncome, continuing.length > 0),
    ...whereAny(statements, deductedDividends, [
      incomeLine(`${section}.preferred`, "Preferred dividends", deductedDividends),
      incomeLine(
        `${section}.available`,
        `Net ${incomeWords(statements, available)} available to common stockholders`,
        available,
        true,
      ),
    ]),
  ];
}

function continuingLines(section: Section, statements: readonly EpsStatement[]): readonly Line[] {
  const label = `${capitalized(incomeWords(statements, continuingIncome))} from continuing operations`;
  return whereAny(statements, discontinued, [
    incomeLine(`${section}.continuing`, label, continuingIncome),
    incomeLine(`${section}.discontinued`, "Discontinued operations", discontinued),
  ]);
}

function addBackLines(statements: readonly EpsStatement[], classes: readonly string[]): readonly Line[] {
  const each = classes.flatMap((label) => {
    const addBack = (of: EpsStatement) => includedAddBack(of, label);
    return whereAny(statements, addBack, [incomeLine(`diluted.addBack:${label}`, `Add back: ${label}`, addBack)]);
  });
  const numerator = (of: EpsStatement) => plus(available(of), of.earningsAddBack);
  const label = `Net ${incomeWords(statements, numerator)} used to compute diluted earnings per share`;
  return each.length === 0 ? [] : [...each, incomeLine("diluted.numerator", label, numerator, true)];
}

function perShareLines(
  section: Section,
  statements: readonly EpsStatement[],
  { decimals, footing }: ExhibitOptions,
): readonly Line[] {
  const printed = (line: keyof PerLine) => (of: EpsStatement) => rounded(of[section][line], decimals);
  const missing = (of: EpsStatement) =>
    minus(printed("net")(of), plus(printed("continuing")(of), printed("discontinued")(of)));
  const line = (key: string, label: string, figure: Line["figure"]): Line => ({
    key: `${section}.${key}`,
    label,
    kind: "perShare",
    figure,
  });
  const perShare = (income: Line["figure"]) => `${incomeWords(statements, income)} per share`;
  const [Section, control] = [capitalized(section), ({ period }: EpsStatement) => controlNumber(period)];
  return [
    ...whereAny(statements, discontinued, [
      line("epsContinuing", `${Section} ${perShare(control)} from continuing operations`, printed("continuing")),
      line(
        "epsDiscontinued",
        `${Section} ${perShare(discontinued)} from discontinued operations`,
        printed("discontinued"),
      ),
      ...(footing ? [line("footing", "Footing difference", missing)] : []),
    ]),
    line("eps", `${Section} net ${perShare(available)}`, printed("net")),
  ];
}

const weightedAverageShares = ({ period }: EpsStatement) => period.weightedAverageShares;
const netIncome = ({ period }: EpsStatement) => period.netIncome;
const continuingIncome = ({ period }: EpsStatement) => period.continuingIncome;
const discontinued = ({ period }: EpsStatement) => minus(period.netIncome, period.continuingIncome);
const deductedDividends = ({ period }: EpsStatement) => negated(period.preferredDividends);
const available = ({ period }: EpsStatement) => minus(period.netIncome, period.preferredDividends);

/** The lines, when the figure is not zero in every column. */
function whereAny(statements: readonly EpsStatement[], figure: Line["figure"], lines: readonly Line[]) {
  return statements.some((statement) => !isZero(figure(statement))) ? lines : [];
}

/** "income", "loss", or both where columns differ, in the order of the first column: "(loss) income". */
function incomeWords(statements: readonly EpsStatement[], figure: Line["figure"]): string {
  const losses = statements.map((statement) => isNegative(figure(statement)));
  if (!losses.includes(true)) return "income";
  if (!losses.includes(false)) return "loss";
  return losses[0] ? "(loss) income" : "income (loss)";
}

function capitalized(words: string): string {
  return words.replace(/[a-z]/, (letter) => letter.toUpperCase());
}

const COUNTS = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/**
 * The two rows of words over the columns: "Three months ended September 30," over 2002 and 2001.
 *
 * @returns one heading a column, in the order of the blocks
 */
export function exhibitHeadings(blocks: readonly ColumnBlock[]): readonly ExhibitHeading[] {
  return blocks.flatMap(({ months, columns }) => {
    const length = `${elementAt(COUNTS, months - 1)} month${months === 1 ? "" : "s"} ended`;
    const dates = columns.map(({ figures }) => civilDate(figures.end));
    const [first] = dates;
    const isSameDay = first && dates.every(({ month, day }) => month === first.month && day === first.day);
    const over = isSameDay ? `${length} ${elementAt(MONTH_NAMES, first.month - 1)} ${first.day},` : length;
    return columns.map(({ figures }, index) => ({
      over: index === 0 ? over : "",
      under: isSameDay ? civilDate(figures.end).year : longDate(figures.end),
    }));
  });
}
