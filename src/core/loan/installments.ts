import { CalculationError } from "../errors";
import { fraction, isZero, ONE, plus, times, toNumber, ZERO, type Fraction } from "../number/fraction";
import { inUnits, stepOf, timesRatio, toStep, unitsPerCurrency, type Units } from "./amount";
import { levelPayment } from "./levelPayment";
import type { Settlement } from "./amortization";
import type { PeriodChange, PeriodInterest } from "./periodInterest";
import { periodRate, rateOn } from "./periodRates";
import type { LoanPeriod } from "./periods";
import type { LoanTerms } from "./terms";

/** A period as its payment is worked out. */
export interface DuePeriod {
  readonly index: number;
  readonly opening: Units;
  /** Interest of earlier periods, and of this one with them, that falls due; zero when none does. */
  readonly unpaid: Units;
  readonly due: Units;
  /** What changes of the period add to the balance, and those before its last day. */
  readonly net: Units;
  readonly netWithin: Units;
  readonly interest: PeriodInterest;
}

/** Gives the payment of each period in turn, interest included. */
export type InstallmentPlan = (due: DuePeriod) => Units;

type Changes = ReadonlyMap<number, readonly PeriodChange[]>;

/** What is paid at the end of each period: never more than is owed, and with the last all that is. */
export function installmentPlan(
  terms: LoanTerms,
  periods: readonly LoanPeriod[],
  changes: Changes,
  decimals: number,
  { settles, firstExtra }: Settlement,
): InstallmentPlan {
  const regular = regularPlan(terms, periods, changes, decimals);
  const balloon = inUnits(terms.payment.balloon, decimals);
  const first = firstPrincipalIndex(terms, periods);
  return (due) => {
    const owed = due.opening + due.net + due.due;
    const last = due.index === periods.length - 1;
    if (last && settles) return owed;
    const extra = (last ? balloon : 0) + (due.index === first ? firstExtra : 0);
    return Math.min(owed, regular(due) + extra);
  };
}

function regularPlan(terms: LoanTerms, periods: readonly LoanPeriod[], changes: Changes, decimals: number): InstallmentPlan {
  switch (terms.method) {
    case "levelPayment":
      return levelPaymentPlan(terms, periods, changes, decimals);
    case "levelPrincipal":
      return levelPrincipalPlan(terms, periods, decimals);
    case "statedPayments":
      return statedPlan(terms, decimals);
    case "interestOnly":
    case "bullet": {
      const lastIndex = periods.length - 1;
      return ({ index, opening, net, due }) => {
        if (index === lastIndex) return opening + net + due;
        return periods[index]?.capitalizes ? 0 : due;
      };
    }
  }
}

/** Interest as it falls due, and from the first payment of principal on the level payment. */
function levelPaymentPlan(terms: LoanTerms, periods: readonly LoanPeriod[], changes: Changes, decimals: number): InstallmentPlan {
  const step = stepOf(terms.rounding.payment, decimals);
  const given = terms.payment.amount;
  const first = firstPrincipalIndex(terms, periods);
  const weights = paymentWeights(terms, periods, first);
  const recalculated = recalculations(terms, periods, changes, first);
  const balloon = fraction(inUnits(terms.payment.balloon, decimals));
  const mayFallShort = !isZero(terms.payment.yearlyGrowth) || terms.payment.changes.length > 0;
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

/** The index of the first period whose payment is of principal too. */
function firstPrincipalIndex({ payment }: LoanTerms, periods: readonly LoanPeriod[]): number {
  let passed = 0;
  for (let index = 0; index < periods.length; index += 1) {
    const { paysPrincipal, capitalizes } = periods[index] as LoanPeriod;
    if (!paysPrincipal || capitalizes) continue;
    if (passed === payment.interestOnlyPayments) return index;
    passed += 1;
  }
  return periods.length - 1;
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

/** Equal portions of principal, and the interest as it falls due. */
function levelPrincipalPlan(terms: LoanTerms, periods: readonly LoanPeriod[], decimals: number): InstallmentPlan {
  const first = firstPrincipalIndex(terms, periods);
  const pays = periods.map(({ paysPrincipal, capitalizes }, index) => index >= first && paysPrincipal && !capitalizes);
  const count = pays.filter(Boolean).length;
  const step = stepOf(terms.rounding.payment, decimals);
  const given = terms.payment.amount;
  const balloon = inUnits(terms.payment.balloon, decimals);
  let portion: Units | null = given ? inUnits(given, decimals) : null;
  return ({ index, opening, netWithin, due }) => {
    if (periods[index]?.capitalizes) return 0;
    if (!pays[index]) return due;
    portion ??= toStep(timesRatio(opening + netWithin - balloon, fraction(1, count)), step);
    return due + portion;
  };
}

/** The payments that the agreement prints, on its dates; a last one that it does not print settles the loan. */
function statedPlan({ stated, startDate }: LoanTerms, decimals: number): InstallmentPlan {
  const reductions = (stated?.rows ?? []).filter(({ date }) => date > startDate).map(({ reduction }) => reduction);
  return ({ index, opening, net, due }) => {
    const reduction = reductions[index];
    return reduction ? inUnits(reduction, decimals) : opening + net + due;
  };
}

function belowInterest(payment: Units, due: Units, decimals: number): CalculationError {
  const interest = toNumber(fraction(due, unitsPerCurrency(decimals)));
  const rule = `must be no less than the interest of its period, ${interest}, or the loan is never repaid`;
  return new CalculationError("out-of-range", "payment", rule, toNumber(fraction(payment, unitsPerCurrency(decimals))));
}
