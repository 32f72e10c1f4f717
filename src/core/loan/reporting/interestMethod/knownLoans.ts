/**
 * Takes a loan whose rate follows an index, makes the loan as it is known whenever that moves. Law: up to its day each is
 * the loan itself; after it, the loan as if the index stayed.
 */
import type { Day } from "../../../calendar/civilDate";
import { loanOf, type Loan } from "../../loan";
import { areSameRates, interestKnownOn } from "../../terms/adjustableRate";

/** A loan as it is known from a day on. */
export interface KnownLoan {
  readonly from: Day;
  readonly loan: Loan;
}

/**
 * The loan as it is known on its first day, and from each later day on which an index tells other rates than were
 * expected. A loan without an index is known from the start.
 */
export function knownLoans(loan: Loan): readonly [KnownLoan, ...KnownLoan[]] {
  const { startDate, interest } = loan.terms;
  let known = knownOn(loan, startDate);
  const all: [KnownLoan, ...KnownLoan[]] = [known];
  for (const { date } of interest.index?.index ?? []) {
    const expected = known.loan.terms.interest;
    const isRunning = date > startDate && date < lastDate(known.loan);
    if (!isRunning || areSameRates(expected, interestKnownOn(interest, date))) continue;
    known = knownOn(loan, date);
    all.push(known);
  }
  return all;
}

function knownOn(loan: Loan, from: Day): KnownLoan {
  const { terms } = loan;
  const interest = interestKnownOn(terms.interest, from);
  return { from, loan: areSameRates(interest, terms.interest) ? loan : loanOf({ ...terms, interest, ledger: null }) };
}

function lastDate({ account }: Loan): Day {
  const { lines } = account("stated");
  return lines.date(lines.last);
}
