/** Takes a period, finds the regular period that it is or touches. Law: a regular period is its own. */
import { dateAt } from "../../calendar/dateSeries";
import type { Day } from "../../calendar/civilDate";
import { areOneApart, periodsAfter, type Frequency } from "../../calendar/frequency";
import type { DateTerms } from "../terms/loanTerms";
import type { LoanPeriods } from "./loanPeriods";

/** The regular period that a period is, or that a stub touches: a day count by periods measures against it. */
export interface RegularPeriod {
  readonly start: Day;
  readonly end: Day;
  readonly frequency: Frequency;
}

/**
 * The regular period of a period: itself where it is a regular one. That of a stub at the start of the loan ends with
 * it; that of any other stub begins with it.
 */
export function regularPeriod(dates: DateTerms, periods: LoanPeriods, index: number): RegularPeriod {
  const { frequency, endOfMonth } = dates;
  const { unadjusted } = periods.columns;
  const start = dateAt(unadjusted, index);
  const end = dateAt(unadjusted, index + 1);
  const whole = regularFrequency(dates, periods, index);
  if (whole) return { start, end, frequency: whole };
  if (start === dateAt(unadjusted, 0)) {
    return { start: periodsAfter(end, frequency, -1, endOfMonth), end, frequency };
  }
  return { start, end: periodsAfter(start, frequency, 1, endOfMonth), frequency };
}

/** The frequency of a regular period, that of principal or that of interest; null of a stub. */
export function regularFrequency(
  { frequency, interestFrequency }: DateTerms,
  periods: LoanPeriods,
  index: number,
): Frequency | null {
  if (periods.columns.isOneFrequency && index > 0 && index < periods.count - 1) return frequency;
  const { unadjusted } = periods.columns;
  const start = dateAt(unadjusted, index);
  const end = dateAt(unadjusted, index + 1);
  if (areOneApart(start, end, frequency)) return frequency;
  return interestFrequency !== null && areOneApart(start, end, interestFrequency) ? interestFrequency : null;
}
