/**
 * What a day count convention is: the type alone. The conventions stand in dayCountFixed, dayCountActual,
 * dayCountThirty and dayCountExcel; dayCounts lists them and finds them by name.
 */
import type { Fraction } from "../number/fraction";
import type { Day } from "./civilDate";

/**
 * What some conventions need besides the two dates.
 * The reference period is the regular coupon or payment period that the dates lie in.
 */
export interface DayCountContext {
  /** The day on which the reference period begins. */
  readonly periodStart?: Day | undefined;
  /** After `periodStart`. */
  readonly periodEnd?: Day | undefined;
  /** Regular periods in a year, more than zero; the reference period tells it when absent. */
  readonly frequency?: number | undefined;
  /** The last day of the loan: 30E/360 ISDA leaves a maturity at the end of February as it is. */
  readonly maturity?: Day | undefined;
}

/** A day count convention: the part of a year between two dates, as an exact ratio. */
export interface DayCount {
  /** As functions, sheets and errors print it. */
  readonly name: string;
  /** Names that the market uses for the same rule. */
  readonly aliases: readonly string[];
  /** The year fraction from `start` to `end`, which is not before it; see each convention for what the two days count. */
  readonly between: (start: Day, end: Day, context: DayCountContext) => Fraction;
  /** The days of a year, where every day from the first to the last is one of them and none is moved. */
  readonly yearDays?: number;
  /** False where dates the wrong way round give the same answer, as Excel's bases do; its negative when absent. */
  readonly signed?: false;
}
