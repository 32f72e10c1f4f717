/** Takes a loan, makes the payments that its agreement prints. Law: what is printed is paid, as far as it is owed. */
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import { ALL_THAT_IS_OWED, installment, type Repayment } from "./installment";

/**
 * The payments that the agreement prints, on its dates, interest included; one that it does not print settles the
 * loan.
 */
export function statedPayments({ terms: { stated, startDate }, scale }: ResolvedLoan): Repayment {
  const payments = (stated?.rows ?? []).filter(({ date }) => date > startDate).map(({ reduction }) => reduction);
  return ({ index }) => {
    const payment = payments[index];
    return payment ? installment(scale.units(payment)) : ALL_THAT_IS_OWED;
  };
}
