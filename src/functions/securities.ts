import { missingPrices, potentialShares, type Issue, type SecurityKind, type SecurityTerms } from "../core/eps/securities";
import { timeOutstanding, type WeightedPeriod } from "../core/eps/timeOutstanding";
import { CalculationError } from "../core/errors";
import { compare, isNegative, isPositive, isZero, minus, ONE, times, toNumber, ZERO, type Fraction } from "../core/number/fraction";
import { isBlank, readChoice, readDate, readNumber, type Cell, type Range } from "./arguments";
import { readPositive, readQuantity } from "./epsArguments";
import { headerKey, readTable, type TableRow } from "./table";

/** Columns of a securities table, by every word that users head them with. */
const COLUMNS = {
  security: "Security", name: "Security", issue: "Security",
  class: "Class",
  type: "Type",
  number: "Number", shares: "Number",
  "conversion ratio": "Conversion ratio",
  "exercise price": "Exercise price",
  "average price": "Average price", "average market price": "Average price",
  "unrecognized cost": "Unrecognized cost", "unrecognised cost": "Unrecognized cost",
  "add back": "Add-back", addback: "Add-back",
  "tax rate": "Tax rate",
  from: "From",
  to: "To",
  weight: "Weight",
  "period end": "Period end",
  months: "Months",
} as const;

type Column = (typeof COLUMNS)[keyof typeof COLUMNS];
export type SecurityRow = TableRow<Column>;

const TYPES: Readonly<Record<string, SecurityKind>> = {
  option: "option",
  warrant: "warrant",
  RSU: "award",
  "convertible debt": "convertible",
  "convertible preferred": "convertible",
  contingent: "contingent",
  "written put": "writtenPut",
  "purchased option": "purchasedOption",
  subsidiary: "subsidiary",
  incremental: "incremental",
};

/** Other words for the types, in the singular. */
const SYNONYMS: Readonly<Record<string, string>> = {
  "stock option": "option", "share option": "option", "purchase right": "option",
  "restricted stock": "RSU", "restricted stock unit": "RSU", "restricted share": "RSU", "performance share": "RSU", psu: "RSU",
  "stock award": "RSU", "share award": "RSU",
  "convertible note": "convertible debt", "convertible bond": "convertible debt", "convertible debenture": "convertible debt",
  "convertible preferred stock": "convertible preferred", "convertible preference": "convertible preferred",
  "convertible preference share": "convertible preferred",
  "contingent share": "contingent", "contingently issuable": "contingent", "contingently issuable share": "contingent",
  "forward purchase": "written put", "forward purchase contract": "written put",
  "purchased put": "purchased option", "purchased call": "purchased option",
  "incremental share": "incremental",
};

const PRICE_COLUMNS = { exercisePrice: "Exercise price", averagePrice: "Average price" } as const;

/** Whether a range opens with a header that a securities table has. */
export function isSecuritiesTable(range: Range): boolean {
  return (range[0] ?? []).some((cell) => columnOf(headerKey(cell)) !== undefined);
}

export function readSecurityRows(argument: string, range: Range): readonly SecurityRow[] {
  return readTable(argument, range, columnOf, Object.values(COLUMNS)).rows;
}

/** Each row of a securities table as the issue of potential shares that it is. Rows of other periods are left out. */
export function readSecurities(argument: string, range: Range, period?: WeightedPeriod): Issue[] {
  return readSecurityRows(argument, range)
    .filter((row) => isOfPeriod(row, period))
    .map((row) => potentialShares(readTerms(row, period)));
}

function isOfPeriod(row: SecurityRow, period: WeightedPeriod | undefined): boolean {
  if (!row.has("Period end")) return true;
  if (period) return readDate(row.nameOf("Period end"), row.cell("Period end")) === period.end;
  const rule = "tells the period of a row: give the start and end of the period asked for";
  throw new CalculationError("invalid-input", row.nameOf("Period end"), rule, row.cell("Period end"));
}

function columnOf(key: string): Column | undefined {
  return Object.hasOwn(COLUMNS, key) ? COLUMNS[key as keyof typeof COLUMNS] : undefined;
}

