/**
 * Takes the flows of a loan and an annual rate, makes their present value. Law: it is that of exact ratios to 24 digits
 * behind the loan's smallest unit, whatever the rate.
 */
import type { Fraction } from "../../number/fraction";
import { quotient } from "../../number/rounding";
import type { Units } from "../amountScale";
import type { Loan } from "../loan";
import { cashFlows, endBalance, type CashFlow } from "./carryingAmount";

/** Digits kept behind the loan's smallest unit. */
const GUARDED = 10n ** 24n;

/** A present value, or an amount carried, in units of the loan times 10^24. */
export type GuardedUnits = bigint;

/** The value of a loan's flows at the end of each of its periods, by an annual rate that is quoted as the loan's own. */
export class PresentValues {
  private readonly byPeriod: readonly (readonly CashFlow[])[];
  /** What the last payment leaves. */
  private readonly end: GuardedUnits;

  constructor(readonly loan: Loan) {
    const { count } = loan.schedule.loan.periods;
    const byPeriod = Array.from({ length: count }, (): CashFlow[] => []);
    for (const flow of cashFlows(loan)) byPeriod[flow.period]?.push(flow);
    this.byPeriod = byPeriod;
    this.end = guardedUnits(endBalance(loan));
  }

  flowsIn(period: number): readonly CashFlow[] {
    return this.byPeriod[period] ?? [];
  }

  /**
   * What the flows are worth on the first day: each period's value, with what is paid in it, is discounted by the
   * interest of that period. null where the rate is so negative that a period has no discount.
   */
  atStart(annualRate: Fraction): GuardedUnits | null {
    let value: GuardedUnits | null = this.end;
    for (let period = this.byPeriod.length - 1; period >= 0 && value !== null; period -= 1) {
      value = discounted(value + this.paidIn(period, annualRate), this.rateOf(period, annualRate));
    }
    return value;
  }

  /** What is carried at the end of each period, from what is carried at the start on. */
  carried(start: GuardedUnits, annualRate: Fraction): readonly GuardedUnits[] {
    const amounts = [start];
    let carried = start;
    for (const period of this.byPeriod.keys()) {
      carried = grown(carried, this.rateOf(period, annualRate)) - this.paidIn(period, annualRate);
      amounts.push(carried);
    }
    return amounts;
  }

  /** What is paid in a period, with interest from its day to the end of the period. */
  private paidIn(period: number, annualRate: Fraction): GuardedUnits {
    const { rates, periods } = this.loan.schedule.loan;
    return this.flowsIn(period).reduce((sum, { within, amount }) => {
      const paid = guardedUnits(amount);
      if (within === null) return sum + paid;
      return sum + grown(paid, rates.part(period, within, periods.end(period), annualRate));
    }, 0n);
  }

  private rateOf(period: number, annualRate: Fraction): Fraction {
    return this.loan.schedule.loan.rates.whole(period, annualRate);
  }
}

/** An amount in currency units, guarded. */
export function guarded({ schedule }: Loan, { numerator, denominator }: Fraction): GuardedUnits {
  return BigInt(quotient(BigInt(numerator) * BigInt(schedule.loan.scale.one) * GUARDED, denominator));
}

/** An amount in currency units again. */
export function unguarded({ schedule }: Loan, amount: GuardedUnits): Fraction {
  return { numerator: amount, denominator: BigInt(schedule.loan.scale.one) * GUARDED };
}

/** An amount in units, guarded. */
export function guardedUnits(units: Units): GuardedUnits {
  return BigInt(units) * GUARDED;
}

/** An amount to the loan's smallest unit. */
export function unitsOfGuarded(amount: GuardedUnits): Units {
  return Number(quotient(amount, GUARDED));
}

/** An amount with the interest on it: amount × (1 + rate), to the last guarded digit. */
export function grown(amount: GuardedUnits, { numerator, denominator }: Fraction): GuardedUnits {
  const whole = BigInt(denominator);
  return BigInt(quotient(amount * (whole + BigInt(numerator)), whole));
}

/** What grows to an amount: amount ÷ (1 + rate), to the last guarded digit; null of a rate of -100 % or below. */
function discounted(amount: GuardedUnits, { numerator, denominator }: Fraction): GuardedUnits | null {
  const whole = BigInt(denominator);
  const growth = whole + BigInt(numerator);
  return growth > 0n ? BigInt(quotient(amount * whole, growth)) : null;
}
