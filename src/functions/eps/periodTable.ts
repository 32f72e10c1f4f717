import { requireOrderly } from "../../core/eps/periods/fiscalCalendar";
import { monthsOfWeeks, pendingPeriod, restatedForSplits, type PeriodFigures } from "../../core/eps/periods/period";
import { lineOf } from "../../core/eps/securities/security";
import type { SecurityTerms } from "../../core/eps/securities/terms";
import { incrementalTerms } from "../../core/eps/securities/parts";
import { CalculationError } from "../../core/errors";
import { plainWord, readNotNegative, readNumber, readPositive, readWhole } from "../../core/given";
import { allOf, Problems } from "../../core/problems";
import { isPositive, isZero, ONE, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import type { Weighting } from "../../core/eps/timeOutstanding";
import { asRange, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import { isNil } from "./dilutive";
import { readNumerator, type Numerator } from "./periodIncome";
import { withSecurities } from "./periodSecurities";
import { ADD_BACK, LESS, PERIOD_COLUMNS, periodColumn, PERIOD_HEADERS } from "./periodWords";
import { isBlankRange, readTable, type TableRow } from "../cells/table";

/** The periods of a table, and the security classes that head its columns. */
export interface PeriodTable {
  readonly periods: readonly PeriodFigures[];
  readonly classes: readonly string[];
}

/** Any of them tells net income. */
const NET_INCOMES = [
  "Net income",
  "Net income attributable to the company",
  "Net income available to common stockholders",
];

/** The columns that are under words of the user's own. */
interface PeriodColumns {
  readonly classes: readonly ClassColumns[];
  readonly deducted: readonly string[];
}

/**
 * Reads a period table, and the terms of the securities in each period where a table of them is given; shares are
 * restated for splits. A row that has no figure yet is a period still to be filled in; one that lacks some is refused.
 */
export function readPeriods(
  argument: string,
  range: Range,
  securities: Range | Cell,
  weighting: Weighting,
): PeriodTable {
  const net = NET_INCOMES.filter((column) => (range[0] ?? []).some((cell) => periodColumn(String(cell)) === column));
  const { columns, rows } = readTable(argument, range, PERIOD_HEADERS, [
    "Period end",
    net[0] ?? "Net income",
    "Weighted shares",
  ]);
  requireSignOfLoss(argument, range);
  const deducted = columns.filter((column) => column.startsWith(LESS));
  const classes = classesOf(columns.filter((column) => !PERIOD_COLUMNS.includes(column) && !deducted.includes(column)));
  if (rows.length === 0)
    throw new CalculationError("invalid-input", argument, "must have a header row and a period below it", "none");
  const read = (row: TableRow<string>) =>
    isFilledIn(row, columns) ? readPeriod(row, { classes, deducted }) : pendingPeriod(readSpan(row));
  const periods = requireOrderly(
    allOf(
      argument,
      rows.map((row) => () => read(row)),
    ),
  );
  const withTerms = isBlankRange(asRange(securities))
    ? periods
    : withSecurities(periods, asRange(securities), weighting);
  rows.forEach((row, index) => requireComplete(row, withTerms[index] as PeriodFigures));
  requireFewSplits(argument, withTerms);
  return { periods: restatedForSplits(withTerms), classes: labelsOf(classes, withTerms) };
}

const IS_LOSS_ALONE = /^(?!.*\b(income|earnings|profit|gain)\b).*\bloss\b/i;
const INCOMES: ReadonlySet<string> = new Set([
  ...NET_INCOMES,
  "Continuing income",
  "Discontinued income",
  "Income before extraordinary item",
  "Extraordinary item",
  "Income before cumulative effect",
  "Cumulative effect",
]);

/**
 * Filings print a loss under "Net loss" without a sign, sheets with one: where no figure of such a column has a sign,
 * nothing tells which is meant.
 */
function requireSignOfLoss(argument: string, range: Range): void {
  (range[0] ?? []).forEach((header, place) => {
    const isLoss = IS_LOSS_ALONE.test(String(header)) && INCOMES.has(periodColumn(String(header)) ?? "");
    if (!isLoss) return;
    const amounts = range.slice(1).flatMap((row, index) => {
      const cell = row[place];
      return typeof cell === "number" ? [{ amount: cell, number: index + 2 }] : [];
    });
    const first = amounts.find(({ amount }) => amount > 0);
    if (!first || amounts.some(({ amount }) => amount < 0)) return;
    const name = `${argument} row ${first.number}, column ${place + 1} (${String(header).trim()})`;
    const rule = 'must say whether it is a loss: give a loss as -500, and head a column of income "Net income (loss)"';
    throw new CalculationError("invalid-input", name, rule, first.amount);
  });
}

/** A security class of the table, with the column of its effect on income. */
interface ClassColumns {
  readonly label: string;
  readonly addBack: string;
}

/** A class has a count, an effect on income (a subsidiary's dilution has no other), or both, under one name in any case. */
function classesOf(columns: readonly string[]): readonly ClassColumns[] {
  const addBacks = new Map(
    columns.filter((column) => column.endsWith(ADD_BACK)).map((column) => [plainWord(column), column]),
  );
  const counts = columns.filter((column) => !column.endsWith(ADD_BACK));
  const counted = counts.map((label) => ({
    label,
    addBack: addBacks.get(plainWord(label + ADD_BACK)) ?? label + ADD_BACK,
  }));
  const alone = [...addBacks.values()].filter((column) => !counted.some(({ addBack }) => addBack === column));
  return [...counted, ...alone.map((addBack) => ({ label: addBack.slice(0, -ADD_BACK.length), addBack }))];
}

/** What a row says of its period before any figure is known. */
const SPAN_COLUMNS: ReadonlySet<string> = new Set(["Period end", "Months", "Weeks", "Split factor", "Average price"]);

function isFilledIn(row: TableRow<string>, columns: readonly string[]): boolean {
  return columns.some((column) => !SPAN_COLUMNS.has(column) && !isEmpty(row.cell(column)));
}

/** A period with securities of its own has begun to be filled in: what it lacks is then told. */
function requireComplete(row: TableRow<string>, { pending, securities }: PeriodFigures): void {
  if (pending && securities.length > 0) readPeriod(row, { classes: [], deducted: [] });
}

/** Every split restates all periods before it, exactly, so their number bounds the digits of the figures. */
const MOST_SPLITS = 200;

function requireFewSplits(argument: string, periods: readonly PeriodFigures[]): void {
  const splits = periods.filter(({ splitFactor }) => splitFactor !== ONE).length;
  if (splits > MOST_SPLITS)
    throw new CalculationError("out-of-range", argument, `must hold at most ${MOST_SPLITS} split factors`, splits);
}

/** The classes of the table, then the securities that have terms of their own. */
function labelsOf(classes: readonly ClassColumns[], periods: readonly PeriodFigures[]): readonly string[] {
  return [
    ...new Set([...classes.map(({ label }) => label), ...periods.flatMap(({ securities }) => securities.map(lineOf))]),
  ];
}

/** Every fault of the row is told at once. */
function readPeriod(row: TableRow<string>, { classes, deducted }: PeriodColumns): PeriodFigures {
  const problems = new Problems(row.name);
  const amount = (column: string, otherwise: Fraction) =>
    isNil(row.cell(column)) ? otherwise : readNumber(row.given(column));
  const span = problems.attempt(() => readSpan(row), undefined);
  const numerator = problems.attempt(() => readNumerator(row, deducted), undefined);
  const shares = problems.attempt(() => readPositive(row.given("Weighted shares")), undefined);
  const averagePrice = problems.attempt(() => readAveragePrice(row), undefined);
  const securities = classes.map((columns) => problems.attempt(() => readClass(row, columns, amount), []));
  problems.refuseAny();
  return {
    ...(span as Span),
    ...(numerator as Numerator),
    weightedAverageShares: shares as Fraction,
    securities: securities.flat(),
    averagePrice,
  };
}

function readAveragePrice(row: TableRow<string>): Fraction | undefined {
  return saysNothing(row.cell("Average price")) ? undefined : readPositive(row.given("Average price"));
}

function saysNothing(cell: Cell): boolean {
  return isEmpty(cell) || isNil(cell);
}

type Amount = (column: string, otherwise: Fraction) => Fraction;

type Span = Pick<PeriodFigures, "name" | "end" | "months" | "weeks" | "splitFactor">;

function readSpan(row: TableRow<string>): Span {
  return {
    name: row.name,
    end: readDate(row.given("Period end")),
    ...readLength(row),
    splitFactor: isEmpty(row.cell("Split factor")) ? ONE : readPositive(row.given("Split factor")),
  };
}

const MOST_WEEKS = 53;

/** In weeks where a row says them, in months otherwise; where it says both, they must be one length. */
function readLength(row: TableRow<string>): Pick<PeriodFigures, "months" | "weeks"> {
  if (isEmpty(row.cell("Weeks"))) return { months: readMonths(row) };
  const weeks = readWhole(row.given("Weeks"));
  if (weeks < 1 || weeks > MOST_WEEKS)
    throw new CalculationError("out-of-range", row.nameOf("Weeks"), `must be from 1 to ${MOST_WEEKS}`, weeks);
  const months = monthsOfWeeks(weeks);
  const isOneLength = isEmpty(row.cell("Months")) || Math.abs(readMonths(row) - months) <= 1;
  if (isOneLength) return { months, weeks };
  throw new CalculationError("invalid-input", row.nameOf("Weeks"), "must be as long as Months says", weeks);
}

/** A table without the column is one of quarters. */
function readMonths(row: TableRow<string>): number {
  if (!row.has("Months")) return 3;
  const months = readWhole(row.given("Months"));
  if (months >= 1 && months <= 12) return months;
  throw new CalculationError("out-of-range", row.nameOf("Months"), "must be from 1 to 12", months);
}

/** A class that is blank, nil or zero in a period says nothing of it: a year to date then takes the count of the quarters. */
function readClass(row: TableRow<string>, { label, addBack: column }: ClassColumns, amount: Amount): SecurityTerms[] {
  if (saysNothing(row.cell(label)) && saysNothing(row.cell(column))) return [];
  const count = isNil(row.cell(label)) ? ZERO : readNotNegative(row.given(label));
  const addBack = amount(column, ZERO);
  if (!isZero(count) || !isPositive(addBack)) return [incrementalTerms(label, count, addBack)];
  throw new CalculationError(
    "invalid-input",
    row.nameOf(column),
    "needs a number of shares beside it",
    toNumber(addBack),
  );
}
