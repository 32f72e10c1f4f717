import { adjustedDate } from "../calendar/businessDays";
import type { Day } from "../calendar/civilDate";
import { areOneApart, periodsAfter, type Frequency } from "../calendar/frequency";
import { paymentDates, type PaymentDateTerms } from "../calendar/paymentDates";
import type { LoanTerms } from "./terms";

/** One accrual period of a loan, and what falls due at its end. */
export interface LoanPeriod {
  /** Interest runs from here, included, */
  readonly start: Day;
  /** to here, excluded. */
  readonly end: Day;
  /** The day of payment, adjusted for business days. */
  readonly date: Day;
  /** The regular period it lies in, or, of a stub, touches. */
  readonly regularStart: Day;
  readonly regularEnd: Day;
  readonly frequency: Frequency;
  readonly paysInterest: boolean;
  readonly paysPrincipal: boolean;
  /** Interest due is added to the principal. */
  readonly capitalizes: boolean;
}

/**
 * The accrual periods of the terms: cut at every date on which principal or interest falls due.
 *
 * @param count the payments in number, where the terms leave it open
 */
export function loanPeriods(terms: LoanTerms, count: number | null = terms.dates.count): LoanPeriod[] {
  const { dates, startDate } = terms;
  const principal = principalDates(terms, count);
  const interest = interestDates(terms, principal.at(-1) ?? startDate);
  const capitalized = capitalizationDate(terms, principal.at(-1) ?? startDate);
  const paysPrincipal = new Set(principal);
  const together = interest === null && capitalized.length === 0; // as nearly always
  const paysInterest = together ? paysPrincipal : new Set([...(interest ?? principal), ...capitalized]);
  const all = together ? principal : [...new Set([...principal, ...paysInterest])].sort((a, b) => a - b);
  const holidays = new Set(dates.holidays);
  const adjusted = (date: Day) => adjustedDate(date, dates.businessDays, holidays);
  // Equal periods are equal whatever the business days.
  const movesAccrual = dates.accrual === "adjusted" && terms.interest.dayCount !== null;
  const accrualDate = (date: Day) => (movesAccrual ? adjusted(date) : date);
  const bullet = terms.method === "bullet";
  return all.map((unadjusted, index): LoanPeriod => {
    const last = index === all.length - 1;
    const from = index === 0 ? startDate : (all[index - 1] as Day);
    const { regularStart, regularEnd, frequency } = regularPeriod(terms, from, unadjusted);
    return {
      start: index === 0 ? startDate : accrualDate(from),
      end: accrualDate(unadjusted),
      date: adjusted(unadjusted),
      regularStart,
      regularEnd,
      frequency,
      paysInterest: last || (paysInterest.has(unadjusted) && !bullet),
      paysPrincipal: last || paysPrincipal.has(unadjusted),
      capitalizes: !last && (bullet || unadjusted <= (terms.payment.capitalizationEnd ?? -Infinity)),
    };
  });
}

function principalDates({ dates, startDate, stated, method }: LoanTerms, count: number | null): Day[] {
  if (method === "statedPayments" && stated) return stated.rows.map(({ date }) => date).filter((date) => date > startDate);
  return paymentDates({ ...dates, startDate, count });
}

/** null where interest falls due with the principal. */
function interestDates({ dates, startDate }: LoanTerms, maturityDate: Day): Day[] | null {
  const { interestFrequency, firstInterestDate, frequency, firstDate, endOfMonth, stubPeriod } = dates;
  if (interestFrequency === null && firstInterestDate === null) return null;
  const terms: PaymentDateTerms = {
    startDate,
    frequency: interestFrequency ?? frequency,
    firstDate: firstInterestDate ?? (interestFrequency === null ? firstDate : null),
    maturityDate,
    count: null,
    stubPeriod,
    endOfMonth,
  };
  return paymentDates(terms);
}

/** Interest is added to the principal on the last day of its capitalization too. */
function capitalizationDate({ payment, startDate }: LoanTerms, maturityDate: Day): Day[] {
  const end = payment.capitalizationEnd;
  return end !== null && end > startDate && end < maturityDate ? [end] : [];
}

interface RegularPeriod {
  readonly regularStart: Day;
  readonly regularEnd: Day;
  readonly frequency: Frequency;
}

/** The regular period between two dates; of a stub, the regular one that ends with it at the start, or begins with it. */
function regularPeriod({ dates, startDate }: LoanTerms, from: Day, to: Day): RegularPeriod {
  const { frequency, interestFrequency, endOfMonth } = dates;
  if (areOneApart(from, to, frequency)) return { regularStart: from, regularEnd: to, frequency };
  if (interestFrequency !== null && areOneApart(from, to, interestFrequency)) {
    return { regularStart: from, regularEnd: to, frequency: interestFrequency };
  }
  if (from === startDate) {
    return { regularStart: periodsAfter(to, frequency, -1, endOfMonth), regularEnd: to, frequency };
  }
  return { regularStart: from, regularEnd: periodsAfter(from, frequency, 1, endOfMonth), frequency };
}

/** The index of the first period whose payment is of principal too. */
export function firstPrincipalIndex({ payment }: LoanTerms, periods: readonly LoanPeriod[]): number {
  let passed = 0;
  for (let index = 0; index < periods.length; index += 1) {
    const { paysPrincipal, capitalizes } = periods[index] as LoanPeriod;
    if (!paysPrincipal || capitalizes) continue;
    if (passed === payment.interestOnlyPayments) return index;
    passed += 1;
  }
  return periods.length - 1;
}
