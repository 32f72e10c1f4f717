/**
 * The exhibit of earnings per share (Exhibit 11) as it is filed: from the columns of periods to its headings and lines.
 * Every line has a key that stays the same when its words change; it is how a workbook knows a line again. It keeps one
 * law: a line stands where any column has a figure for it, so that all columns have the same lines.
 */
import { civilDate, longDate, MONTH_NAMES } from "../../calendar/civilDate";
import { elementAt } from "../../elements";
import { isNegative, isZero, minus, negated, plus, rounded, type Fraction } from "../../number/fraction";
import type { ColumnBlock, PeriodColumn } from "./fiscalYear";
import {
  amountOf,
  availableToCommon,
  componentsOf,
  continuingWords,
  deductionsOf,
  roundingOf,
  usedLines,
  type Section,
} from "./numerator";
import type { PeriodFigures } from "./period";
import {
  epsStatement,
  includedAddBack,
  includedShares,
  perShareOf,
  type EpsLine,
  type EpsStatement,
} from "./statement";
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
  /** What its figures are in. */
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

const BASIC_SHARES = "Weighted average common shares used to compute basic earnings per share";
const DILUTED_SHARES = "Weighted average common shares and equivalents used to compute diluted earnings per share";

/**
 * The lines of the exhibit: the basic figures, a blank line, the diluted figures. Lines for discontinued operations and
 * other components of net income, for preferred dividends and other deductions, and for add-backs stand where any column
 * has them; so does what the rounding of printed components leaves, and at the end the figures in which a year to date
 * that was given differs from its quarters. Words follow the figures: "Net (loss) income" where the first column
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
  const components = componentLines(section, statements);
  const label = `Net ${incomeWords(statements, netIncome)}${statements.some(isAfterDeductions) ? TO_COMMON : ""}`;
  return [
    ...components,
    incomeLine(`${section}.netIncome`, label, netIncome, components.length > 0),
    ...deductionLines(section, statements),
  ];
}

const TO_COMMON = " attributable to common stockholders";

/** Continuing operations and what makes net income of them; none where net income is all there is. */
function componentLines(section: Section, statements: readonly EpsStatement[]): readonly Line[] {
  const components = usedLines(statements.map(({ period }) => componentsOf(period)));
  const rounding = ({ period }: EpsStatement) => roundingOf(period);
  const others = [
    ...components.map(({ key, label }) =>
      incomeLine(`${section}.${key}`, label, ({ period }) => amountOf(componentsOf(period), key)),
    ),
    ...whereAny(statements, rounding, [incomeLine(`${section}.rounding`, "Rounding of the lines above", rounding)]),
  ];
  const words = capitalized(incomeWords(statements, continuingIncome));
  const continuing = incomeLine(`${section}.continuing`, `${words} ${continuingWords(components)}`, continuingIncome);
  return others.length === 0 ? [] : [continuing, ...others];
}

/** Deductions in parentheses, as they are printed, with what is left after them. */
function deductionLines(section: Section, statements: readonly EpsStatement[]): readonly Line[] {
  const used = usedLines(statements.map(({ period }) => deductionsOf(period, section)));
  const lines = used.map(({ key, label }) =>
    incomeLine(`${section}.${key}`, label, ({ period }) => negated(amountOf(deductionsOf(period, section), key))),
  );
  if (lines.length === 0) return [];
  const left = availableIn(section);
  const common = incomeLine(
    `${section}.available`,
    `Net ${incomeWords(statements, left)} available to common stockholders`,
    left,
    true,
  );
  const [first, ...others] = used;
  return first?.key === "noncontrolling" && others.length > 0
    ? [...lines.slice(0, 1), attributableLine(section, statements), ...lines.slice(1), common]
    : [...lines, common];
}

function attributableLine(section: Section, statements: readonly EpsStatement[]): Line {
  const attributable = ({ period }: EpsStatement) =>
    minus(period.netIncome, amountOf(deductionsOf(period, section), "noncontrolling"));
  const label = `Net ${incomeWords(statements, attributable)} attributable to the company`;
  return incomeLine(`${section}.attributable`, label, attributable, true);
}

function addBackLines(statements: readonly EpsStatement[], classes: readonly string[]): readonly Line[] {
  const each = classes.flatMap((label) => {
    const addBack = (of: EpsStatement) => includedAddBack(of, label);
    return whereAny(statements, addBack, [incomeLine(`diluted.addBack:${label}`, `Add back: ${label}`, addBack)]);
  });
  const numerator = (of: EpsStatement) => plus(availableIn("diluted")(of), of.earningsAddBack);
  const label = `Net ${incomeWords(statements, numerator)} used to compute diluted earnings per share`;
  return each.length === 0 ? [] : [...each, incomeLine("diluted.numerator", label, numerator, true)];
}

