import { isBlank, plainWord, type Given } from "../../core/given";
import { plainLabel } from "../../core/loan/form/words/plainLabel";
import { CalculationError, inWords } from "../../core/errors";
import type { GivenLine } from "../../core/loan/form/givenLoan";
import { isEmpty, type Cell } from "../cells/arguments";
import { errorInWords, isErrorCell } from "../cells/dataTypes";

/** A row of a loan sheet. */
export interface Place {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The column of the first cell that holds anything. */
  readonly column: number;
}

type ScheduleColumn = "date" | "extra" | Exclude<keyof GivenLine, "date">;

/** Where each column of a schedule table stands; -1 where it has none. */
export type ScheduleColumns = Readonly<Record<ScheduleColumn, number>> & {
  /** Whether what is paid is the payment with what is paid extra, which stands in a column of its own. */
  readonly addsExtra: boolean;
};

/**
 * The headers that a column is known by, as plainLabel compares them. Of two columns of one
 * kind the one whose header stands first here is read.
 */
const HEADERS: Readonly<Record<ScheduleColumn, readonly string[]>> = {
  date: [
    "Date",
    "Payment date",
    "Date paid",
    "Paid on",
    "Transaction date",
    "Posting date",
    "Effective date",
    "Due date",
    "Date due",
    "Payment due date",
    "Payment due",
    "Installment date",
    "Period end",
    "Period ending",
    "Period end date",
  ],
  reduction: [
    "Total payment",
    "Total paid",
    "Total payment amount",
    "Total amount paid",
    "Total installment",
    "Total debt service",
    "Payment",
    "Reduction",
    "Annual reduction",
    "Payment amount",
    "Amount paid",
    "Payment received",
    "Scheduled payment",
    "Scheduled payment amount",
    "Regular payment",
    "Monthly payment",
    "Quarterly payment",
    "Annual payment",
    "Annual equal payments",
    "Level payment",
    "Loan payment",
    "Periodic payment",
    "Installment",
    "Installment amount",
    "P&I",
    "Principal and interest",
    "EMI",
    "Debt service",
    "Total",
  ],
  balance: [
    "Balance",
    "Loan balance",
    "Closing",
    "Closing balance",
    "Closing principal",
    "Ending balance",
    "End balance",
    "Ending principal",
    "Ending principal balance",
    "Ending loan balance",
    "Outstanding balance",
    "Outstanding principal",
    "Outstanding principal balance",
    "Remaining balance",
    "Remaining principal",
    "Remaining principal balance",
    "Principal balance",
    "Unpaid balance",
    "Unpaid principal",
    "Unpaid principal balance",
    "Balance outstanding",
    "Balance remaining",
    "Balance due",
    "Balance owed",
    "Balance after payment",
    "New balance",
    "Carrying amount",
  ],
  opening: [
    "Opening",
    "Opening balance",
    "Opening principal",
    "Beginning balance",
    "Beginning principal",
    "Beginning principal balance",
    "Beginning loan balance",
    "Starting balance",
    "Start balance",
    "Starting principal",
    "Prior balance",
    "Previous balance",
    "Balance before payment",
  ],
  interest: [
    "Interest",
    "Interest portion",
    "Interest paid",
    "Interest payment",
    "Interest amount",
    "Interest due",
    "Interest expense",
    "Applied to interest",
  ],
  principal: [
    "Principal",
    "Principal portion",
    "Principal paid",
    "Principal payment",
    "Principal amount",
    "Principal due",
    "Principal reduction",
    "Principal repayment",
    "Applied to principal",
    "Principle",
  ],
  extra: [
    "Extra payment",
    "Extra payments",
    "Extra principal",
    "Extra principal payment",
    "Additional payment",
    "Additional principal",
    "Additional principal payment",
    "Prepayment",
  ],
};

/** How many headers of what is paid have the extra in them. */
const WITH_EXTRA = HEADERS.reduction.indexOf("Payment");

/** What errors call a column. */
const USUAL: Readonly<Record<ScheduleColumn, string>> = {
  date: "Date",
  reduction: "Payment",
  balance: "Balance",
  opening: "Opening",
  interest: "Interest",
  principal: "Principal",
  extra: "Extra payment",
};

/** Columns that say nothing of the agreement, or that follow from the others. */
const PASSED_OVER = [
  "No.",
  "Number",
  "Payment number",
  "PmtNo",
  "Installment number",
  "Period",
  "Period number",
  "Month",
  "Year",
  "Quarter",
  "Week",
  "Days",
  "Number of days",
  "Rate",
  "Interest rate",
  "Annual rate",
  "Stated",
  "Computed",
  "Difference",
  "Clause",
  "Note",
  "Notes",
  "Memo",
  "Comment",
  "Comments",
  "Description",
  "Reference",
  "Type",
  "Cumulative interest",
  "Cumulative principal",
  "Cumulative payment",
  "Cumulative payments",
  "Accumulated interest",
  "Total interest",
  "Total interest paid",
  "Interest to date",
  "Total principal",
  "Total principal paid",
];

