/**
 * The calendar of Excel's 1900 date system, which counts a February 29, 1900 that never was (serial 60), and a January 0
 * before its first day (serial 0): what Excel's own functions move about in. From March 1, 1900 on it is the calendar.
 */
import { civilDate, dayOf, daysInMonth, type CivilDate } from "../../core/calendar/civilDate";

const FICTITIOUS = 60;
const START = dayOf(1899, 12, 30);
const DECEMBER_9999 = 9999 * 12 + 11;

export const LAST_SERIAL = dayOf(9999, 12, 31) - START;

/** @param serial a whole number from 0 to {@link LAST_SERIAL} */
export function civilOf(serial: number): CivilDate {
  if (serial === FICTITIOUS) return { year: 1900, month: 2, day: 29 };
  if (serial === 0) return { year: 1900, month: 1, day: 0 };
  return civilDate(dayOfSerial(serial));
}

/** The true day of a serial. That of February 29, 1900 is March 1. */
export function dayOfSerial(serial: number): number {
  return START + serial + (serial < FICTITIOUS ? 1 : 0);
}

export function isLastOfMonth({ year, month, day }: CivilDate): boolean {
  return day === lastOfMonth(year, month);
}

function lastOfMonth(year: number, month: number): number {
  return year === 1900 && month === 2 ? 29 : daysInMonth(year, month);
}

/**
 * The serial of a day so many months later, or of the month's last day if it has no such day.
 *
 * @returns undefined before January 1900 and after December 9999
 */
export function monthsLater({ year, month, day }: CivilDate, months: number): number | undefined {
  const total = year * 12 + month - 1 + months;
  if (!(total >= 1900 * 12 && total <= DECEMBER_9999)) return undefined;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = lastOfMonth(toYear, toMonth);
  return serialOf(toYear, toMonth, 1) + Math.min(day, last) - 1;
}

function serialOf(year: number, month: number, day: number): number {
  const serial = dayOf(year, month, day) - START;
  return serial <= FICTITIOUS ? serial - 1 : serial;
}
