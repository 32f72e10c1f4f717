/**
 * Takes a pasted schedule or statement, makes its lines by what each column holds. Law: nothing is dropped in silence: a
 * column or line that is not used is named, and a date that could be two days is asked about.
 */
import type { DateOrder, Day } from "../../../core/calendar/civilDate";
import { compare, negated, ZERO, type Fraction } from "../../../core/number/fraction";
import type { StatedRow } from "../../../core/loan/terms/agreement";
import { PRINTED_COLUMNS, printedColumns, type PrintedColumn } from "../../../functions/loan/printedColumns";
import type { PrintedLines } from "../../../functions/loan/printedSchedule";
import { quoted } from "../../../core/errors";
import { ActionError } from "../../book/report";
import { hasCommaDecimals, isDateText, readAmount, readScheduleDate } from "./cellText";
import type { LeftOut, TextRow, TextTable } from "./sortedLines";
import { textTable } from "./textTable";

/** What a column of a pasted schedule is. */
export const SCHEDULE_ROLES = [...PRINTED_COLUMNS, "Leave out"] as const;

export type ScheduleRole = (typeof SCHEDULE_ROLES)[number];

/** What was read of a paste; the columns and the order of its dates are for the user to correct. */
export interface ReadSchedule {
  readonly table: TextTable;
  readonly roles: readonly ScheduleRole[];
  readonly dateOrder: DateOrder | "asked";
  /** Absent while the columns as they are chosen make no schedule, or while a date could be two days. */
  readonly lines?: PrintedLines;
  /** Why there are no lines. */
  readonly missing?: string;
  /** What was decided, a sentence each. */
  readonly remarks: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** What the user has said of a paste. */
export interface ScheduleChoices {
  readonly roles?: readonly ScheduleRole[];
  readonly dateOrder?: DateOrder;
}

/** @throws ActionError where the text has no lines of figures */
export function readSchedule(text: string, choices: ScheduleChoices = {}): ReadSchedule {
  const table = textTable(text);
  if (table.rows.length === 0) {
    throw new ActionError("No line of a schedule was found: a line has a date or a number, and amounts beside it.");
  }
  const roles = choices.roles ?? guessedRoles(table);
  const reader = new ScheduleReader(table, roles);
  const order = choices.dateOrder ?? reader.dateOrder();
  const read = { table, roles, dateOrder: order, leftOut: table.leftOut, remarks: reader.remarks() };
  if (!roles.some((role) => role !== "Leave out" && role !== "Number" && role !== "Date")) {
    return { ...read, missing: "Choose the columns that hold the payment, interest, principal or balance." };
  }
  if (order === "asked") {
    return { ...read, missing: "The dates can be read with the month first or with the day first. Choose which." };
  }
  return { ...read, ...reader.lines(order) };
}

/** By the headers; of a column without one, by what it holds. */
function guessedRoles({ headers, rows }: TextTable): readonly ScheduleRole[] {
  const named = printedColumns(headers);
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length));
  const cellsIn = (column: number) => rows.map(({ cells }) => cells[column] ?? "").filter((cell) => cell !== "");
  return Array.from({ length: width }, (_role, column): ScheduleRole => {
    const role = named[column];
    if (role) return role;
    const cells = cellsIn(column);
    const isUnnamed = (headers[column] ?? "") === "";
    if (isUnnamed && !named.includes("Date") && cells.length > 0 && cells.every(isDateText)) return "Date";
    const isCount =
      cells.length > 1 &&
      cells.slice(1).every((cell, index) => /^\d{1,4}$/.test(cell) && Number(cell) === index + Number(cells[1]));
    return isUnnamed && !named.includes("Number") && isCount ? "Number" : "Leave out";
  });
}

const ORDERS: readonly DateOrder[] = ["month first", "day first"];

/** A table with the role of each of its columns. */
class ScheduleReader {
  private readonly commaDecimals: boolean;
  /** A bank that prints payments as negative takes them off. */
  private readonly turnsPayments: boolean;

  constructor(
    private readonly table: TextTable,
    private readonly roles: readonly ScheduleRole[],
  ) {
    const amounts = table.rows.flatMap(({ cells }) => cells.filter((_cell, column) => this.isAmount(column)));
    this.commaDecimals = amounts.some(hasCommaDecimals) && !amounts.some((amount) => /\.\d{2}$/.test(amount));
    const payments = table.rows.flatMap((row) => this.amountOf(row, "Payment") ?? []);
    this.turnsPayments = payments.length > 0 && payments.every((payment) => compare(payment, ZERO) <= 0);
  }

