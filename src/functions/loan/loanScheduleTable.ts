import { isBlank, plainWord, type Given } from "../../core/given";
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

type ScheduleColumn = "date" | Exclude<keyof GivenLine, "date">;

/** Where each column of a schedule table stands; -1 where it has none. */
export type ScheduleColumns = Readonly<Record<ScheduleColumn, number>>;

/** The headers that a column is known by, the first as errors call it. */
const HEADERS: Readonly<Record<ScheduleColumn, readonly string[]>> = {
  date: ["date", "payment date", "due date", "period end"],
  reduction: ["payment", "reduction", "annual reduction", "payment amount", "total payment"],
  balance: [
    "balance",
    "loan balance",
    "closing",
    "closing balance",
    "ending balance",
    "outstanding balance",
    "remaining balance",
    "principal balance",
  ],
  opening: ["opening", "opening balance", "beginning balance"],
  interest: ["interest", "interest portion"],
  principal: ["principal", "principal portion"],
};

/** Columns that say nothing of the agreement. */
const PASSED_OVER = [
  "no.",
  "no",
  "#",
  "number",
  "period",
  "payment no.",
  "payment number",
  "stated",
  "computed",
  "difference",
  "clause",
  "note",
  "notes",
];

const KNOWN = new Set([...Object.values(HEADERS).flat(), ...PASSED_OVER]);

export function isScheduleHeader({ cells, column }: Place): boolean {
  const words = cells.map(plainWord);
  const heads = (kind: ScheduleColumn) => words.some((word) => HEADERS[kind].includes(word));
  const saysWhatIsPaid = heads("reduction") || heads("balance") || heads("principal");
  return KNOWN.has(words[column] ?? "") && heads("date") && saysWhatIsPaid;
}

/** @throws CalculationError `invalid-input` for a header that is unknown */
export function scheduleColumns(name: string, place: Place): ScheduleColumns {
  const words = place.cells.map(plainWord);
  const unknown = words.findIndex((word, column) => !KNOWN.has(word) && !isEmpty(place.cells[column]));
  if (unknown >= 0) {
    const rule =
      "must head a column of a schedule: Date, Payment or Reduction, Balance, Opening, Interest, Principal, Note";
    throw new CalculationError("invalid-input", placeName(name, place.row, unknown), rule, place.cells[unknown]);
  }
  const column = (kind: ScheduleColumn) => words.findIndex((word) => HEADERS[kind].includes(word));
  return {
    date: column("date"),
    reduction: column("reduction"),
    balance: column("balance"),
    opening: column("opening"),
    interest: column("interest"),
    principal: column("principal"),
  };
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
    reduction: givenIn(name, place, columns, "reduction"),
    balance: givenIn(name, place, columns, "balance"),
    opening: checkedPart("opening"),
    interest: checkedPart("interest"),
    principal: checkedPart("principal"),
  };
}

/** null where the table has no such column, or the cell is blank. */
export function givenIn(name: string, place: Place, columns: ScheduleColumns, kind: ScheduleColumn): Given | null {
  const column = columns[kind];
  if (column < 0 || isBlank(place.cells[column])) return null;
  const header = HEADERS[kind][0] ?? "";
  const cellName = `${placeName(name, place.row, column)} (${header.charAt(0).toUpperCase()}${header.slice(1)})`;
  return { name: cellName, value: checked(place.cells[column], cellName) };
}

function checked(value: Cell, name: string): Cell {
  if (!isErrorCell(value)) return value;
  throw new CalculationError("invalid-input", name, "must be a value", inWords(errorInWords(value)));
}

export function placeName(name: string, row: number, column: number): string {
  return `${name} row ${row + 1}, column ${column + 1}`;
}
