import { dayOfIsoDate } from "../../src/core/calendar/civilDate";
import { dayCountNamed, yearFraction } from "../../src/core/calendar/dayCount";
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
  readonly frequency?: number;
  readonly maturity?: string;
}

const day = (text: string | undefined) => (text === undefined ? undefined : dayOfIsoDate(text));

/** Days of a convention are its year fraction over its own year: 360 of 30/360, 365 of 30/365. */
export function runDayCounts(cases: readonly DayCountCase[]): CaseResult[] {
  return run(cases, (one) => {
    const context = { periodStart: day(one.refStart), periodEnd: day(one.refEnd), maturity: day(one.maturity), frequency: one.frequency };
    const fraction = yearFraction(dayCountNamed("convention", one.convention), day(one.start) as number, day(one.end) as number, context);
    const days = one.days === undefined ? null : compareFigures("days", Number(fraction.numerator), one.days, 0);
    if (one.yearFraction === undefined) return days;
    return days ?? compareFigures("year fraction", toNumber(fraction), one.yearFraction, one.tol ?? 1e-12);
  });
}
