/**
 * Takes a loan, tells where its payments are spread anew. Law: what the payments follow, they follow from the next
 * payment on.
 */
import { eventsIn, type ResolvedLoan } from "../resolved/resolvedLoan";
import type { BalanceEvent } from "../resolved/balanceEvents";

/**
 * The periods in which what is outstanding is spread anew over the payments to come: the first of principal, and those
 * after an event that the payments follow. An advance before a payment date is spread from that payment on; any other
 * event from the next.
 */
export function respreads(loan: ResolvedLoan): readonly number[] {
  const { periods, firstPrincipalPeriod } = loan;
  const afterEvents = [...loan.events.keys()].flatMap((index) => {
    const spread = spreadEvents(loan, index);
    if (spread.length === 0) return [];
    const isWithin = spread.some(({ date, advance }) => advance > 0 && date < periods.end(index));
    return isWithin ? [index] : [index + 1];
  });
  return [firstPrincipalPeriod, ...afterEvents.filter((index) => index >= firstPrincipalPeriod)];
}

/** The events of a period that payments follow: all where they lower the payment, else advances alone. */
export function spreadEvents(loan: ResolvedLoan, index: number): readonly BalanceEvent[] {
  const events = eventsIn(loan, index);
  if (loan.terms.payment.extraPaymentEffect === "lowers" || events.length === 0) return events;
  return events.filter(({ advance }) => advance > 0);
}
