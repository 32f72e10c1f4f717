/**
 * Takes a schedule, makes the dates with a balance: the lines that the agreement prints, or else every payment date.
 * Law: on these dates the balance is the schedule's, whatever the agreement says of the days between.
 */
import type { Day } from "../../calendar/civilDate";
import { dateAt, dueBy } from "../../calendar/dateSeries";
import type { Fraction } from "../../number/fraction";
import { toStep, type AmountScale, type Units } from "../amountScale";
import { amountAt, behind } from "../columns";
import { netOf } from "../resolved/balanceEvents";
import { keepsInterestApart } from "../repayment/statedPayments";
import { eventsIn } from "../resolved/resolvedLoan";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { StatedSchedule } from "../terms/agreement";
import type { DatedAmount, EventTerms, LoanTerms } from "../terms/loanTerms";

/** Which figures bind: those that the agreement prints, or those recomputed from its terms. */
export type Basis = "stated" | "computed";

/** Interest by line, from the line before; NaN where the schedule posts none for just that time. */
interface PostedInterest {
  readonly accrued: Float64Array;
  /** What falls due with the line; null where it is what accrued. */
  readonly due: Float64Array | null;
}

/** The scheduled dates of a loan by line, ascending. Line 0 is the start, on which nothing is paid. */
export class ScheduledBalances {
  /** The number of the last line. */
  readonly last: number;

  constructor(
    readonly dates: Int32Array,
    private readonly payments: Float64Array,
    private readonly balances: Float64Array,
    private readonly interest: PostedInterest,
  ) {
    this.last = dates.length - 1;
  }

  date(line: number): Day {
    return dateAt(this.dates, line);
  }

  /** What is paid on the date of a line: Exhibit 10.10 calls it the reduction. */
  payment(line: number): Units {
    return amountAt(this.payments, line);
  }

  /** The balance after it. */
  balance(line: number): Units {
    return amountAt(this.balances, line);
  }

  /**
   * The interest that the schedule posts from the line before to a line; null where it posts none for just that time,
   * as between the lines of a printed table that has fewer lines than the loan has payments, or on another balance.
   */
  postedInterest(line: number): Units | null {
    const interest = amountAt(this.interest.accrued, line);
    return Number.isNaN(interest) ? null : interest;
  }

  /** Interest up to a line that has accrued and falls due later; none of a printed table. */
  undueInterest(line: number): Units {
    const { due } = this.interest;
    if (due === null) return 0;
    let undue = 0;
    for (let earlier = 1; earlier <= line; earlier += 1) {
      undue += (this.postedInterest(earlier) ?? 0) - amountAt(due, earlier);
    }
    return undue;
  }

  /** The payment of the first line after the start; nothing where there is none. */
  get firstPayment(): Units {
    return this.last === 0 ? 0 : this.payment(1);
  }

  get totalPaid(): Units {
    return this.payments.reduce((sum, payment) => sum + payment, 0);
  }
}

/**
 * Whether interest runs on after the last line: printed payments say what is paid until then, and what they leave owed is
 * owed, and earns. Of any other schedule the last payment is the end of the loan.
 */
export function runsOn(lines: ScheduledBalances, { method }: Pick<LoanTerms, "method">): boolean {
  return method === "statedPayments" && lines.balance(lines.last) > 0;
}

/** @param basis `stated`: figures that the agreement prints bind; `computed`: all are recomputed from its terms */
export function scheduledBalances(schedule: LoanSchedule, basis: Basis): ScheduledBalances {
  const { stated } = schedule.loan.terms;
  return stated ? printedLines(stated, schedule, basis) : paymentLines(schedule);
}

function paymentLines(schedule: LoanSchedule): ScheduledBalances {
  const { loan, dates, payments, closings, accruals, interests } = schedule;
  const { startDate } = loan.terms;
  const onStart = netOf(eventsIn(loan, 0).filter(({ date }) => date === startDate));
  return new ScheduledBalances(
    behind(startDate, dates),
    behind(0, payments),
    behind(loan.principal + onStart, closings),
    { accrued: behind(NaN, accruals), due: loan.periods.isDueTogether ? null : behind(0, interests) },
  );
}

/** A figure that the agreement does not print is recomputed, to the precision of those that it does. */
function printedLines({ rows, rounding }: StatedSchedule, schedule: LoanSchedule, basis: Basis): ScheduledBalances {
  const { scale } = schedule.loan;
  const step = scale.step(rounding);
  const binding = (printed: Fraction | null, computed: Units) =>
    basis === "stated" && printed !== null ? scale.units(printed) : toStep(computed, step);
  const balances = Float64Array.from(rows, ({ balance, date }) => binding(balance, principalOn(schedule, date)));
  return new ScheduledBalances(
    Int32Array.from(rows, ({ date }) => date),
    Float64Array.from(rows, ({ reduction, date }, line) =>
      binding(reduction, paidBetween(schedule, rows[line - 1]?.date ?? date, date)),
    ),
    balances,
    {
      accrued: balances.map((_balance, line) => interestOnPrinted(schedule, balances, line)),
      due: keepsInterestApart(schedule.loan.terms) ? postedByLine(schedule, rows.length) : null,
    },
  );
}

/** The interest that each printed payment pays; none on the opening line, and none once the loan is repaid. */
function postedByLine({ interests }: LoanSchedule, lines: number): Float64Array {
  const posted = new Float64Array(lines);
  posted.set(interests, 1);
  return posted;
}

/** A line is a period of its own where the table says what is paid: its interest is posted, on the balance that binds. */
function interestOnPrinted({ loan, openings, accruals }: LoanSchedule, balances: Float64Array, line: number): Units {
  const period = line - 1;
  const isPeriod = loan.terms.method === "statedPayments" && period >= 0 && period < accruals.length;
  return isPeriod && amountAt(openings, period) === amountAt(balances, period) ? amountAt(accruals, period) : NaN;
}

/** What is paid after one day, up to and including another. */
function paidBetween({ dates, payments }: LoanSchedule, after: Day, until: Day): Units {
  return payments.subarray(dueBy(dates, after), dueBy(dates, until)).reduce((paid, payment) => paid + payment, 0);
}

/** The principal outstanding at the end of a day. */
function principalOn({ loan, dates, closings }: LoanSchedule, day: Day): Units {
  const paid = dueBy(dates, day);
  return paid === 0 ? loan.principal : amountAt(closings, paid - 1);
}

/** What is lent, less what is paid extra or forgiven, after one day, up to and including another. */
export function netEventsBetween(events: EventTerms, scale: AmountScale, after: Day, until: Day): Units {
  const sumOf = (amounts: readonly DatedAmount[]) => sumBetween(amounts, scale, after, until);
  return sumOf(events.advances) - sumOf(events.extraPayments) - sumOf(events.forgiveness);
}

/** The sum of dated amounts after one day, up to and including another. */
export function sumBetween(amounts: readonly DatedAmount[], scale: AmountScale, after: Day, until: Day): Units {
  const within = amounts.filter(({ date }) => date > after && date <= until);
  return within.reduce((sum, { amount }) => sum + scale.units(amount), 0);
}