/** Sides of a ledger: which of them lowers the loan, lender and borrower see from opposite sides. */
const SIDES = ["debit", "credit", "debit credit", "debits", "credits", "dr", "cr"];

const plain = (words: readonly Cell[]) => words.map((word) => plainLabel(word).words);
const PLAIN_HEADERS: Readonly<Record<ScheduleColumn, readonly string[]>> = {
  date: plain(HEADERS.date),
  reduction: plain(HEADERS.reduction),
  balance: plain(HEADERS.balance),
  opening: plain(HEADERS.opening),
  interest: plain(HEADERS.interest),
  principal: plain(HEADERS.principal),
  extra: plain(HEADERS.extra),
};
const KNOWN = new Set([...Object.values(PLAIN_HEADERS).flat(), ...plain(PASSED_OVER)]);

export function isScheduleHeader({ cells, column }: Place): boolean {
  const words = plain(cells);
  const heads = (kind: ScheduleColumn) => words.some((word) => PLAIN_HEADERS[kind].includes(word));
  const saysWhatIsPaid = heads("reduction") || heads("balance") || heads("principal");
  return KNOWN.has(words[column] ?? "") && heads("date") && saysWhatIsPaid;
}

/** Whether a header is one that a schedule may have. */
export function isScheduleWord(cell: Cell): boolean {
  return KNOWN.has(plainLabel(cell).words);
}

/** @throws CalculationError `invalid-input` for a header that is unknown */
export function scheduleColumns(name: string, place: Place): ScheduleColumns {
  const words = plain(place.cells);
  const unknown = words.findIndex((word, column) => !KNOWN.has(word) && !isEmpty(place.cells[column]));
  if (unknown >= 0) throw unknownHeader(name, place, unknown);
  const column = (kind: ScheduleColumn) => {
    const first = PLAIN_HEADERS[kind].find((word) => words.includes(word));
    return first === undefined ? -1 : words.indexOf(first);
  };
  const reduction = column("reduction");
  return {
    date: column("date"),
    reduction,
    balance: column("balance"),
    opening: column("opening"),
    interest: column("interest"),
    principal: column("principal"),
    extra: column("extra"),
    addsExtra: PLAIN_HEADERS.reduction.indexOf(words[reduction] ?? "") >= WITH_EXTRA,
  };
}

function unknownHeader(name: string, place: Place, column: number): CalculationError {
  const header = place.cells[column];
  const rule = SIDES.includes(plainLabel(header).words)
    ? "must be Payment or Advance, as debit and credit lower the loan for one party and raise it for the other"
    : "must head a column of a schedule: Date, Payment or Reduction, Balance, Opening, Interest, Principal, Note";
  return new CalculationError("invalid-input", placeName(name, place.row, column), rule, header);
}

/** Whether a row below the schedule adds it up. */
export function isTotal({ cells, column }: Place, { date }: ScheduleColumns): boolean {
  return ["total", "totals", "sum"].includes(plainWord(cells[date]) || plainWord(cells[column]));
}

export function lineOf(name: string, place: Place, columns: ScheduleColumns): GivenLine {
  const cellName = `${placeName(name, place.row, columns.date)} (Date)`;
  // Some Excels hand a blank over as 0, and what is only checked is not missed.
  const checkedPart = (kind: ScheduleColumn) =>
    place.cells[columns[kind]] === 0 ? null : givenIn(name, place, columns, kind);
  return {
    date: { name: cellName, value: checked(place.cells[columns.date], cellName) },
    reduction: withExtra(name, place, columns),
    balance: givenIn(name, place, columns, "balance"),
    opening: checkedPart("opening"),
    interest: checkedPart("interest"),
    principal: checkedPart("principal"),
  };
}

/** What is paid, with what is paid extra where that stands in a column of its own. */
function withExtra(name: string, place: Place, columns: ScheduleColumns): Given | null {
  const payment = givenIn(name, place, columns, "reduction");
  const extra = columns.addsExtra ? givenIn(name, place, columns, "extra") : null;
  if (!extra || !payment) return payment ?? extra;
  if (typeof payment.value !== "number" || typeof extra.value !== "number") return payment;
  return { name: payment.name, value: Number((payment.value + extra.value).toPrecision(15)) };
}

/** null where the table has no such column, or the cell is blank. */
export function givenIn(name: string, place: Place, columns: ScheduleColumns, kind: ScheduleColumn): Given | null {
  const column = columns[kind];
  if (column < 0 || isBlank(place.cells[column])) return null;
  const cellName = `${placeName(name, place.row, column)} (${USUAL[kind]})`;
  return { name: cellName, value: checked(place.cells[column], cellName) };
}

function checked(value: Cell, name: string): Cell {
  if (!isErrorCell(value)) return value;
  throw new CalculationError("invalid-input", name, "must be a value", inWords(errorInWords(value)));
}

export function placeName(name: string, row: number, column: number): string {
  return `${name} row ${row + 1}, column ${column + 1}`;
}
