/**
 * Takes terms, makes all that follows from them before a single balance is known. It is made once and handed on whole,
 * so that no rule below asks for terms, periods and rates side by side.
 */
import { scaleOf, type AmountScale, type Units } from "../amountScale";
import type { LoanTerms } from "../terms/loanTerms";
import { balanceEvents, NO_EVENTS, type BalanceEvent, type BalanceEvents } from "./balanceEvents";
import { loanPeriods, type LoanPeriods } from "./loanPeriods";
import { PeriodRates } from "./periodRates";

/** A loan before a balance is known. Periods, rates and events go by the index of the period, from 0. */
export interface ResolvedLoan {
  readonly terms: LoanTerms;
  readonly scale: AmountScale;
  readonly principal: Units;
  readonly periods: LoanPeriods;
  readonly rates: PeriodRates;
  readonly events: BalanceEvents;
  /** The index of the first period whose payment is of principal too. */
  readonly firstPrincipalPeriod: number;
}

/**
 * All that follows from terms beforehand.
 *
 * @param count the payments in number, where the terms leave it open
 * @throws CalculationError when the terms make no periods, or an amount is out of range
 */
export function resolveLoan(terms: LoanTerms, count: number | null): ResolvedLoan {
  const scale = scaleOf(terms);
  const periods = loanPeriods(terms, count);
  return {
    terms,
    scale,
    principal: scale.units(terms.principal),
    periods,
    rates: new PeriodRates(terms, periods),
    events: balanceEvents(terms, periods, scale),
    firstPrincipalPeriod: firstPrincipalPeriod(terms, periods),
  };
}

/** The loan as far as it ran: repaid early, its later periods are none. */
export function firstPeriodsOf(loan: ResolvedLoan, count: number): ResolvedLoan {
  if (count === loan.periods.count) return loan;
  const periods = loan.periods.first(count);
  return { ...loan, periods, rates: new PeriodRates(loan.terms, periods) };
}

/** The events of a period, by date. */
export function eventsIn({ events }: ResolvedLoan, index: number): readonly BalanceEvent[] {
  return events.get(index) ?? NO_EVENTS;
}

/** Whether a period ends with a payment of principal. */
export function paysPrincipal({ periods, firstPrincipalPeriod }: ResolvedLoan, index: number): boolean {
  return index >= firstPrincipalPeriod && periods.isPrincipalDue(index) && !periods.capitalizes(index);
}

/**
 * The first period from one on that ends with a payment of principal; the count of the periods where none does, as no
 * period has that index.
 */
export function nextPrincipalPeriod(loan: ResolvedLoan, from: number): number {
  let index = Math.max(from, loan.firstPrincipalPeriod);
  while (index < loan.periods.count && !paysPrincipal(loan, index)) index += 1;
  return index;
}

/** How many payments of principal fall due from a period on. */
export function principalPaymentsFrom(loan: ResolvedLoan, from: number): number {
  let count = 0;
  for (let index = from; index < loan.periods.count; index += 1) if (paysPrincipal(loan, index)) count += 1;
  return count;
}

/** After the payments of interest alone; where they leave none, the last. */
function firstPrincipalPeriod({ payment }: LoanTerms, periods: LoanPeriods): number {
  let passed = 0;
  for (let index = 0; index < periods.count; index += 1) {
    if (!periods.isPrincipalDue(index) || periods.capitalizes(index)) continue;
    if (passed === payment.interestOnlyPayments) return index;
    passed += 1;
  }
  return periods.count - 1;
}
