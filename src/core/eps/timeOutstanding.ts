/**
 * Time outstanding: from two dates and a period to the part of the period between them, by days or by months.
 */
import { civilDate, isoDate, type Day } from "../calendar/civilDate";
import { CalculationError, inWords } from "../errors";
import { fraction, type Fraction } from "../number/fraction";

/**
 * How time outstanding is measured.
 * - `days`: every day counts, the day of issue included (ASC 260-10-45-10; IAS 33.20).
 * - `months`: whole months, the reasonable approximation that both standards allow: a date up to the 15th counts from
 *   the first of its month, a later one from the first of the next.
 */
export type Weighting = "days" | "months";

/** A reporting period, first and last day included, with the measure of its time. */
export interface WeightedPeriod {
  /** First day. */
  readonly start: Day;
  /** Last day; not before the first. */
  readonly end: Day;
  /** Whether its time counts in days or in whole months. */
  readonly weighting: Weighting;
}

/** @throws CalculationError `out-of-range` when the period ends before it starts, or measures nothing */
export function requirePeriod(period: WeightedPeriod): WeightedPeriod {
  if (lengthOf(period) > 0) return period;
  const rule = period.weighting === "days" ? "must not be before start" : "must be half a month or more after start";
  throw new CalculationError("out-of-range", "end", `${rule}, ${isoDate(period.start)}`, inWords(isoDate(period.end)));
}

/**
 * The part of a period during which something was outstanding: 0 when never, 1 when throughout.
 *
 * @param from first day outstanding
 * @param to last day outstanding; the day before a conversion, exercise, redemption or expiry
 * @throws CalculationError `out-of-range` when the period ends before it starts, or measures nothing
 * @see ASC 260-10-45-10, 45-40; IAS 33.20, 38
 */
export function timeOutstanding(from: Day, to: Day, period: WeightedPeriod): Fraction {
  const outstanding = { ...period, start: Math.max(from, period.start), end: Math.min(to, period.end) };
  return fraction(lengthOf(outstanding), lengthOf(requirePeriod(period)));
}

/** Length in days or in whole months; zero when it ends before it starts. */
export function lengthOf({ start, end, weighting }: WeightedPeriod): number {
  const length = weighting === "days" ? end + 1 - start : nearestMonth(end + 1) - nearestMonth(start);
  return Math.max(length, 0);
}

/** The month whose first day a date counts from, numbered from year 0. */
export function nearestMonth(day: Day): number {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return year * 12 + month - (dayOfMonth <= 15 ? 1 : 0);
}