  /** The one order in which all dates are dates that ascend; asked where both are, and mean other days. */
  dateOrder(): DateOrder | "asked" {
    const read = ORDERS.map((order) => this.table.rows.map((row) => readScheduleDate(this.cell(row, "Date"), order)));
    const possible = ORDERS.filter((_order, index) => {
      const days = (read[index] ?? []).filter((day): day is Day => day !== undefined);
      const isAscending = days.every((day, place) => place === 0 || day > (days[place - 1] ?? 0));
      return (
        days.length === Math.max(...read.map((all) => all.filter((day) => day !== undefined).length)) && isAscending
      );
    });
    const areSame = (read[0] ?? []).every((day, index) => day === read[1]?.[index]);
    return areSame || possible.length === 1
      ? (possible[0] ?? "month first")
      : possible.length === 0
        ? "month first"
        : "asked";
  }

  lines(order: DateOrder): {
    readonly lines?: PrintedLines;
    readonly missing?: string;
    readonly leftOut: readonly LeftOut[];
  } {
    const leftOut: LeftOut[] = [...this.table.leftOut];
    const hasDates = this.roles.includes("Date");
    const kept = this.table.rows.flatMap((row) => {
      const date = hasDates ? readScheduleDate(this.cell(row, "Date"), order) : undefined;
      const unread = this.unreadIn(row) ?? (hasDates && date === undefined ? "no date" : undefined);
      if (unread === undefined) return [{ row, date }];
      leftOut.push({ line: row.line, text: row.cells.filter((cell) => cell !== "").join("  "), reason: unread });
      return [];
    });
    leftOut.sort((a, b) => a.line - b.line);
    if (kept.length === 0) return { missing: "No line could be read with the columns as they are chosen.", leftOut };
    const out = kept.find(
      ({ date }, index) => date !== undefined && index > 0 && date <= (kept[index - 1]?.date ?? -Infinity),
    );
    if (out)
      return { missing: `The dates do not ascend: line ${out.row.line} is not after the one before it.`, leftOut };
    const lines = kept.map(({ row }) => this.lineOf(row));
    const isOpeningFirst = lines[0]?.reduction === null && lines[0].balance !== null;
    const printed: PrintedLines = {
      lines,
      dates: hasDates ? kept.map(({ date }) => date ?? 0) : null,
      places: kept.map((_row, index) => (isOpeningFirst ? index : index + 1)),
      notUsed: this.unusedHeaders(),
    };
    return { lines: printed, leftOut };
  }

  remarks(): readonly string[] {
    const unused = this.unusedHeaders();
    return [
      ...(unused.length > 0 ? [`Columns left out: ${unused.join(", ")}.`] : []),
      ...(this.turnsPayments ? ["Payments are printed as negative amounts; they are taken as paid."] : []),
      ...(this.commaDecimals ? ["Amounts are read with a decimal comma."] : []),
    ];
  }

  private unusedHeaders(): readonly string[] {
    return this.roles.flatMap((role, column) => {
      const isFilled = this.table.rows.some(({ cells }) => (cells[column] ?? "") !== "");
      return role === "Leave out" && isFilled ? [this.table.headers[column] || `column ${column + 1}`] : [];
    });
  }

  private isAmount(column: number): boolean {
    const role = this.roles[column];
    return role !== undefined && role !== "Leave out" && role !== "Number" && role !== "Date";
  }

  private cell({ cells }: TextRow, role: PrintedColumn): string {
    return cells[this.roles.indexOf(role)] ?? "";
  }

  private amountOf(row: TextRow, role: PrintedColumn): Fraction | null {
    return readAmount(this.cell(row, role), this.commaDecimals) ?? null;
  }

  /** What of a line is no amount; undefined where all is. */
  private unreadIn({ cells }: TextRow): string | undefined {
    const wrong = cells.find(
      (cell, column) => this.isAmount(column) && cell !== "" && readAmount(cell, this.commaDecimals) === undefined,
    );
    return wrong === undefined ? undefined : `${quoted(wrong)} is no amount`;
  }

  private lineOf(row: TextRow): Omit<StatedRow, "date"> {
    const payment = this.amountOf(row, "Payment");
    return {
      reduction: payment && this.turnsPayments ? negated(payment) : payment,
      balance: this.amountOf(row, "Balance"),
      opening: this.amountOf(row, "Opening balance") ?? undefined,
      interest: this.amountOf(row, "Interest") ?? undefined,
      principal: this.amountOf(row, "Principal") ?? undefined,
    };
  }
}
