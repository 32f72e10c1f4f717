import type { Day } from "../../calendar/civilDate";
import { areOneApart, periodsAfter, type Frequency } from "../../calendar/frequency";
import type { LoanPeriods } from "./loanPeriods";
import type { LoanTerms } from "../terms/loanTerms";

/** The regular period that one lies in, or, of a stub, touches. */
export interface RegularPeriod {
  readonly start: Day;
  readonly end: Day;
  readonly frequency: Frequency;
}

/** A regular period is its own; that of a stub is the one that ends with it at the start of the loan, or else begins with it. */
export function regularPeriod(terms: LoanTerms, periods: LoanPeriods, index: number): RegularPeriod {
  const { frequency, endOfMonth } = terms.dates;
  const start = periods.unadjusted[index] as Day;
  const end = periods.unadjusted[index + 1] as Day;
  const whole = regularFrequency(terms, periods, index);
  if (whole) return { start, end, frequency: whole };
  if (start === terms.startDate) return { start: periodsAfter(end, frequency, -1, endOfMonth), end, frequency };
  return { start, end: periodsAfter(start, frequency, 1, endOfMonth), frequency };
}

/** The frequency of a regular period; null of a stub. */
export function regularFrequency(
  { dates }: LoanTerms,
  { unadjusted, isEven, count }: LoanPeriods,
  index: number,
): Frequency | null {
  const { frequency, interestFrequency } = dates;
  if (isEven && index > 0 && index < count - 1) return frequency;
  const start = unadjusted[index] as Day;
  const end = unadjusted[index + 1] as Day;
  if (areOneApart(start, end, frequency)) return frequency;
  return interestFrequency !== null && areOneApart(start, end, interestFrequency) ? interestFrequency : null;
}
