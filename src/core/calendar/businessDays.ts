/**
 * Dates that may not be business days: from an unadjusted date to the day on which it is paid.
 */
import { civilDate, type Day } from "./civilDate";

/**
 * What to do with a date that is no business day.
 * - `none`: leave it.
 * - `following`: the next business day; `preceding`: the one before.
 * - `modifiedFollowing`, `modifiedPreceding`: the same, unless that is in another month; then the other way.
 */
export type BusinessDayConvention = "none" | "following" | "modifiedFollowing" | "preceding" | "modifiedPreceding";

/**
 * The day on which an unadjusted date falls due. Nothing is paid on Saturdays, Sundays and the holidays given.
 *
 * @see 2006 ISDA Definitions, section 4.12
 * @example adjustedDate(dayOf(2011, 12, 31), "modifiedFollowing", new Set()) // a Saturday: December 30, 2011
 */
export function adjustedDate(unadjusted: Day, convention: BusinessDayConvention, holidays: ReadonlySet<Day>): Day {
  switch (convention) {
    case "none":
      return unadjusted;
    case "following":
      return businessDayFrom(unadjusted, 1, holidays);
    case "preceding":
      return businessDayFrom(unadjusted, -1, holidays);
    case "modifiedFollowing":
      return withinMonth(unadjusted, 1, holidays);
    case "modifiedPreceding":
      return withinMonth(unadjusted, -1, holidays);
  }
}

function withinMonth(unadjusted: Day, direction: 1 | -1, holidays: ReadonlySet<Day>): Day {
  const adjusted = businessDayFrom(unadjusted, direction, holidays);
  const moved = civilDate(adjusted).month !== civilDate(unadjusted).month;
  return moved ? businessDayFrom(unadjusted, direction === 1 ? -1 : 1, holidays) : adjusted;
}

/** The first business day from a date on, in one direction; ends, because the holidays given are finitely many. */
function businessDayFrom(date: Day, direction: 1 | -1, holidays: ReadonlySet<Day>): Day {
  let day = date;
  while (isWeekend(day) || holidays.has(day)) day += direction;
  return day;
}

/** January 1, 1970 was a Thursday. */
function isWeekend(day: Day): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7; // 0 is Sunday
  return weekday === 0 || weekday === 6;
}