function perShareLines(
  section: Section,
  statements: readonly EpsStatement[],
  { decimals, footing }: ExhibitOptions,
): readonly Line[] {
  const printed = (line: EpsLine) => (of: EpsStatement) => rounded(perShareOf(of[section], line), decimals);
  const components = usedLines(statements.map(({ period }) => componentsOf(period)));
  const missing = (of: EpsStatement) =>
    [...components.map(({ key }) => key), "continuing"].reduce(
      (left, line) => minus(left, printed(line)(of)),
      printed("net")(of),
    );
  const line = (key: string, label: string, figure: Line["figure"]): Line => ({
    key: `${section}.${key}`,
    label,
    kind: "perShare",
    figure,
  });
  const perShare = (income: Line["figure"]) => `${incomeWords(statements, income)} per share`;
  const [Section, control] = [capitalized(section), ({ period }: EpsStatement) => controlNumber(period, section)];
  const net = line("eps", `${Section} net ${perShare(availableIn(section))}`, printed("net"));
  if (components.length === 0) return [net];
  return [
    line("epsContinuing", `${Section} ${perShare(control)} ${continuingWords(components)}`, printed("continuing")),
    ...components.map(({ key, label }) =>
      line(`eps${capitalized(key)}`, `${Section} ${perShareWords(key, label, statements)}`, printed(key)),
    ),
    ...(footing ? [line("footing", "Footing difference", missing)] : []),
    net,
  ];
}

function perShareWords(key: string, label: string, statements: readonly EpsStatement[]): string {
  const words = `${incomeWords(statements, ({ period }) => amountOf(componentsOf(period), key))} per share`;
  return key === "discontinued" ? `${words} from discontinued operations` : `${words}, ${label.toLowerCase()}`;
}

const weightedAverageShares = ({ period }: EpsStatement) => period.weightedAverageShares;
const netIncome = ({ period }: EpsStatement) => period.netIncome;
const continuingIncome = ({ period }: EpsStatement) => period.continuingIncome;
const isAfterDeductions = ({ period }: EpsStatement) => period.isAfterDeductions === true;
const availableIn =
  (section: Section) =>
  ({ period }: EpsStatement) =>
    availableToCommon(period, section);

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

/** With its first small letter large, as a line begins. */
export function capitalized(words: string): string {
  return words.replace(/[a-z]/, (letter) => letter.toUpperCase());
}

const COUNTS = [
  ...["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen"],
  ...["Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"],
];
const TENS = ["Twenty", "Thirty", "Forty", "Fifty"];

/** "Twelve", "Forty", "Fifty-two", as headings say it. */
function countWords(count: number): string {
  if (count < 20) return elementAt(COUNTS, count - 1);
  const tens = elementAt(TENS, Math.floor(count / 10) - 2);
  return count % 10 === 0 ? tens : `${tens}-${elementAt(COUNTS, (count % 10) - 1).toLowerCase()}`;
}

/**
 * The two rows of words over the columns: "Three months ended September 30," over 2002 and 2001; "Twelve weeks ended" over
 * whole dates. Years of 52 and 53 weeks have words each over their own column.
 *
 * @returns one heading a column, in the order of the blocks
 */
export function exhibitHeadings(blocks: readonly ColumnBlock[]): readonly ExhibitHeading[] {
  return blocks.flatMap(({ columns }) => {
    const dates = columns.map(({ figures }) => civilDate(figures.end));
    const lengths = columns.map(({ figures }) => lengthWords(figures));
    const [first] = dates;
    const isSameDay = first && dates.every(({ month, day }) => month === first.month && day === first.day);
    const day = isSameDay ? ` ${elementAt(MONTH_NAMES, first.month - 1)} ${first.day},` : "";
    return columns.map(({ figures }, index) => ({
      over: index === 0 || lengths[index] !== lengths[index - 1] ? `${lengths[index] ?? ""}${day}` : "",
      under: isSameDay ? civilDate(figures.end).year : longDate(figures.end),
    }));
  });
}

function lengthWords({ months, weeks }: PeriodFigures): string {
  const [length, unit] = weeks === undefined ? [months, "month"] : [weeks, "week"];
  return `${countWords(length)} ${unit}${length === 1 ? "" : "s"} ended`;
}
