import { dayOfIsoDate } from "../../src/core/calendar/civilDate";
import { dayCountNamed, yearFraction } from "../../src/core/calendar/dayCounts";
import { toNumber } from "../../src/core/number/fraction";
import { compareFigures, run, type CaseResult } from "./suite";

export interface DayCountCase {
  readonly id: string;
  readonly convention: string;
  readonly start: string;
  readonly end: string;
  readonly yearFraction?: number;
  readonly days?: number;
  readonly tol?: number;
  readonly refStart?: string;
  readonly refEnd?: string;
  /** Periods in a year, or their length: P6M. */
  readonly frequency?: number | string;
  readonly maturity?: string;
}

const day = (text: string | undefined) => (text === undefined ? undefined : dayOfIsoDate(text));

function periodsInYear(frequency: DayCountCase["frequency"]): number | undefined {
  const [, months] = /^P?(\d+)M$/.exec(String(frequency)) ?? [];
  return months ? 12 / Number(months) : frequency === undefined ? undefined : Number(frequency);
}

/** Days of a convention are the actual ones, or those of its months of 30 days. */
export function runDayCounts(cases: readonly DayCountCase[]): CaseResult[] {
  return run(cases, (one) => {
    const context = {
      periodStart: day(one.refStart),
      periodEnd: day(one.refEnd),
      maturity: day(one.maturity),
      frequency: periodsInYear(one.frequency),
    };
    const dayCount = dayCountNamed("convention", one.convention);
    const [start, end] = [day(one.start) as number, day(one.end) as number];
    const fraction = yearFraction(dayCount, start, end, context);
    const counted = dayCount.name.startsWith("ACT") ? end - start : Number(fraction.numerator);
    const days = one.days === undefined ? null : compareFigures("days", counted, one.days, 0);
    if (one.yearFraction === undefined) return days;
    return days ?? compareFigures("year fraction", toNumber(fraction), one.yearFraction, one.tol ?? 1e-12);
  });
}
