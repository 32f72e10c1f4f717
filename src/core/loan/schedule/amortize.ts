import { decimalsOf, inUnits, stepOf, toStep, type Step, type Units } from "../amountScale";
import { belowInterest, type Changes, type Settlement } from "../repayment/installment";
import { changesByPeriod } from "../resolved/balanceEvents";
import { firstOf, type LoanPeriods } from "../resolved/loanPeriods";
import type { LoanSchedule } from "./loanSchedule";
import { stretchPlan, type Stretch } from "./periodGroup";
import type { LoanTerms } from "../terms/loanTerms";

/** Runs the terms through their periods; ends early when the balance is repaid. */
export function amortize(terms: LoanTerms, periods: LoanPeriods, settlement: Settlement): LoanSchedule {
  const decimals = decimalsOf(terms);
  const principal = inUnits(terms.principal, decimals);
  const changes = changesByPeriod(terms, periods, decimals);
  const stretchFrom = stretchPlan(terms, periods, changes, principal, decimals, settlement);
  const run = new Run(terms, new Columns(periods.count), decimals, lastAdvance(changes));
  run.columns.balances[0] = principal;
  let index = 0;
  while (index < periods.count && !run.isOver) {
    index = run.through(stretchFrom(index, run.columns.balances[index] as number, run.unpaid), index);
  }
  return scheduleOf(index, periods, run.columns, decimals, changes);
}

/** What goes on from period to period. */
class Run {
  /** Interest of earlier periods that is not due yet. */
  unpaid: Units = 0;
  /** What rounding took from the interest so far, less what it gave. */
  private carried: Units = 0;
  /** The balance is repaid, and nothing comes that would raise it. */
  isOver = false;
  private readonly balanceStep: Step;
  private readonly interestStep: Step;
  private readonly carries: boolean;

  constructor(
    { rounding }: LoanTerms,
    readonly columns: Columns,
    private readonly decimals: number,
    private readonly lastAdvance: number,
  ) {
    this.balanceStep = stepOf(rounding.balance, decimals);
    this.interestStep = stepOf(rounding.interest, decimals);
    this.carries = rounding.carriesInterest;
  }

  /**
   * Runs a stretch from a period on; answers the index after the last. A balance that is rounded is so from the
   * unrounded interest and payment, and what is paid is then what the posted figures leave.
   */
  through({ until, earning, rounded, unrounded, isDue, net, installment }: Stretch, from: number): number {
    const { balances, interests, payments } = this.columns;
    const { amount, addsInterest, mostInterest } = installment;
    const { carries, balanceStep, lastAdvance } = this;
    const roundsBalance = balanceStep.units > 1;
    let balance = balances[from] as number;
    let unpaid = this.unpaid;
    let index = from;
    while (index < until && !this.isOver) {
      const earned = Number.isNaN(earning) ? balance : earning;
      const interest = carries ? this.postedOf(rounded.times(earned), unrounded.times(earned)) : rounded.times(earned);
      const posted = isDue ? unpaid + interest : 0;
      const due = roundsBalance && isDue ? unpaid + unrounded.times(earned) : posted;
      if (due > mostInterest) throw belowInterest(mostInterest, due, this.decimals);
      const owed = balance + net + due;
      const asked = addsInterest ? amount + due : amount;
      const payment = asked < owed ? asked : owed; // a comparison that is foreseen, unlike Math.min, keeps no one waiting
      const closing = roundsBalance ? toStep(owed - payment, balanceStep) : owed - payment;
      interests[index] = posted;
      payments[index] = balance + posted + net - closing;
      balances[index + 1] = closing;
      balance = closing;
      unpaid = isDue ? 0 : unpaid + interest;
      this.isOver = balance === 0 && unpaid === 0 && index >= lastAdvance;
      index += 1;
    }
    this.unpaid = unpaid;
    return index;
  }

  /** What rounding took is posted once it comes to a whole step. */
  private postedOf(rounded: Units, unrounded: Units): Units {
    this.carried += unrounded - rounded;
    const added = toStep(this.carried, { units: this.interestStep.units, mode: "down" });
    this.carried -= added;
    return rounded + added;
  }
}

/** The index of the last period with an advance; -1 without any. */
function lastAdvance(changes: Changes): number {
  let last = -1;
  changes.forEach((list, index) => {
    if (index > last && list.some(({ advance }) => advance > 0)) last = index;
  });
  return last;
}

/** The figures of each period so far, in one block of memory, which takes a fraction of the time of three. */
class Columns {
  /** The principal, and after it what each period closes with. */
  readonly balances: Float64Array;
  readonly interests: Float64Array;
  readonly payments: Float64Array;

  constructor(count: number) {
    const { buffer } = new Float64Array(3 * count + 1);
    this.balances = new Float64Array(buffer, 0, count + 1);
    this.interests = partOf(this.balances, count + 1, count);
    this.payments = partOf(this.balances, 2 * count + 1, count);
  }
}

/** A part of a column, or what stands behind it in its block: as subarray, at half its time. */
function partOf({ buffer, byteOffset, BYTES_PER_ELEMENT }: Float64Array, place: number, length: number): Float64Array {
  return new Float64Array(buffer, byteOffset + place * BYTES_PER_ELEMENT, length);
}

function scheduleOf(
  count: number,
  periods: LoanPeriods,
  { balances, interests, payments }: Columns,
  decimals: number,
  changes: Changes,
): LoanSchedule {
  const used = firstOf(periods, count);
  return {
    decimals,
    periods: used,
    dates: used.dates,
    openings: partOf(balances, 0, count),
    interests: partOf(interests, 0, count),
    payments: partOf(payments, 0, count),
    closings: partOf(balances, 1, count),
    changes,
  };
}
