/**
 * Takes terms that are open in their rate, finds the rate at which they make a printed schedule. Law: every rate is tried
 * by its whole schedule, and of those that make every figure it is the one with the fewest decimals.
 */
import { periodsUntil } from "../../calendar/dateSeries";
import { MAX_PERIODS } from "../../calendar/paymentDates";
import { toNumber, type Fraction } from "../../number/fraction";
import type { LoanSchedule } from "../schedule/loanSchedule";
import { loanSchedule } from "../schedule/schedule";
import type { LoanTerms } from "../terms/loanTerms";
import { orNoLoan } from "./orNoLoan";
import type { PrintedSchedule } from "./printedSchedule";
import { withInterest } from "./readings/readings";
import { makesEveryFigure, reproduction, type Reproduction } from "./reproduction";
import { simplestRate, type RateInterval, type SimpleRate } from "./simplestRate";

/** Terms that were tried, with the schedule that they make and how much of the printed one that is. */
export interface Tried {
  readonly terms: LoanTerms;
  readonly schedule: LoanSchedule;
  readonly reproduction: Reproduction;
}

/** Terms that are open in their rate alone. */
export interface OpenTerms {
  readonly terms: LoanTerms;
  /** null: the rate is known. */
  readonly interval: RateInterval | null;
}

/** As many periods of schedules as take well under a second, so that no question keeps a workbook waiting. */
export class Allowance {
  private left = MOST_PERIODS;

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** A schedule of few periods takes its time too. */
  spend(periods: number): void {
    this.left -= periods + OVERHEAD;
  }
}

const MOST_PERIODS = 400_000;
const OVERHEAD = 40;

/**
 * A candidate at the simplest rate that makes every figure, or else at the one that makes most of those tried. All
 * figures but principal portions rise with the rate: where more of them are too high, so is the rate.
 */
export function solved(
  { terms, interval }: OpenTerms,
  { printed, mostDecimals }: Wanted,
  allowed: Allowance,
): Tried | null {
  if (interval === null) return triedAt(terms, terms.interest.annualRate, printed, allowed);
  let best: Tried | null = null;
  let bounds: RateInterval = interval;
  for (let simple = simplestRate(bounds); isTried(simple); simple = simplestRate(bounds)) {
    const found = triedAt(terms, simple.rate, printed, allowed);
    const tilt = found?.reproduction.tilt ?? 1; // no loan: a payment below its interest, so the rate is too high
    if (isBetter(found, best)) best = found;
    if (tilt === 0) break;
    const rate = toNumber(simple.rate);
    bounds = tilt > 0 ? { ...bounds, below: rate } : { ...bounds, above: rate };
  }
  return best;

  function isTried(simple: SimpleRate | null): simple is SimpleRate {
    return simple !== null && simple.decimals <= mostDecimals && !allowed.isSpent;
  }
}

/** What is looked for: the printed figures, at a rate of so many decimals of a per cent at most. */
export interface Wanted {
  readonly printed: PrintedSchedule;
  readonly mostDecimals: number;
}

function isBetter(found: Tried | null, best: Tried | null): found is Tried {
  return found !== null && found.reproduction.reproduced > (best?.reproduction.reproduced ?? -1);
}

function triedAt(terms: LoanTerms, annualRate: Fraction, printed: PrintedSchedule, allowed: Allowance): Tried | null {
  const atRate = withInterest(terms, { annualRate });
  const begun = beginning(atRate, printed);
  const asFarAsPrinted = begun && tried(begun, printed, allowed);
  if (begun && (asFarAsPrinted === null || !makesEveryFigure(asFarAsPrinted.reproduction))) {
    return asFarAsPrinted && { ...asFarAsPrinted, terms: atRate };
  }
  return tried(atRate, printed, allowed);
}

function tried(terms: LoanTerms, printed: PrintedSchedule, allowed: Allowance): Tried | null {
  const made = orNoLoan(() => {
    const schedule = loanSchedule(terms);
    return { terms, schedule, reproduction: reproduction(printed, schedule) };
  });
  allowed.spend(made?.schedule.dates.length ?? 0);
  return made;
}

/**
 * Of a stated payment that runs until the loan is repaid the first payments, as far as they are printed: they are the
 * same, and the rest would take many times as long. null of any other terms.
 */
function beginning(terms: LoanTerms, { rows }: PrintedSchedule): LoanTerms | null {
  const { dates, payment, rounding } = terms;
  if (dates.count !== null || dates.maturityDate !== null || payment.amount === null) return null;
  const last = rows.at(-1)?.date ?? terms.startDate;
  const count = Math.min(MAX_PERIODS, periodsUntil(last, terms.startDate, dates.frequency) + 1);
  return { ...terms, dates: { ...dates, count }, rounding: { ...rounding, residue: "none" } };
}
