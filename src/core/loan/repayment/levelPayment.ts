/**
 * Takes a loan, makes the level payment, interest included, or the graduated one. Law: the payments, each discounted at
 * the rates known when they are worked out, come to what is outstanding less the balloon's share of it.
 */
import { dateAt } from "../../calendar/dateSeries";
import { fraction, isZero, ONE, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { periodsAfter } from "../../calendar/frequency";
import { timesRatio, toStep, type RoundingStep, type Units } from "../amountScale";
import { amortizedLoan } from "../resolved/amortizedLoan";
import { paysPrincipal, type ResolvedLoan } from "../resolved/resolvedLoan";
import { Annuity, type AnnuityPeriods } from "./annuity";
import { changedPayment } from "./changedPayment";
import { installment, INTEREST_ALONE, NOTHING, type OpenPeriod, type Repayment } from "./installment";
import { rateChangePeriods, respreads } from "./respreads";

/** The payment of a period by its weight: how many times the first payment is due in it. */
type PaymentByWeight = (weight: Fraction) => Units;

/** Interest as it falls due, and from the first payment of principal on the level payment. */
export function levelPayment(loan: ResolvedLoan): Repayment {
  const { terms, scale, periods } = loan;
  const { amount, cap } = terms.payment;
  const step = scale.step(terms.rounding.payment);
  const amortized = amount === null ? amortizedLoan(loan) : loan;
  const weightOf = paymentWeights(amortized);
  const rateChanges = new Set(rateChangePeriods(loan));
  const workedOutIn = new Set(amount === null ? [...rateChanges, ...respreads(loan)] : []);
  const isRefusedBelowInterest = refusesBelowInterest(loan);
  const given = amount === null ? 0 : scale.units(amount);
  let inForce: PaymentByWeight = (weight) => timesRatio(given, weight, step);
  return (period) => {
    const { index } = period;
    if (periods.capitalizes(index)) return NOTHING;
    const weight = weightOf(index);
    if (isZero(weight)) return INTEREST_ALONE;
    if (workedOutIn.has(index)) {
      const spread = spreadPayment(amortized, period, weightOf);
      const isCapped = cap !== null && index > loan.firstPrincipalPeriod && rateChanges.has(index);
      inForce = isCapped ? cappedPayment(spread, inForce, { cap, step }) : spread;
    }
    const changed = changedPayment(loan, index);
    const payment = changed === null ? inForce(weight) : toStep(changed, step);
    const isRefused = isRefusedBelowInterest && !isDeferred(loan, index);
    return { ...installment(payment), mostInterest: isRefused ? payment : Infinity };
  };
}

/** The first payment of a loan, where it is due later than one regular period after the start. */
function isDeferred({ terms: { dates, startDate }, periods }: ResolvedLoan, index: number): boolean {
  if (index > 0) return false;
  return dateAt(periods.columns.unadjusted, 1) > periodsAfter(startDate, dates.frequency, 1, dates.endOfMonth);
}

/** The payment worked out anew, but no more than the one before it and its cap. */
function cappedPayment(
  spread: PaymentByWeight,
  before: PaymentByWeight,
  { cap, step }: { readonly cap: Fraction; readonly step: RoundingStep },
): PaymentByWeight {
  const payment = Math.min(spread(ONE), timesRatio(before(ONE), plus(ONE, cap), step));
  return () => payment;
}

/**
 * A payment worked out repays the loan even where one long period earns more than it, and one that grows or changes may
 * let the balance grow on purpose. A payment that is given and stays is a mistake below its interest: the loan would never
 * be repaid. Only a deferred first one may be, as no period after it is as long.
 */
function refusesBelowInterest({ terms: { payment } }: ResolvedLoan): boolean {
  return payment.amount !== null && isZero(payment.yearlyGrowth) && payment.paymentChanges.length === 0;
}

/** What is owed in a period, spread over the payments from it on: the payment that leaves the balloon after the last. */
function spreadPayment(loan: ResolvedLoan, period: OpenPeriod, weightOf: (index: number) => Fraction): PaymentByWeight {
  const { terms, scale } = loan;
  const owed = plus(fraction(period.opening + period.netEvents + period.unpaidInterest), firstInterest(loan, period));
  const annuity = annuityOf(loan, owed, periodsFrom(loan, period.index, weightOf));
  const step = scale.step(terms.rounding.payment);
  return lastRemembered((weight) => annuity.rounded(weight, step));
}

/** The interest of the first period that a payment is worked out over. */
function firstInterest(
  { terms, rates, periods, principal }: ResolvedLoan,
  { index, opening, netEvents, interest }: OpenPeriod,
): Fraction {
  if (terms.payment.computedOn === "dayCount") return interest();
  const earning = terms.interest.on === "original" ? principal : opening + netEvents;
  return times(fraction(earning), rates.regular(rates.annualOn(periods.end(index) - 1)));
}

/** Flat interest does not depend on the balance: it is owed from the start, and what is owed then earns none. */
function annuityOf(
  { terms, scale, principal }: ResolvedLoan,
  owed: Fraction,
  periods: readonly AnnuityPeriods[],
): Annuity {
  const balloon = fraction(scale.units(terms.payment.balloon));
  if (terms.interest.on === "outstanding") return new Annuity(owed, periods, balloon);
  const rates = periods.reduce((sum, { count, rate }) => plus(sum, times(fraction(count), rate)), ZERO);
  const withoutInterest = periods.map((equal) => ({ ...equal, rate: ZERO }));
  return new Annuity(plus(owed, times(fraction(principal), rates)), withoutInterest, balloon);
}

/** The periods from one on, as the payment sees them. The interest of the first is in what is owed already. */
function periodsFrom(loan: ResolvedLoan, from: number, weightOf: (index: number) => Fraction): AnnuityPeriods[] {
  const { periods, rates, terms } = loan;
  const annualRate = rates.annualOn(periods.end(from) - 1);
  const isByDays = terms.payment.computedOn === "dayCount";
  const rateOf = (index: number) => (isByDays ? rates.whole(index, annualRate) : rates.regular(annualRate));
  const found: AnnuityPeriods[] = [{ count: 1, rate: ZERO, weight: weightOf(from) }];
  for (let index = from + 1; index < periods.count;) {
    const until = rates.equalUntil(index);
    const weight = weightOf(index);
    found.push({ count: until - index, rate: isZero(weight) ? ZERO : rateOf(index), weight });
    index = until;
  }
  return found;
}

/**
 * How many times the first payment is due in a period: 0 where only interest is, 1 of a level loan, more as it grows.
 */
export function paymentWeights(loan: ResolvedLoan): (index: number) => Fraction {
  const { yearlyGrowth, growthYears } = loan.terms.payment;
  if (isZero(yearlyGrowth)) return (index) => (paysPrincipal(loan, index) ? ONE : ZERO);
  const firstDate = loan.periods.end(loan.firstPrincipalPeriod);
  const growthAfter = powersOf(plus(ONE, yearlyGrowth));
  return (index) => {
    if (!paysPrincipal(loan, index)) return ZERO;
    const years = Math.floor((loan.periods.end(index) - firstDate + 15) / 365.25);
    return growthAfter(Math.min(years, growthYears ?? years));
  };
}

/** The powers of a base, each worked out once. */
function powersOf(base: Fraction): (exponent: number) => Fraction {
  const powers = new Map([[0, ONE]]);
  const power = (exponent: number): Fraction => {
    const known = powers.get(exponent) ?? times(power(exponent - 1), base);
    powers.set(exponent, known);
    return known;
  };
  return power;
}

/** A function that remembers its last answer: a level payment is the same period after period. */
function lastRemembered<A, Answer>(calculate: (a: A) => Answer): (a: A) => Answer {
  let last: { readonly a: A; readonly answer: Answer } | null = null;
  return (a) => {
    if (last === null || last.a !== a) last = { a, answer: calculate(a) };
    return last.answer;
  };
}
