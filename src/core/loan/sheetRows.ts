/**
 * Takes an agreement in its object form, makes the rows of its loan sheet. Law: read again, the rows are the same
 * agreement.
 */
import { dayOfIsoDate, type Day } from "../calendar/civilDate";
import { LOAN_FIELDS, type FieldValue, type LoanField } from "./form/fields";

/** What a cell of a loan sheet holds: "" for a place that is left out. */
export type SheetValue = string | number | { readonly day: Day };

/** A label, then its values. */
export type SheetRow = readonly [label: string, ...values: SheetValue[]];

/** A loan sheet: the terms, and below them the schedule that the agreement prints, with a header row; empty without one. */
export interface SheetRows {
  readonly terms: readonly SheetRow[];
  readonly schedule: readonly SheetRow[];
}

type Agreement = Readonly<Record<string, unknown>>;

/** The columns of a printed schedule by their keys in the object form. */
const SCHEDULE_COLUMNS = [
  ["date", "Date"],
  ["opening", "Opening balance"],
  ["interest", "Interest"],
  ["principal", "Principal"],
  ["reduction", "Reduction"],
  ["balance", "Balance"],
] as const;

/** The rows of a loan sheet, in the order in which a reader would ask. */
export function sheetRows(agreement: Agreement): SheetRows {
  return {
    terms: LOAN_FIELDS.flatMap((field) => rowsOf(field, agreement[field.key])),
    schedule: scheduleRows((agreement.schedule ?? []) as readonly Agreement[]),
  };
}

function rowsOf(field: LoanField, given: unknown): SheetRow[] {
  if (given === undefined || given === null) return [];
  const { label, list, values } = field;
  const [first] = values;
  if (!list) return [[label, cellOf(given, first)]];
  return (given as readonly unknown[]).map((item): SheetRow => {
    if (values.length === 1) return [label, cellOf(item, first)];
    const cells = values.map((value) => cellOf((item as Agreement)[value.key], value));
    return [label, ...cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1)];
  });
}

function cellOf(given: unknown, value: FieldValue | undefined): SheetValue {
  if (given === undefined || given === null) return "";
  if (typeof given === "boolean") return given ? "yes" : "no";
  return value?.kind === "date" ? dateCell(given) : (given as string | number);
}

function dateCell(given: unknown): SheetValue {
  const day = dayOfIsoDate(String(given));
  if (day === undefined) throw new RangeError(`${String(given)} is no date of an agreement's object form`);
  return { day };
}

/** With the columns that any of its lines has. */
function scheduleRows(lines: readonly Agreement[]): SheetRow[] {
  const columns = SCHEDULE_COLUMNS.filter(([key]) => lines.some((line) => line[key] !== undefined));
  if (columns.length === 0) return [];
  const header = columns.map(([, title]) => title);
  const rows = lines.map((line) =>
    columns.map(([key]) => (key === "date" ? dateCell(line.date) : ((line[key] ?? "") as SheetValue))),
  );
  return [header, ...rows] as unknown as SheetRow[];
}
