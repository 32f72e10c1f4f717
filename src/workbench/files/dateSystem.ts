import { getFormatDateInfo } from "numfmt";

/** Days between January 1, 1900 and January 1, 1904, as serials count them. */
const DAYS_APART = 1462;

export type DateSystem = 1900 | 1904;

/**
 * A number of a file as the grid counts it, from 1900. In a file that counts from 1904 a number that is shown with a
 * year, a month or a day is a date; hours alone are a length of time, which is the same in both.
 */
export function asCountedFrom1900(serial: number, numberFormat: string, system: DateSystem): number {
  return system === 1904 && showsADay(numberFormat) ? serial + DAYS_APART : serial;
}

/** A number of the grid as a file with that system counts it. */
export function asCountedByFile(serial: number, numberFormat: string, system: DateSystem): number {
  return system === 1904 && showsADay(numberFormat) ? serial - DAYS_APART : serial;
}

const known = new Map<string, boolean>();

function showsADay(numberFormat: string): boolean {
  const before = known.get(numberFormat);
  if (before !== undefined) return before;
  const { year, month, day } = getFormatDateInfo(numberFormat);
  known.set(numberFormat, year || month || day);
  return year || month || day;
}
