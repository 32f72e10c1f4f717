/**
 * A loan as a form shows it: fields with what is typed into them, each with the cell of the loan sheet that it stands
 * in. Law: what the form does not show stays as it is.
 */
import { isBlank } from "../../../core/given";
import { LOAN_FIELDS, type LoanField } from "../../../core/loan/form/fields";
import { isKnownLabel, meaningOf } from "../../../core/loan/form/words/readLabel";
import { isEmpty } from "../../../functions/cells/arguments";
import { givenBySheet } from "../../../functions/loan/loanSheet";
import type { Area, CellContent, Grid } from "../../book/book";
import { entryOfContent } from "./entries";

/** One row of a loan sheet in the form: a field and what is typed for each of its values. */
export interface FormRow {
  /** Tells rows of one field from each other, for as long as the form is open. */
  readonly id: number;
  readonly key: string;
  readonly entries: readonly string[];
  /** Where it stands; absent for a row that the sheet does not have yet. */
  readonly place?: RowPlace;
}

/** A row of the sheet, counted from the first of the loan's cells. */
export interface RowPlace {
  readonly row: number;
  /** The column of the first value; the others follow it. */
  readonly column: number;
  /** What was read from it. */
  readonly was: readonly string[];
  /** Whether a formula gives the value. */
  readonly formulas: readonly boolean[];
}

export interface LoanForm {
  /** The cells of the loan that is edited; absent for a new one. */
  readonly area?: Area;
  readonly grid: Grid;
  readonly rows: readonly FormRow[];
  /** Keys of fields that stand on the sheet where the form does not reach them: beside others, or twice. */
  readonly outOfReach: readonly string[];
}

const NO_CELLS: Grid = { contents: [], values: [] };

/** A loan of which nothing is said yet but what most loans have. */
export function newLoanForm(): LoanForm {
  const said: readonly (readonly [key: string, entry: string])[] = [
    ["method", "level payment"],
    ["frequency", "monthly"],
  ];
  const rows = said.map(([key, entry], id): FormRow => ({ id, key, entries: [entry] }));
  return { grid: NO_CELLS, rows, outOfReach: [] };
}

/** The form of a loan sheet as its cells stand. */
export function formOfSheet(area: Area, grid: Grid): LoanForm {
  const rows: FormRow[] = [];
  for (const [row, cells] of grid.values.entries()) {
    const found = rowIn(cells, grid.contents[row] ?? []);
    if (!found) continue;
    const isSecond = !found.field.list && rows.some(({ key }) => key === found.field.key);
    if (isSecond) continue;
    const { entries, column, formulas } = found;
    const place = { row, column, was: entries, formulas };
    rows.push({ id: rows.length, key: found.field.key, entries, place });
  }
  return { area, grid, rows, outOfReach: outOfReachOf(grid, rows) };
}

interface FoundRow {
  readonly field: LoanField;
  readonly column: number;
  readonly entries: readonly string[];
  readonly formulas: readonly boolean[];
}

/** The field of a row that begins with a label, where the form has room for it. */
function rowIn(cells: readonly CellContent[], contents: readonly CellContent[]): FoundRow | undefined {
  const label = cells.findIndex((cell) => !isEmpty(cell));
  if (label < 0 || label === cells.length - 1 || !isKnownLabel(cells[label])) return undefined;
  const column = label + 1;
  const meaning = meaningOf(cells[label], isBlank(cells[column]) ? undefined : cells[column]);
  if (meaning?.kind !== "field" || !isShown(meaning.field)) return undefined;
  const { field } = meaning;
  const given = givenIn(cells, field.key);
  const entries = field.values.map(({ kind }, index) =>
    entryOfContent(kind, given?.[index]?.value ?? cells[column + index]),
  );
  const formulas = field.values.map((_value, index) => String(contents[column + index] ?? "").startsWith("="));
  return { field, column, entries, formulas };
}

/** The values of a row as the reader of loan sheets takes them: "$100,000" as the amount that it is. */
function givenIn(cells: readonly CellContent[], key: string) {
  return givenBySheet("loan", [cells]).fields.get(key)?.[0];
}

/** The form shows fields of one value, and dated ones. */
export function isShown({ values, list }: LoanField): boolean {
  if (values.length === 1) return !list;
  const [first, second, ...more] = values;
  return list && more.length === 0 && first?.kind === "date" && (second?.kind === "amount" || second?.kind === "rate");
}

function outOfReachOf({ values }: Grid, rows: readonly FormRow[]): string[] {
  const shown = new Set(rows.map(({ key }) => key));
  const keys = [...givenBySheet("loan", values).fields.keys()];
  return keys.filter((key) => !shown.has(key));
}

export function fieldNamed(key: string): LoanField {
  const field = LOAN_FIELDS.find((one) => one.key === key);
  if (!field) throw new RangeError(`a loan has no field ${key}`);
  return field;
}

/** What is typed into a field that stands once; "" where nothing is. */
export function entryOf({ rows }: LoanForm, key: string): string {
  return rows.find((row) => row.key === key)?.entries[0] ?? "";
}

/** The form with another entry in a field that stands once. */
export function withEntry(form: LoanForm, key: string, entry: string): LoanForm {
  const row = form.rows.find((one) => one.key === key);
  return row ? withRow(form, { ...row, entries: [entry] }) : withNewRow(form, key, [entry]);
}

/** The form with another row in the place of the one of the same id. */
export function withRow(form: LoanForm, row: FormRow): LoanForm {
  return { ...form, rows: form.rows.map((one) => (one.id === row.id ? row : one)) };
}

/** The form with one row more of a field. */
export function withNewRow(form: LoanForm, key: string, entries?: readonly string[]): LoanForm {
  const id = 1 + form.rows.reduce((most, row) => Math.max(most, row.id), -1);
  return { ...form, rows: [...form.rows, { id, key, entries: entries ?? fieldNamed(key).values.map(() => "") }] };
}

/** The form without a row: on the sheet its values become blank. */
export function withoutRow(form: LoanForm, { id, place }: FormRow): LoanForm {
  const row = form.rows.find((one) => one.id === id);
  if (row && place) return withRow(form, { ...row, entries: row.entries.map(() => "") });
  return { ...form, rows: form.rows.filter((one) => one.id !== id) };
}
