/**
 * Takes the flows of a loan and an annual rate, makes their present value, and what is carried at it. Law: both are those
 * of exact ratios to 24 digits behind the loan's smallest unit, whatever the rate; within a period no interest bears
 * interest, as within one of the agreement.
 */
import type { Day } from "../../../calendar/civilDate";
import type { Fraction } from "../../../number/fraction";
import { quotient } from "../../../number/rounding";
import type { Units } from "../../amountScale";
import type { Loan } from "../../loan";
import { cashFlows, endBalance, type CashFlow } from "./carryingAmount";

/** Digits kept behind the loan's smallest unit. */
const GUARDED = 10n ** 24n;

/** A present value, or an amount carried, in units of the loan times 10^24. */
export type GuardedUnits = bigint;

/** What is carried at the end of a day, within a period or as it begins. */
export interface Position {
  readonly period: number;
  readonly day: Day;
  /** What earns interest from the day on. */
  readonly balance: GuardedUnits;
  /** What was earned in the period before it, which bears none until the period ends. */
  readonly accrued: GuardedUnits;
}

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

  /** Where a loan stands when it begins, carried at an amount. */
  startingAt(balance: GuardedUnits): Position {
    return { period: 0, day: this.loan.schedule.loan.periods.start(0), balance, accrued: 0n };
  }

  /** What the flows are worth on the first day; see {@link worthOn}. */
  atStart(annualRate: Fraction): GuardedUnits | null {
    return this.worthOn(this.startingAt(0n), annualRate);
  }

  /**
   * The balance of a position that what is paid after its day is worth: each period's value, with what is paid in it, is
   * discounted by the interest of that period. null where the rate is so negative that a period has no discount.
   */
  worthOn({ period: first, day, accrued }: Position, annualRate: Fraction): GuardedUnits | null {
    let value: GuardedUnits | null = this.end;
    for (let period = this.byPeriod.length - 1; period > first && value !== null; period -= 1) {
      value = discounted(value + this.paidIn(period, null, annualRate), this.rateOf(period, annualRate));
    }
    if (value === null || first >= this.byPeriod.length) return value;
    const owed = value + this.paidIn(first, day, annualRate) - accrued;
    return discounted(owed, this.partOf(first, day, annualRate));
  }

  /** A position, then that at the start of each period which follows, as the loan is carried on at a rate. */
  onwards(position: Position, annualRate: Fraction): readonly Position[] {
    const positions = [position];
    for (let at = position; at.period < this.byPeriod.length; positions.push(at)) at = this.nextPeriod(at, annualRate);
    return positions;
  }

  /** A position on a later day of its period. */
  later(position: Position, day: Day, annualRate: Fraction): Position {
    const { period, day: from, balance } = position;
    const { rates } = this.loan.schedule.loan;
    const earned = (amount: GuardedUnits, since: Day) =>
      grown(amount, rates.part(period, since, day, annualRate)) - amount;
    const flows = this.flowsIn(period).filter(({ within }) => within !== null && within > from && within <= day);
    return flows.reduce(
      (at, { within, amount }) => {
        const paid = guardedUnits(amount);
        return { ...at, balance: at.balance - paid, accrued: at.accrued - earned(paid, within ?? day) };
      },
      { period, day, balance, accrued: position.accrued + earned(balance, from) },
    );
  }

  /** Interest of a period bears interest from its end on. */
  private nextPeriod(position: Position, annualRate: Fraction): Position {
    const end = this.loan.schedule.loan.periods.end(position.period);
    const { balance, accrued } = this.later(position, end, annualRate);
    const period = position.period + 1;
    const paid = this.flowsIn(position.period).filter(({ within }) => within === null);
    const left = paid.reduce((sum, { amount }) => sum - guardedUnits(amount), balance + accrued);
    return { period, day: end, balance: left, accrued: 0n };
  }

  private flowsIn(period: number): readonly CashFlow[] {
    return this.byPeriod[period] ?? [];
  }

  /** What is paid in a period, after a day of it or in the whole, with interest from its day to the end of the period. */
  private paidIn(period: number, after: Day | null, annualRate: Fraction): GuardedUnits {
    return this.flowsIn(period).reduce((sum, { within, amount }) => {
      const paid = guardedUnits(amount);
      if (within === null) return sum + paid;
      return after !== null && within <= after ? sum : sum + grown(paid, this.partOf(period, within, annualRate));
    }, 0n);
  }

  /** Of a period from a day to its end. */
  private partOf(period: number, from: Day, annualRate: Fraction): Fraction {
    const { rates, periods } = this.loan.schedule.loan;
    return rates.part(period, from, periods.end(period), annualRate);
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
