/**
 * Takes a loan and two days, makes the interest on one unit between them. Law: it is the sum over the periods and rates
 * that lie between, exactly.
 */
import type { Day } from "../../calendar/civilDate";
import { dateAt, dueBy } from "../../calendar/dateSeries";
import { plus, ZERO, type Fraction } from "../../number/fraction";
import { dailyRatio } from "../account/accrualSegments";
import type { ResolvedLoan } from "../resolved/resolvedLoan";

/** The interest of a loan from day to day, whatever was paid; after its last period it runs on as in that one. */
export class LedgerAccrual {
  private readonly rateDates: Int32Array;

  constructor(private readonly loan: ResolvedLoan) {
    this.rateDates = Int32Array.from(loan.terms.interest.rateChanges, ({ date }) => date);
  }

  /** Interest on one unit from a day, included, to another, excluded; none where that is no later. */
  ratio(from: Day, to: Day): Fraction {
    let total = ZERO;
    for (let start = from; start < to;) {
      const period = this.loan.periods.holding(start);
      const end = this.sameUntil(period, start, to);
      total = plus(total, this.loan.rates.part(period, start, end, this.annualRate(start)));
      start = end;
    }
    return total;
  }

  /** The annual rate in force on a day. */
  annualRate(day: Day): Fraction {
    const { annualRate, rateChanges } = this.loan.terms.interest;
    return rateChanges[dueBy(this.rateDates, day) - 1]?.annualRate ?? annualRate;
  }

  /** The next day on which another annual rate begins; Infinity where none does. */
  rateChangeAfter(day: Day): Day {
    return this.rateDates[dueBy(this.rateDates, day)] ?? Infinity;
  }

  /** Interest on one unit over one day, as a lender quotes it. */
  daily(day: Day): Fraction {
    const period = this.loan.periods.holding(day);
    return dailyRatio(this.loan, null, { period, annualRate: this.annualRate(day), start: day });
  }

  /** Whether one annual rate holds from a day, included, to another, excluded. */
  hasOneRate(from: Day, to: Day): boolean {
    return dueBy(this.rateDates, from) === dueBy(this.rateDates, Math.max(from, to - 1));
  }

  /**
   * The day that interest of a day is counted to. A due date that moves for a weekend or a holiday leaves the interest
   * as it was: until the business day of the payment it counts as of the date itself.
   */
  countedDay(day: Day): Day {
    const { periods } = this.loan;
    if (this.loan.terms.dates.businessDays === "none" || periods.count === 0) return day;
    // Of a date that moves forward the period before is meant; of one that moves back, the one that the day lies in.
    for (const index of [periods.endingBy(day) - 1, periods.endingBy(day)]) {
      if (index < 0 || index >= periods.count) continue;
      const [due, paid] = [periods.end(index), dateAt(periods.dates, index)];
      if (day >= Math.min(due, paid) && day <= Math.max(due, paid)) return due;
    }
    return day;
  }

  /** How far one period and one rate hold, no further than a day. */
  private sameUntil(period: number, start: Day, to: Day): Day {
    const { periods } = this.loan;
    const periodEnd = periods.end(period);
    const change = this.rateDates[dueBy(this.rateDates, start)] ?? to;
    return Math.min(to, change, start < periodEnd ? periodEnd : to);
  }
}
