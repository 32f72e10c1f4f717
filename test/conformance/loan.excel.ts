import { dayOfIsoDate, dayOf } from "../../src/core/calendar/civilDate";
import { dayCountNamed, yearFraction } from "../../src/core/calendar/dayCount";
import { toNumber } from "../../src/core/number/fraction";
import { compareFigures, run, type CaseResult } from "./suite";

type Argument = number | boolean | string | null | { readonly date: string };

export interface ExcelCase {
  readonly id: string;
  readonly function: string;
  readonly args: readonly Argument[];
  readonly stored?: number | null;
  readonly expected: number | null;
  readonly error?: string | null;
}

/** A serial of the 1900 system after February 1900, or the day of a date; a blank is serial 0, December 31, 1899. */
function dayOfArgument(argument: Argument | undefined): number {
  if (argument && typeof argument === "object") return dayOfIsoDate(argument.date) as number;
  return argument === null ? dayOf(1899, 12, 30) : dayOf(1899, 12, 30) + Math.floor(Number(argument));
}

function found(one: ExcelCase): number {
  const [start, end, option] = one.args;
  const from = dayOfArgument(start);
  const to = dayOfArgument(end);
  if (one.function === "YEARFRAC") return toNumber(yearFraction(dayCountNamed("basis", Number(option ?? 0)), from, to));
  const european = option === true || (typeof option === "number" && option !== 0);
  const days = yearFraction(dayCountNamed("method", european ? "30E/360" : "DAYS360"), from, to);
  return Number(days.numerator);
}

export function runExcelDayCounts(cases: readonly ExcelCase[]): CaseResult[] {
  return run(cases, (one) => (one.expected === null ? null : compareFigures(one.function, found(one), one.expected, 1e-10)));
}
