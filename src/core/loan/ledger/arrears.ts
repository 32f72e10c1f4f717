/**
 * Takes the payments that an agreement asks and what was received, compares them. Law: a receipt pays the oldest payment
 * that is due; what is in arrears is what was due by a day less what was received for it.
 */
import type { Day } from "../../calendar/civilDate";
import { dateAt, dueBy } from "../../calendar/dateSeries";
import { CENT } from "../../number/roundingRule";
import { toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt } from "../columns";
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
    const isDue = (_date: Day, payment: number) => amountAt(schedule.payments, payment) > 0;
    this.dates = schedule.dates.filter(isDue);
    this.hasLast = schedule.loan.terms.method !== "onDemand";
    this.totals = Float64Array.from(
      schedule.payments.filter((payment) => payment > 0),
      (payment) => (total += toStep(payment, cent)),
    );
  }

  get count(): number {
    return this.totals.length;
  }

  /** All payments due up to and with one, together. */
  totalWith(payment: number): Units {
    return payment < 0 ? 0 : amountAt(this.totals, payment);
  }

  date(payment: number): Day {
    return dateAt(this.dates, payment);
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
 * What has been paid of the payments by each line of a ledger, one pass. A receipt counts for the payments that are due,
 * the oldest first; then for the next, if it pays all of it; then for fees; and what is left for payments to come. So a
 * fee that is owed makes no payment late that is made in full, whatever the order in which the receipt is applied
 * (12 CFR 1026.36(c)(2)). A payment of principal alone counts for none.
 */
export function paidByLine(due: DuePayments, entries: readonly LedgerEntry[]): Float64Array {
  const counted: Counted[] = [];
  let [paid, fees] = [0, 0];
  let today: Today = { date: -Infinity, amount: 0, paid, fees, counted: NOTHING };
  return Float64Array.from(entries, ({ kind, date, amount, takesBack }) => {
    let part = CHARGES[kind]?.(amount) ?? NOTHING;
    if (kind === "receipt") {
      if (today.date !== date) today = { date, amount: 0, paid, fees, counted: NOTHING };
      const before = today.counted;
      today = { ...today, amount: today.amount + amount };
      today = { ...today, counted: countedFor(due, today) };
      part = { payments: today.counted.payments - before.payments, fees: today.counted.fees - before.fees };
    }
    const back = takesBack === null ? NOTHING : (counted[takesBack] ?? NOTHING);
    counted.push(part);
    paid += part.payments - back.payments;
    fees = Math.max(0, fees + part.fees - back.fees);
    return paid;
  });
}

/** The receipts of a day, which count together, and what was paid and owed in fees before them. */
interface Today {
  readonly date: Day;
  readonly amount: Units;
  readonly paid: Units;
  readonly fees: Units;
  readonly counted: Counted;
}

/** What a line adds to the payments that are paid, and to the fees that are owed. */
interface Counted {
  readonly payments: Units;
  readonly fees: Units;
}

const NOTHING: Counted = { payments: 0, fees: 0 };

const CHARGES: { readonly [kind in LedgerEntry["kind"]]?: (amount: Units) => Counted } = {
  fee: (amount) => ({ payments: 0, fees: amount }),
  lateCharge: (amount) => ({ payments: 0, fees: amount }),
  waiver: (amount) => ({ payments: 0, fees: -amount }),
};

function countedFor(due: DuePayments, { date, amount, paid, fees }: Today): Counted {
  const count = due.countBy(date);
  const overdue = Math.min(amount, Math.max(0, due.totalWith(count - 1) - paid));
  const rest = amount - overdue;
  const next = count < due.count ? due.totalWith(count) - paid - overdue : 0;
  const isNextPaid = next > 0 && rest >= next;
  const toFees = Math.min(isNextPaid ? rest - next : rest, fees);
  return { payments: amount - toFees, fees: -toFees };
}

/**
 * What is overdue on a day; null where nothing is. After the last payment all that is owed is due. It is never more than
 * is owed: whoever has paid ahead of his principal owes no installments beyond it.
 *
 * @param received what receipts have paid of the payments
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
 * @param ledger the lines, with what has been paid of the payments by each
 */
export function metPayments(
  ledger: { readonly due: DuePayments; readonly entries: readonly LedgerEntry[]; readonly paid: Float64Array },
  { until, graceDays }: { readonly until: Day; readonly graceDays: number },
): MetPayment[] {
  const { due, entries } = ledger;
  const lasting = lastingPaid(ledger.paid);
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

/** What had been paid by each line and has stayed: a payment that came back later does not count. */
function lastingPaid(paid: Float64Array): Float64Array {
  const lasting = paid.slice();
  for (let line = lasting.length - 2; line >= 0; line -= 1) {
    lasting[line] = Math.min(amountAt(lasting, line), amountAt(lasting, line + 1));
  }
  return lasting;
}
