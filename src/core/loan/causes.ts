import type { Day } from "../calendar/civilDate";
import { DAY_COUNTS } from "../calendar/dayCount";
import { CalculationError } from "../errors";
import { stepOf, toStep, type Step, type Units } from "./amount";
import { loanOf, type Loan } from "./loan";
import { loanSchedule } from "./schedule";
import type { LoanTerms } from "./terms";

export const NOT_REPRODUCED = "No convention reproduces it";

/** Why a printed balance differs from the computed one, as far as the numbers prove it. */
export function causeOfBalance(loan: Loan, line: number, stated: Units): string {
  const { statement } = loan.lookup("computed");
  const computed = statement.balances[line] as number;
  const date = statement.dates[line] as number;
  const step = stepOf(loan.terms.stated?.rounding ?? null, statement.decimals);
  return (
    (Math.abs(stated - computed) <= step.units ? "Rounding: one unit of the printed precision" : null) ??
    anotherPayment(loan, date, stated, step) ??
    (isTransposed(stated / step.units, computed / step.units) ? "Two digits changed places" : null) ??
    anotherReduction(loan, line, stated - computed) ??
    anotherDayCount(loan, stated, (terms) => loanOf(terms).lookup("computed").statement.balances[line]) ??
    NOT_REPRODUCED
  );
}

/** The balance after a payment near the one meant: a row read too high or too low. */
function anotherPayment({ schedule }: Loan, date: Day, stated: Units, step: Step): string | null {
  const meant = schedule.dates.findLastIndex((due) => due <= date);
  const found = schedule.closings.findIndex((closing, index) => index !== meant && toStep(closing, step) === stated && stated !== 0);
  if (found < 0) return null;
  const apart = Math.abs(found - meant);
  const payments = apart === 1 ? "one payment" : `${apart} payments`;
  return `Equals the balance ${payments} ${found < meant ? "earlier" : "later"}, after payment ${found + 1}`;
}

/** A reduction that was left out or taken twice. */
function anotherReduction(loan: Loan, line: number, difference: Units): string | null {
  const reduction = loan.lookup("stated").statement.reductions[line] ?? 0;
  if (reduction === 0 || Math.abs(difference) !== reduction) return null;
  return difference > 0 ? "The reduction was not taken off" : "The reduction was taken off twice";
}

/** Why a printed reduction differs from the computed one, as far as the numbers prove it. */
export function causeOfReduction(loan: Loan, stated: Units): string {
  const { statement } = loan.lookup("computed");
  const computed = statement.reductions[1] ?? 0;
  const step = stepOf(loan.terms.stated?.rounding ?? null, statement.decimals);
  const others = loan.terms.figures.flatMap(({ equals, amount }) => (equals === "principal" && amount ? [amount] : []));
  const onOther = others.find((principal) => figureBy(() => reductionOf({ ...loan.terms, principal })) === stated);
  return (
    (Math.abs(stated - computed) <= step.units ? "Rounding: one unit of the printed precision" : null) ??
    (isTransposed(stated / step.units, computed / step.units) ? "Two digits changed places" : null) ??
    (onOther ? "Follows from the other principal that the agreement states" : null) ??
    (yearlyReduction(loan) === stated ? "Equals one payment a year instead" : null) ??
    anotherDayCount(loan, stated, reductionOf) ??
    NOT_REPRODUCED
  );
}

function reductionOf(terms: LoanTerms): Units | undefined {
  return loanOf(terms).lookup("computed").statement.reductions[1];
}

/** The level payment when the years of the loan are paid yearly. */
function yearlyReduction({ terms, schedule }: Loan): Units | null {
  const { frequency, count } = terms.dates;
  if (!("months" in frequency) || count === null || (count * frequency.months) % 12 !== 0) return null;
  const yearly = loanSchedule({ ...terms, dates: { ...terms.dates, frequency: { months: 12 }, count: (count * frequency.months) / 12 } });
  return toStep(yearly.payments[0] ?? 0, stepOf(terms.stated?.rounding ?? null, schedule.decimals));
}

/** Loans of more payments than this are not tried by every day count: it would keep a workbook waiting. */
const MOST_TRIED = 600;

/** The first day count by which a figure comes out as printed. */
function anotherDayCount({ terms, schedule }: Loan, stated: Units, figure: (terms: LoanTerms) => Units | undefined): string | null {
  if (schedule.periods.count > MOST_TRIED) return null;
  const found = DAY_COUNTS.find((dayCount) => figureBy(() => figure({ ...terms, interest: { ...terms.interest, dayCount } })) === stated);
  return found ? `Comes out by ${found.name}` : null;
}

/** A figure by other terms; none where those make no loan. */
function figureBy(figure: () => Units | undefined): Units | undefined {
  try {
    return figure();
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

/** The level payment that the terms make, had they stated none. */
export function levelPaymentOf(terms: LoanTerms): Units {
  const { payments } = loanSchedule({ ...terms, payment: { ...terms.payment, amount: null } });
  return payments[Math.min(terms.payment.interestOnlyPayments, payments.length - 1)] ?? 0;
}

/** Why a stated payment is not the one that repays the loan, as far as the numbers prove it. */
export function causeOfPayment({ terms, schedule }: Loan, stated: Units, computed: Units, step: Step): string {
  const by = (other: Partial<LoanTerms>) => figureBy(() => toStep(levelPaymentOf({ ...terms, ...other }), step)) === stated;
  const tried = schedule.periods.count > MOST_TRIED ? [] : DAY_COUNTS;
  const dayCount = tried.find((candidate) => by({ interest: { ...terms.interest, dayCount: candidate } }));
  if (Math.abs(stated - computed) <= step.units) return "Rounding: one unit of the payment's precision";
  if (by({ dates: { ...terms.dates, firstDate: terms.startDate } })) return "Comes out with payments in advance";
  if (by({ interest: { ...terms.interest, compounding: { months: 12 } } })) return "Comes out with the rate as an effective one";
  if (dayCount) return `Comes out by ${dayCount.name}`;
  return `${NOT_REPRODUCED}; the last payment settles the difference`;
}

/** Whether two whole numbers differ by two digits that changed places. */
function isTransposed(a: number, b: number): boolean {
  const [left, right] = [String(a), String(b)];
  const wrong = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [i, j] = wrong;
  return left.length === right.length && wrong.length === 2 && left[i as number] === right[j as number] && left[j as number] === right[i as number];
}
