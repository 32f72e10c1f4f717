/**
 * Takes a loan, makes its schedule: it walks from period to period, and ends early when the balance is repaid. Law: the
 * identity of {@link LoanSchedule}, in every period.
 */
import { toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt, partOf } from "../columns";
import { belowInterest } from "../repayment/installment";
import type { Settlement } from "../repayment/repayment";
import { firstPeriodsOf, type ResolvedLoan } from "../resolved/resolvedLoan";
import type { LoanSchedule } from "./loanSchedule";
import { periodGroups, type PeriodGroup, type Reached } from "./periodGroup";

/**
 * The schedule of a loan, to the payment that repays it or the last of its periods.
 *
 * @throws CalculationError `out-of-range` when a payment that is given is below the interest of its period, or an
 * amount leaves the range of the loan's units
 */
export function amortize(loan: ResolvedLoan, settlement: Settlement): LoanSchedule {
  const groupFrom = periodGroups(loan, settlement);
  const amortization = new Amortization(loan);
  while (!amortization.isOver) amortization.settle(groupFrom(amortization.reached));
  return amortization.schedule();
}

/** A loan on its way from period to period. */
class Amortization {
  /** The period that is settled next. */
  private index = 0;
  /** Interest of earlier periods that is not due yet. */
  private unpaidInterest: Units = 0;
  /** What rounding took from the interest so far, less what it gave. */
  private carried: Units = 0;
  /** The balance is repaid, and nothing comes that would raise it. */
  private isRepaid = false;
  /** The principal, and after it what each period closes with. */
  private readonly balances: Float64Array;
  private readonly interests: Float64Array;
  private readonly payments: Float64Array;
  private readonly balanceStep: RoundingStep;
  private readonly interestStep: RoundingStep;
  private readonly lastAdvance: number;

  constructor(private readonly loan: ResolvedLoan) {
    const { scale, terms, periods, principal } = loan;
    const { count } = periods;
    this.balanceStep = scale.step(terms.rounding.balance);
    this.interestStep = scale.step(terms.rounding.interest);
    this.lastAdvance = lastAdvance(loan);
    const { buffer } = new Float64Array(3 * count + 1); // the columns in one block
    this.balances = new Float64Array(buffer, 0, count + 1);
    this.interests = partOf(this.balances, count + 1, count);
    this.payments = partOf(this.balances, 2 * count + 1, count);
    this.balances[0] = principal;
    this.unpaidInterest = scale.units(terms.accruedAtStart);
  }

  get isOver(): boolean {
    return this.isRepaid || this.index >= this.loan.periods.count;
  }

  /** Where it has come to: what the next group of periods begins with. */
  get reached(): Reached {
    const { index, unpaidInterest } = this;
    return { index, opening: amountAt(this.balances, index), unpaidInterest };
  }

  /**
   * Settles the periods of a group, or as many as it takes to repay the loan. In each, in this order:
   *
   *   owed = opening + events + interest due
   *   payment = the lesser of what is asked and what is owed
   *   closing = owed − payment, rounded where the agreement rounds its balance
   *   paid = opening + events + posted interest − closing: what the posted figures leave
   *
   * A balance that is rounded is so from the unrounded interest; all else is from the interest as it is posted. One
   * loop, on local names, as nearly all the time of a schedule goes to it.
   */
  settle({ until, accrual, isInterestDue, netEvents, installment }: PeriodGroup): void {
    const { balances, interests, payments, balanceStep, lastAdvance } = this;
    const { amount, addsInterest, mostInterest } = installment;
    const { carriesInterest } = this.loan.terms.rounding;
    const roundsBalance = balanceStep.units > 1;
    const needsUnrounded = carriesInterest || roundsBalance;
    const { amount: sameAmount, rounded: roundedOn, unrounded: unroundedOn } = accrual;
    const earnsOnOpening = accrual.on === "openingBalance";
    let { index, opening, unpaidInterest: unpaid } = this.reached;
    while (index < until && !this.isRepaid) {
      const earning = earnsOnOpening ? opening : sameAmount;
      const rounded = roundedOn.times(earning);
      const unrounded = needsUnrounded ? unroundedOn.times(earning) : rounded;
      const interest = carriesInterest ? this.carriedOver(rounded, unrounded) : rounded;
      const posted = isInterestDue ? unpaid + interest : 0;
      const due = roundsBalance && isInterestDue ? unpaid + unrounded : posted;
      if (due > mostInterest) throw belowInterest(mostInterest, due, this.loan.scale);
      const owed = opening + netEvents + due;
      const asked = addsInterest ? amount + due : amount;
      const payment = asked < owed ? asked : owed;
      const closing = roundsBalance ? toStep(owed - payment, balanceStep) : owed - payment;
      interests[index] = posted;
      payments[index] = opening + posted + netEvents - closing;
      balances[index + 1] = closing;
      opening = closing;
      unpaid = isInterestDue ? 0 : unpaid + interest;
      this.isRepaid = closing === 0 && unpaid === 0 && index >= lastAdvance;
      index += 1;
    }
    this.unpaidInterest = unpaid;
    this.index = index;
  }

  schedule(): LoanSchedule {
    const loan = firstPeriodsOf(this.loan, this.index);
    return {
      loan,
      dates: loan.periods.dates,
      openings: partOf(this.balances, 0, this.index),
      interests: partOf(this.interests, 0, this.index),
      payments: partOf(this.payments, 0, this.index),
      closings: partOf(this.balances, 1, this.index),
    };
  }

  /** Interest with what rounding took from earlier interest, once that comes to a whole step. */
  private carriedOver(rounded: Units, unrounded: Units): Units {
    this.carried += unrounded - rounded;
    const added = toStep(this.carried, { units: this.interestStep.units, mode: "down" });
    this.carried -= added;
    return rounded + added;
  }
}

/** The index of the last period with an advance; -1 without any. */
function lastAdvance({ events }: ResolvedLoan): number {
  let last = -1;
  events.forEach((ofPeriod, index) => {
    if (index > last && ofPeriod.some(({ advance }) => advance > 0)) last = index;
  });
  return last;
}
