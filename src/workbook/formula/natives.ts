import { addMonths, civilDate, dayOf, type Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { DATE_FORMAT } from "../../functions/cells/answer";
import { readDate, serialOf } from "../../functions/cells/arguments";
import { openWorkbook } from "../../functions/cells/openWorkbook";
import { numberOf } from "./operators";
import {
  Cells,
  errorValue,
  isError,
  isRows,
  NotCalculated,
  plain,
  rowsOf,
  theOne,
  type Computed,
  type ErrorValue,
  type Value,
} from "./values";

type Argument = Exclude<Computed, NotCalculated>;

/** The few functions of the spreadsheet that stand around ours. IF, IFERROR and IFNA choose what is calculated at all. */
export const NATIVES: Readonly<Record<string, (args: readonly Argument[]) => Computed>> = {
  DATE: ([year = null, month = null, day = null]) => withNumbers("DATE", [year, month, day], date),
  YEAR: ([serial = null]) => withDay("YEAR", [serial], (day) => civilDate(day).year),
  EDATE: ([serial = null, months = null]) =>
    withDay("EDATE", [serial, months], (day, count) => shownDate(serialOf(addMonths(day, Math.trunc(count))))),
  SUM: (args) => withNumbersIn(args, (numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  MAX: (args) => withNumbersIn(args, (numbers) => (numbers.length > 0 ? Math.max(...numbers) : 0)),
  MIN: (args) => withNumbersIn(args, (numbers) => (numbers.length > 0 ? Math.min(...numbers) : 0)),
  INDEX: (args) => (args.length > 3 ? new NotCalculated("INDEX of several areas") : indexed(args)),
  TRUE: () => true,
  FALSE: () => false,
};

type NumberOrNone = ReturnType<typeof numberOf>;

/** Each argument as one number. */
function withNumbers(
  name: string,
  args: readonly Argument[],
  calculate: (...numbers: readonly number[]) => Computed,
): Computed {
  const values = args.map(theOne);
  if (values.includes(undefined)) return new NotCalculated(`${name} over a range`);
  return unlessError(
    values.map((value) => numberOf(value as Value)),
    (numbers) => calculate(...numbers),
  );
}

/** The first argument as a day, the others as numbers; #NUM! for a serial that is no date. */
function withDay(name: string, args: readonly Argument[], calculate: (day: Day, count: number) => Computed): Computed {
  return withNumbers(name, args, (serial, count = 0) => {
    try {
      return calculate(readDate({ name, value: serial }), count);
    } catch (error) {
      if (error instanceof CalculationError || error instanceof RangeError) return errorValue("#NUM!");
      throw error;
    }
  });
}

function shownDate(serial: number): Computed {
  return serial >= 0 && serial <= LAST_SERIAL[openWorkbook().dateSystem]
    ? { type: "Double", basicValue: serial, numberFormat: DATE_FORMAT }
    : errorValue("#NUM!");
}

/** Of ranges the numbers alone, of a single argument what it comes to as a number. */
function withNumbersIn(args: readonly Argument[], calculate: (numbers: readonly number[]) => Computed): Computed {
  const numbers = args.flatMap((arg): NumberOrNone[] =>
    arg instanceof Cells || isRows(arg) ? rowsOf(arg).flat().map(plain).filter(isNumberOrError) : [numberOf(arg)],
  );
  return unlessError(numbers, calculate);
}

function isNumberOrError(value: ReturnType<typeof plain>): value is number | ErrorValue {
  return typeof value === "number" || isError(value);
}

/** The first error is the answer. */
function unlessError(numbers: readonly NumberOrNone[], calculate: (numbers: readonly number[]) => Computed): Computed {
  return numbers.find((number) => typeof number !== "number") ?? calculate(numbers as readonly number[]);
}

/** Years in which the Gregorian calendar, and the days of its weeks, repeat; and their days. */
const CYCLE = { years: 400, days: 146_097 };
const LAST_SERIAL = { 1900: 2_958_465, 1904: 2_957_003 };

/**
 * Excel's DATE: months run over into years and days into months, both ways; years 0 to 1899 count from 1900. Days are
 * added to the serial of the month's first, so that they pass the February 29, 1900 that Excel counts.
 */
function date(...[givenYear = 0, givenMonth = 0, givenDay = 0]: readonly number[]): Computed {
  const [whole, month, day] = [givenYear, givenMonth, givenDay].map(Math.trunc) as [number, number, number];
  if (whole < 0 || whole > 9999) return errorValue("#NUM!");
  const months = (whole < 1900 ? whole + 1900 : whole) * 12 + month - 1;
  const year = Math.floor(months / 12);
  const cycles = Math.floor((year - 2000) / CYCLE.years);
  const first = dayOf(year - cycles * CYCLE.years, months - year * 12 + 1, 1) + cycles * CYCLE.days;
  return shownDate(serialOf(first) + day - 1);
}

/** The cell in a row and column counted from 1; 0 means all of them. In a single row one number counts columns. */
function indexed([from = null, first = null, second]: readonly Argument[]): Computed {
  if (isError(from)) return from;
  const rows = rowsOf(from);
  const isRow = rows.length === 1 && second === undefined;
  const place = isRow ? [1, first] : [first, second ?? (rows[0]?.length === 1 ? 1 : 0)];
  return withNumbers("INDEX", place, (...numbers) => {
    const [row, column] = numbers.map(Math.trunc) as [number, number];
    if (row < 0 || column < 0) return errorValue("#VALUE!");
    if (row > rows.length || column > (rows[0]?.length ?? 0)) return errorValue("#REF!");
    const lines = row === 0 ? rows : rows.slice(row - 1, row);
    const part = column === 0 ? lines : lines.map((line) => line.slice(column - 1, column));
    return theOne(part) ?? part;
  });
}

/** Whether a value chooses the first branch of IF. */
export function truthOf(value: Value): boolean | Computed {
  const bare = plain(value);
  if (typeof bare === "string" && /^(?:true|false)$/i.test(bare)) return /^t/i.test(bare);
  const number = numberOf(bare);
  return typeof number === "number" ? number !== 0 : number;
}
