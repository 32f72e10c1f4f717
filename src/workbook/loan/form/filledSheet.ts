/** Takes a form, makes the cells of its loan sheet, and of what is wrong with them says in which field. */
import { CalculationError } from "../../../core/errors";
import { LOAN_FIELDS } from "../../../core/loan/form/fields";
import type { Loan } from "../../../core/loan/loan";
import { SeveralProblems } from "../../../core/problems";
import { isEmpty } from "../../../functions/cells/arguments";
import { readLoan } from "../../../functions/loan/loanArgument";
import type { CellContent } from "../../book/book";
import { contentOfEntry } from "./entries";
import { fieldNamed, type FormRow, type LoanForm } from "./loanForm";

/** What is wrong in one field. */
export interface FormProblem {
  readonly key: string;
  /** The row of the form, where the problem is in one that it has. */
  readonly id?: number;
  /** Which of its values. */
  readonly value: number;
  /** After the name of the field: "must be more than zero". */
  readonly rule: string;
  /** Whether it is only that nothing is said yet. */
  readonly isMissing: boolean;
}

/** A cell that the form changes. */
export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** The field and the value of it, for the cell's format; absent for a label. */
  readonly of?: { readonly key: string; readonly value: number };
}

/** The sheet as the form would leave it. */
export interface FilledSheet {
  /** What the cells show. */
  readonly values: readonly (readonly CellContent[])[];
  readonly changed: readonly ChangedCell[];
  readonly problems: readonly FormProblem[];
}

/** The cells of the form's loan: those of the sheet with what was changed, and below them the rows that are new. */
export function filledSheet(form: LoanForm): FilledSheet {
  const values = form.grid.values.map((row) => [...row]);
  const changed: ChangedCell[] = [];
  const problems: FormProblem[] = [];
  for (const { row, at, column, isNew } of placedRows(form)) {
    if (isNew) changed.push({ row: at, column: column - 1, content: fieldNamed(row.key).label });
    for (const [value, entry] of row.entries.entries()) {
      if (entry === row.place?.was[value] || (isNew && entry.trim() === "")) continue;
      const content = attempt(row, value, entry, problems);
      if (content !== undefined)
        changed.push({ row: at, column: column + value, content, of: { key: row.key, value } });
    }
  }
  for (const { row, column, content } of changed) {
    while (values.length <= row) values.push([]);
    const cells = values[row] ?? [];
    while (cells.length <= column) cells.push("");
    cells[column] = content;
  }
  return { values: padded(values), changed, problems };
}

function attempt(row: FormRow, value: number, entry: string, problems: FormProblem[]): CellContent | undefined {
  const kind = fieldNamed(row.key).values[value]?.kind ?? "text";
  try {
    return contentOfEntry(kind, entry);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    problems.push({ key: row.key, id: row.id, value, rule: error.rule, isMissing: false });
    return undefined;
  }
}

interface PlacedRow {
  readonly row: FormRow;
  readonly at: number;
  /** Of the first value. */
  readonly column: number;
  readonly isNew: boolean;
}

/** New rows that say something stand below the others, in the order in which a reader would ask. */
function placedRows({ rows, grid }: LoanForm): PlacedRow[] {
  const firstFree = 1 + grid.values.findLastIndex((cells) => cells.some((cell) => !isEmpty(cell)));
  const order = new Map(LOAN_FIELDS.map(({ key }, index) => [key, index]));
  const added = rows
    .filter((row) => !row.place && row.entries.some((entry) => entry.trim() !== ""))
    .sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  return [
    ...rows.flatMap((row) => (row.place ? [{ row, at: row.place.row, column: row.place.column, isNew: false }] : [])),
    ...added.map((row, index) => ({ row, at: firstFree + index, column: 1, isNew: true })),
  ];
}

function padded(rows: readonly CellContent[][]): CellContent[][] {
  const width = Math.max(2, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<CellContent>(width - row.length).fill("")]);
}

/** The form's loan, or what is wrong with it, field by field. */
export type CheckedLoan =
  | { readonly loan: Loan; readonly problems: readonly FormProblem[] }
  | { readonly loan: null; readonly problems: readonly FormProblem[]; readonly words?: string };

/** Reads the form's sheet as every function reads a loan. */
export function checkedLoan(form: LoanForm): CheckedLoan {
  const sheet = filledSheet(form);
  try {
    const loan = readLoan(sheet.values);
    return sheet.problems.length > 0 ? { loan: null, problems: sheet.problems } : { loan, problems: [] };
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    return { loan: null, ...placedProblems(form, sheet, error) };
  }
}

/** Each fault at its field; in words what belongs to none. What follows from an entry that is none is not told. */
function placedProblems(form: LoanForm, sheet: FilledSheet, error: CalculationError) {
  const faults = error instanceof SeveralProblems ? error.problems : [error];
  const placed = faults.map((fault) => ({ fault, at: placeOf(form, fault) }));
  const isKnown = (key: string) => sheet.problems.some((problem) => problem.key === key);
  const found = placed.flatMap(({ at }) => (at && !isKnown(at.key) ? [at] : []));
  const problems = [...sheet.problems, ...found];
  const [unplaced] = placed.filter(({ at }) => !at);
  return { problems, ...(unplaced && sheet.problems.length === 0 ? { words: unplaced.fault.message } : {}) };
}

const LENGTH_OF_LOAN = "must say what ends it";

function placeOf(form: LoanForm, { argument, rule }: CalculationError): FormProblem | undefined {
  const [, rowNumber, columnNumber] = / row (\d+), column (\d+)/.exec(argument) ?? [];
  if (rowNumber === undefined) return missingField(rule);
  const row = Number(rowNumber) - 1;
  const found = placedRows(form).find(({ at }) => at === row);
  if (!found) return undefined;
  const values = found.row.entries.length;
  const named = argument.endsWith("second value") ? 1 : Number(columnNumber) - 1 - found.column;
  const value = Math.min(Math.max(named, 0), values - 1);
  const isMissing = (found.row.entries[value] ?? "").trim() === "";
  return { key: found.row.key, id: found.row.id, value, rule: isMissing ? "is still to be given" : rule, isMissing };
}

/** "must say the principal (Principal)"; what ends the loan is said by one of several. */
function missingField(rule: string): FormProblem | undefined {
  if (rule.startsWith(LENGTH_OF_LOAN))
    return { key: "payments", value: 0, rule: "is still to be given", isMissing: true };
  const label = /^must say .*\(([^)]+)\)$/.exec(rule)?.[1];
  const field = LOAN_FIELDS.find((one) => one.label === label);
  return field && { key: field.key, value: 0, rule: "is still to be given", isMissing: true };
}
