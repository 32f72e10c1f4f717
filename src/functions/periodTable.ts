import { pendingPeriod, requireOrderly, restatedForSplits, type PeriodFigures } from "../core/eps/periods";
import { lineOf, type SecurityTerms } from "../core/eps/securities";
import { incrementalTerms } from "../core/eps/securityParts";
import { CalculationError } from "../core/errors";
import { isPositive, isZero, ONE, toNumber, ZERO, type Fraction } from "../core/number/fraction";
import type { Weighting } from "../core/eps/timeOutstanding";
import { asRange, isBlank, readDate, readNumber, readWholeNumber, type Cell, type Range } from "./arguments";
import { isNil } from "./dilutive";
import { readPositive, readQuantity } from "./epsArguments";
import { withSecurities } from "./periodSecurities";
import { isEmpty, readTable, type TableRow } from "./table";

/** Known columns of a period table, by the words that users head them with. Every other header is a security class. */
const COLUMNS: Readonly<Record<string, string>> = {
  "period end": "Period end", "period ended": "Period end",
  months: "Months",
  "net income": "Net income", "net loss": "Net income",
  "continuing income": "Continuing income", "income from continuing operations": "Continuing income",
  "preferred dividends": "Preferred dividends",
  "weighted shares": "Weighted shares", "weighted average shares": "Weighted shares",
  "split factor": "Split factor",
};

const ADD_BACK = " add-back";

/** The periods of a table, and the security classes that head its columns. */
export interface PeriodTable {
  readonly periods: readonly PeriodFigures[];
  readonly classes: readonly string[];
}

/**
 * Reads a period table, and the terms of the securities in each period where a table of them is given; shares are
 * restated for splits. A row that has no figure yet is a period still to be filled in; one that lacks some is refused.
 */
export function readPeriods(argument: string, range: Range, securities: Range | Cell, weighting: Weighting): PeriodTable {
  const { columns, rows } = readTable(argument, range, columnOf, Object.values(COLUMNS));
  const known = new Set(Object.values(COLUMNS));
  const classes = columns.filter((column) => !known.has(column) && !column.endsWith(ADD_BACK));
  if (rows.length === 0) throw new CalculationError("invalid-input", argument, "must have a header row and a period below it", "none");
  const periods = requireOrderly(rows.map((row) => (isFilledIn(row, columns) ? readPeriod(row, classes) : pendingPeriod(readSpan(row)))));
  const withTerms = isBlank(securities) ? periods : withSecurities(periods, asRange(securities), weighting);
  rows.forEach((row, index) => requireComplete(row, withTerms[index] as PeriodFigures));
  requireFewSplits(argument, withTerms);
  return { periods: restatedForSplits(withTerms), classes: labelsOf(classes, withTerms) };
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
  if (splits > MOST_SPLITS) throw new CalculationError("out-of-range", argument, `must hold at most ${MOST_SPLITS} split factors`, splits);
}

/** The classes of the table, then the securities that have terms of their own. */
function labelsOf(classes: readonly string[], periods: readonly PeriodFigures[]): readonly string[] {
  return [...new Set([...classes, ...periods.flatMap(({ securities }) => securities.map(lineOf))])];
}

function readPeriod(row: TableRow<string>, classes: readonly string[]): PeriodFigures {
  const amount = (column: string, otherwise: Fraction) =>
    isNil(row.cell(column)) ? otherwise : readNumber(row.nameOf(column), row.cell(column));
  const netIncome = readNumber(row.nameOf("Net income"), row.cell("Net income"));
  return {
    ...readSpan(row),
    netIncome,
    continuingIncome: amount("Continuing income", netIncome),
    preferredDividends: amount("Preferred dividends", ZERO),
    weightedAverageShares: readPositive(row.nameOf("Weighted shares"), row.cell("Weighted shares")),
    securities: classes.flatMap((label) => readClass(row, label, amount)),
  };
}

function readSpan(row: TableRow<string>) {
  return {
    name: row.name,
    end: readDate(row.nameOf("Period end"), row.cell("Period end")),
    months: readMonths(row),
    splitFactor: isBlank(row.cell("Split factor")) ? ONE : readPositive(row.nameOf("Split factor"), row.cell("Split factor")),
  };
}

/** A table without the column is one of quarters. */
function readMonths(row: TableRow<string>): number {
  if (!row.has("Months")) return 3;
  const months = readWholeNumber(row.nameOf("Months"), row.cell("Months"));
  if (months >= 1 && months <= 12) return months;
  throw new CalculationError("out-of-range", row.nameOf("Months"), "must be from 1 to 12", months);
}

/** A class that is blank in a period says nothing of it: a year to date then takes the count of the quarters. */
function readClass(
  row: TableRow<string>,
  label: string,
  amount: (column: string, otherwise: Fraction) => Fraction,
): SecurityTerms[] {
  const addBackColumn = label + ADD_BACK;
  if (isNil(row.cell(label)) && isNil(row.cell(addBackColumn))) return [];
  const count = isNil(row.cell(label)) ? ZERO : readQuantity(row.nameOf(label), row.cell(label));
  const addBack = amount(addBackColumn, ZERO);
  if (!isZero(count) || !isPositive(addBack)) return [incrementalTerms(label, count, addBack)];
  throw new CalculationError("invalid-input", row.nameOf(addBackColumn), "needs a number of shares beside it", toNumber(addBack));
}

/** A known column, or a security class by its own words; undefined for what looks like a known header misspelt. */
function columnOf(key: string, header: string): string | undefined {
  const known = COLUMNS[key.replace("(loss)", "").replace(/ +/g, " ").trim()];
  if (known) return known;
  const misspelt = key === "" || Object.keys(COLUMNS).some((word) => Math.abs(word.length - key.length) <= 2 && editDistance(key, word) <= 2);
  return misspelt ? undefined : header.trim().replace(/[\s-]+add-?\s?back$/i, ADD_BACK);
}

/** Letters to insert, drop or replace to make one word of the other. */
function editDistance(a: string, b: string): number {
  const first = Array.from({ length: b.length + 1 }, (_distance, index) => index);
  return [...a].reduce(
    (above, letter, row) =>
      [...b].reduce(
        (line, other, column) => {
          const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
          return [...line, Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1)];
        },
        [row + 1],
      ),
    first,
  )[b.length] as number;
}
