import { fraction, type Fraction } from "../number/fraction";
import { inUnits, stepOf, timesRatio, type Units } from "./amount";
import type { Settlement } from "./amortization";
import { levelPaymentPlan, respreads } from "./levelInstallments";
import type { PeriodChange } from "./periodInterest";
import { capitalizes, paysPrincipal, type LoanPeriods } from "./periods";
import type { LoanTerms } from "./terms";

/** A period as its payment is worked out. */
export interface DuePeriod {
  readonly index: number;
  readonly opening: Units;
  /** Interest of earlier periods that is not due yet. */
  readonly unpaid: Units;
  /** What changes of the period before its last day add to the balance that payments are spread over. */
  readonly netWithin: Units;
  /** Its interest on that balance, exactly. */
  readonly interest: () => Fraction;
}

/** What is paid at the end of a period, if so much is owed. */
export interface Installment {
  readonly amount: Units;
  /** The interest due is paid on top of the amount. */
  readonly addsInterest: boolean;
  /** Interest due beyond it is refused: such a payment never repays the loan. */
  readonly mostInterest: Units;
}

export type InstallmentPlan = (due: DuePeriod) => Installment;

export type Changes = ReadonlyMap<number, readonly PeriodChange[]>;

const installment = (amount: Units, addsInterest = false): Installment => ({
  amount,
  addsInterest,
  mostInterest: Infinity,
});

export const NOTHING = installment(0);
export const INTEREST_ALONE = installment(0, true);
const ALL = installment(Infinity);

/** The installment of each period; the last is of all that is owed. */
export function installmentPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
  { settles, firstExtra }: Settlement,
): InstallmentPlan {
  const regular = regularPlan(terms, periods, changes, first, decimals);
  const balloon = inUnits(terms.payment.balloon, decimals);
  const last = periods.count - 1;
  return (due) => {
    if (due.index === last && settles) return ALL;
    const extra = (due.index === last ? balloon : 0) + (due.index === first ? firstExtra : 0);
    const alone = regular(due);
    return extra === 0 ? alone : { ...alone, amount: alone.amount + extra };
  };
}

function regularPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
): InstallmentPlan {
  switch (terms.method) {
    case "levelPayment":
      return levelPaymentPlan(terms, periods, changes, first, decimals);
    case "levelPrincipal":
      return levelPrincipalPlan(terms, periods, changes, first, decimals);
    case "statedPayments":
      return statedPlan(terms, decimals);
    case "interestOnly":
    case "bullet":
      return ({ index }) =>
        index === periods.count - 1 ? ALL : capitalizes(periods, index) ? NOTHING : INTEREST_ALONE;
  }
}

/** Equal portions of principal, and the interest as it falls due; other portions after a change that they follow. */
function levelPrincipalPlan(
  terms: LoanTerms,
  periods: LoanPeriods,
  changes: Changes,
  first: number,
  decimals: number,
): InstallmentPlan {
  const pays = (index: number) => index >= first && paysPrincipal(periods, index) && !capitalizes(periods, index);
  const countFrom = (start: number) =>
    Array.from({ length: periods.count - start }, (_period, at) => pays(start + at)).filter(Boolean).length;
  const step = stepOf(terms.rounding.payment, decimals);
  const given = terms.payment.amount;
  const balloon = inUnits(terms.payment.balloon, decimals);
  const anew = given === null ? respreads(terms, periods, changes, first) : [];
  let portion: Units = given ? inUnits(given, decimals) : 0;
  return ({ index, opening, netWithin }) => {
    if (anew.includes(index)) portion = timesRatio(opening + netWithin - balloon, fraction(1, countFrom(index)), step);
    if (capitalizes(periods, index)) return NOTHING;
    return pays(index) ? installment(portion, true) : INTEREST_ALONE;
  };
}

/** The payments that the agreement prints, on its dates; a last one that it does not print settles the loan. */
function statedPlan({ stated, startDate }: LoanTerms, decimals: number): InstallmentPlan {
  const reductions = (stated?.rows ?? []).filter(({ date }) => date > startDate).map(({ reduction }) => reduction);
  return ({ index }) => {
    const reduction = reductions[index];
    return reduction ? installment(inUnits(reduction, decimals)) : ALL;
  };
}
