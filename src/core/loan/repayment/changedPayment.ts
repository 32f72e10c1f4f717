/** Takes a loan and a period, finds the payment that its agreement changes to. Law: the last change that is due binds. */
import { dateAt } from "../../calendar/dateSeries";
import type { Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";

/** The payment, or of level principal the portion, that an agreement states from a date on; null before any. */
export function changedPayment({ terms, scale, periods }: ResolvedLoan, index: number): Units | null {
  const { paymentChanges } = terms.payment;
  if (paymentChanges.length === 0) return null;
  const change = paymentChanges.findLast(({ date }) => date <= dateAt(periods.dates, index));
  return change ? scale.units(change.amount) : null;
}
