/**
 * Takes a loan, makes its schedule as rows. Law: in every row opening + interest + what moved the balance − payment =
 * closing.
 */
import { netEventsBetween, sumBetween, type Basis, type ScheduledBalances } from "./account/scheduledBalances";
import type { Day } from "../calendar/civilDate";
import type { Fraction } from "../number/fraction";
import type { Units } from "./amountScale";
import { amountAt } from "./columns";
import type { Loan } from "./loan";
import { netOf, type BalanceEvent } from "./resolved/balanceEvents";
import { eventsIn, type ResolvedLoan } from "./resolved/resolvedLoan";
import { recurringPaymentIn } from "./resolved/recurringPayments";
import type { LoanSchedule } from "./schedule/loanSchedule";

/**
 * A schedule as a table: a date and amounts under each heading, in currency units; null where a line has no such
 * amount.
 */
export interface ScheduleTable {
  /** The headings of the amounts. */
  readonly columns: readonly string[];
  /** Ascending by date, the day of the loan first. */
  readonly rows: readonly ScheduleRow[];
}

/** One line of a schedule: its date, and an amount under each heading. */
export interface ScheduleRow {
  readonly date: Day;
  /** One under each heading. */
  readonly amounts: readonly (Fraction | null)[];
}

/**
 * The schedule of a loan, the day of the loan first. Where the agreement prints one, its lines, with the balance that
 * it states, the one computed from its terms and the difference (computed less stated); otherwise the payments that
 * follow from the terms.
 *
 * @param basis which figures bind on the lines that the agreement prints
 */
export function scheduleTable(loan: Loan, basis: Basis): ScheduleTable {
  return loan.terms.stated ? statedTable(loan, basis) : paymentTable(loan);
}

interface Column {
  readonly heading: string;
  /** Of a payment, by the index of its period. */
  readonly amount: (period: number) => Units;
  /** On the day on which the loan begins. */
  readonly atStart?: Units;
  /** It stands only where the loan has such an amount. */
  readonly optional?: boolean;
}

function paymentTable({ terms, schedule }: Loan): ScheduleTable {
  const { loan, dates } = schedule;
  const columns = paymentColumns(schedule).filter(
    ({ optional, atStart, amount }) => !optional || atStart || dates.some((_date, period) => amount(period) !== 0),
  );
  const rows = Array.from(dates, (date, period) => ({
    date,
    amounts: columns.map(({ amount }) => loan.scale.currency(amount(period))),
  }));
  const start = columns.map(({ atStart }) => (atStart ? loan.scale.currency(atStart) : null));
  const called = (heading: string) =>
    terms.isRepaymentAssumed && heading === "Payment" ? "Payment at maturity" : heading;
  return {
    columns: columns.map(({ heading }) => called(heading)),
    rows: [{ date: terms.startDate, amounts: start }, ...rows],
  };
}

/** Columns of what moves a balance besides its payments, and of fees, are optional. */
function paymentColumns(schedule: LoanSchedule): readonly Column[] {
  const { loan, interests, payments, closings } = schedule;
  // What is paid extra again and again is within the payment; the last is of all that is owed.
  const again = (period: number) => (amountAt(closings, period) > 0 ? recurringPaymentIn(loan, period) : 0);
  // Negative amortization: the interest that a capped payment does not cover.
  const unpaid = (period: number) => Math.max(0, amountAt(interests, period) - amountAt(payments, period));
  const extra = eventColumn(loan, "Extra payment", "extraPayment");
  const begins = netOf(eventsOnStart(loan));
  return [
    { heading: "Opening", amount: (period) => amountAt(schedule.openings, period) + (period === 0 ? begins : 0) },
    { heading: "Interest", amount: (period) => amountAt(interests, period) },
    eventColumn(loan, "Advance", "advance"),
    { heading: "Payment", amount: (period) => amountAt(payments, period) - again(period) },
    { ...extra, amount: (period) => extra.amount(period) + again(period) },
    eventColumn(loan, "Forgiven", "forgiveness"),
    { heading: "Closing", amount: (period) => amountAt(closings, period), atStart: loan.principal + begins },
    { heading: "Fee", amount: (period) => feesIn(loan, period), optional: true },
    ...(loan.terms.payment.cap === null ? [] : [{ heading: "Added to principal", amount: unpaid, optional: true }]),
  ];
}

/** What events of one kind move: those of the day on which the loan begins stand beside it. */
function eventColumn(loan: ResolvedLoan, heading: string, kind: "advance" | "extraPayment" | "forgiveness"): Column {
  const sumOf = (events: readonly BalanceEvent[]) => events.reduce((sum, event) => sum + event[kind], 0);
  const later = (period: number) => eventsIn(loan, period).filter(({ date }) => date > loan.terms.startDate);
  return {
    heading,
    amount: (period) => sumOf(later(period)),
    atStart: sumOf(eventsOnStart(loan)),
    optional: true,
  };
}

function eventsOnStart(loan: ResolvedLoan): readonly BalanceEvent[] {
  return eventsIn(loan, 0).filter(({ date }) => date === loan.terms.startDate);
}

/** Fees up to the end of a period, after the one before; those of the day of the loan are of the first. */
function feesIn({ terms, scale, periods }: ResolvedLoan, period: number): Units {
  const after = period === 0 ? terms.startDate - 1 : periods.start(period);
  return sumBetween(terms.events.fees, scale, after, periods.end(period));
}

function statedTable(loan: Loan, basis: Basis): ScheduleTable {
  const { scale } = loan.schedule.loan;
  const shown = loan.account(basis).lines;
  const stated = loan.account("stated").lines;
  const computed = loan.account("computed").lines;
  const { advances, extraPayments, forgiveness } = loan.terms.events;
  const hasEvents = advances.length + extraPayments.length + forgiveness.length > 0;
  const rows = Array.from(shown.dates, (date, line) => {
    const [printed, recomputed] = [stated.balance(line), computed.balance(line)];
    const figures = lineAmounts(loan.schedule.loan, shown, line);
    const amounts = [
      figures.opening,
      figures.interest,
      ...(hasEvents ? [figures.netEvents] : []),
      figures.reduction,
      figures.closing,
      printed,
      recomputed,
      recomputed - printed,
    ];
    return { date, amounts: amounts.map((amount) => (amount === null ? null : scale.currency(amount))) };
  });
  return { columns: statedColumns(hasEvents), rows };
}

function statedColumns(hasEvents: boolean): readonly string[] {
  const changes = hasEvents ? ["Changes"] : [];
  return ["Opening", "Interest", ...changes, "Reduction", "Closing", "Stated", "Computed", "Difference"];
}

interface LineAmounts {
  readonly opening: Units | null;
  readonly interest: Units | null;
  readonly netEvents: Units | null;
  readonly reduction: Units | null;
  readonly closing: Units;
}

/** The interest of a printed line is what makes it foot: closing − opening − events + reduction. */
function lineAmounts({ terms, scale }: ResolvedLoan, lines: ScheduledBalances, line: number): LineAmounts {
  const closing = lines.balance(line);
  if (line === 0) return { opening: null, interest: null, netEvents: null, reduction: null, closing };
  const opening = lines.balance(line - 1);
  const reduction = lines.payment(line);
  const netEvents = netEventsBetween(terms.events, scale, lines.date(line - 1), lines.date(line));
  return { opening, interest: closing - opening - netEvents + reduction, netEvents, reduction, closing };
}
