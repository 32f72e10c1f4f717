/**
 * Takes a timing whose first day is not known, tells on which days interest may have begun to run. Law: a regular first
 * period comes before an odd one, and an odd one is named only where it makes what the first line prints.
 */
import type { Day } from "../../../calendar/civilDate";
import { periodsAfter } from "../../../calendar/frequency";
import { toNumber } from "../../../number/fraction";
import { amountAt } from "../../columns";
import { loanSchedule } from "../../schedule/schedule";
import type { LoanTerms } from "../../terms/loanTerms";
import { rateIntervals, type Accrual, type InterestLine } from "./accrual";
import type { KnownTerms } from "../knownTerms";
import type { PrintedSchedule } from "../printedSchedule";
import { withInterest } from "./readings";
import { orNoLoan } from "../orNoLoan";
import { startingOn, timed, type Timing } from "./timing";
import type { RateInterval } from "../simplestRate";

/** The timings from each day from which the interest of the first line comes out at a rate between some bounds. */
export function timingsByInterest(
  terms: LoanTerms,
  timing: Timing,
  {
    accrual,
    interval,
    first,
    print,
  }: {
    readonly accrual: Accrual;
    readonly interval: RateInterval;
    readonly first: InterestLine;
    readonly print: PrintedSchedule["print"];
  },
): readonly Timing[] {
  const fits = (tried: Timing) => {
    const start = timed(terms, tried);
    const ofFirst = { ...start, dates: { ...start.dates, count: 1 } };
    const [found] = rateIntervals(ofFirst, accrual, [first], print.unit);
    return found !== undefined && found.above < interval.below && interval.above < found.below;
  };
  return fits(timing) ? [timing] : oddTimings(timing).filter(fits);
}

/** The timings from each day from which the payment of the known terms is the one that is printed. */
export function timingsByPayment(
  { terms }: KnownTerms,
  timing: Timing,
  { accrual, payment }: { readonly accrual: Accrual; readonly payment: number },
): readonly Timing[] {
  return oddTimings(timing).filter((tried) => {
    const schedule = orNoLoan(() => loanSchedule(withInterest(timed(terms, tried), accrual)));
    if (!schedule) return false;
    const first = schedule.loan.scale.currency(amountAt(schedule.payments, 0));
    return Math.abs(toNumber(first) - payment) < NEARLY;
  });
}

/** A cent or so, as the payment may be rounded by any of the readings. */
const NEARLY = 0.0101;

/** From every day before the first payment but the regular one, the nearest to it first; two periods or months at most. */
function oddTimings(timing: Timing): readonly Timing[] {
  const { frequency, endOfMonth } = timing.dates;
  const firstDate = timing.dates.firstDate ?? periodsAfter(timing.startDate, frequency, 1, endOfMonth);
  const regular = periodsAfter(firstDate, frequency, -1, endOfMonth);
  const earliest = Math.min(firstDate - 62, periodsAfter(firstDate, frequency, -2, endOfMonth));
  const days: Day[] = [];
  for (let day = earliest; day < firstDate; day += 1) if (day !== regular) days.push(day);
  return days
    .sort((a, b) => Math.abs(a - regular) - Math.abs(b - regular))
    .map((day) => startingOn(timing, day, firstDate));
}
