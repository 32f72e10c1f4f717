import { CalculationError, inWords } from "../../core/errors";
import { isBlank, isPresent, type Given } from "../../core/given";
import type { GivenLine, GivenLoan } from "../../core/loan/form/givenLoan";
import { givenByLabels, type LabelledRow } from "../../core/loan/form/words/givenByLabels";
import { isKnownLabel, meaningOf, valuesOf } from "../../core/loan/form/words/readLabel";
import { isWords } from "../../core/loan/form/words/valueLook";
import { givenCell, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import {
  givenIn,
  isScheduleHeader,
  isTotal,
  lineOf,
  placeName,
  scheduleColumns,
  type Place,
  type ScheduleColumns,
} from "./loanScheduleTable";

import { dateInOrder, dateOrderOf, datesReadIn } from "./dateOrder";
import { receiptsColumns, receiptsIn, type ReceiptsColumns } from "./receiptsTable";

const MOST_ROWS = 10_000;
const MOST_CELLS = 200_000;

/**
 * Reads a loan sheet: rows of a label and its values, in any order, several pairs beside each other where a template puts
 * them so, and from a row on that heads a Date the schedule that the agreement prints. Blank rows are passed over, and so
 * are words behind a value, and titles: a text that stands alone in its row and is no "Principal: $100,000". What is wrong with the sheet is in the
 * answer, all of it; a fault of the schedule's header is thrown.
 */
export function givenBySheet(name: string, range: Range): GivenLoan {
  const rows: LabelledRow[] = [];
  const schedule: GivenLine[] = [];
  const totals: Given[][] = [];
  const accounts: Given[][] = [];
  let columns: ScheduleColumns | null = null;
  let receipts: ReceiptsColumns | undefined;
  for (const [row, cells] of range.entries()) {
    const column = cells.findIndex((cell) => !isEmpty(cell));
    if (column < 0) continue;
    const place: Place = { row, cells, column };
    const account = accountLabelled(cells[column]);
    const headed = receiptsColumns(place, rows.some(saysRepayment));
    if (headed) [receipts, columns] = [headed, null];
    else if (isScheduleHeader(place)) [columns, receipts] = [scheduleColumns(name, place), undefined];
    else if (receipts && typeof cells[receipts.date] === "number") rows.push(...receiptsIn(name, place, receipts));
    else if (account !== undefined) accounts.push(accountIn(name, account, place));
    else if (isKnownLabel(cells[column])) rows.push(...labelledIn(name, place));
    else if (isHeading(place)) rows.push(...labelledInText(name, place));
    else if (columns && isTotal(place, columns)) totals.push(...totalOf(name, place, columns));
    else if (columns) schedule.push(lineOf(name, place, columns));
    else rows.push(...labelledIn(name, place));
  }
  const { fields, ...told } = givenByLabels(rows);
  const order = dateOrderOf(range.flat());
  return {
    name,
    readDate: (place, value) => readDate({ name: place, value: order === null ? value : dateInOrder(value, order) }),
    fields: withAdded(fields, { figures: totals, accounts }),
    schedule,
    ...told,
    notes: [
      ...told.notes,
      ...(order === null ? [] : [datesReadIn(order)]),
      ...(startsByFirstPayment(fields) && schedule.length === 0 ? [STARTS_BY_FIRST_PAYMENT] : []),
    ],
  };
}

const STARTS_BY_FIRST_PAYMENT =
  "Interest is read as running from one period before the first payment, as no start date is given.";

function startsByFirstPayment(fields: GivenLoan["fields"]): boolean {
  return fields.has("firstPaymentDate") && !fields.has("startDate") && !fields.has("balanceAt");
}

/** Whether a label says how long or by how much a loan is repaid. */
function saysRepayment({ label, values }: LabelledRow): boolean {
  const meaning = meaningOf(label.value, values.find(isPresent)?.value);
  return meaning?.kind === "field" && REPAYMENT.test(meaning.field.key);
}

const REPAYMENT = /^(payment|payments|remainingPayments|term\w*|maturityDate|method)$/;

/** The fields with more rows of some. */
function withAdded(
  fields: GivenLoan["fields"],
  added: Readonly<Record<string, readonly (readonly Given[])[]>>,
): GivenLoan["fields"] {
  const rows = Object.entries(added).filter(([, more]) => more.length > 0);
  return new Map([...fields, ...rows.map(([key, more]) => [key, [...(fields.get(key) ?? []), ...more]] as const)]);
}

/** "Principal: $100,000" in one cell, as a note or a page is pasted; none of a title. */
function labelledInText(name: string, { row, cells, column }: Place): LabelledRow[] {
  const [, label = "", value = ""] = /^([^:]{1,80}):\s*(\S.*)$/.exec(String(cells[column]).trim()) ?? [];
  if (!isKnownLabel(label)) return [];
  const place = placeName(name, row, column);
  return [{ label: { name: place, value: label }, values: [{ name: place, value }] }];
}

/** Text that stands alone in its row: a title, or the heading of a part. */
function isHeading({ cells, column }: Place): boolean {
  return typeof cells[column] === "string" && cells.every((cell, at) => at === column || isEmpty(cell));
}

/** Refuses a range that no agreement fills, such as two whole columns. */
export function requireSheetSize(name: string, range: Range): void {
  const cells = range.length * (range[0]?.length ?? 0);
  if (range.length <= MOST_ROWS && cells <= MOST_CELLS) return;
  const rule = `must have no more than ${MOST_ROWS} rows and ${MOST_CELLS} cells`;
  throw new CalculationError("out-of-range", name, rule, inWords(`${range.length} rows, ${cells} cells`));
}

/** The pairs of a label and its values in a row: a label that is known begins another, once a value stands before it. */
function labelledIn(name: string, { row, cells, column }: Place): LabelledRow[] {
  const given = cells.map((value, at): Given => givenCell(placeName(name, row, at), value));
  const starts = [column];
  for (let at = column + 2; at < cells.length - 1; at += 1) {
    const first = starts.at(-1) ?? column;
    const hasValue = cells.slice(first + 1, at).some((cell) => !isBlank(cell));
    if (hasValue && at > first + valuesOf(cells[first]) && beginsPair(cells, at)) starts.push(at);
  }
  return starts.flatMap((start, index): LabelledRow[] => {
    const label = given[start];
    return label ? [{ label, values: given.slice(start + 1, starts[index + 1]) }] : [];
  });
}

/** Whether a label stands here with a value of its own. Behind words, which may be a note, only beside what is no word. */
function beginsPair(cells: readonly Cell[], at: number): boolean {
  if (!isKnownLabel(cells[at])) return false;
  const value = cells.slice(at + 1).find((cell) => !isBlank(cell));
  return !isBlank(value) && (typeof cells[at - 1] !== "string" || cells[at - 1] === "" || !isWords(value));
}

/** What "Account: Interest income" names; undefined for any other label. */
function accountLabelled(cell: Cell): string | undefined {
  return typeof cell === "string" ? /^\s*account\s*:\s*(\S.*)$/i.exec(cell)?.[1] : undefined;
}

function accountIn(name: string, account: string, { row, column, cells }: Place): Given[] {
  const at = (place: number, value: Cell) => givenCell(`${placeName(name, row, place)} (Account)`, value);
  return [at(column, account), at(column + 1, cells[column + 1])];
}

/** A total below the schedule is a figure that the agreement states. */
function totalOf(name: string, place: Place, columns: ScheduleColumns): Given[][] {
  const total = givenIn(name, place, columns, "reduction");
  const word = { name: `${placeName(name, place.row, place.column)} (Total)`, value: "total" };
  return total ? [[word, total]] : [];
}
