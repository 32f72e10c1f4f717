import { CalculationError } from "../../errors";
import { fraction, toNumber, type Fraction } from "../../number/fraction";
import { unitsPerCurrency, type Units } from "../amountScale";
import type { PeriodChange } from "../resolved/balanceEvents";

export interface Settlement {
  /** The last payment leaves nothing; otherwise what rounding left stays outstanding. */
  readonly settles: boolean;
  /** Added to the first payment of principal. */
  readonly firstExtra: Units;
}

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

export const installment = (amount: Units, addsInterest = false): Installment => ({
  amount,
  addsInterest,
  mostInterest: Infinity,
});

export const NOTHING = installment(0);
export const INTEREST_ALONE = installment(0, true);
export const ALL = installment(Infinity);

/** Why a payment that is given does not do. */
export function belowInterest(payment: Units, due: Units, decimals: number): CalculationError {
  const interest = toNumber(fraction(due, unitsPerCurrency(decimals)));
  const rule = `must be no less than the interest of its period, ${interest}, or the loan is never repaid; a payment that lets the balance grow is given as a Payment change`;
  return new CalculationError("out-of-range", "payment", rule, toNumber(fraction(payment, unitsPerCurrency(decimals))));
}
