/**
 * What is paid at the end of a period: types, and the installments that need no terms. Law: a payment is never more
 * than is owed.
 */
import { CalculationError } from "../../errors";
import { toNumber, type Fraction } from "../../number/fraction";
import type { AmountScale, Units } from "../amountScale";

/** A period whose payment is to be settled. */
export interface OpenPeriod {
  readonly index: number;
  readonly opening: Units;
  /** Interest of earlier periods that is not due yet. */
  readonly unpaidInterest: Units;
  /** What events of the period before its last day add to the balance that payments are spread over. */
  readonly netEvents: Units;
  /** The interest of the period on that balance, exactly; asked for only by methods that need it. */
  readonly interest: () => Fraction;
}

/** What is paid at the end of a period, if as much is owed. */
export interface Installment {
  readonly amount: Units;
  /** The interest due is paid on top of the amount. */
  readonly addsInterest: boolean;
  /** The payment is refused where more interest than this is due: it would never repay the loan. */
  readonly mostInterest: Units;
  /**
   * Of interest that the amount does not pay the rest stays owed, and bears none (the United States Rule); else it is
   * added to the balance.
   */
  readonly leavesInterestUnpaid: boolean;
}

/** How a loan is repaid: what is paid at the end of each period. Periods are asked for in order, each once. */
export type Repayment = (period: OpenPeriod) => Installment;

/** An installment of an amount that is paid whatever interest is due. */
export function installment(amount: Units, addsInterest = false): Installment {
  return { amount, addsInterest, mostInterest: Infinity, leavesInterestUnpaid: false };
}

/** No payment: the interest is added to the balance, or waits for a later due date. */
export const NOTHING = installment(0);
/** The interest due, whatever it is, and nothing of principal. */
export const INTEREST_ALONE = installment(0, true);
/** Whatever is owed: the payment that leaves nothing. */
export const ALL_THAT_IS_OWED = installment(Infinity);

/** Why a payment of precomputed interest does not do. */
export function belowPrincipal(payment: Units, count: number, scale: AmountScale): CalculationError {
  const rule = `must repay the principal in its ${count} payments, as its interest is within them`;
  return new CalculationError("out-of-range", "payment", rule, toNumber(scale.currency(payment)));
}

/** Why a payment that is given does not do. */
export function belowInterest(payment: Units, due: Units, scale: AmountScale): CalculationError {
  const interest = toNumber(scale.currency(due));
  const rule =
    `must be no less than the interest of its period, ${interest}, or the loan is never repaid; ` +
    "a payment that lets the balance grow is given as a Payment change";
  return new CalculationError("out-of-range", "payment", rule, toNumber(scale.currency(payment)));
}
