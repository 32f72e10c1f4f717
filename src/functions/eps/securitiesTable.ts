import { bringsProceeds } from "../../core/eps/securities/kinds";
import { missingPrices, potentialShares, takesProceeds, type Issue } from "../../core/eps/securities/security";
import type { SecurityKind, SecurityTerms } from "../../core/eps/securities/terms";
import { isoDate } from "../../core/calendar/civilDate";
import { lengthOf, timeOutstanding, type WeightedPeriod } from "../../core/eps/timeOutstanding";
import { CalculationError, inWords } from "../../core/errors";
import { choiceOf, isBlank, readNotNegative, readNumber, readPositive, readWhole } from "../../core/given";
import { allOf } from "../../core/problems";
import {
  compare,
  exactly,
  isNegative,
  isPositive,
  isZero,
  minus,
  ONE,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "../../core/number/fraction";
import { givenCell, isEmpty, readDate, type Range } from "../cells/arguments";
import { cellInWords } from "../cells/dataTypes";
import { dateWords } from "./epsArguments";
import { outstandingAlready, SECURITY_COLUMNS, SECURITY_TYPES, usualType, type SecurityColumn } from "./securityWords";
import { readTable, type TableRow } from "../cells/table";

export type SecurityRow = TableRow<SecurityColumn>;

const PRICE_COLUMNS = { exercisePrice: "Exercise price", averagePrice: "Average price" } as const;

/** Whether a range opens with a header that a securities table has. */
export function isSecuritiesTable(range: Range): boolean {
  return (range[0] ?? []).some((cell) => SECURITY_COLUMNS.named(cell) !== undefined);
}

export function readSecurityRows(
  argument: string,
  range: Range,
  needed?: readonly SecurityColumn[],
): readonly SecurityRow[] {
  return readTable(argument, range, SECURITY_COLUMNS, needed).rows;
}

/** Each row of a securities table as the issue of potential shares that it is. Rows of other periods are left out. */
export function readSecurities(argument: string, range: Range, period?: WeightedPeriod): Issue[] {
  const rows = readSecurityRows(argument, range).map(
    (row) => () => (isOfPeriod(row, period) ? [potentialShares(readTerms(row, period))] : []),
  );
  return allOf(argument, rows).flat();
}

/** Whether a row that names a period by its end, and its months where it says them, is of the period asked for. */
function isOfPeriod(row: SecurityRow, period: WeightedPeriod | undefined): boolean {
  if (!row.has("Period end")) return true;
  if (period) return readDate(row.given("Period end")) === period.end && isAsLong(row, period);
  const rule = "tells the period of a row: give the start and end of the period asked for";
  throw new CalculationError("invalid-input", row.nameOf("Period end"), rule, dateWords(row.given("Period end")));
}

function isAsLong(row: SecurityRow, period: WeightedPeriod): boolean {
  if (isEmpty(row.cell("Months"))) return true;
  return readWhole(row.given("Months")) === lengthOf({ ...period, weighting: "months" });
}

/** The terms of one row, with its time outstanding in the period; at the average price of the period where it says none. */
export function readTerms(
  row: SecurityRow,
  period: WeightedPeriod | undefined,
  ofPeriod?: Pick<SecurityTerms, "averagePrice">,
): SecurityTerms {
  const kind = readKind(row);
  const terms: SecurityTerms = {
    label: isEmpty(row.cell("Security")) ? row.name : cellInWords(row.cell("Security")),
    group: isEmpty(row.cell("Class")) ? undefined : cellInWords(row.cell("Class")),
    kind,
    number:
      kind === "subsidiary" ? optional(row, "Number", ZERO) : times(quantity(row, "Number"), conversionRatio(row)),
    exercisePrice: price(row, "Exercise price"),
    averagePrice: price(row, "Average price") ?? ofPeriod?.averagePrice,
    unrecognizedCost: optional(row, "Unrecognized cost", ZERO),
    earningsAddBack: times(optional(row, "Add-back", ZERO), minus(ONE, portion(row, "Tax rate", ZERO))),
    timeOutstanding: readTimeOutstanding(row, period),
  };
  return requireSharesOfAddBack(row, requireNoProceeds(row, requireMoreThanLittleCash(row, requirePrices(row, terms))));
}

/** A table without types is one of incremental counts, as exhibits print them; beside a price a type is needed. */
function readKind(row: SecurityRow): SecurityKind {
  const untyped = !row.has("Type") && isEmpty(row.cell("Exercise price")) && isEmpty(row.cell("Average price"));
  if (untyped) return "incremental";
  const name = row.nameOf("Type");
  return choiceOf(SECURITY_TYPES)(givenCell(name, usualType(name, row.cell("Type"))));
}

/** A warrant to be exercised for so little is exercised for nothing, whatever it is called. */
const LITTLE_CASH = exactly(0.01);

function requireMoreThanLittleCash(row: SecurityRow, terms: SecurityTerms): SecurityTerms {
  const { kind, exercisePrice, averagePrice } = terms;
  const isPenny = kind === "warrant" && exercisePrice && compare(exercisePrice, LITTLE_CASH) <= 0;
  if (!isPenny || (averagePrice && compare(averagePrice, times(LITTLE_CASH, exactly(10))) < 0)) return terms;
  throw outstandingAlready(row.nameOf("Exercise price"), row.cell("Exercise price"));
}

function requirePrices(row: SecurityRow, terms: SecurityTerms): SecurityTerms {
  const [missing] = missingPrices(terms);
  if (missing === undefined) return terms;
  const column = PRICE_COLUMNS[missing];
  const rule = row.cell(column) === 0 ? "must be more than zero" : "must be given for this type";
  throw new CalculationError("invalid-input", row.nameOf(column), rule, row.cell(column));
}

/** A price or cost that the type has no use for is a type mistaken, not a figure to pass over. */
function requireNoProceeds(row: SecurityRow, terms: SecurityTerms): SecurityTerms {
  if (takesProceeds(terms) || !bringsProceeds(terms)) return terms;
  const column = isEmpty(row.cell("Exercise price")) ? "Unrecognized cost" : "Exercise price";
  const rule =
    "must be blank for this type, which brings in no proceeds (debt whose principal is paid in cash is an option at its conversion price)";
  throw new CalculationError("invalid-input", row.nameOf(column), rule, row.cell(column));
}

function requireSharesOfAddBack(row: SecurityRow, terms: SecurityTerms): SecurityTerms {
  const rule = isPositive(terms.earningsAddBack) ? faultOfAddBack(terms) : undefined;
  if (rule === undefined) return terms;
  throw new CalculationError("invalid-input", row.nameOf("Add-back"), rule, toNumber(terms.earningsAddBack));
}

function faultOfAddBack({ kind, number, timeOutstanding }: SecurityTerms): string | undefined {
  if (kind === "subsidiary")
    return "must be zero or less for a subsidiary: what its own dilution takes from the parent";
  if (isZero(number)) return "needs a number of shares beside it";
  return isZero(timeOutstanding) ? "must be blank for an issue outstanding on no day of the period" : undefined;
}

/** `Weight` where it is given; otherwise From and To against the period; the whole period where nothing is given. */
function readTimeOutstanding(row: SecurityRow, period: WeightedPeriod | undefined): Fraction {
  if (!isEmpty(row.cell("Weight"))) return portion(row, "Weight", ONE);
  const [from, to] = [dateIn(row, "From"), dateIn(row, "To")];
  if (from === undefined && to === undefined) return wholePeriod(row);
  if (period === undefined) {
    const given = from === undefined ? "To" : "From";
    throw new CalculationError(
      "invalid-input",
      row.nameOf(given),
      "needs the start and end of the period",
      dateWords(row.given(given)),
    );
  }
  if (from !== undefined && to !== undefined && to < from) {
    throw new CalculationError(
      "invalid-input",
      row.nameOf("To"),
      `must not be before From, ${isoDate(from)}`,
      inWords(isoDate(to)),
    );
  }
  return timeOutstanding(from ?? period.start, to ?? period.end, period);
}

/** A weight of 0 may be a blank, as some Excels hand it over, or no time at all: neither is guessed. */
function wholePeriod(row: SecurityRow): Fraction {
  if (isBlank(row.cell("Weight"))) return ONE;
  const rule =
    "must be more than 0 and at most 1: write 1 for the whole period, and leave out an issue that was not outstanding";
  throw new CalculationError("out-of-range", row.nameOf("Weight"), rule, row.cell("Weight"));
}

function dateIn(row: SecurityRow, column: "From" | "To") {
  return isEmpty(row.cell(column)) ? undefined : readDate(row.given(column));
}

/** Shares for each of the number; one where nothing is said. */
function conversionRatio(row: SecurityRow): Fraction {
  return isEmpty(row.cell("Conversion ratio")) ? ONE : quantity(row, "Conversion ratio");
}

function optional(row: SecurityRow, column: SecurityColumn, otherwise: Fraction): Fraction {
  return isBlank(row.cell(column)) ? otherwise : readNumber(row.given(column));
}

function quantity(row: SecurityRow, column: SecurityColumn): Fraction {
  return readNotNegative(row.given(column));
}

function price(row: SecurityRow, column: "Exercise price" | "Average price"): Fraction | undefined {
  const cell = row.cell(column);
  if (column === "Average price") return isEmpty(cell) ? undefined : readPositive(row.given(column));
  return isBlank(cell) ? undefined : quantity(row, column);
}

/** A part of a whole. */
function portion(row: SecurityRow, column: SecurityColumn, otherwise: Fraction): Fraction {
  const value = optional(row, column, otherwise);
  if (!isNegative(value) && compare(value, ONE) <= 0) return value;
  throw new CalculationError("out-of-range", row.nameOf(column), "must be from 0 to 1", row.cell(column));
}
