import type { Day } from "../calendar/civilDate";
import { inUnits, type Units } from "./amount";
import type { Loan } from "./loan";
import type { Basis, Statement } from "./statement";

/** A schedule as a table: a date and amounts under each heading; null where a line has no such amount. */
export interface ScheduleTable {
  readonly decimals: number;
  readonly columns: readonly string[];
  readonly rows: readonly ScheduleRow[];
}

export interface ScheduleRow {
  readonly date: Day;
  readonly amounts: readonly (Units | null)[];
}

/**
 * The schedule of a loan. Where the agreement prints one, its lines, with the balance that it states, the one computed
 * from its terms and the difference (stated less computed); otherwise the payments that follow from the terms.
 */
export function scheduleTable(loan: Loan, basis: Basis): ScheduleTable {
  return loan.terms.stated ? statedTable(loan, basis) : paymentTable(loan);
}

function paymentTable({ terms, schedule }: Loan): ScheduleTable {
  const { decimals, dates, openings, interests, payments, closings } = schedule;
  const opening: ScheduleRow = { date: terms.startDate, amounts: [null, null, null, inUnits(terms.principal, decimals)] };
  const rows = Array.from(dates, (date, period) => ({
    date,
    amounts: [openings, interests, payments, closings].map((column) => column[period] ?? 0),
  }));
  return { decimals, columns: ["Opening", "Interest", "Payment", "Closing"], rows: [opening, ...rows] };
}

/** The interest of a printed line is what makes it foot: closing − opening + reduction. */
function statedTable(loan: Loan, basis: Basis): ScheduleTable {
  const shown = loan.lookup(basis).statement;
  const stated = loan.lookup("stated").statement;
  const computed = loan.lookup("computed").statement;
  const rows = Array.from(shown.dates, (date, line) => {
    const statedBalance = stated.balances[line] ?? 0;
    const computedBalance = computed.balances[line] ?? 0;
    const comparison = [statedBalance, computedBalance, statedBalance - computedBalance];
    return { date, amounts: [...lineAmounts(shown, line), ...comparison] };
  });
  const columns = ["Opening", "Interest", "Reduction", "Closing", "Stated", "Computed", "Difference"];
  return { decimals: shown.decimals, columns, rows };
}

function lineAmounts({ balances, reductions }: Statement, line: number): (Units | null)[] {
  const closing = balances[line] ?? 0;
  const opening = balances[line - 1];
  if (opening === undefined) return [null, null, null, closing];
  const reduction = reductions[line] ?? 0;
  return [opening, closing - opening + reduction, reduction, closing];
}
