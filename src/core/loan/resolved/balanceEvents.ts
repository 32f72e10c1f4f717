/**
 * Takes dated advances, extra payments and forgiveness, makes them units by period. Law: each event is in one period.
 */
import type { Day } from "../../calendar/civilDate";
import type { AmountScale, Units } from "../amountScale";
import type { DatedAmount, LoanTerms } from "../terms/loanTerms";
import type { LoanPeriods } from "./loanPeriods";

/** What moves the balance on a day besides a payment. Each amount is positive, and one of the three is not zero. */
export interface BalanceEvent {
  readonly date: Day;
  readonly advance: Units;
  readonly extraPayment: Units;
  readonly forgiveness: Units;
}

/** The events of each period by its index, ascending by date; periods without any are not among them. */
export type BalanceEvents = ReadonlyMap<number, readonly BalanceEvent[]>;

/** Those of a period in which nothing but its payment moves the balance. */
export const NO_EVENTS: readonly BalanceEvent[] = [];

/**
 * The events of a loan. One up to a payment date, and on it, belongs to the period of that payment, so that between the end
 * of a period and the business day on which it is paid an event counts as the payment does; one before the loan has no
 * effect.
 */
export function balanceEvents(
  { events: { advances, extraPayments, forgiveness }, startDate }: LoanTerms,
  periods: LoanPeriods,
  scale: AmountScale,
): BalanceEvents {
  if (advances.length + extraPayments.length + forgiveness.length === 0) return WITHOUT_EVENTS;
  const kind = (name: keyof typeof NOTHING, amounts: readonly DatedAmount[]): BalanceEvent[] =>
    amounts.map(({ date, amount }) => ({ date, ...NOTHING, [name]: scale.units(amount) }));
  const events = [
    ...kind("advance", advances),
    ...kind("extraPayment", extraPayments),
    ...kind("forgiveness", forgiveness),
  ].filter(({ date }) => date >= startDate);
  const byPeriod = new Map<number, BalanceEvent[]>();
  for (const event of events.sort((a, b) => a.date - b.date)) {
    const index = periods.settledFrom(event.date);
    if (index === periods.count) continue; // after the last payment, which loanSchedule refuses
    const within = byPeriod.get(index);
    if (within) within.push(event);
    else byPeriod.set(index, [event]);
  }
  return byPeriod;
}

const NOTHING = { advance: 0, extraPayment: 0, forgiveness: 0 };
const WITHOUT_EVENTS: BalanceEvents = new Map();

/** What events add to the balance, together. */
export function netOf(events: readonly BalanceEvent[]): Units {
  return events.reduce((sum, { advance, extraPayment, forgiveness }) => sum + advance - extraPayment - forgiveness, 0);
}
