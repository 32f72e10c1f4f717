/** Functions of the engine (Univer 0.25.1) whose answers are wrong, written again on our calendar. */
import { addMonths, civilDate, dayOf, type Day } from "../core/calendar/civilDate";
import { answer, dateCell } from "../functions/answer";
import { readDate, type Cell } from "../functions/arguments";
import type { CustomFunction, Parameter } from "../functions/catalogue";

const number = (name: string): Parameter => ({ name, description: "", type: "number" });

/** Without help of their own: the engine has it. */
export const correctedNatives: readonly CustomFunction[] = [
  {
    // The engine's runs over the end of a short month: January 31 plus one month is March 2 or 3.
    id: "EDATE",
    description: "",
    parameters: [number("start_date"), number("months")],
    call: (start: Cell, months: Cell) =>
      answer(() => dateCell(addMonths(readDate("start_date", start), wholeMonths(months)))),
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
function wholeMonths(months: Cell): number {
  if (months === null) return 0;
  if (typeof months === "number") return Math.trunc(months);
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "months must be a number");
}

const THURSDAY = 3;

/** Weeks begin on Monday; a week belongs to the year of its Thursday (ISO 8601). */
function isoWeek(day: Day): number {
  const daysSinceMonday = (((day + THURSDAY) % 7) + 7) % 7;
  const thursday = day - daysSinceMonday + THURSDAY;
  return Math.floor((thursday - dayOf(civilDate(thursday).year, 1, 1)) / 7) + 1;
}
