/**
 * Dates a period apart, in columns: filled from an anchor, and searched. A column is ascending. It keeps one law: a date is
 * its anchor and so many periods, never the date before it and one, so that the 31st is not lost in February.
 */
import { noElement } from "../elements";
import { civilDate, dayFromMonths, dayOf, daysInMonth, isLastDayOfMonth, type CivilDate, type Day } from "./civilDate";
import { periodsAfter, type Frequency } from "./frequency";
import { halfMonthsUntil, monthDaysOf } from "./semiMonthly";

/** Dates a period apart, counted from an anchor. */
export interface DateSeries {
  readonly anchor: Day;
  readonly frequency: Frequency;
  /** An anchor on a month's last day stays on the last day of every month. */
  readonly endOfMonth: boolean;
}

/**
 * Fills a column, from a place on, with the dates of a series. Each is counted from the anchor, so that the 31st is not
 * lost on the way.
 *
 * @param periods those from the anchor to the first date written; before it where negative
 */
export function fillDates(column: Int32Array, place: number, series: DateSeries, periods: number): void {
  const { anchor, frequency, endOfMonth } = series;
  if ("months" in frequency) {
    fillByMonths(column, place, { anchor, endOfMonth, months: frequency.months }, periods);
    return;
  }
  for (let at = place; at < column.length; at += 1) {
    column[at] = periodsAfter(anchor, frequency, periods + at - place, endOfMonth);
  }
}

/** Whole months apart. */
interface MonthlySeries {
  readonly anchor: Day;
  readonly endOfMonth: boolean;
  readonly months: number;
}

/** Walks from month to month by their lengths, which is several times as fast as working each date out. */
function fillByMonths(column: Int32Array, place: number, series: MonthlySeries, periods: number): void {
  const { anchor, endOfMonth, months } = series;
  const from = civilDate(anchor);
  const wanted = endOfMonth && isLastDayOfMonth(anchor) ? 31 : from.day;
  const monthCount = from.year * 12 + from.month - 1 + periods * months;
  let year = Math.floor(monthCount / 12);
  let month = monthCount - year * 12 + 1;
  let beforeMonth = dayFromMonths(monthCount, 0);
  for (let at = place; at < column.length; at += 1) {
    column[at] = beforeMonth + Math.min(wanted, daysInMonth(year, month));
    for (let step = 0; step < months; step += 1) {
      beforeMonth += daysInMonth(year, month);
      month += 1;
      if (month === 13) [year, month] = [year + 1, 1];
    }
  }
}

/** Periods from a day on until another is reached or passed; perhaps one too many, never one too few. */
export function periodsUntil(day: Day, from: Day, frequency: Frequency): number {
  if ("days" in frequency) return Math.max(0, Math.ceil((day - from) / frequency.days));
  if ("monthDays" in frequency) return halfMonthsUntil(day, from, frequency.monthDays ?? monthDaysOf(from, false));
  const a = civilDate(from);
  const b = civilDate(day);
  return Math.max(0, Math.ceil(((b.year - a.year) * 12 + b.month - a.month) / frequency.months) + 1);
}

/** A date of a column by its place. @throws RangeError where there is none: a fault of ours */
export function dateAt(dates: Int32Array, place: number): Day {
  return dates[place] ?? noElement(dates, place);
}

/** How many of the ascending dates are not after a day. */
export function dueBy(dates: Int32Array, day: Day): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dateAt(dates, middle) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The dates that carry on some that are whole months apart: always the same number of months, and on the same day of
 * the month (its last day where that day does not exist), or each on the last day of its month.
 *
 * @param days two dates at least
 * @returns the date at a place of the series, 0 for the first one given; undefined where they are no such series
 */
export function monthlySeries(days: readonly Day[]): ((place: number) => Day) | undefined {
  const given = days.map(civilDate);
  const monthsOf = ({ year, month }: CivilDate) => year * 12 + month - 1;
  const [first, second] = given;
  if (!first || !second) return undefined;
  const step = monthsOf(second) - monthsOf(first);
  const wanted = days.every(isLastDayOfMonth) ? 31 : Math.max(...given.map(({ day }) => day));
  const dateOf = (place: number) => {
    const months = monthsOf(first) + place * step;
    const year = Math.floor(months / 12);
    const month = months - year * 12 + 1;
    return dayOf(year, month, Math.min(wanted, daysInMonth(year, month)));
  };
  return step !== 0 && days.every((day, place) => day === dateOf(place)) ? dateOf : undefined;
}
