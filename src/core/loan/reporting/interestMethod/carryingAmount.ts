/**
 * Takes a loan, tells what it is carried at when it begins and what is paid on it after. Law: what is carried, grown at the
 * effective rate and less what is paid, comes to what is due in the end.
 */
import type { Day } from "../../../calendar/civilDate";
import { CalculationError } from "../../../errors";
import { isZero, minus, plus, toNumber, ZERO, type Fraction } from "../../../number/fraction";
import type { Units } from "../../amountScale";
import type { Loan } from "../../loan";
import type { ResolvedLoan } from "../../resolved/resolvedLoan";
import type { LoanTerms } from "../../terms/loanTerms";

/** What is paid less what is lent on a day, in the period by whose rate it is discounted. */
export interface CashFlow {
  readonly period: number;
  /** The day; null where the period ends, whatever business days make of it. */
  readonly within: Day | null;
  readonly amount: Units;
}

/**
 * What moves a loan after its first day: the payments of its schedule, extra payments and what is forgiven, less
 * advances. An amount forgiven is as good as paid, by service or as a gift.
 */
export function cashFlows({ terms, schedule, account }: Loan): readonly CashFlow[] {
  const { loan } = schedule;
  const { lines } = account("stated");
  const ofLine = (line: number): CashFlow =>
    terms.stated === null
      ? { period: line - 1, within: null, amount: lines.payment(line) }
      : flowOn(loan, lines.date(line), lines.payment(line));
  const payments = Array.from({ length: lines.last }, (_line, index) => ofLine(index + 1));
  const { advances, extraPayments, forgiveness } = terms.events;
  const moves = [
    ...advances.map(({ date, amount }) => ({ date, amount: -loan.scale.units(amount) })),
    ...[...extraPayments, ...forgiveness].map(({ date, amount }) => ({ date, amount: loan.scale.units(amount) })),
  ].filter(({ date }) => date > lines.date(0));
  return [...payments, ...moves.map(({ date, amount }) => flowOn(loan, date, amount))];
}

/** The last period takes what falls after it. */
function flowOn({ periods }: ResolvedLoan, date: Day, amount: Units): CashFlow {
  const period = Math.min(periods.settledFrom(date), periods.count - 1);
  return { period, within: date < periods.end(period) ? date : null, amount };
}

/** What the last payment leaves outstanding. */
export function endBalance({ account }: Loan): Units {
  const { lines } = account("stated");
  return lines.balance(lines.last);
}

/**
 * What a loan is carried at when it begins, in currency units: its price, less costs and fees, with a lender's direct
 * costs (ASC 835-30-45-1A, 310-20-35-2; IFRS 9 5.1.1). A fee on the day of the loan is a fee at its start.
 *
 * @param price before costs and fees: the issue price; the present value where interest is imputed
 * @throws CalculationError `out-of-range` when nothing is left to carry
 */
export function initialCarryingAmount(terms: LoanTerms, price: Fraction): Fraction {
  const { proceeds, costsAndFees, originationCosts } = terms.carrying;
  const amount = proceeds ?? plus(minus(minus(price, costsAndFees), feesAtStart(terms)), originationCosts);
  if (amount.numerator > 0) return amount;
  const rule = "must leave an amount of more than zero to carry, after discount, costs and fees";
  throw new CalculationError("out-of-range", "loan", rule, toNumber(amount));
}

/** What was lent on the first day, less what was repaid on it. */
export function startingPrincipal({ terms, account }: Loan): Fraction {
  const resolved = account("stated").loan;
  return terms.stated === null ? resolved.scale.currency(account("stated").lines.balance(0)) : terms.principal;
}

/** The price that a loan has by its discount or premium. */
export function agreedPrice(loan: Loan): Fraction {
  const { issuePrice, discount, premium } = loan.terms.carrying;
  const { accruedAtStart } = loan.terms; // comes with the loan, and is paid as it falls due
  return issuePrice ?? plus(minus(plus(startingPrincipal(loan), accruedAtStart), discount), premium);
}

/** Fees that are charged on the day of the loan. */
export function feesAtStart({ events, startDate }: LoanTerms): Fraction {
  const atStart = events.fees.filter(({ date }) => date === startDate);
  return atStart.reduce((sum, { amount }) => plus(sum, amount), ZERO);
}

/** Whether a loan is carried at anything but its principal when it begins. */
export function isCarriedApart({ terms }: Loan): boolean {
  const { issuePrice, proceeds, discount, premium, costsAndFees, originationCosts, marketRate } = terms.carrying;
  const amounts = [discount, premium, costsAndFees, originationCosts, feesAtStart(terms)];
  return [issuePrice, proceeds, marketRate].some((price) => price !== null) || amounts.some((one) => !isZero(one));
}
