/** Takes terms and a day, makes the terms as they are known on it. Law: what happens later has no effect. */
import type { Day } from "../../calendar/civilDate";
import type { DatedAmount, LoanTerms } from "./loanTerms";

/** Terms without what is lent, paid extra or forgiven after a day; the same terms where nothing is. */
export function withoutEventsAfter(terms: LoanTerms, day: Day): LoanTerms {
  const { advances, extraPayments, forgiveness } = terms.events;
  const isLater = ({ date }: DatedAmount) => date > day;
  if (![advances, extraPayments, forgiveness].some((amounts) => amounts.some(isLater))) return terms;
  const until = (amounts: readonly DatedAmount[]) => amounts.filter((amount) => !isLater(amount));
  return {
    ...terms,
    ledger: null,
    events: {
      ...terms.events,
      advances: until(advances),
      extraPayments: until(extraPayments),
      forgiveness: until(forgiveness),
    },
  };
}
