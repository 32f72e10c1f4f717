import { fraction } from "../number/fraction";
import { inUnits, stepOf, timesRatio, toStep, type Units } from "./amount";
import type { Settlement } from "./amortization";
import { levelPaymentPlan } from "./levelInstallments";
import type { PeriodChange, PeriodInterest } from "./periodInterest";
import { firstPrincipalIndex, type LoanPeriod } from "./periods";
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

export type Changes = ReadonlyMap<number, readonly PeriodChange[]>;

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
