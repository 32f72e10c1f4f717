/** What an agreement may say beside the amortization: types. Law: a figure that it prints is kept as it is printed. */
import type { Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import type { Fraction } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";

/**
 * The schedule that an agreement prints, in order of date. Its first line is that on which the loan begins: nothing is
 * paid on it. A table that prints no such line has been given one, with the day and the principal of the loan.
 */
export interface StatedSchedule {
  readonly rows: readonly StatedRow[];
  readonly clause: string;
  /** The precision of the printed figures, to which computed ones are rounded beside them. */
  readonly rounding: RoundingRule | null;
}

/**
 * One line of a printed schedule. A reduction (or payment) lowers the balance and is positive. A line says what is paid
 * by its payment, by its principal (then with the interest due), or by the balance that it leaves.
 */
export interface StatedRow {
  readonly date: Day;
  /**
   * What falls on the date, interest included: as printed, or the printed principal and interest together. None on the
   * opening line, and none where neither is printed.
   */
  readonly reduction: Fraction | null;
  /** The balance after it; none where the agreement prints none. */
  readonly balance: Fraction | null;
  /** What else the line may print. None of it binds, as it follows from the rest; it is checked. */
  readonly opening?: Fraction | undefined;
  readonly interest?: Fraction | undefined;
  readonly principal?: Fraction | undefined;
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

/** How interest runs on from a scheduled date: on which balance, by which days, to which day, and how it is rounded. */
export interface InterestBetweenDates {
  /**
   * `schedule`: along the agreement's payment periods, each at its own balance. `opening`: on the balance of the
   * earlier scheduled date throughout.
   */
  readonly along: "schedule" | "opening";
  /** null: the convention of the schedule itself. */
  readonly dayCount: DayCount | null;
  /** The day itself earns interest: the count runs to the day after. */
  readonly countsLastDay: boolean;
  readonly rounding: RoundingRule | null;
}

/** Days elapsed over `basis`, never more than the whole, of the reduction that falls on the next scheduled date. */
interface ProRataShare {
  readonly countsLastDay: boolean;
  /** Days of a whole: 365, or `period` for the days between the two scheduled dates. */
  readonly basis: number | "period";
  readonly rounding: RoundingRule | null;
}

/** What becomes of the balance when an event ends the agreement. */
export interface Outcome {
  /** As the agreement names it: "termination for cause". */
  readonly event: string;
  readonly balance: "forgiven" | "due";
  readonly collateral: "returned" | "kept";
  readonly clause: string;
}

/**
 * Shares held against a loan. On each scheduled date, after the reduction, those worth more than the balance go back,
 * in whole shares; what is held is never less than the balance.
 */
export interface Collateral {
  readonly shares: number;
  readonly clause: string;
}

/** A figure that an agreement prints outside its schedule, with what it should equal. */
export interface StatedFigure {
  readonly clause: string;
  readonly equals: StatedFigureKind;
  /** None of a start date. */
  readonly amount: Fraction | null;
  /** The day of the worked example, or the start date itself. */
  readonly date: Day | null;
}

/**
 * - `principal`: the principal; `reduction`: that of each scheduled date; `startDate`: the first scheduled date.
 * - `total`: the reductions of the schedule together.
 * - A line of the worked example at a date: `opening`, `interest`, `updated` (the two together), `share`, `balance`.
 */
export type StatedFigureKind = "principal" | "reduction" | "total" | "startDate" | ExampleLine;

/** The lines of a worked example of a balance between two dates. */
export type ExampleLine = "opening" | "interest" | "updated" | "share" | "balance";
