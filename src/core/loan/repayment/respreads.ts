/**
 * Takes a loan, tells where its payments are spread anew. Law: what the payments follow, they follow from the next
 * payment of principal on; a period that pays interest alone, or nothing, is passed over, as nothing is spread in it.
 */
import { eventsIn, nextPrincipalPeriod, type ResolvedLoan } from "../resolved/resolvedLoan";
import { recurringPaymentIn } from "../resolved/recurringPayments";
import type { BalanceEvent } from "../resolved/balanceEvents";

/**
 * The periods in which what is outstanding is spread anew over the payments to come: the first of principal, and of
 * those after an event that the payments follow the first that pays principal. An advance before a payment date is
 * spread from that payment on; any other event from the next.
 */
export function respreads(loan: ResolvedLoan): readonly number[] {
  const { periods, firstPrincipalPeriod } = loan;
  const afterEvents = [...loan.events.keys()].flatMap((index) => {
    const spread = spreadEvents(loan, index);
    if (spread.length === 0) return [];
    const isWithin = spread.some(({ date, advance }) => advance > 0 && date < periods.end(index));
    return isWithin ? [index] : [index + 1];
  });
  const after = [...afterEvents, ...afterRecurringPayments(loan)];
  return [firstPrincipalPeriod, ...after.map((index) => nextPrincipalPeriod(loan, index))];
}

/** The periods after an extra payment that comes again, where it lowers those that follow. */
function afterRecurringPayments(loan: ResolvedLoan): readonly number[] {
  const { payment } = loan.terms;
  if (payment.recurring.length === 0 || payment.extraPaymentEffect !== "lowers") return [];
  const indices = Array.from({ length: loan.periods.count - 1 }, (_period, index) => index);
  return indices.filter((index) => recurringPaymentIn(loan, index) > 0).map((index) => index + 1);
}

/**
 * The first payment of principal after each change of rate. That of a change on a payment date is the next: the payment
 * of the day itself is of interest at the rate before.
 */
export function rateChangePeriods(loan: ResolvedLoan): readonly number[] {
  const { terms, periods } = loan;
  return terms.interest.rateChanges.map(({ date }) => nextPrincipalPeriod(loan, periods.endingBy(date + 1)));
}

/** The events of a period that payments follow: all where they lower the payment, else advances alone. */
export function spreadEvents(loan: ResolvedLoan, index: number): readonly BalanceEvent[] {
  const events = eventsIn(loan, index);
  if (loan.terms.payment.extraPaymentEffect === "lowers" || events.length === 0) return events;
  return events.filter(({ advance }) => advance > 0);
}
