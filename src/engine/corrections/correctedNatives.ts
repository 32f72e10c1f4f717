/** Functions of the engine (Univer 0.25.1) whose answers are wrong, written again on our calendar. */
import { addMonths, civilDate, dayOf, type Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { toNumber } from "../../core/number/fraction";
import { answer, dateCell } from "../../functions/cells/answer";
import { isBlank, readDate, readNumber, type Cell } from "../../functions/cells/arguments";
import type { CustomFunction, Parameter } from "../../functions/catalogue";

const number = (name: string): Parameter => ({ name, description: "", type: "number" });

/** Without help of their own: the engine has it. */
export const correctedNatives: readonly CustomFunction[] = [
  {
    // The engine's runs over the end of a short month: January 31 plus one month is March 2 or 3.
    id: "EDATE",
    description: "",
    parameters: [number("start_date"), number("months")],
    call: (start: Cell, months: Cell) => answer(() => dateCell(monthsLater(readDate("start_date", start), months))),
  },
  {
    // The engine's counts the last days of a year to its week 53 when they are in week 1 of the next.
    id: "ISOWEEKNUM",
    description: "",
    parameters: [number("date")],
    call: (date: Cell) => answer(() => isoWeek(readDate("date", date))),
  },
];

/** Months are cut to whole ones; a blank is none. */
function monthsLater(start: Day, months: Cell): Day {
  const count = isBlank(months) ? 0 : Math.trunc(toNumber(readNumber("months", months)));
  const day = addMonths(start, Math.max(-MOST_MONTHS, Math.min(count, MOST_MONTHS)));
  if (day >= dayOf(1900, 1, 1) && day <= dayOf(9999, 12, 31)) return day;
  throw new CalculationError("out-of-range", "months", "must lead to a date from 1900 to 9999", months);
}

/** More than there are between the first date and the last. */
const MOST_MONTHS = 12 * 10_000;

const THURSDAY = 3;

/** Weeks begin on Monday; a week belongs to the year of its Thursday (ISO 8601). */
function isoWeek(day: Day): number {
  const daysSinceMonday = (((day + THURSDAY) % 7) + 7) % 7;
  const thursday = day - daysSinceMonday + THURSDAY;
  return Math.floor((thursday - dayOf(civilDate(thursday).year, 1, 1)) / 7) + 1;
}
