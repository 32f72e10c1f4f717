import { CalculationError } from "../errors";
import { fraction, isZero, ONE, plus, times, toNumber, ZERO, type Fraction } from "../number/fraction";
import { inUnits, stepOf, toStep, unitsPerCurrency, type Units } from "./amount";
import type { Changes, InstallmentPlan } from "./installments";
import { levelPayment } from "./levelPayment";
import { periodRate, rateOn } from "./periodRates";
import { firstPrincipalIndex, type LoanPeriod } from "./periods";
import type { LoanTerms } from "./terms";

/** Interest as it falls due, and from the first payment of principal on the level payment. */
export function levelPaymentPlan(terms: LoanTerms, periods: readonly LoanPeriod[], changes: Changes, decimals: number): InstallmentPlan {
  const step = stepOf(terms.rounding.payment, decimals);
  const given = terms.payment.amount;
  const first = firstPrincipalIndex(terms, periods);
  const weights = paymentWeights(terms, periods, first);
  const recalculated = recalculations(terms, periods, changes, first);
  const balloon = fraction(inUnits(terms.payment.balloon, decimals));
  // A payment worked out repays the loan even where one long period earns more; a given one is a mistake then.
  const mayFallShort = given === null || !isZero(terms.payment.yearlyGrowth) || terms.payment.changes.length > 0;
  let base: Fraction = given ? fraction(inUnits(given, decimals)) : ZERO;
  const weighted = lastKept((amount: Fraction, weight: Fraction) => toStep(inUnits(times(amount, weight), 0), step));
  return ({ index, opening, unpaid, due, netWithin, interest }) => {
    const period = periods[index] as LoanPeriod;
    if (period.capitalizes) return 0;
    const weight = weights[index] ?? ZERO;
    if (isZero(weight)) return due;
    if (given === null && recalculated.has(index)) {
      const owed = plus(fraction(opening + netWithin + unpaid), interest.exact());
      base = levelPayment(owed, remainingPeriods(terms, periods, weights, index), balloon);
    }
    const dated = terms.payment.changes.findLast(({ date }) => date <= period.date);
    const payment = dated ? toStep(inUnits(dated.amount, decimals), step) : weighted(base, weight);
    if (payment < due && !mayFallShort) throw belowInterest(payment, due, decimals);
    return payment;
  };
}

/** A function that remembers its last answer: a level payment is the same exact ratio, hundreds of digits long, every time. */
function lastKept<A, B, Answer>(calculate: (a: A, b: B) => Answer): (a: A, b: B) => Answer {
  let last: { readonly a: A; readonly b: B; readonly answer: Answer } | null = null;
  return (a, b) => {
    if (last === null || last.a !== a || last.b !== b) last = { a, b, answer: calculate(a, b) };
    return last.answer;
  };
}

/** The periods that a payment is spread over: of the first the interest is in the balance already. */
function remainingPeriods(terms: LoanTerms, periods: readonly LoanPeriod[], weights: readonly Fraction[], from: number) {
  const known = rateOn(terms.interest, (periods[from] as LoanPeriod).end - 1);
  return periods.slice(from).map((period, offset) => {
    const weight = weights[from + offset] ?? ZERO;
    const accrues = offset > 0 && !isZero(weight);
    return { weight, rate: accrues ? periodRate(terms, period, period.start, period.end, known) : ZERO };
  });
}

/** Where the level payment is worked out: at first, and again when the rate or the balance is changed. */
function recalculations(terms: LoanTerms, periods: readonly LoanPeriod[], changes: Changes, first: number): ReadonlySet<number> {
  const lowers = terms.payment.extraPaymentEffect === "lowers";
  const rateChanges = terms.interest.changes.map(({ date }) => periods.findIndex(({ end }) => date < end));
  const balanceChanges = [...changes].flatMap(([index, list]) => {
    const relevant = list.filter(({ advance }) => advance > 0 || lowers);
    const within = relevant.some(({ date, advance }) => advance > 0 && date < (periods[index]?.end ?? date));
    return relevant.length === 0 ? [] : within ? [index] : [index + 1];
  });
  return new Set([first, ...[...rateChanges, ...balanceChanges].filter((index) => index >= first)]);
}

/** How many times the first payment is due in each period: 0 before it and where only interest is, more as it grows. */
function paymentWeights({ payment }: LoanTerms, periods: readonly LoanPeriod[], first: number): Fraction[] {
  const firstDate = periods[first]?.end ?? 0;
  const growth = plus(ONE, payment.yearlyGrowth);
  return periods.map(({ paysPrincipal, capitalizes, end }, index) => {
    if (index < first || !paysPrincipal || capitalizes) return ZERO;
    if (isZero(payment.yearlyGrowth)) return ONE;
    const years = Math.floor((end - firstDate + 15) / 365.25);
    return raised(growth, Math.min(years, payment.growthYears ?? years));
  });
}

function raised(base: Fraction, exponent: number): Fraction {
  return Array.from({ length: exponent }).reduce<Fraction>((product) => times(product, base), ONE);
}

function belowInterest(payment: Units, due: Units, decimals: number): CalculationError {
  const interest = toNumber(fraction(due, unitsPerCurrency(decimals)));
  const rule = `must be no less than the interest of its period, ${interest}, or the loan is never repaid`;
  return new CalculationError("out-of-range", "payment", rule, toNumber(fraction(payment, unitsPerCurrency(decimals))));
}
