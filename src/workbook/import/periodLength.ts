import type { Day } from "../../core/calendar/civilDate";
import { nearestMonth } from "../../core/eps/timeOutstanding";

/** A quarter, a half, nine months and a year may be a week longer or shorter where a year has 52 or 53 weeks. */
const DAYS_FROM_USUAL = 8;
const LEAST_DAYS = 27;
const DAYS_A_MONTH = 30.4375;

/**
 * Months of a period by its first and last day. 3, 6, 9 or 12 where it is about as long, in months or in weeks; any
 * other number by the months that it begins and ends nearest to: 16 weeks from February 4 are 4 months.
 *
 * @returns undefined for a period of less than a month or of more than a year
 */
export function monthsBetween(start: Day, end: Day): number | undefined {
  const days = end - start + 1;
  const usual = [3, 6, 9, 12].find((months) => Math.abs(days - months * DAYS_A_MONTH) <= DAYS_FROM_USUAL);
  const months = usual ?? calendarMonths(start, end);
  return days >= LEAST_DAYS && months >= 1 && months <= 12 ? months : undefined;
}

/** Months from that nearest to the first day of a period to that nearest to its end. */
export function calendarMonths(start: Day, end: Day): number {
  return nearestMonth(end + 1) - nearestMonth(start);
}
