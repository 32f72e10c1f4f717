import { addMonths } from "../calendar/civilDate";
import { fraction, times, ZERO, type Fraction } from "../number/fraction";
import { decimalsFor, inUnits, timesRatio } from "./amount";
import { levelPayment } from "./levelPayment";
import type { LoanTerms } from "./terms";

/**
 * The schedule that follows from the terms, one entry a payment period, in columns. Amounts are whole units of
 * 10^-decimals of a currency unit; opening + interest − payment = closing in every period.
 */
export interface LoanSchedule {
  readonly decimals: number;
  /** The first day of each accrual period. */
  readonly starts: Int32Array;
  /** The day of each payment; the accrual period ends where it begins. */
  readonly dates: Int32Array;
  readonly openings: Float64Array;
  readonly interests: Float64Array;
  readonly payments: Float64Array;
  readonly closings: Float64Array;
  /** The annual rate of each period. */
  readonly annualRates: readonly Fraction[];
  /** The interest of each period on one unit of balance. */
  readonly periodRates: readonly Fraction[];
}

/** The schedule of the terms. The last payment settles what rounding left. */
export function loanSchedule(terms: LoanTerms): LoanSchedule {
  const { payments: count, monthsBetweenPayments: months, startDate } = terms;
  const decimals = decimalsFor(terms.principal);
  const periodRate = times(terms.annualRate, fraction(months, 12));
  const periodRates = new Array<Fraction>(count).fill(periodRate);
  const payment = inUnits(levelPayment(terms.principal, periodRates, ZERO), decimals);
  const starts = Int32Array.from({ length: count }, (_period, index) => addMonths(startDate, index * months));
  const dates = Int32Array.from({ length: count }, (_period, index) => addMonths(startDate, (index + 1) * months));
  const openings = new Float64Array(count);
  const interests = new Float64Array(count);
  const payments = new Float64Array(count);
  const closings = new Float64Array(count);
  let balance = inUnits(terms.principal, decimals);
  for (let period = 0; period < count; period += 1) {
    const interest = timesRatio(balance, periodRate);
    const paid = period === count - 1 ? balance + interest : payment;
    openings[period] = balance;
    interests[period] = interest;
    payments[period] = paid;
    balance += interest - paid;
    closings[period] = balance;
  }
  const annualRates = new Array<Fraction>(count).fill(terms.annualRate);
  return { decimals, starts, dates, openings, interests, payments, closings, annualRates, periodRates };
}
