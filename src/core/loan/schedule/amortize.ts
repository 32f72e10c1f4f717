/**
 * Takes a loan, makes its schedule: it walks from period to period, and ends early when the balance is repaid. Law: the
 * identity of {@link LoanSchedule}, in every period; and where nothing is asked, nothing is paid.
 */
import { fraction, inLowestTerms, minus, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { timesRatio, toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt, partOf } from "../columns";
import { belowInterest } from "../repayment/installment";
import type { Settlement } from "../repayment/repayment";
import { keepsInterestApart } from "../repayment/statedPayments";
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
  /** What rounding took from the interest so far, less what it gave, exactly. */
  private carried: Fraction = ZERO;
  /** The balance is repaid, and nothing comes that would raise it. */
  private isRepaid = false;
  /** The principal, and after it what each period closes with. */
  private readonly balances: Float64Array;
  private readonly interests: Float64Array;
  private readonly payments: Float64Array;
  private readonly accruals: Float64Array;
  private readonly balanceStep: RoundingStep;
  private readonly interestStep: RoundingStep;
  private readonly lastAdvance: number;
  /** The interest of a period depends on what rounding took from that of earlier ones. */
  private readonly remembersRounding: boolean;

  constructor(private readonly loan: ResolvedLoan) {
    const { scale, terms, periods, principal } = loan;
    const { count } = periods;
    this.balanceStep = scale.step(terms.rounding.balance);
    this.interestStep = scale.step(terms.rounding.interest);
    this.lastAdvance = lastAdvance(loan);
    const isRounded = terms.rounding.interest !== null;
    this.remembersRounding = isRounded && (terms.rounding.carriesInterest || terms.interest.on === "original");
    const { buffer } = new Float64Array(3 * count + 1); // the columns in one block
    this.balances = new Float64Array(buffer, 0, count + 1);
    this.interests = partOf(this.balances, count + 1, count);
    this.payments = partOf(this.balances, 2 * count + 1, count);
    const paysAllThatAccrues = periods.isDueTogether && !keepsInterestApart(terms);
    this.accruals = paysAllThatAccrues ? this.interests : new Float64Array(count);
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
   *   interest = that of the period, rounded; with what rounding took before, where the loan remembers it
   *   owed = opening + events + interest due
   *   payment = the lesser of what is asked and what is owed
   *   kept = interest that the payment leaves unpaid, where the installment keeps it apart: due again with the next
   *   closing = owed − payment − kept, rounded where the agreement rounds its balance
   *   paid = opening + events + posted interest − closing: what the posted figures leave
   *
   * A balance that is rounded is so from the unrounded interest; all else is from the interest as it is posted. Where
   * nothing is paid, what such a rounding takes or gives is no payment: the interest posted is what the balance rose by.
   * One loop, on local names, as nearly all the time of a schedule goes to it.
   */
  settle(group: PeriodGroup): void {
    const { until, accrual, isInterestDue, netEvents, installment } = group;
    const { balances, interests, payments, accruals, balanceStep, lastAdvance, remembersRounding } = this;
    const { amount, addsInterest, mostInterest, leavesInterestUnpaid } = installment;
    const roundsBalance = balanceStep.units > 1;
    const { amount: sameAmount, rounded: roundedOn, unrounded: unroundedOn } = accrual;
    const earnsOnOpening = accrual.on === "openingBalance";
    let { index, opening, unpaidInterest: unpaid } = this.reached;
    while (index < until && !this.isRepaid) {
      const earning = earnsOnOpening ? opening : sameAmount;
      const rounded = roundedOn.times(earning);
      const interest = remembersRounding ? this.remembering(group, { index, opening, unpaid }, rounded) : rounded;
      let posted = isInterestDue ? unpaid + interest : 0;
      const due = roundsBalance && isInterestDue ? unpaid + unroundedOn.times(earning) : posted;
      if (due > mostInterest) throw belowInterest(mostInterest, due, this.loan.scale);
      const owed = opening + netEvents + due;
      const asked = addsInterest ? amount + due : amount;
      const payment = asked < owed ? asked : owed;
      const kept = leavesInterestUnpaid && payment < due ? due - payment : 0;
      const left = owed - payment - kept;
      const closing = roundsBalance ? toStep(left, balanceStep) : left;
      if (kept > 0) posted -= kept;
      else if (roundsBalance && payment === 0 && isInterestDue)
        posted = this.postAsBalanceRose(group, index, { posted, closing });
      accruals[index] = isInterestDue ? posted + kept - unpaid : interest;
      interests[index] = posted;
      payments[index] = opening + posted + netEvents - closing;
      balances[index + 1] = closing;
      opening = closing;
      unpaid = isInterestDue ? kept : unpaid + interest;
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
      accruals: partOf(this.accruals, 0, this.index),
      payments: partOf(this.payments, 0, this.index),
      closings: partOf(this.balances, 1, this.index),
    };
  }

  /**
   * Interest with what rounding took from earlier interest. Carried interest posts it once it comes to a whole step. Flat
   * interest is settled with the payment that repays the loan: all of it together is then the exact sum, rounded once.
   */
  private remembering(group: PeriodGroup, period: InPeriod, rounded: Units): Units {
    const { accrual } = group;
    const earning = accrual.on === "openingBalance" ? period.opening : accrual.amount;
    const exact = plus(this.carried, times(fraction(earning), accrual.rounded.ratio));
    const { carriesInterest } = this.loan.terms.rounding;
    const isLast =
      this.loan.terms.interest.on === "original" &&
      this.repaysWith(group, period, timesRatio(1, exact, this.interestStep));
    const interest = isLast
      ? timesRatio(1, exact, this.interestStep)
      : rounded + (carriesInterest ? wholeSteps(minus(exact, fraction(rounded)), this.interestStep) : 0);
    this.carried = inLowestTerms(minus(exact, fraction(interest)));
    return interest;
  }

  /** Whether a payment takes all that is owed, with the interest that is then settled. */
  private repaysWith(
    { installment, netEvents }: PeriodGroup,
    { index, opening, unpaid }: InPeriod,
    interest: Units,
  ): boolean {
    if (index === this.loan.periods.count - 1) return true;
    const principal = opening + netEvents;
    return installment.amount >= (installment.addsInterest ? principal : principal + unpaid + interest);
  }

  /** Posts the interest that a rounded balance rose by; carried interest owes the difference. */
  private postAsBalanceRose(
    { netEvents }: PeriodGroup,
    index: number,
    { posted, closing }: { readonly posted: Units; readonly closing: Units },
  ): Units {
    const rise = closing - amountAt(this.balances, index) - netEvents;
    this.carried = plus(this.carried, fraction(posted - rise));
    return rise;
  }
}

/** A period as it is settled: the balance that it opens with, and interest of earlier periods that is not due yet. */
interface InPeriod {
  readonly index: number;
  readonly opening: Units;
  readonly unpaid: Units;
}

/** The whole steps in an amount, toward zero. */
function wholeSteps(amount: Fraction, { units }: RoundingStep): Units {
  return timesRatio(1, amount, { units, mode: "down" });
}

/** The index of the last period with an advance; -1 without any. */
function lastAdvance({ events }: ResolvedLoan): number {
  let last = -1;
  events.forEach((ofPeriod, index) => {
    if (index > last && ofPeriod.some(({ advance }) => advance > 0)) last = index;
  });
  return last;
}
