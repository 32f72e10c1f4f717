/**
 * Takes dates of principal and of interest, makes the accrual periods cut at every one of them. Law: each period begins
 * on the day that the one before it ends.
 */
import { adjustedDate } from "../../calendar/businessDays";
import type { Day } from "../../calendar/civilDate";
import { dateAt, dueBy } from "../../calendar/dateSeries";
import { paymentDates, type PaymentDateTerms } from "../../calendar/paymentDates";
import { byteAt } from "../columns";
import type { LoanTerms } from "../terms/loanTerms";

interface PeriodColumns {
  /** Where interest runs: in a period from its place, included, to the next place, excluded. */
  readonly bounds: Int32Array;
  /** The same before business days move any. */
  readonly unadjusted: Int32Array;
  /** The day of each payment. */
  readonly dates: Int32Array;
  /** What falls due at the end of each period, in bits; null: principal and interest, throughout. */
  readonly dues: Uint8Array | null;
  /** The dates are of one frequency: every period but the first and the last is a regular one. */
  readonly isOneFrequency: boolean;
}

const PRINCIPAL = 1;
const INTEREST = 2;
const CAPITALIZED = 4;

/** The accrual periods of a loan, by their index, with what falls due at the end of each. */
export class LoanPeriods {
  readonly count: number;
  readonly bounds: Int32Array;
  readonly dates: Int32Array;

  constructor(readonly columns: PeriodColumns) {
    this.count = columns.dates.length;
    this.bounds = columns.bounds;
    this.dates = columns.dates;
  }

  /** The first day of a period. */
  start(index: number): Day {
    return dateAt(this.bounds, index);
  }

  /** The day after the last of a period, on which the next begins. */
  end(index: number): Day {
    return dateAt(this.bounds, index + 1);
  }

  /** Principal and interest fall due together at the end of every period. */
  get isDueTogether(): boolean {
    return this.columns.dues === null;
  }

  /** Principal may fall due at the end of the period. */
  isPrincipalDue(index: number): boolean {
    return this.isDue(index, PRINCIPAL);
  }

  /** Interest falls due at the end of the period, paid or added to the principal. */
  isInterestDue(index: number): boolean {
    return this.isDue(index, INTEREST | CAPITALIZED);
  }

  /** Interest due is added to the principal. */
  capitalizes(index: number): boolean {
    return !this.isDueTogether && this.isDue(index, CAPITALIZED);
  }

  /** The first period that ends on a day or later; the count of them when none does. */
  endingBy(day: Day): number {
    return Math.max(0, dueBy(this.bounds, day - 1) - 1); // the first bound is a start
  }

  /** The first period that ends, or whose payment business days have moved to, a day or later; the count when none does. */
  settledFrom(day: Day): number {
    return Math.min(this.endingBy(day), dueBy(this.dates, day - 1));
  }

  /** The period that a day lies in; the last for any day after it. */
  holding(day: Day): number {
    return Math.max(0, Math.min(this.endingBy(day + 1), this.count - 1));
  }

  /** The first few periods. */
  first(count: number): LoanPeriods {
    const { bounds, unadjusted, dates } = this.columns;
    return new LoanPeriods({
      ...this.columns,
      bounds: bounds.subarray(0, count + 1),
      unadjusted: unadjusted.subarray(0, count + 1),
      dates: dates.subarray(0, count),
    });
  }

  private isDue(index: number, what: number): boolean {
    const { dues } = this.columns;
    return dues === null || (byteAt(dues, index) & what) !== 0;
  }
}

/**
 * The periods of the terms.
 *
 * @param count the payments in number, where the terms leave it open
 * @throws CalculationError when the terms settle no last payment, or contradict themselves; see {@link paymentDates}
 */
