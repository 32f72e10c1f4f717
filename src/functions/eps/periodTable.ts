import { plainWord, readNotNegative, readNumber, readPositive, readWhole } from "../../core/given";
import { pendingPeriod, requireOrderly, restatedForSplits, type PeriodFigures } from "../../core/eps/periods/period";
import { lineOf } from "../../core/eps/securities/security";
import type { SecurityTerms } from "../../core/eps/securities/terms";
import { incrementalTerms } from "../../core/eps/securities/parts";
import { CalculationError } from "../../core/errors";
import { compare, isPositive, isZero, minus, ONE, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import type { Weighting } from "../../core/eps/timeOutstanding";
import { asRange, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import { isNil } from "./dilutive";
import { withSecurities } from "./periodSecurities";
import { ADD_BACK, PERIOD_COLUMNS, PERIOD_HEADERS } from "./periodWords";
import { isBlankRange, readTable, type TableRow } from "../cells/table";

/** The periods of a table, and the security classes that head its columns. */
export interface PeriodTable {
  readonly periods: readonly PeriodFigures[];
  readonly classes: readonly string[];
}

const NEEDED = ["Period end", "Net income", "Weighted shares"];

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
  const { columns, rows } = readTable(argument, range, PERIOD_HEADERS, NEEDED);
  const classes = classesOf(columns.filter((column) => !PERIOD_COLUMNS.includes(column)));
  if (rows.length === 0)
    throw new CalculationError("invalid-input", argument, "must have a header row and a period below it", "none");
  const periods = requireOrderly(
    rows.map((row) => (isFilledIn(row, columns) ? readPeriod(row, classes) : pendingPeriod(readSpan(row)))),
  );
  const withTerms = isBlankRange(asRange(securities))
    ? periods
    : withSecurities(periods, asRange(securities), weighting);
  rows.forEach((row, index) => requireComplete(row, withTerms[index] as PeriodFigures));
  requireFewSplits(argument, withTerms);
  return { periods: restatedForSplits(withTerms), classes: labelsOf(classes, withTerms) };
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
const SPAN_COLUMNS: ReadonlySet<string> = new Set(["Period end", "Months", "Split factor"]);

function isFilledIn(row: TableRow<string>, columns: readonly string[]): boolean {
  return columns.some((column) => !SPAN_COLUMNS.has(column) && !isEmpty(row.cell(column)));
}

/** A period with securities of its own has begun to be filled in: what it lacks is then told. */
function requireComplete(row: TableRow<string>, { pending, securities }: PeriodFigures): void {
  if (pending && securities.length > 0) readPeriod(row, []);
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

function readPeriod(row: TableRow<string>, classes: readonly ClassColumns[]): PeriodFigures {
  const amount = (column: string, otherwise: Fraction) =>
    isNil(row.cell(column)) ? otherwise : readNumber(row.given(column));
  const netIncome = readNumber(row.given("Net income"));
  return {
    ...readSpan(row),
    netIncome,
    continuingIncome: readContinuing(row, netIncome, amount),
    preferredDividends: amount("Preferred dividends", ZERO),
    weightedAverageShares: readPositive(row.given("Weighted shares")),
    securities: classes.flatMap((columns) => readClass(row, columns, amount)),
  };
}

function saysNothing(cell: Cell): boolean {
  return isEmpty(cell) || isNil(cell);
}

type Amount = (column: string, otherwise: Fraction) => Fraction;

/**
 * Net income less discontinued income, where that is what the table has; both where they agree. Nothing said is no income
 * of nothing, and some Excels say 0 for it.
 */
function readContinuing(row: TableRow<string>, netIncome: Fraction, amount: Amount): Fraction {
  const left = minus(netIncome, amount("Discontinued income", ZERO));
  const continuing = isEmpty(row.cell("Continuing income")) ? left : amount("Continuing income", left);
  if (saysNothing(row.cell("Discontinued income")) || compare(continuing, left) === 0) return continuing;
  const rule = `must be net income less continuing income, ${toNumber(minus(netIncome, continuing))}`;
  throw new CalculationError("invalid-input", row.nameOf("Discontinued income"), rule, row.cell("Discontinued income"));
}

function readSpan(row: TableRow<string>) {
  return {
    name: row.name,
    end: readDate(row.given("Period end")),
    months: readMonths(row),
    splitFactor: isEmpty(row.cell("Split factor")) ? ONE : readPositive(row.given("Split factor")),
  };
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
