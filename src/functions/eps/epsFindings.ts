import { epsFindings, type EpsFinding, type PrintedPerShare } from "../../core/eps/disclosure/epsFindings";
import { yearsToDate, type PeriodColumn } from "../../core/eps/periods/fiscalYear";
import { describePeriod, type PeriodFigures } from "../../core/eps/periods/period";
import { untiedFigures } from "../../core/eps/periods/tieOut";
import { CalculationError, inWords } from "../../core/errors";
import { isBlank, readNumber, readPositive, readText, readWhole, type Given } from "../../core/given";
import { absolute, compare, decimalsOf, ONE, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import { printedFigure } from "../../core/number/printedFigure";
import { longDate } from "../../core/calendar/civilDate";
import { answer, formatted, perShareFormat, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { asRange, givenCell, isEmpty, readDate } from "../cells/arguments";
import { readTable, type TableRow } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";
import { readPeriodArguments } from "./periodArguments";

/**
 * What an auditor finds in the per-share figures that a filing prints: each that does not follow from the income and shares of its own period, with the clause and, where exactly one reading of the numbers gives the printed figure, the cause: an antidilutive issue included, a dilutive one left out, potential shares in a loss, another sign, thousands (ASC 260-10-45-10 to 45-19); and each figure in which a year to date that is given departs from its quarters.
 * @customfunction EPSFINDINGS
 * @param {any[][]} periods Period table with a header row, as in EPSTABLE.
 * @param {any[][]} printed The figures as printed, in the columns of the sheet EPS as filed: Period end, Months, Line, Printed, Unit. Its lines of per-share figures are read (Basic or Diluted earnings per share, and the same of continuing operations); its other lines are named at the end.
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
    const { figures, others } = readPrinted(asRange(printed));
    const columns = yearsToDate(table.periods, rules);
    const known = [...table.periods, ...columns.map((column) => column.figures)];
    const perShare = figures.flatMap((one) => {
      const period = periodOf(one, known);
      return epsFindings(period, [one.figure], roundedTo).map((finding) => findingRow(finding, period));
    });
    const found = [...perShare, ...untiedRows(columns, table.classes, roundedTo)];
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

const LINES: readonly (readonly [words: string, figure: Pick<PrintedPerShare, "section" | "line">])[] = [
  ["basic earnings per share", { section: "basic", line: "net" }],
  ["diluted earnings per share", { section: "diluted", line: "net" }],
  ["basic earnings per share, continuing operations", { section: "basic", line: "continuing" }],
  ["diluted earnings per share, continuing operations", { section: "diluted", line: "continuing" }],
];

/** A printed figure with the row that it stands in. */
interface PrintedLine {
  readonly row: TableRow<Column>;
  readonly figure: PrintedPerShare;
}

/** The per-share figures of a table, and the words of its other lines, each once. */
function readPrinted(range: readonly (readonly unknown[])[]) {
  const { rows } = readTable("printed", range, COLUMNS, ["Period end", "Line", "Printed"]);
  const figures: PrintedLine[] = [];
  const others = new Set<string>();
  for (const row of rows) {
    const words = readText(row.given("Line"));
    const found = LINES.find(([known]) => known === words.toLowerCase().replace(/\s+/g, " "));
    if (found) figures.push({ row, figure: { ...found[1], ...readFigure(row) } });
    else others.add(words);
  }
  return { figures, others: [...others] };
}

/** A figure with its decimals: those of its unit, else those that it shows, two at least. */
function readFigure(row: TableRow<Column>): Pick<PrintedPerShare, "printed" | "decimals"> {
  const given: Given = row.given("Printed");
  const text = typeof given.value === "string" ? printedFigure(given.value) : undefined;
  const printed = text ? text.value : readNumber(given);
  const unit = isEmpty(row.cell("Unit")) ? text?.unit : readPositive(row.given("Unit"));
  return {
    printed,
    decimals: Math.max(unit ? decimalsOf(unit, MOST_DECIMALS) : 2, decimalsOf(printed, MOST_DECIMALS)),
  };
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

function periodOf({ row }: PrintedLine, periods: readonly PeriodFigures[]): PeriodFigures {
  const end = readDate(row.given("Period end"));
  const months = isEmpty(row.cell("Months")) ? 3 : readWhole(row.given("Months"));
  const found = periods.find((period) => period.end === end && period.months === months && !period.pending);
  if (found) return found;
  const received = inWords(describePeriod({ end, months }));
  throw new CalculationError("invalid-input", row.name, "must be of a period that the table has figures for", received);
}

function findingRow({ clause, figure, stated, computed, difference, cause }: EpsFinding, period: PeriodFigures) {
  const amount = (value: Fraction): CellAnswer => formatted(toNumber(value), perShareFormat(figure.decimals));
  const words = `${figure.section === "basic" ? "Basic" : "Diluted"} earnings per share`;
  return [
    clause,
    nameOf(period),
    figure.line === "net" ? words : `${words}, continuing operations`,
    amount(stated),
    amount(computed),
    amount(difference),
    cause,
  ];
}
