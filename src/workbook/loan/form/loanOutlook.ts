/** What a form shows beside its fields of a loan that is sound: the payment, the balance today, the first lines. */
import type { Day } from "../../../core/calendar/civilDate";
import { longDate } from "../../../core/calendar/civilDate";
import type { Loan } from "../../../core/loan/loan";
import { scheduleTable } from "../../../core/loan/scheduleTable";
import { toNumber, type Fraction } from "../../../core/number/fraction";
import type { CellContent } from "../../book/book";

export interface LoanOutlook {
  /** In sentences, the payment first. */
  readonly said: readonly string[];
  /** A header and the first lines of the schedule. */
  readonly lines: readonly (readonly CellContent[])[];
}

/** The day of the loan and its first payments. */
const LINES = 5;

export function outlookOf(loan: Loan, today: Day): LoanOutlook {
  const { columns, rows } = scheduleTable(loan, "stated");
  const lines = rows
    .slice(0, LINES)
    .map(({ date, amounts }) => [longDate(date), ...amounts.map((amount) => (amount ? asShown(amount) : ""))]);
  return {
    said: [paymentWords(loan), balanceWords(loan, today)].filter((words) => words !== ""),
    lines: [["Date", ...columns], ...lines],
  };
}

function paymentWords(loan: Loan): string {
  const { columns, rows } = scheduleTable(loan, "computed");
  const column = columns.findIndex((heading) => /^(Payment|Reduction)/.test(heading));
  const payments = rows.slice(1).map(({ amounts }) => amounts[column] ?? null);
  const [first] = payments;
  const last = rows.at(-1);
  if (!first || !last) return "";
  const count = `${payments.length} payment${payments.length === 1 ? "" : "s"}`;
  return `${count}, the first ${asShown(first)}, the last on ${longDate(last.date)}.`;
}

function balanceWords(loan: Loan, today: Day): string {
  const { startDate } = loan.terms;
  if (today < startDate) return `It begins on ${longDate(startDate)}.`;
  return `Balance today, ${longDate(today)}: ${asShown(loan.account("stated").balanceOn(today))}.`;
}

function asShown(amount: Fraction): string {
  return toNumber(amount).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
