import { fraction, isZero, ONE, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { inUnits, stepOf, timesRatio, toStep, type Units } from "../amountScale";
import { INTEREST_ALONE, NOTHING, type Changes, type InstallmentPlan } from "./installment";
import { LevelPayment, type PaymentRun } from "./annuity";
import { equalUntil, periodRate, rateOn } from "../resolved/periodRates";
import { capitalizes, endOf, paysPrincipal, periodEndingBy, type LoanPeriods } from "../resolved/loanPeriods";
import { respreads } from "./respreads";
import type { LoanTerms } from "../terms/loanTerms";

/** Interest as it falls due, and from the first payment of principal on the level payment. */
export function levelPaymentPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
): InstallmentPlan {
  const step = stepOf(terms.rounding.payment, decimals);
  const given = terms.payment.amount;
  const weightOf = paymentWeights(terms, periods, first);
  const balloon = fraction(inUnits(terms.payment.balloon, decimals));
  // A payment worked out repays the loan even where one long period earns more; a given one is a mistake then.
  const mayFallShort = given === null || !isZero(terms.payment.yearlyGrowth) || terms.payment.changes.length > 0;
  const anew = given === null ? recalculations(terms, periods, changes, first) : [];
  const givenUnits = given ? inUnits(given, decimals) : 0;
  let paid = (weight: Fraction): Units => timesRatio(givenUnits, weight, step);
  return ({ index, opening, unpaid, netWithin, interest }) => {
    if (capitalizes(periods, index)) return NOTHING;
    const weight = weightOf(index);
    if (isZero(weight)) return INTEREST_ALONE;
    if (anew.includes(index)) {
      const owed = plus(fraction(opening + netWithin + unpaid), interest());
      const payment = levelPaymentOf(terms, owed, remainingRuns(terms, periods, weightOf, index), balloon, decimals);
      paid = lastKept((weight) => payment.rounded(weight, step));
    }
    const dated = terms.payment.changes.findLast(({ date }) => date <= (periods.dates[index] as number));
    const amount = dated ? toStep(inUnits(dated.amount, decimals), step) : paid(weight);
    return { amount, addsInterest: false, mostInterest: mayFallShort ? Infinity : amount };
  };
}

/** Flat interest does not depend on the balance: it is owed from the start, and what is owed then earns none. */
function levelPaymentOf(
  { interest, principal }: LoanTerms,
  owed: Fraction,
  runs: readonly PaymentRun[],
  balloon: Fraction,
  decimals: number,
): LevelPayment {
  if (interest.on === "outstanding") return new LevelPayment(owed, runs, balloon);
  const rates = runs.reduce((sum, { count, rate }) => plus(sum, times(fraction(count), rate)), ZERO);
  const flat = times(fraction(inUnits(principal, decimals)), rates);
  return new LevelPayment(
    plus(owed, flat),
    runs.map((run) => ({ ...run, rate: ZERO })),
    balloon,
  );
}

/** A function that remembers its last answer: a level payment is the same period after period. */
function lastKept<A, Answer>(calculate: (a: A) => Answer): (a: A) => Answer {
  let last: { readonly a: A; readonly answer: Answer } | null = null;
  return (a) => {
    if (last === null || last.a !== a) last = { a, answer: calculate(a) };
    return last.answer;
  };
}

/** The periods that a payment is spread over: of the first the interest is in the balance already. */
function remainingRuns(
  terms: LoanTerms,
  periods: LoanPeriods,
  weightOf: (index: number) => Fraction,
  from: number,
): PaymentRun[] {
  const known = rateOn(terms.interest, endOf(periods, from) - 1);
  const runs: PaymentRun[] = [{ count: 1, rate: ZERO, weight: weightOf(from) }];
  for (let index = from + 1; index < periods.count;) {
    const until = equalUntil(terms, periods, index);
    const weight = weightOf(index);
    const rate = isZero(weight) ? ZERO : periodRate(terms, periods, index, known);
    runs.push({ count: until - index, rate, weight });
    index = until;
  }
  return runs;
}

/** Where the level payment is worked out: at first, and again when the rate or the balance is changed. */
function recalculations(terms: LoanTerms, periods: LoanPeriods, changes: Changes, first: number): readonly number[] {
  const rateChanges = terms.interest.changes.map(({ date }) => periodEndingBy(periods, date + 1));
  return [...rateChanges.filter((index) => index >= first), ...respreads(terms, periods, changes, first)];
}

/** How many times the first payment is due in a period: 0 before it and where only interest is, more as it grows. */
function paymentWeights({ payment }: LoanTerms, periods: LoanPeriods, first: number): (index: number) => Fraction {
  const firstDate = endOf(periods, first);
  const growth = plus(ONE, payment.yearlyGrowth);
  return (index) => {
    if (index < first || !paysPrincipal(periods, index) || capitalizes(periods, index)) return ZERO;
    if (isZero(payment.yearlyGrowth)) return ONE;
    const years = Math.floor((endOf(periods, index) - firstDate + 15) / 365.25);
    return raised(growth, Math.min(years, payment.growthYears ?? years));
  };
}

function raised(base: Fraction, exponent: number): Fraction {
  return Array.from({ length: exponent }).reduce<Fraction>((product) => times(product, base), ONE);
}
