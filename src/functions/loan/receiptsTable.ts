import { refused, type Given } from "../../core/given";
import { LOAN_FIELDS } from "../../core/loan/form/fields";
import type { LabelledRow } from "../../core/loan/form/words/givenByLabels";
import { plainLabel } from "../../core/loan/form/words/plainLabel";
import { meaningOf } from "../../core/loan/form/words/readLabel";
import { givenCell, isEmpty, type Cell } from "../cells/arguments";
import { placeName, type Place } from "./loanScheduleTable";

/** Where each column of a table of what happened stands. */
export interface ReceiptsColumns {
  readonly date: number;
  /** What a line is, in words; -1 where the columns say it. */
  readonly kind: number;
  /** Columns of amounts, each with the label of its lines; "" where the line's kind says it. */
  readonly amounts: readonly { readonly column: number; readonly label: string }[];
}

const plain = (words: readonly string[]) => new Set(words.map((word) => plainLabel(word).words));
const DATES = plain(["Date", "Date received", "Received on", "Date paid", "Transaction date", "Posting date"]);
const KINDS = plain(["Type", "Received/Type", "Kind", "Event", "Transaction", "Transaction type", "Entry", "Activity"]);
const AMOUNTS = plain(["Amount", "Amount received", "Received", "Value"]);
const NOTES = plain(["Memo", "Note", "Notes", "Remark", "Remarks", "Reference", "Check", "Check number", "Comment"]);
const RECEIVED = plain(["Received", "Amount received", "Payment received", "Receipt", "Receipts", "Cash received"]);
const RECEIPT = "Payment received";
/** What a line of a receipt is called, beside the labels of one. */
const RECEIPT_KINDS = plain(["Payment", "Receipt", "Received", "Pmt", "Cash", "ACH", "Wire", "Check", "Installment"]);

/** A date that any field of dated amounts takes: which label means one, a value in its place tells. */
const SOME_DATE = 45_000;

/**
 * The columns of a table of receipts and charges, beside the labels of a contract: Date, Type and Amount; or Date with a
 * column for each of what happened, Received, Fee, Late charge. Undefined for any other row.
 *
 * @param hasContract whether the labels above say how the loan is repaid: else payments are a schedule as it was paid
 */
export function receiptsColumns({ cells }: Place, hasContract: boolean): ReceiptsColumns | undefined {
  const words = cells.map((cell) => (isEmpty(cell) ? "" : plainLabel(cell).words));
  const columnOf = (known: ReadonlySet<string>) => words.findIndex((word) => known.has(word));
  const [date, kind] = [columnOf(DATES), columnOf(KINDS)];
  const others = words.flatMap((word, column) =>
    word === "" || column === date || column === kind || NOTES.has(word) ? [] : [{ word, column }],
  );
  if (date < 0 || others.length === 0) return undefined;
  if (kind >= 0) {
    const [only] = others;
    return only && others.length === 1 && AMOUNTS.has(only.word)
      ? { date, kind, amounts: [{ column: only.column, label: "" }] }
      : undefined;
  }
  const amounts = others.map(({ word, column }) => ({ column, label: eventLabel(word, cells[column]) ?? "" }));
  const isCharged = amounts.some(({ label }) => label !== "" && label !== RECEIPT);
  return amounts.every(({ label }) => label !== "") && (isCharged || hasContract) ? { date, kind, amounts } : undefined;
}

/** The label of a row that says the same of one date. */
function eventLabel(word: string, header: Cell): string | undefined {
  return RECEIVED.has(word) ? RECEIPT : datedLabel(header);
}

function datedLabel(words: Cell): string | undefined {
  const meaning = meaningOf(words, SOME_DATE);
  if (meaning?.kind !== "field") return undefined;
  const [first, second] = meaning.field.values;
  return meaning.field.list && first?.kind === "date" && second ? meaning.field.label : undefined;
}

/** A row of the table as the labelled rows that say the same. */
export function receiptsIn(name: string, { row, cells }: Place, columns: ReceiptsColumns): LabelledRow[] {
  const at = (column: number): Given => givenCell(placeName(name, row, column), cells[column]);
  return columns.amounts.flatMap(({ column, label }): LabelledRow[] => {
    if (isEmpty(cells[column])) return [];
    const value = label === "" ? kindLabel(at(columns.kind)) : label;
    return [{ label: { name: placeName(name, row, column), value }, values: [at(columns.date), at(column)] }];
  });
}

function kindLabel({ name, value }: Given): string {
  if (RECEIPT_KINDS.has(plainLabel(value).words)) return RECEIPT;
  const label = typeof value === "string" ? datedLabel(value) : undefined;
  if (label !== undefined) return label;
  const known = LOAN_FIELDS.filter(({ values, list }) => list && values.length === 2 && values[0]?.kind === "date");
  const rule = `must be what happened: ${known.map((field) => field.label).join(", ")}`;
  throw refused({ name, value }, rule);
}
