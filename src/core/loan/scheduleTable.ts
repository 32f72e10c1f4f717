import type { Day } from "../calendar/civilDate";
import { inUnits, type Units } from "./amount";
import type { Loan } from "./loan";
import { changesBetween, type Basis, type Statement } from "./statement";
import { endOf, startOf } from "./periods";
import type { LoanTerms } from "./terms";

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
 * from its terms and the difference (computed less stated); otherwise the payments that follow from the terms.
 */
export function scheduleTable(loan: Loan, basis: Basis): ScheduleTable {
  return loan.terms.stated ? statedTable(loan, basis) : paymentTable(loan);
}

/** Columns of what moves a balance besides its payments, and of fees, stand only where the loan has such. */
function paymentTable({ terms, schedule }: Loan): ScheduleTable {
  const { decimals, dates, openings, interests, payments, closings, periods } = schedule;
  const change = (kind: "advance" | "extraPayment" | "forgiveness") => (period: number) =>
    (schedule.changes.get(period) ?? []).reduce((sum, moved) => sum + moved[kind], 0);
  const fees = (period: number) =>
    feesBetween(terms, decimals, period === 0 ? terms.startDate - 1 : startOf(periods, period), endOf(periods, period));
  const all: readonly Column[] = [
    { heading: "Opening", amount: (period) => openings[period] ?? 0 },
    { heading: "Interest", amount: (period) => interests[period] ?? 0 },
    { heading: "Advance", amount: change("advance"), optional: true },
    { heading: "Payment", amount: (period) => payments[period] ?? 0 },
    { heading: "Extra payment", amount: change("extraPayment"), optional: true },
    { heading: "Forgiven", amount: change("forgiveness"), optional: true },
    { heading: "Closing", amount: (period) => closings[period] ?? 0 },
    { heading: "Fee", amount: fees, optional: true },
  ];
  const columns = all.filter(
    ({ optional, amount }) => !optional || openings.some((_opening, index) => amount(index) !== 0),
  );
  const opening = columns.map(({ heading }) => (heading === "Closing" ? inUnits(terms.principal, decimals) : null));
  const rows = Array.from(dates, (date, period) => ({ date, amounts: columns.map(({ amount }) => amount(period)) }));
  return {
    decimals,
    columns: columns.map(({ heading }) => heading),
    rows: [{ date: terms.startDate, amounts: opening }, ...rows],
  };
}

interface Column {
  readonly heading: string;
  readonly amount: (period: number) => Units;
  readonly optional?: boolean;
}

/** Fees after one day, up to and including another. */
function feesBetween({ changes }: LoanTerms, decimals: number, after: Day, until: Day): Units {
  const within = changes.fees.filter(({ date }) => date > after && date <= until);
  return within.reduce((sum, { amount }) => sum + inUnits(amount, decimals), 0);
}

/** The interest of a printed line is what makes it foot: closing − opening − changes + reduction. */
function statedTable(loan: Loan, basis: Basis): ScheduleTable {
  const shown = loan.lookup(basis).statement;
  const stated = loan.lookup("stated").statement;
  const computed = loan.lookup("computed").statement;
  const { advances, extraPayments, forgiveness } = loan.terms.changes;
  const hasChanges = advances.length + extraPayments.length + forgiveness.length > 0;
  const rows = Array.from(shown.dates, (date, line) => {
    const statedBalance = stated.balances[line] ?? 0;
    const computedBalance = computed.balances[line] ?? 0;
    const comparison = [statedBalance, computedBalance, computedBalance - statedBalance];
    return { date, amounts: [...lineAmounts(loan.terms, shown, line, hasChanges), ...comparison] };
  });
  const columns = [
    "Opening",
    "Interest",
    ...(hasChanges ? ["Changes"] : []),
    "Reduction",
    "Closing",
    "Stated",
    "Computed",
    "Difference",
  ];
  return { decimals: shown.decimals, columns, rows };
}

function lineAmounts(
  terms: LoanTerms,
  { dates, decimals, balances, reductions }: Statement,
  line: number,
  hasChanges: boolean,
): (Units | null)[] {
  const closing = balances[line] ?? 0;
  const opening = balances[line - 1];
  const changes = (amount: Units | null) => (hasChanges ? [amount] : []);
  if (opening === undefined) return [null, null, ...changes(null), null, closing];
  const reduction = reductions[line] ?? 0;
  const net = changesBetween(terms, decimals, dates[line - 1] ?? 0, dates[line] ?? 0);
  return [opening, closing - opening - net + reduction, ...changes(net), reduction, closing];
}
