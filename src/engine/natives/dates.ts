/**
 * Functions of dates. The engine's (Univer 0.25.1) run over the end of a short month (EDATE), cut months below zero the
 * wrong way (EOMONTH), count the last days of a year to its week 53 when they are in week 1 of the next (ISOWEEKNUM),
 * turn the sign of DAYS360 and do not follow YEARFRAC's bases 0 and 1.
 */
import { civilDate, dayOf, type CivilDate, type Day } from "../../core/calendar/civilDate";
import { EXCEL_BASES } from "../../core/calendar/dayCounts";
import { toNumber } from "../../core/number/fraction";
import type { FormattedNumber } from "../../functions/cells/answer";
import { dateOfSerial } from "./formats";
import { native, type Native } from "./native";
import { civilOf, dayOfSerial, isLastOfMonth, monthsLater } from "./serialCalendar";
import { date, number, optional, refused, strictDate, strictNumber } from "./taken";

const THIRTY_FIRST = 31;

export const dates: readonly Native[] = [
  native("EDATE", { start_date: strictDate, months: strictNumber }, ({ start_date, months }) =>
    moved(civilOf(start_date), months),
  ),

  native("EOMONTH", { start_date: strictDate, months: strictNumber }, ({ start_date, months }) =>
    moved({ ...civilOf(start_date), day: THIRTY_FIRST }, months),
  ),

  native(
    "YEARFRAC",
    { start_date: strictDate, end_date: strictDate, basis: optional(strictNumber, 0) },
    ({ start_date, end_date, basis }) => {
      const convention = EXCEL_BASES[Math.trunc(basis)];
      if (!convention) throw refused("#NUM!", "basis", "must be 0, 1, 2, 3 or 4", basis);
      const [first, last] = [Math.min(start_date, end_date), Math.max(start_date, end_date)];
      return toNumber(convention.between(dayOfSerial(first), dayOfSerial(last), {}));
    },
  ),

  native("DAYS360", { start_date: date, end_date: date, method: optional(number, 0) }, (given) => {
    const [start, end] = [civilOf(given.start_date), civilOf(given.end_date)];
    return given.method === 0 ? days360InUs(start, end) : days360InEurope(start, end);
  }),

  native("ISOWEEKNUM", { date }, ({ date }) => isoWeek(dayOfSerial(date))),
];

/** Months are cut to whole ones. */
function moved(start: CivilDate, months: number): FormattedNumber {
  const serial = monthsLater(start, Math.trunc(months));
  if (serial === undefined) throw refused("#NUM!", "months", "must lead to a date from 1900 to 9999", months);
  return dateOfSerial(serial);
}

/** A start on the 31st or at the end of February becomes the 30th; then so does an end on the 31st, from such a start. */
function days360InUs(start: CivilDate, end: CivilDate): number {
  const atEndOfFebruary = start.month === 2 && isLastOfMonth(start);
  const from = start.day === 31 || atEndOfFebruary ? 30 : start.day;
  const to = end.day === 31 && from === 30 ? 30 : end.day;
  return days360({ ...start, day: from }, { ...end, day: to });
}

function days360InEurope(start: CivilDate, end: CivilDate): number {
  return days360({ ...start, day: Math.min(start.day, 30) }, { ...end, day: Math.min(end.day, 30) });
}

function days360(start: CivilDate, end: CivilDate): number {
  return 360 * (end.year - start.year) + 30 * (end.month - start.month) + end.day - start.day;
}

const THURSDAY = 3;

/** Weeks begin on Monday; a week belongs to the year of its Thursday (ISO 8601). */
function isoWeek(day: Day): number {
  const daysSinceMonday = (((day + THURSDAY) % 7) + 7) % 7;
  const thursday = day - daysSinceMonday + THURSDAY;
  return Math.floor((thursday - dayOf(civilDate(thursday).year, 1, 1)) / 7) + 1;
}
