/**
 * Takes a printed schedule and what is known of its terms, makes the terms that are worth trying, each open in its rate
 * alone. Law: what is known is in every one of them.
 */
import type { LoanTerms } from "../terms/loanTerms";
import { openAccruals } from "./readings/accrual";
import { isOpening } from "./printedSchedule";
import { roundingReadings, withInterest, withRounding, type RoundingReading } from "./readings/readings";
import { isStated, repaid, repaymentReadings } from "./readings/repayments";
import { simplestRate } from "./simplestRate";
import type { Question } from "./question";
import { reckonings } from "./readings/reckonings";
import type { Allowance, OpenTerms } from "./solve";
import { finerTimings, timed, timings, type Timing } from "./readings/timing";

/** How far a search goes: what is rarer is tried where the usual did not do. */
export interface Reach {
  /** More payments than lines, as where a monthly loan is printed once a year. */
  readonly finer: boolean;
  /** Quoted rates that compound otherwise than they are paid. */
  readonly compounding: boolean;
}

/** Terms that are worth trying, with what decides when their turn comes. */
export interface Candidate extends OpenTerms {
  /** The fewest decimals of a per cent that the rate can have; 0 of one that is known. */
  readonly decimals: number;
  /**
   * How usual it is, the first number before the others: whether its payments are only stated; the places of its
   * readings among the others of their kind, of the way to reckon interest, of repayment, of rounding.
   */
  readonly places: readonly [isStated: number, reckoning: number, repayment: number, rounding: number];
  /** The way in which it reckons interest, and from which day. */
  readonly reckoning: string;
}

/** The candidates, those of the simplest rates first, and of these the usual ones. */
export function candidates(question: Question, reach: Reach, allowed: Allowance): readonly Candidate[] {
  const found = openTimings(question, reach).flatMap((timing) => ofTiming(question, timing, reach, allowed));
  return found.sort((a, b) => a.decimals - b.decimals || oddity(a) - oddity(b));
}

/** How far from the usual a candidate is, all in all. */
function oddity({ places }: Candidate): number {
  return places.reduce((sum, place) => sum + place, 0);
}

function ofTiming(
  question: Question,
  timing: Timing,
  { compounding }: Reach,
  allowed: Allowance,
): readonly Candidate[] {
  const { known } = question;
  const started = reckonings(question, timing, openAccruals(question, compounding), allowed);
  return started.flatMap(({ accrual, interval, timing: from }, first) => {
    const accruing = withInterest(timed(known.terms, from), accrual);
    const decimals = interval === null ? 0 : (simplestRate(interval)?.decimals ?? Infinity);
    const isByDays = accrual.dayCount !== null;
    return repaymentReadings(question, from, isByDays).flatMap((repayment, second) =>
      openRoundings(question, repayment.amount !== null).map((rounding, third) => ({
        terms: withRounding(repaid(accruing, repayment, question), rounding),
        interval,
        decimals,
        places: [isStated(repayment) ? 1 : 0, first, second, third] as const,
        reckoning: reckoningOf(accruing),
      })),
    );
  });
}

/** How terms reckon interest, and from which day, as a key. */
export function reckoningOf({ interest: { dayCount, compounding, on }, startDate }: LoanTerms): string {
  return `${dayCount?.name ?? ""} ${JSON.stringify(compounding)} ${on} ${startDate}`;
}

function openTimings({ known, lines, printed }: Question, { finer }: Reach): readonly Timing[] {
  const [first] = printed.rows;
  const opening = first && isOpening(first) ? first.date : null;
  const days = lines.map(({ row }) => row.date);
  const start = known.has("startDate") ? known.terms.startDate : opening;
  return finer ? finerTimings(known, days, start) : timings(known, days, start);
}

/** The roundings that are open; a payment that is stated needs none of its own. */
function openRoundings({ known, printed }: Question, isPaymentStated: boolean): readonly RoundingReading[] {
  const { rounding } = known.terms;
  const byWords = new Map<string, RoundingReading>();
  for (const reading of roundingReadings(printed.print)) {
    const payment = isPaymentStated ? printed.print : reading.payment;
    const open = {
      payment: known.has("paymentRounding") ? rounding.payment : payment,
      interest: known.has("interestRounding") ? rounding.interest : reading.interest,
      balance: known.has("balanceRounding") ? rounding.balance : reading.balance,
      carriesInterest: known.has("carryInterest") ? rounding.carriesInterest : reading.carriesInterest,
    };
    const words = JSON.stringify(open);
    if (!byWords.has(words)) byWords.set(words, open);
  }
  return [...byWords.values()];
}
