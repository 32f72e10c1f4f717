/**
 * Working days. The engine's (Univer 0.25.1) take "" and what is left out between two commas for 0, and give up on
 * arrays of dates.
 */
import type { FormattedNumber } from "../../functions/cells/answer";
import type { Argument } from "../lifting";
import { dateOfSerial } from "./formats";
import { native, type Native } from "./native";
import { LAST_SERIAL } from "./serialCalendar";
import { cellsOf, refused, strictDate, strictNumber, type Taken } from "./taken";

type Weekend = readonly boolean[];

/** Whether each day of the week is off, Monday to Sunday. */
const SATURDAY_AND_SUNDAY: Weekend = [false, false, false, false, false, true, true];

/** Dates on which nobody works; blank cells among them are none. */
const holidays: Taken<ReadonlySet<number>> = {
  optional: true,
  isRange: true,
  read: (name, value) => {
    const given = value ? [...cellsOf(value)].filter((cell) => !cell.isNull()) : [];
    return new Set(given.map((cell) => strictDate.read(name, cell, [])));
  },
};

const weekend: Taken<Weekend> = {
  optional: true,
  read: (name, value) => {
    if (value === undefined || value.isNull()) return SATURDAY_AND_SUNDAY;
    return value.isString() ? weekendInDigits(name, String(value.getValue())) : weekendByNumber(name, value);
  },
};

function weekendInDigits(name: string, digits: string): Weekend {
  if (/^[01]{7}$/.test(digits)) return [...digits].map((digit) => digit === "1");
  throw refused("#VALUE!", name, "must be a number, or seven digits 0 or 1 from Monday on", digits);
}

/** 1 is Saturday and Sunday, 2 Sunday and Monday, on to 7; 11 is Sunday alone, 12 Monday, on to 17. */
function weekendByNumber(name: string, value: Argument): Weekend {
  const number = Math.trunc(strictNumber.read(name, value, []));
  const days = SATURDAY_AND_SUNDAY.map((_off, day) => day);
  const shifted = (day: number, first: number) => (day - first + 14) % 7;
  if (number >= 1 && number <= 7) return days.map((day) => shifted(day, number + 4) < 2);
  if (number >= 11 && number <= 17) return days.map((day) => shifted(day, number - 5) === 0);
  throw refused("#NUM!", name, "must be a number from 1 to 7 or from 11 to 17", number);
}

const span = { start_date: strictDate, end_date: strictDate };
const step = { start_date: strictDate, days: strictNumber };

export const workdays: readonly Native[] = [
  native("NETWORKDAYS", { ...span, holidays }, ({ start_date, end_date, holidays }) =>
    workingDays(start_date, end_date, { weekend: SATURDAY_AND_SUNDAY, holidays }),
  ),
  native("NETWORKDAYS.INTL", { ...span, weekend, holidays }, ({ start_date, end_date, ...calendar }) =>
    workingDays(start_date, end_date, calendar),
  ),
  native("WORKDAY", { ...step, holidays }, ({ start_date, days, holidays }) =>
    workdayAfter(start_date, days, { weekend: SATURDAY_AND_SUNDAY, holidays }),
  ),
  native("WORKDAY.INTL", { ...step, weekend, holidays }, ({ start_date, days, ...calendar }) => {
    if (calendar.weekend.every(Boolean)) throw refused("#VALUE!", "weekend", "must leave a day to work", "1111111");
    return workdayAfter(start_date, days, calendar);
  }),
];

interface Calendar {
  readonly weekend: Weekend;
  readonly holidays: ReadonlySet<number>;
}

function isOff(serial: number, { weekend, holidays }: Calendar): boolean {
  return weekend[weekdayOf(serial)] === true || holidays.has(serial);
}

/** 0 for Monday. Those of January and February 1900 are one off in Excel, which counts a day too many before March. */
function weekdayOf(serial: number): number {
  return (serial + 5) % 7;
}

/** Both ends count. Counted back when the end is before the start. */
function workingDays(start: number, end: number, calendar: Calendar): number {
  if (end < start) return 0 - workingDays(end, start, calendar);
  const inAWeek = calendar.weekend.filter((off) => !off).length;
  const weeks = Math.floor((end - start + 1) / 7);
  let count = weeks * inAWeek;
  for (let serial = start + 7 * weeks; serial <= end; serial++) {
    if (!calendar.weekend[weekdayOf(serial)]) count++;
  }
  for (const holiday of calendar.holidays) {
    if (holiday >= start && holiday <= end && !calendar.weekend[weekdayOf(holiday)]) count--;
  }
  return count;
}

function workdayAfter(start: number, days: number, calendar: Calendar): FormattedNumber {
  const direction = Math.sign(days);
  let serial = start;
  let left = Math.trunc(Math.abs(days));
  while (left > 0) {
    serial += direction;
    if (serial < 0 || serial > LAST_SERIAL) {
      throw refused("#NUM!", "days", "must lead to a date from 1900 to 9999", days);
    }
    if (!isOff(serial, calendar)) left--;
  }
  return dateOfSerial(serial);
}
