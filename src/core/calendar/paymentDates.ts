import { CalculationError, inWords } from "../errors";
import { longDate, type Day } from "./civilDate";
import { periodsAfter, type Frequency } from "./frequency";

/** Where the irregular period stands, and whether it is shorter than a regular one or a regular one and a bit. */
export type StubPeriod = "shortInitial" | "longInitial" | "shortFinal" | "longFinal";

/** What fixes a series of dates: an anchor and a frequency, and a last date or a count. */
export interface PaymentDateTerms {
  readonly startDate: Day;
  readonly frequency: Frequency;
  /** The first date; one period after the start when absent. It may be the start itself: payments in advance. */
  readonly firstDate: Day | null;
  /** The last date; the last of `count` regular ones when absent. */
  readonly maturityDate: Day | null;
  readonly count: number | null;
  readonly stubPeriod: StubPeriod;
  /** An anchor on a month's last day stays on last days. */
  readonly endOfMonth: boolean;
}

/** More dates than this are refused: daily for ten years is less. */
export const MOST_PERIODS = 5_000;

/**
 * The unadjusted payment dates, ascending.
 *
 * With a count they run regularly from the first date; a maturity beside it replaces the last, and may not be more
 * than one period off. With a maturity alone they run forward from the first date, or back from the maturity when the
 * stub is initial; a short stub is a period of its own, a long one is joined to its neighbour.
 *
 * @throws CalculationError `out-of-range` when neither or contradictory ends are given, or there are too many dates
 */
export function paymentDates(terms: PaymentDateTerms): Day[] {
  const { startDate, maturityDate, count, stubPeriod } = terms;
  if (maturityDate !== null && maturityDate <= startDate) {
    const rule = `must be after the start date, ${longDate(startDate)}`;
    throw new CalculationError("out-of-range", "maturityDate", rule, inWords(longDate(maturityDate)));
  }
  if (maturityDate !== null && terms.firstDate !== null && terms.firstDate > maturityDate) {
    const rule = `must not be after the maturity date, ${longDate(maturityDate)}`;
    throw new CalculationError("out-of-range", "firstPaymentDate", rule, inWords(longDate(terms.firstDate)));
  }
  if (count !== null) return countedDates(terms, count);
  if (maturityDate === null) {
    throw new CalculationError("invalid-input", "payments", "or a maturity date must be given", null);
  }
  const backwards = stubPeriod === "shortInitial" || stubPeriod === "longInitial";
  return backwards && terms.firstDate === null ? datesBackFrom(terms, maturityDate) : datesUpTo(terms, maturityDate);
}

function countedDates(terms: PaymentDateTerms, count: number): Day[] {
  requireFew(count);
  const dates: Day[] = [];
  while (dates.length < count) dates.push(regularDate(terms, dates.length));
  const { maturityDate } = terms;
  if (maturityDate === null || maturityDate === dates.at(-1)) return dates;
  const before = count > 1 ? regularDate(terms, count - 2) : terms.startDate;
  if (maturityDate <= before || maturityDate >= regularDate(terms, count)) {
    const rule = `must be less than a period from the last of ${count} payments, ${longDate(dates.at(-1) ?? 0)}`;
    throw new CalculationError("out-of-range", "maturityDate", rule, inWords(longDate(maturityDate)));
  }
  return [...dates.slice(0, -1), maturityDate];
}

function datesUpTo(terms: PaymentDateTerms, maturity: Day): Day[] {
  const dates: Day[] = [];
  for (let date = regularDate(terms, 0); date < maturity; date = regularDate(terms, dates.length)) {
    dates.push(date);
    requireFew(dates.length);
  }
  const isRegular = regularDate(terms, dates.length) === maturity;
  if (!isRegular && terms.stubPeriod === "longFinal") dates.pop();
  return [...dates, maturity];
}

function datesBackFrom(terms: PaymentDateTerms, maturity: Day): Day[] {
  const { startDate, frequency, endOfMonth } = terms;
  const dates: Day[] = [];
  let date = maturity;
  while (date > startDate) {
    dates.unshift(date);
    requireFew(dates.length);
    date = periodsAfter(maturity, frequency, -dates.length, endOfMonth);
  }
  if (date !== startDate && terms.stubPeriod === "longInitial" && dates.length > 1) dates.shift();
  return dates;
}

/** The regular date so many periods after the first. */
export function regularDate(terms: PaymentDateTerms, index: number): Day {
  const { startDate, firstDate, frequency, endOfMonth } = terms;
  return firstDate === null
    ? periodsAfter(startDate, frequency, index + 1, endOfMonth)
    : periodsAfter(firstDate, frequency, index, endOfMonth);
}

function requireFew(count: number): void {
  if (count <= MOST_PERIODS) return;
  throw new CalculationError("out-of-range", "payments", `must be no more than ${MOST_PERIODS}`, count);
}