/** The terms of one row, with its time outstanding in the period. */
export function readTerms(row: SecurityRow, period: WeightedPeriod | undefined): SecurityTerms {
  const kind = readKind(row);
  const terms: SecurityTerms = {
    label: isBlank(row.cell("Security")) ? row.name : String(row.cell("Security")),
    group: isBlank(row.cell("Class")) ? undefined : String(row.cell("Class")),
    kind,
    number: kind === "subsidiary" ? optional(row, "Number", ZERO) : times(quantity(row, "Number"), optional(row, "Conversion ratio", ONE)),
    exercisePrice: price(row, "Exercise price"),
    averagePrice: price(row, "Average price"),
    unrecognizedCost: optional(row, "Unrecognized cost", ZERO),
    earningsAddBack: times(optional(row, "Add-back", ZERO), minus(ONE, portion(row, "Tax rate", ZERO))),
    timeOutstanding: readTimeOutstanding(row, period),
  };
  return requireSharesOfAddBack(row, requirePrices(row, terms));
}

/** A table without types is one of incremental counts, as exhibits print them; beside a price a type is needed. */
function readKind(row: SecurityRow): SecurityKind {
  const untyped = isBlank(row.cell("Type")) && isBlank(row.cell("Exercise price")) && isBlank(row.cell("Average price"));
  return untyped && !row.has("Type") ? "incremental" : readChoice(row.nameOf("Type"), usualWord(row.cell("Type")), TYPES);
}

/** The usual word for a type; what is not known stays as it is, to be refused. */
function usualWord(cell: Cell): Cell {
  const singular = headerKey(cell).replace(/s$/, "");
  if (Object.hasOwn(SYNONYMS, singular)) return SYNONYMS[singular];
  return Object.keys(TYPES).find((word) => word.toLowerCase() === singular) ?? cell;
}

function requirePrices(row: SecurityRow, terms: SecurityTerms): SecurityTerms {
  const [missing] = missingPrices(terms);
  if (missing === undefined) return terms;
  const column = PRICE_COLUMNS[missing];
  throw new CalculationError("invalid-input", row.nameOf(column), "must be given for this type", row.cell(column));
}

function requireSharesOfAddBack(row: SecurityRow, terms: SecurityTerms): SecurityTerms {
  if (!isPositive(terms.earningsAddBack) || !isZero(terms.number)) return terms;
  const received = toNumber(terms.earningsAddBack);
  throw new CalculationError("invalid-input", row.nameOf("Add-back"), "needs a number of shares beside it", received);
}

/** `Weight` where it is given; otherwise From and To against the period; the whole period where nothing is given. */
function readTimeOutstanding(row: SecurityRow, period: WeightedPeriod | undefined): Fraction {
  if (!isBlank(row.cell("Weight"))) return portion(row, "Weight", ONE);
  const [from, to] = [dateIn(row, "From"), dateIn(row, "To")];
  if (from === undefined && to === undefined) return ONE;
  if (period === undefined) {
    const given = from === undefined ? "To" : "From";
    throw new CalculationError("invalid-input", row.nameOf(given), "needs the start and end of the period", row.cell(given));
  }
  return timeOutstanding(from ?? period.start, to ?? period.end, period);
}

function dateIn(row: SecurityRow, column: Column) {
  return isBlank(row.cell(column)) ? undefined : readDate(row.nameOf(column), row.cell(column));
}

function optional(row: SecurityRow, column: Column, otherwise: Fraction): Fraction {
  return isBlank(row.cell(column)) ? otherwise : readNumber(row.nameOf(column), row.cell(column));
}

function quantity(row: SecurityRow, column: Column): Fraction {
  return readQuantity(row.nameOf(column), row.cell(column));
}

function price(row: SecurityRow, column: "Exercise price" | "Average price"): Fraction | undefined {
  if (isBlank(row.cell(column))) return undefined;
  return column === "Average price" ? readPositive(row.nameOf(column), row.cell(column)) : quantity(row, column);
}

/** A part of a whole. */
function portion(row: SecurityRow, column: Column, otherwise: Fraction): Fraction {
  const value = optional(row, column, otherwise);
  if (!isNegative(value) && compare(value, ONE) <= 0) return value;
  throw new CalculationError("out-of-range", row.nameOf(column), "must be from 0 to 1", row.cell(column));
}
