/**
 * Takes the payments that an agreement asks and what was received, compares them. Law: a receipt pays the oldest payment
 * that is due; what is in arrears is what was due by a day less what was received for it.
 */
import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { CENT } from "../../number/roundingRule";
import { toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt, dayAt } from "../columns";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { LedgerEntry } from "./ledgerEntry";

/** What is overdue on a day. */
export interface Arrears {
  readonly amount: Units;
  /** The due date of the oldest payment that is not paid in full. */
  readonly since: Day;
  readonly daysLate: number;
}

/** The payments that an agreement asks, with their running total; what of one is no whole cent nobody can pay. */
export class DuePayments {
  readonly dates: Int32Array;
  /** With the last payment all that is owed falls due; of a loan on demand there is no last. */
  readonly hasLast: boolean;
  /** Less is not overdue. */
  readonly cent: Units;
  private readonly totals: Float64Array;

  constructor(schedule: LoanSchedule) {
    const cent: RoundingStep = { ...schedule.loan.scale.step(CENT), mode: "down" };
    this.cent = cent.units;
    let total = 0;
    this.dates = schedule.dates;
    this.hasLast = schedule.loan.terms.method !== "onDemand";
    this.totals = Float64Array.from(schedule.payments, (payment) => (total += toStep(payment, cent)));
  }

  get count(): number {
    return this.totals.length;
  }

  /** All payments due up to and with one, together. */
  totalWith(payment: number): Units {
    return payment < 0 ? 0 : amountAt(this.totals, payment);
  }

  date(payment: number): Day {
    return dayAt(this.dates, payment);
  }

  /** How many are due on a day or before it. */
  countBy(day: Day): number {
    return dueBy(this.dates, day);
  }

  /** All that is due on a day or before it. */
  totalBy(day: Day): Units {
    return this.totalWith(this.countBy(day) - 1);
  }

  /** The first payment that an amount received does not pay in full; the count of payments when it pays all. */
  firstNotPaid(received: Units): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.totalWith(middle) <= received) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * What is overdue on a day; null where nothing is. After the last payment all that is owed is due. It is never more than
 * is owed: whoever has paid ahead of his principal owes no installments beyond it.
 *
 * @param received what receipts have paid of interest and principal
 * @param owed principal and interest to the day
 */
export function arrearsOn(due: DuePayments, day: Day, received: Units, owed: Units): Arrears | null {
  const count = due.countBy(day);
  if (count === 0) return null;
  const isOver = due.hasLast && count === due.count;
  const amount = isOver ? owed : Math.min(due.totalBy(day) - received, owed);
  if (amount * 2 < due.cent) return null;
  const since = due.date(Math.min(due.firstNotPaid(received), count - 1));
  return { amount, since, daysLate: day - since };
}

/** How a payment that was due has been met. */
export interface MetPayment {
  readonly date: Day;
  readonly amount: Units;
  /** What was received for it by the last line of the ledger. */
  readonly received: Units;
  /** What had been received for it by its date and the days of grace. */
  readonly inTime: Units;
  /** The day on which it was paid in full; null where it is not. */
  readonly paidOn: Day | null;
}

/**
 * How each payment that was due by a day has been met; one pass over lines and payments.
 *
 * @param until the day, and the last of the lines that count
 */
export function metPayments(
  due: DuePayments,
  entries: readonly LedgerEntry[],
  { until, graceDays }: { readonly until: Day; readonly graceDays: number },
): MetPayment[] {
  const lasting = lastingReceipts(entries);
  const received = lasting.at(-1) ?? 0;
  let [paidIn, graceEnd] = [0, 0];
  return Array.from({ length: due.countBy(until) }, (_none, payment) => {
    const [before, whole, date] = [due.totalWith(payment - 1), due.totalWith(payment), due.date(payment)];
    const part = (total: Units) => Math.max(0, Math.min(total, whole) - before);
    while (paidIn < entries.length && (lasting[paidIn] ?? 0) < whole) paidIn += 1;
    while ((entries[graceEnd]?.date ?? Infinity) <= date + graceDays) graceEnd += 1;
    return {
      date,
      amount: whole - before,
      received: part(received),
      inTime: part(lasting[graceEnd - 1] ?? 0),
      paidOn: entries[paidIn]?.date ?? null,
    };
  });
}

/** What had been received by each line and has stayed: a payment that came back later does not count. */
function lastingReceipts(entries: readonly LedgerEntry[]): Units[] {
  const lasting = entries.map(({ after }) => after.towardsPayments);
  for (let line = lasting.length - 2; line >= 0; line -= 1) {
    lasting[line] = Math.min(lasting[line] ?? 0, lasting[line + 1] ?? 0);
  }
  return lasting;
}
