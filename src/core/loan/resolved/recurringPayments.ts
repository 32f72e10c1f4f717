/** Takes extra payments that come again, tells what of them falls due with a payment. Law: each is paid with a payment. */
import { addMonths, type Day } from "../../calendar/civilDate";
import type { Units } from "../amountScale";
import type { RecurringPayment } from "../terms/loanTerms";
import type { ResolvedLoan } from "./resolvedLoan";

/**
 * What is paid extra with the payment of a period: of each period, whose payment is not before or after their days; of each
 * year, for the days since the payment before on which a year is over.
 */
export function recurringPaymentIn({ terms, scale, periods }: ResolvedLoan, index: number): Units {
  if (terms.payment.recurring.length === 0 || !periods.isPrincipalDue(index)) return 0;
  const [start, end] = [periods.start(index), periods.end(index)];
  return terms.payment.recurring.reduce((sum, payment) => {
    const times = timesDue(payment, { start, end, loanStart: terms.startDate });
    return sum + times * scale.units(payment.amount);
  }, 0);
}

function timesDue(
  { every, from, to }: RecurringPayment,
  { start, end, loanStart }: { readonly start: Day; readonly end: Day; readonly loanStart: Day },
): number {
  const last = to ?? Infinity;
  if (every === "period") return end >= (from ?? loanStart) && end <= last ? 1 : 0;
  const first = from ?? addMonths(loanStart, 12);
  let years = 0;
  let due = 0;
  for (let day = first; day <= end && day <= last; years += 1, day = addMonths(first, 12 * years)) {
    if (day > start || (day === start && start === loanStart)) due += 1;
  }
  return due;
}
