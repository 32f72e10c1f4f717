/**
 * Payment dates: from a start, a frequency and an end to the unadjusted dates, ascending. It keeps one law: every period but
 * the first and the last is a regular one.
 */
import { CalculationError, inWords } from "../errors";
import { longDate, type Day } from "./civilDate";
import { dateAt, dueBy, fillDates, periodsUntil } from "./dateSeries";
import type { Frequency } from "./frequency";

/** Where the irregular period stands, and whether it is shorter than a regular one or a regular one and a bit. */
export type StubPeriod = "shortInitial" | "longInitial" | "shortFinal" | "longFinal";

/** What fixes a series of dates from a start on: a frequency, and a last date or a count. */
export interface PaymentDateTerms {
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
export const MAX_PERIODS = 5_000;

/**
 * The start date, and after it the unadjusted payment dates, ascending.
 *
 * With a count they run regularly from the first date; a maturity beside it replaces the last, and may not be more
 * than one period off. With a maturity alone they run forward from the first date, or back from the maturity when the
 * stub is initial; a short stub is a period of its own, a long one is joined to its neighbour. So every period but the
 * first and the last is a regular one.
 *
 * @param count that of the terms where it is left out
 * @throws CalculationError `invalid-input` when neither a count nor a maturity is given; `out-of-range` when they
 *   contradict each other or the start, or there are more than 5,000 dates
 */
export function paymentDates(startDate: Day, terms: PaymentDateTerms, count: number | null = terms.count): Int32Array {
  const { maturityDate, stubPeriod } = terms;
  if (maturityDate !== null && maturityDate <= startDate) {
    const rule = `must be after the start date, ${longDate(startDate)}`;
    throw new CalculationError("out-of-range", "maturityDate", rule, inWords(longDate(maturityDate)));
  }
  if (maturityDate !== null && terms.firstDate !== null && terms.firstDate > maturityDate) {
    const rule = `must not be after the maturity date, ${longDate(maturityDate)}`;
    throw new CalculationError("out-of-range", "firstPaymentDate", rule, inWords(longDate(terms.firstDate)));
  }
  if (count !== null) return countedDates(startDate, terms, count);
  if (maturityDate === null) {
    throw new CalculationError("invalid-input", "payments", "or a maturity date must be given", null);
  }
  const backwards = stubPeriod === "shortInitial" || stubPeriod === "longInitial";
  return backwards && terms.firstDate === null
    ? datesBackFrom(startDate, terms, maturityDate)
    : datesUpTo(startDate, terms, maturityDate);
}

function countedDates(startDate: Day, terms: PaymentDateTerms, count: number): Int32Array {
  requireFew(count);
  const { maturityDate } = terms;
  const dates = regularDates(startDate, terms, count);
  const last = dateAt(dates, count);
  if (maturityDate === null || maturityDate === last) return dates;
  const after = dateAt(regularDates(startDate, terms, count + 1), count + 1);
  if (maturityDate <= dateAt(dates, count - 1) || maturityDate >= after) {
    const rule = `must be less than a period from the last of ${count} payments, ${longDate(last)}`;
    throw new CalculationError("out-of-range", "maturityDate", rule, inWords(longDate(maturityDate)));
  }
  dates[count] = maturityDate;
  return dates;
}

function datesUpTo(startDate: Day, terms: PaymentDateTerms, maturity: Day): Int32Array {
  const from = terms.firstDate ?? startDate;
  const most = Math.min(periodsUntil(maturity, from, terms.frequency) + 1, MAX_PERIODS + 1);
  const dates = regularDates(startDate, terms, most);
  let last = Math.min(Math.max(1, dueBy(dates, maturity - 1)), most); // the place of the maturity
  requireFew(last);
  const isRegular = dates[last] === maturity;
  if (!isRegular && terms.stubPeriod === "longFinal" && last > 1) last -= 1;
  dates[last] = maturity;
  return dates.subarray(0, last + 1);
}

function datesBackFrom(
  startDate: Day,
  { frequency, endOfMonth, stubPeriod }: PaymentDateTerms,
  maturity: Day,
): Int32Array {
  const most = Math.min(periodsUntil(maturity, startDate, frequency), MAX_PERIODS + 1);
  const dates = new Int32Array(most + 1);
  fillDates(dates, 0, { anchor: maturity, frequency, endOfMonth }, -most);
  let start = Math.max(0, dueBy(dates, startDate) - 1); // the place of the last regular date that is not after it
  requireFew(most - start);
  const isRegular = dates[start] === startDate;
  if (!isRegular && stubPeriod === "longInitial" && start + 1 < most) start += 1;
  dates[start] = startDate;
  return dates.subarray(start);
}

/** The start date and so many regular dates after it. */
function regularDates(
  startDate: Day,
  { firstDate, frequency, endOfMonth }: PaymentDateTerms,
  count: number,
): Int32Array {
  const dates = new Int32Array(count + 1);
  dates[0] = startDate;
  fillDates(dates, 1, { anchor: firstDate ?? startDate, frequency, endOfMonth }, firstDate === null ? 1 : 0);
  return dates;
}

function requireFew(count: number): void {
  if (count <= MAX_PERIODS) return;
  throw new CalculationError("out-of-range", "payments", `must be no more than ${MAX_PERIODS}`, count);
}
