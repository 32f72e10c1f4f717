import type { Day } from "../calendar/civilDate";
import type { DayCount } from "../calendar/dayCount";
import type { Fraction } from "../number/fraction";
import type { Rounding } from "../number/rounding";

/** To what an amount is rounded, and how: `{ unit: 1/100, mode: "halfUp" }` is to the cent. */
export interface RoundingRule {
  /** In currency units; more than zero. */
  readonly unit: Fraction;
  readonly mode: Rounding;
}

/** An agreement on a loan, as its parties wrote it down. Amounts in currency units, rates as fractions of a year. */
export interface LoanTerms {
  readonly name: string;
  /** Before an amount in words: "$". */
  readonly currency: string;
  readonly principal: Fraction;
  /** The day from which interest runs. */
  readonly startDate: Day;
  readonly annualRate: Fraction;
  readonly payments: number;
  /** Months from one payment to the next. */
  readonly monthsBetweenPayments: number;
  readonly stated: StatedSchedule | null;
  readonly betweenDates: BetweenDates;
}

/** The schedule that an agreement prints, in order of date. */
export interface StatedSchedule {
  readonly rows: readonly StatedRow[];
  readonly clause: string;
  /** The precision of the printed figures, to which computed ones are rounded beside them. */
  readonly rounding: RoundingRule;
}

/** One line of a printed schedule. A reduction (or payment) lowers the balance and is positive. */
export interface StatedRow {
  readonly date: Day;
  /** What falls on the date, interest included; none on the opening line. */
  readonly reduction: Fraction | null;
  /** The balance after it; none where the agreement prints none. */
  readonly balance: Fraction | null;
}

/**
 * What the balance is between two scheduled dates: the balance of the earlier one, plus interest since, less a share
 * of the reduction that falls on the later one. Without interest and share it is the balance of the earlier one.
 */
export interface BetweenDates {
  readonly interest: InterestBetweenDates | null;
  readonly share: ProRataShare | null;
  readonly clause: string;
}

export interface InterestBetweenDates {
  /**
   * `schedule`: along the agreement's payment periods, each at its own balance. `opening`: on the balance of the
   * earlier scheduled date throughout.
   */
  readonly along: "schedule" | "opening";
  readonly dayCount: DayCount;
  /** The day itself earns interest: the count runs to the day after. */
  readonly countsLastDay: boolean;
  readonly rounding: RoundingRule | null;
}

/** Days elapsed over `basis`, never more than the whole, of the reduction that falls on the next scheduled date. */
export interface ProRataShare {
  readonly countsLastDay: boolean;
  /** Days of a whole: 365, or `period` for the days between the two scheduled dates. */
  readonly basis: number | "period";
  readonly rounding: RoundingRule | null;
}
