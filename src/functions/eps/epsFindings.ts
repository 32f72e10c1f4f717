import {
  epsFindings,
  quartersSummed,
  type EpsFinding,
  type PrintedPerShare,
} from "../../core/eps/disclosure/epsFindings";
import {
  lineFindings,
  vanishedClasses,
  type LineFinding,
  type PrintedLine,
  type PrintedPeriod,
} from "../../core/eps/disclosure/lineFindings";
import { OWN_LINES, PRINTED_LINES, printedLineNamed } from "../../core/eps/disclosure/printedLines";
import { yearsToDate, type PeriodColumn } from "../../core/eps/periods/fiscalYear";
import { describePeriod, type PeriodFigures } from "../../core/eps/periods/period";
import { untiedFigures } from "../../core/eps/periods/tieOut";
import { CalculationError, inWords } from "../../core/errors";
import { isBlank, readNumber, readPositive, readText, readWhole, type Given } from "../../core/given";
import { absolute, compare, decimalsOf, ONE, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import { printedFigure } from "../../core/number/printedFigure";
import { longDate } from "../../core/calendar/civilDate";
import { answer, formatted, perShareFormat, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { figureText } from "../../core/number/figureText";
import { asRange, givenCell, isEmpty, readDate, type Range } from "../cells/arguments";
import { readTable, type TableRow } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";
import { readPeriodArguments } from "./periodArguments";

/**
 * What an auditor finds in the earnings per share that a filing prints: each per-share figure that does not follow from the income and shares of its own period (ASC 260-10-45-10 to 45-19); each line of income or shares that departs from the period, in another sign or in thousands; totals that do not foot beyond their rounding; classes included though antidilutive, or left out though dilutive (45-17, 45-19); classes that vanish from one column to the next; and each figure in which a year to date that is given departs from its quarters. The cause is told where exactly one reading of the numbers gives the printed figure: issues included or left out, a deduction left out or taken twice (45-11), the other half's shares, another sign or unit, a bent column, quarters added up (55-3).
 * @customfunction EPSFINDINGS
 * @param {any[][]} periods Period table with a header row, as in EPSTABLE.
 * @param {any[][]} printed The figures as printed, in the columns of the sheet EPS as filed: Period end, Months, Line, Printed, Unit. Lines: the words of that sheet (Basic earnings per share, Diluted shares, Net income, Preferred dividends, ...), a class of the table by its own words, "Less: " and "Add back: " with words of your own. A line that is none of these is named at the end.
 * @param {any} [unit] To what the income and shares of the table are rounded: 1000 for thousands. 1 when omitted. A figure that numbers so rounded can give is not found.
 * @param {any[][]} [securities] Terms behind the counts: a securities table as in DILUTEDEPS with a column Period end.
 * @param {any} [standard] "US GAAP" (when omitted) or "IFRS": how a year to date that is not in the table is made of quarters.
 * @param {any} [yearEnd] Month in which the fiscal year ends, 1 to 12. When omitted, told from the year-to-date rows, or December.
 * @returns {any[][]} A table: clause, period, finding, stated, computed, difference (computed less stated), cause.
 * @example =EPSFINDINGS({"Period end","Months","Net income","Weighted shares","Convertible notes","Convertible notes add-back";36160,12,310,1000,100,361},{"Period end","Months","Line","Printed","Unit";36160,12,"Diluted earnings per share",0.61,0.01})
 * @throws =EPSFINDINGS({"Period end","Months","Net income","Weighted shares";37529,3,5,10},{"Period end","Months","Line","Printed","Unit";37621,12,"Basic earnings per share",0.1,0.01}) #VALUE! printed row 2 must be of a period that the table has figures for; received 12 months to 2002-12-31
 */
export function EPSFINDINGS(
  periods: any[][],
  printed: any[][],
  unit?: any,
  securities?: any[][],
  standard?: any,
  yearEnd?: any,
): any[][] {
  return answer(() => {
    const { rules, ...table } = readPeriodArguments({ table: ["periods", periods], standard, securities, yearEnd });
    const roundedTo = isBlank(unit) ? ONE : readPositive(givenCell("unit", unit));
    const { figures, others } = readPrinted(asRange(printed), roundedTo, table.classes);
    const columns = yearsToDate(table.periods, rules);
    const printedPeriods = byPeriod(figures, [...table.periods, ...columns.map((column) => column.figures)]);
    const found = [
      ...printedPeriods.flatMap((one) =>
        periodRows(one, printedOfParts(one.period, columns, printedPeriods), roundedTo),
      ),
      ...vanishedRows(printedPeriods),
      ...untiedRows(columns, table.classes, roundedTo),
    ];
    const passedOver = others.length === 0 ? [] : [["", "", `Not read: ${others.join(", ")}`, "", "", "", ""]];
    return [HEADER, ...(found.length === 0 ? [NONE] : found), ...passedOver];
  });
}

const HEADER = ["Clause", "Period", "Finding", "Stated", "Computed", "Difference", "Cause"];
const NONE = ["", "", "No disagreement found", "", "", "", ""];

const COLUMNS = vocabulary({
  "Period end": ["Period ended", "Period"],
  Months: [],
  Line: ["Caption"],
  Printed: ["Printed figure", "Stated", "As filed"],
  Unit: [],
});
type Column = (typeof COLUMNS.meanings)[number];

/** A printed figure with the row that it stands in; in currency a share, or a line of income or shares. */
type PrintedRow = { readonly row: TableRow<Column> } & (
  | { readonly perShare: PrintedPerShare; readonly line?: never }
  | { readonly line: PrintedLine; readonly perShare?: never }
);

/** The figures of a table of printed figures, and the words of its other lines, each once. */
function readPrinted(range: Range, unit: Fraction, classes: readonly string[]) {
  const { rows } = readTable("printed", range, COLUMNS, ["Period end", "Line", "Printed"]);
  const figures: PrintedRow[] = [];
  const others = new Set<string>();
  for (const row of rows) {
    const words = readText(row.given("Line")).trim();
    const name = lineName(words, classes);
    if (name === undefined) others.add(words);
    else figures.push(printedRow(row, name, { words, unit }));
  }
  return { figures, others: [...others] };
}

function printedRow(row: TableRow<Column>, name: string, line: Pick<PrintedLine, "words" | "unit">): PrintedRow {
  const perShare = perShareNamed(name);
  if (perShare) return { row, perShare: { ...perShare, ...readFigure(row) } };
  const unit = isEmpty(row.cell("Unit")) ? line.unit : readPositive(row.given("Unit"));
  return { row, line: { words: line.words, name, unit, printed: readPrintedNumber(row.given("Printed")) } };
}

/** A line that filings print, by its words; a class of the table, a deduction or an add-back under words of its own. */
function lineName(words: string, classes: readonly string[]): string | undefined {
  const known = printedLineNamed(words);
  if (known) return known.name;
  const lower = words.toLowerCase();
  const own = OWN_LINES.find((one) => one.words !== "" && lower.startsWith(one.words.toLowerCase()));
  if (own) return own.begins + words.slice(own.words.length).trim();
  return classes.some((label) => label.toLowerCase() === lower) ? `security:${words}` : undefined;
}

/** "basicEps" is that of net income, "dilutedCumulativeEffectEps" that of one line of it. */
function perShareNamed(name: string): Pick<PrintedPerShare, "section" | "line"> | undefined {
  const [, section, line = ""] = /^(basic|diluted)(\w*)Eps$/.exec(name) ?? [];
  if (section !== "basic" && section !== "diluted") return undefined;
  return { section, line: line === "" ? "net" : line.replace(/^[A-Z]/, (letter) => letter.toLowerCase()) };
}

/** A figure with its decimals: those of its unit, else those that it shows, two at least. */
function readFigure(row: TableRow<Column>): Pick<PrintedPerShare, "printed" | "decimals"> {
  const given: Given = row.given("Printed");
  const printed = readPrintedNumber(given);
  const shown = typeof given.value === "string" ? printedFigure(given.value)?.unit : undefined;
  const unit = isEmpty(row.cell("Unit")) ? shown : readPositive(row.given("Unit"));
  return {
    printed,
    decimals: Math.max(unit ? decimalsOf(unit, MOST_DECIMALS) : 2, decimalsOf(printed, MOST_DECIMALS)),
  };
}

function readPrintedNumber(given: Given): Fraction {
  const text = typeof given.value === "string" ? printedFigure(given.value) : undefined;
  return text ? text.value : readNumber(given);
}

const MOST_DECIMALS = 12;

/** What a year to date that is given departs by from its quarters, beyond the unit to which they are rounded. */
function untiedRows(columns: readonly PeriodColumn[], classes: readonly string[], unit: Fraction): CellAnswer[][] {
  const isBeyond = (difference: Fraction) => compare(absolute(difference), compare(unit, ONE) === 0 ? ZERO : unit) > 0;
  return untiedFigures(columns, classes).flatMap(({ label, differences }) =>
    columns.flatMap(({ figures }, index) => {
      const difference = differences[index] ?? ZERO;
      if (!isBeyond(difference)) return [];
      const left = formatted(toNumber(difference), WHOLE_AMOUNT);
      return [["", nameOf(figures), `${label}: the quarters less the year to date`, "", "", left, ""]];
    }),
  );
}

function nameOf({ months, end }: PeriodFigures): string {
  return `${months} months to ${longDate(end)}`;
}

/** A period of the table with everything that is printed of it. */
interface PeriodPrinted extends PrintedPeriod {
  readonly perShare: readonly PrintedPerShare[];
}

/** In the order in which the printed table first names them. */
function byPeriod(rows: readonly PrintedRow[], periods: readonly PeriodFigures[]): readonly PeriodPrinted[] {
  const found = new Map<PeriodFigures, { perShare: PrintedPerShare[]; lines: PrintedLine[] }>();
  for (const { row, perShare, line } of rows) {
    const period = periodOf(row, periods);
    const printed = found.get(period) ?? { perShare: [], lines: [] };
    if (perShare) printed.perShare.push(perShare);
    else printed.lines.push(line);
    found.set(period, printed);
  }
  return [...found].map(([period, printed]) => ({ period, ...printed }));
}

function periodOf(row: TableRow<Column>, periods: readonly PeriodFigures[]): PeriodFigures {
  const end = readDate(row.given("Period end"));
  const months = isEmpty(row.cell("Months")) ? 3 : readWhole(row.given("Months"));
  const found = periods.find((period) => period.end === end && period.months === months && !period.pending);
  if (found) return found;
  const received = inWords(describePeriod({ end, months }));
  throw new CalculationError("invalid-input", row.name, "must be of a period that the table has figures for", received);
}

/** What is printed of each of the periods that make one up. */
function printedOfParts(
  { end, months }: PeriodFigures,
  columns: readonly PeriodColumn[],
  printed: readonly PeriodPrinted[],
): readonly (readonly PrintedPerShare[])[] {
  const parts = columns.find(({ figures }) => figures.end === end && figures.months === months)?.parts ?? [];
  return parts.map((part) => printed.find(({ period }) => period === part)?.perShare ?? []);
}

function periodRows(
  { period, perShare, lines }: PeriodPrinted,
  parts: readonly (readonly PrintedPerShare[])[],
  unit: Fraction,
): CellAnswer[][] {
  return [
    ...epsFindings(period, perShare, unit).map((finding) => perShareRow(quartersSummed(finding, parts), period)),
    ...lineFindings(period, lines, unit).map((finding) => lineRow(finding, period)),
  ];
}

function perShareRow({ clause, figure, stated, computed, difference, cause }: EpsFinding, period: PeriodFigures) {
  const amount = (value: Fraction): CellAnswer => formatted(toNumber(value), perShareFormat(figure.decimals));
  const kind = PRINTED_LINES.find(({ name }) => {
    const of = perShareNamed(name);
    return of?.section === figure.section && of.line === figure.line;
  });
  const words = kind?.words ?? "";
  return [clause, nameOf(period), words, amount(stated), amount(computed), amount(difference), cause];
}

function lineRow({ clause, finding, stated, computed, difference, cause }: LineFinding, period: PeriodFigures) {
  const amount = (value: Fraction): CellAnswer => formatted(toNumber(value), WHOLE_AMOUNT);
  return [clause, nameOf(period), finding, amount(stated), amount(computed), amount(difference), cause];
}

function vanishedRows(printed: readonly PeriodPrinted[]): CellAnswer[][] {
  return vanishedClasses(printed).map(({ in: period, words, beside, shares }) => [
    "ASC 260-10-50-1(c)",
    nameOf(period),
    `${words}: no shares, beside ${figureText(shares, 0)} in the ${nameOf(beside)}`,
    "",
    "",
    "",
    "",
  ]);
}
