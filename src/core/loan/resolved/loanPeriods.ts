import { adjustedDate } from "../../calendar/businessDays";
import type { Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { paymentDates, type PaymentDateTerms } from "../../calendar/paymentDates";
import type { LoanTerms } from "../terms/loanTerms";

/** The accrual periods of a loan, in columns: cut at every date on which principal or interest falls due. */
export interface LoanPeriods {
  readonly count: number;
  /** Where interest runs: in a period from its place, included, to the next place, excluded. */
  readonly bounds: Int32Array;
  /** The same before business days move any. */
  readonly unadjusted: Int32Array;
  /** The day of each payment. */
  readonly dates: Int32Array;
  /** What falls due at the end of each period, in bits; null: principal and interest, throughout. */
  readonly dues: Uint8Array | null;
  /** The dates are of one frequency: every period but the first and the last is a regular one. */
  readonly isEven: boolean;
}

const PRINCIPAL = 1;
const INTEREST = 2;
const CAPITALIZED = 4;

/** Principal may fall due at the end of the period. */
export function paysPrincipal({ dues }: LoanPeriods, index: number): boolean {
  return dues === null || ((dues[index] as number) & PRINCIPAL) !== 0;
}

/** Interest falls due at the end of the period, paid or added to the principal. */
export function isInterestDue({ dues }: LoanPeriods, index: number): boolean {
  return dues === null || ((dues[index] as number) & (INTEREST | CAPITALIZED)) !== 0;
}

/** Interest due is added to the principal. */
export function capitalizes({ dues }: LoanPeriods, index: number): boolean {
  return dues !== null && ((dues[index] as number) & CAPITALIZED) !== 0;
}

export function startOf({ bounds }: LoanPeriods, index: number): Day {
  return bounds[index] as Day;
}

export function endOf({ bounds }: LoanPeriods, index: number): Day {
  return bounds[index + 1] as Day;
}

/** The first period that ends on a day or later; the count of them when none does. */
export function periodEndingBy({ bounds }: LoanPeriods, day: Day): number {
  return dueBy(bounds.subarray(1), day - 1);
}

/** The first few periods. */
export function firstOf(periods: LoanPeriods, count: number): LoanPeriods {
  if (count === periods.count) return periods;
  const { bounds, unadjusted, dates } = periods;
  return {
    ...periods,
    count,
    bounds: bounds.subarray(0, count + 1),
    unadjusted: unadjusted.subarray(0, count + 1),
    dates: dates.subarray(0, count),
  };
}

/** @param count the payments in number, where the terms leave it open */
export function loanPeriods(terms: LoanTerms, count: number | null = terms.dates.count): LoanPeriods {
  const { businessDays, accrual } = terms.dates;
  const principal = principalDates(terms, count);
  const maturityDate = principal[principal.length - 1] as Day;
  const interest = interestDates(terms, maturityDate);
  const capitalized = capitalizationDate(terms, maturityDate);
  const together = interest === null && capitalized === null; // as nearly always
  const unadjusted = together ? principal : merged(principal, interest ?? principal, capitalized);
  const moved = businessDays === "none" ? unadjusted : adjustedDates(terms, unadjusted);
  // Equal periods are equal whatever the business days.
  const movesAccrual = accrual === "adjusted" && terms.interest.dayCount !== null;
  const bullet = terms.method === "bullet";
  return {
    count: unadjusted.length - 1,
    bounds: movesAccrual ? moved : unadjusted,
    unadjusted,
    dates: new Int32Array(moved.buffer, moved.byteOffset + moved.BYTES_PER_ELEMENT, moved.length - 1), // half the time of subarray
    dues:
      together && !bullet && terms.payment.capitalizationEnd === null
        ? null
        : duesOf(terms, unadjusted, principal, interest),
    isEven: together && terms.method !== "statedPayments",
  };
}

/** The start date, and after it those on which principal falls due. */
function principalDates({ dates, startDate, stated, method }: LoanTerms, count: number | null): Int32Array {
  if (method !== "statedPayments" || !stated) return paymentDates(startDate, dates, count);
  return Int32Array.of(startDate, ...stated.rows.map(({ date }) => date).filter((date) => date > startDate));
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
  return Int32Array.of(principal[0] as Day, ...Int32Array.from(dates).sort());
}

/** The start date stays where it is. */
function adjustedDates({ dates, startDate }: LoanTerms, unadjusted: Int32Array): Int32Array {
  const holidays = new Set(dates.holidays);
  const moved = unadjusted.map((date) => adjustedDate(date, dates.businessDays, holidays));
  moved[0] = startDate;
  return moved;
}

function duesOf(
  { method, payment }: LoanTerms,
  unadjusted: Int32Array,
  principal: Int32Array,
  interest: Int32Array | null,
): Uint8Array {
  const ofPrincipal = new Set(principal.subarray(1));
  const ofInterest = interest === null ? ofPrincipal : new Set(interest.subarray(1));
  const capitalizedTo = method === "bullet" ? Infinity : (payment.capitalizationEnd ?? -Infinity);
  const dues = Uint8Array.from(unadjusted.subarray(1), (date) => {
    const paid = (ofPrincipal.has(date) ? PRINCIPAL : 0) | (ofInterest.has(date) ? INTEREST : 0);
    return date <= capitalizedTo ? paid | CAPITALIZED : paid;
  });
  dues[dues.length - 1] = PRINCIPAL | INTEREST;
  return dues;
}

/** The index of the first period whose payment is of principal too. */
export function firstPrincipalIndex({ payment }: LoanTerms, periods: LoanPeriods): number {
  let passed = 0;
  for (let index = 0; index < periods.count; index += 1) {
    if (!paysPrincipal(periods, index) || capitalizes(periods, index)) continue;
    if (passed === payment.interestOnlyPayments) return index;
    passed += 1;
  }
  return periods.count - 1;
}