export function loanPeriods(terms: LoanTerms, count: number | null): LoanPeriods {
  const principal = principalDates(terms, count);
  const maturityDate = dateAt(principal, principal.length - 1);
  const interest = interestDates(terms, maturityDate);
  const capitalized = capitalizationDate(terms, maturityDate);
  const areTogether = interest === null && capitalized === null; // as nearly always
  const unadjusted = areTogether ? principal : merged(principal, interest ?? principal, capitalized);
  const moved = terms.dates.businessDays === "none" ? unadjusted : adjustedDates(terms, unadjusted);
  const isApart = terms.method === "bullet" || terms.method === "onDemand" || terms.payment.capitalizationEnd !== null;
  return new LoanPeriods({
    bounds: movesAccrual(terms) ? moved : unadjusted,
    unadjusted,
    dates: new Int32Array(moved.buffer, moved.byteOffset + moved.BYTES_PER_ELEMENT, moved.length - 1),
    dues: areTogether && !isApart ? null : duesOf(terms, unadjusted, { principal, interest }),
    isOneFrequency: areTogether && terms.method !== "statedPayments",
  });
}

/** Equal periods are equal whatever the business days. */
function movesAccrual({ dates, interest }: LoanTerms): boolean {
  return dates.accrual === "adjusted" && interest.dayCount !== null;
}

/**
 * The start date, and after it those on which principal falls due. Of a printed schedule those are all its lines but the
 * first, on which the loan begins.
 */
function principalDates({ dates, startDate, stated, method }: LoanTerms, count: number | null): Int32Array {
  if (method !== "statedPayments" || !stated) return paymentDates(startDate, dates, count);
  return Int32Array.of(startDate, ...stated.rows.slice(1).map(({ date }) => date));
}

/** null where interest falls due with the principal. */
function interestDates({ dates, startDate }: LoanTerms, maturityDate: Day): Int32Array | null {
  const { interestFrequency, firstInterestDate, frequency, firstDate, endOfMonth, stubPeriod } = dates;
  if (interestFrequency === null && firstInterestDate === null) return null;
  const terms: PaymentDateTerms = {
    frequency: interestFrequency ?? frequency,
    firstDate: firstInterestDate ?? (interestFrequency === null ? firstDate : null),
    maturityDate,
    count: null,
    stubPeriod,
    endOfMonth,
  };
  return paymentDates(startDate, terms);
}

/** Interest is added to the principal on the last day of its capitalization too. */
function capitalizationDate({ payment, startDate }: LoanTerms, maturityDate: Day): Day | null {
  const end = payment.capitalizationEnd;
  return end !== null && end > startDate && end < maturityDate ? end : null;
}

/** The start date, and after it all the dates once, ascending. */
function merged(principal: Int32Array, interest: Int32Array, capitalized: Day | null): Int32Array {
  const dates = new Set([...principal.subarray(1), ...interest.subarray(1)]);
  if (capitalized !== null) dates.add(capitalized);
  return Int32Array.of(dateAt(principal, 0), ...Int32Array.from(dates).sort());
}

/** The start date stays where it is. */
function adjustedDates({ dates, startDate }: LoanTerms, unadjusted: Int32Array): Int32Array {
  const holidays = new Set(dates.holidays);
  const moved = unadjusted.map((date) => adjustedDate(date, dates.businessDays, holidays));
  moved[0] = startDate;
  return moved;
}

/** What falls due on each date: with the last payment, all; of a loan on demand, interest alone, if it has dates. */
function duesOf(
  { method, payment }: LoanTerms,
  unadjusted: Int32Array,
  { principal, interest }: { readonly principal: Int32Array; readonly interest: Int32Array | null },
): Uint8Array {
  const ofPrincipal = new Set(method === "onDemand" ? [] : principal.subarray(1));
  const ofInterest = interest === null ? ofPrincipal : new Set(interest.subarray(1));
  const capitalizedTo = method === "bullet" ? Infinity : (payment.capitalizationEnd ?? -Infinity);
  const dues = Uint8Array.from(unadjusted.subarray(1), (date) => {
    const paid = (ofPrincipal.has(date) ? PRINCIPAL : 0) | (ofInterest.has(date) ? INTEREST : 0);
    return date <= capitalizedTo ? paid | CAPITALIZED : paid;
  });
  if (method !== "onDemand") dues[dues.length - 1] = PRINCIPAL | INTEREST;
  return dues;
}
