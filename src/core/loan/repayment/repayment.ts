/**
 * Takes a loan, makes the rule of what is paid at the end of each period. Law: the parts sum to the whole; the last
 * payment takes what rounding left, save of payments that the agreement prints, which stand as printed.
 */
import type { Units } from "../amountScale";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import { recurringPaymentIn } from "../resolved/recurringPayments";
import type { AmortizationMethod } from "../terms/loanTerms";
import { ALL_THAT_IS_OWED, type Repayment } from "./installment";
import { interestOnly } from "./interestOnly";
import { levelPayment } from "./levelPayment";
import { levelPrincipal } from "./levelPrincipal";
import { ruleOf78 } from "./ruleOf78";
import { statedPayments } from "./statedPayments";

/** How each method repays. A new method is a file and a line here. */
const REPAYMENTS: Readonly<Record<AmortizationMethod, (loan: ResolvedLoan) => Repayment>> = {
  levelPayment,
  levelPrincipal,
  interestOnly,
  bullet: interestOnly, // its interest is added to the balance until the last payment: see LoanPeriods
  statedPayments,
  ruleOf78,
};

/** Which payment takes what rounding leaves. */
export interface Settlement {
  /** The period whose payment leaves nothing; null: what rounding left stays outstanding. */
  readonly settledIn: number | null;
  /** Added to the first payment of principal. */
  readonly firstExtra: Units;
}

/** What is paid at the end of each period by the method of the loan, its balloon and its settlement. */
export function repaymentOf(loan: ResolvedLoan, { settledIn, firstExtra }: Settlement): Repayment {
  const { method } = loan.terms;
  const regular = withExtras(loan, REPAYMENTS[method](loan), firstExtra);
  return settledIn === null || method === "statedPayments" ? regular : withResidueTakenIn(settledIn, regular);
}

/**
 * The balloon is due on top of the last payment; what the first takes, on top of the first of principal; what is paid extra
 * again and again, on top of each that it falls due with.
 */
function withExtras(loan: ResolvedLoan, regular: Repayment, firstExtra: Units): Repayment {
  const { terms, scale, periods, firstPrincipalPeriod } = loan;
  const balloon = scale.units(terms.payment.balloon);
  if (balloon === 0 && firstExtra === 0 && terms.payment.recurring.length === 0) return regular;
  const last = periods.count - 1;
  return (period) => {
    const alone = regular(period);
    const due = (period.index === last ? balloon : 0) + (period.index === firstPrincipalPeriod ? firstExtra : 0);
    const extra = due + recurringPaymentIn(loan, period.index);
    return extra === 0 ? alone : { ...alone, amount: alone.amount + extra };
  };
}

/** The parts sum to the whole: the last payment is of all that is owed, whatever rounding took from the others. */
function withResidueTakenIn(settledIn: number, regular: Repayment): Repayment {
  return (period) => (period.index === settledIn ? ALL_THAT_IS_OWED : regular(period));
}
