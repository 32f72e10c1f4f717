/**
 * Takes a table of loans, labels as headers over one loan a row, makes each loan. Law: a row that cannot be read is an
 * error of its own and of no other; a header that is not understood is one of the whole table.
 */
import { CalculationError, inWords } from "../../../errors";
import { isBlank, isPresent, plainWord, type Given } from "../../../given";
import { Problems } from "../../../problems";
import type { Loan } from "../../loan";
import { readGivenLoan } from "../readGivenLoan";
import type { ReadDate } from "../values";
import { givenByLabels } from "./givenByLabels";
import { nearestField } from "./nearestLabel";
import { isKnownLabel, meaningOf } from "./readLabel";
import { isWords } from "./valueLook";

/** One loan of a table. */
export interface LoanTableRow {
  /** Where it stands: "loans row 3". */
  readonly name: string;
  /** What the table calls it: its name, number or borrower; "Loan 2" where it says none. */
  readonly label: string;
  readonly loan: Loan | CalculationError;
}

/** The cells of a table, each with its place, "loans row 3, column 2"; the first row holds the headers. */
export interface GivenTable {
  /** What an error calls the whole: "loans". */
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly Given[] }[];
  readonly readDate: ReadDate;
}

/** So many labels of a loan in one row of words are the headers of a table. */
const LEAST_HEADERS = 3;

/** Whether a row of cells heads a table of loans: words alone, most of them labels of a loan sheet. */
export function isLoanTableHeader(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.every((cell) => typeof cell === "string") && filled.filter(isKnownLabel).length >= LEAST_HEADERS;
}

/**
 * Reads the loans of a table. Blank rows and a row of totals are passed over; so are columns that no rule needs.
 *
 * @throws CalculationError `invalid-input` for headers that are not understood, all of them together
 */
export function readLoanTable(table: GivenTable): readonly LoanTableRow[] {
  const [head, ...rows] = table.rows;
  if (!head || !isLoanTableHeader(head.cells.map(({ value }) => value))) {
    const rule =
      "must be a table with a header row, such as Loan, Principal, Start date, Annual rate, Number of payments";
    throw new CalculationError("invalid-input", head?.name ?? table.name, rule, inWords("no such row"));
  }
  const filled = rows.filter(({ cells }) => cells.some(isFilled) && !isTotal(cells));
  requireHeaders(table.name, head.cells, filled);
  return filled.map(({ name, cells }, index) => {
    const loan = loanIn({ ...table, name }, head.cells, cells);
    return { name, label: labelIn(head.cells, cells) ?? `Loan ${index + 1}`, loan };
  });
}

function isFilled({ value }: Given): boolean {
  return !isBlank(value) && value !== 0;
}

function isTotal(cells: readonly Given[]): boolean {
  return ["total", "totals", "sum"].includes(plainWord(cells.find(isFilled)?.value));
}

/** Refuses headers over values that could matter: unknown ones, ambiguous ones, and those of several values. */
function requireHeaders(
  whole: string,
  headers: readonly Given[],
  rows: readonly { readonly cells: readonly Given[] }[],
) {
  const problems = new Problems(whole);
  for (const [column, header] of headers.entries()) {
    const values = rows.flatMap(({ cells }) => cells[column] ?? []).filter(isFilled);
    const rule = values[0] && ruleFor(header, values[0], values);
    if (rule) problems.add(new CalculationError("invalid-input", header.name, rule, header.value));
  }
  problems.refuseAny();
}

function ruleFor(header: Given, first: Given, values: readonly Given[]): string | undefined {
  if (isBlank(header.value)) return values.every(({ value }) => isWords(value)) ? undefined : "must head its column";
  const meaning = meaningOf(header.value, first.value);
  if (meaning?.kind === "ambiguous") return `must say which is meant: ${meaning.readings}`;
  if (meaning?.kind === "field" && meaning.field.values.length > 1) {
    return `must be left out of a table, as ${meaning.field.label} takes several values: give the loan its own sheet`;
  }
  if (meaning) return undefined;
  const nearest = nearestField(String(header.value), first.value);
  if (!nearest && values.every(({ value }) => isWords(value))) return undefined;
  return `must be a label of a loan sheet, such as ${nearest?.label ?? "Principal, Start date, Annual rate"}`;
}

function loanIn(table: GivenTable, headers: readonly Given[], cells: readonly Given[]): Loan | CalculationError {
  const rows = headers.flatMap((label, column) => {
    const value = cells[column];
    return isBlank(label.value) || !value ? [] : [{ label: { ...label, name: value.name }, values: [value] }];
  });
  try {
    return readGivenLoan({ name: table.name, readDate: table.readDate, schedule: [], ...givenByLabels(rows) });
  } catch (error) {
    if (error instanceof CalculationError) return error;
    throw error;
  }
}

/** What a row calls its loan: under Loan or Name, else under the first header that no rule needs. */
function labelIn(headers: readonly Given[], cells: readonly Given[]): string | undefined {
  const under = (isIt: (header: Given, value: unknown) => boolean) =>
    headers.flatMap((header, column) => {
      const value = cells[column];
      return isPresent(value) && isIt(header, value.value) ? [String(value.value)] : [];
    })[0];
  const isName = (header: Given) => meaningNames(header.value);
  return under(isName) ?? under((header, value) => meaningOf(header.value, value)?.kind === "passedOver");
}

function meaningNames(header: unknown): boolean {
  const meaning = meaningOf(header, "words");
  return meaning?.kind === "field" && meaning.field.key === "name";
}
