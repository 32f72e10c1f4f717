/**
 * Takes a printed schedule and what is known of its terms, makes the terms that are worth trying, each open in its rate
 * alone. Law: what is known is in every one of them.
 */
import { toNumber } from "../../number/fraction";
import type { LoanTerms } from "../terms/loanTerms";
import {
  distinctAccruals,
  fittingAccruals,
  interestLines,
  openAccruals,
  rateIntervals,
  type Accrual,
  type FittingAccrual,
} from "./accrual";
import type { KnownTerms } from "./knownTerms";
import { isOpening, type PaymentLine, type PrintedSchedule } from "./printedSchedule";
import { roundingReadings, withInterest, withRounding, type RoundingReading } from "./readings";
import { repaid, repaymentReadings } from "./repayments";
import { ANY_RATE, simplestRate, type RateInterval } from "./simplestRate";
import { solved, type Allowance, type OpenTerms } from "./solve";
import { timingsByInterest, timingsByPayment } from "./startDates";
import { finerTimings, timed, timings, type Timing } from "./timing";

/** What a fit is asked. */
export interface Question {
  readonly printed: PrintedSchedule;
  readonly known: KnownTerms;
  readonly lines: readonly PaymentLine[];
}

/** How far a search goes: what is rarer is tried where the usual did not do. */
export interface Reach {
  /** More payments than lines, as where a monthly loan is printed once a year. */
  readonly finer: boolean;
  /** Quoted rates that compound otherwise than they are paid. */
  readonly compounding: boolean;
}

export interface Candidate extends OpenTerms {
  /** The fewest decimals of a per cent that the rate can have; 0 of one that is known. */
  readonly decimals: number;
  /** The places of its readings among the others of their kind: of the way to reckon interest, of repayment, of rounding. */
  readonly places: readonly [reckoning: number, repayment: number, rounding: number];
  /** The way in which it reckons interest, and from which day. */
  readonly reckoning: string;
}

/** The candidates, those of the simplest rates first, and of these the usual ones. */
export function candidates(question: Question, reach: Reach, allowed: Allowance): readonly Candidate[] {
  const found = openTimings(question, reach).flatMap((timing) => ofTiming(question, timing, reach, allowed));
  return found.sort((a, b) => a.decimals - b.decimals || oddity(a) - oddity(b));
}

/** How far from the usual a candidate is, all in all. */
function oddity({ places: [reckoning, repayment, rounding] }: Candidate): number {
  return reckoning + repayment + rounding;
}

function ofTiming(
  question: Question,
  timing: Timing,
  { compounding }: Reach,
  allowed: Allowance,
): readonly Candidate[] {
  const { known, lines, printed } = question;
  const started = accruingTimings(question, timing, openAccruals(known, compounding), allowed);
  return started.flatMap(({ accrual, interval, timing: from }, first) => {
    const accruing = withInterest(timed(known.terms, from), accrual);
    const decimals = interval === null ? 0 : (simplestRate(interval)?.decimals ?? Infinity);
    return repaymentReadings(known, from, lines).flatMap((repayment, second) =>
      openRoundings(question, repayment.amount !== null).map((rounding, third) => ({
        terms: withRounding(repaid(accruing, repayment, printed), rounding),
        interval,
        decimals,
        places: [first, second, third] as const,
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

/** A way to reckon interest, from a day on, with the bounds of its rate; null where the rate is known. */
interface AccruingTiming {
  readonly accrual: Accrual;
  readonly timing: Timing;
  readonly interval: RateInterval | null;
}

function accruingTimings(
  question: Question,
  timing: Timing,
  accruals: readonly Accrual[],
  allowed: Allowance,
): readonly AccruingTiming[] {
  const { known, lines, printed } = question;
  const all = timing.isLineByLine ? interestLines(lines) : [];
  const terms = counted(timed(known.terms, timing), timing.printedPayments);
  if (all.length === 0) {
    const distinct = distinctAccruals(terms, accruals);
    return known.has("annualRate")
      ? fromEveryDay(question, timing, distinct)
      : byUnrounded(question, timing, distinct, allowed);
  }
  const { isStartKnown } = timing;
  // The first period may be an odd one: it is looked at when the others have told the rate.
  const later = all.filter(({ period }) => period > 0);
  const fitting = fittingOrKnown(question, terms, accruals, isStartKnown || later.length === 0 ? all : later);
  const [first] = all;
  return fitting.flatMap(({ accrual, interval }) => {
    const open = known.has("annualRate") ? null : interval;
    if (isStartKnown || first?.period !== 0) return [{ accrual, timing, interval: open }];
    const from = timingsByInterest(known.terms, timing, { accrual, interval, first, print: printed.print });
    return (from.length > 0 ? from : [timing]).map((tried) => ({ accrual, timing: tried, interval: open }));
  });
}

/** By a known rate those accruals that make the interest of the most lines. */
function fittingOrKnown(
  { known, printed }: Question,
  terms: LoanTerms,
  accruals: readonly Accrual[],
  lines: Parameters<typeof fittingAccruals>[2],
): readonly FittingAccrual[] {
  const { unit } = printed.print;
  if (!known.has("annualRate")) return fittingAccruals(terms, accruals, lines, unit);
  const rate = toNumber(known.terms.interest.annualRate);
  const interval = { above: rate - TINY, below: rate + TINY };
  const found = distinctAccruals(terms, accruals).map((accrual) => {
    const holding = rateIntervals(terms, accrual, lines, unit).filter(
      ({ above, below }) => above < rate && rate < below,
    );
    return { accrual, interval, count: holding.length };
  });
  const most = Math.max(0, ...found.map(({ count }) => count));
  return found.filter(({ count }) => count >= most - 1).sort((a, b) => b.count - a.count);
}

const TINY = 1e-12;

/**
 * Where no line tells its interest: the accruals whose schedules, unrounded, make the most figures, and near which rate.
 * Roundings move that rate by little: all of them together by a unit a payment, over a year of the principal.
 */
function byUnrounded(
  { known, lines, printed }: Question,
  timing: Timing,
  accruals: readonly Accrual[],
  allowed: Allowance,
): readonly AccruingTiming[] {
  const [repayment] = repaymentReadings(known, timing, lines);
  if (!repayment) return [];
  const wanted = { printed, mostDecimals: Infinity };
  const found = accruals.flatMap((accrual) => {
    const terms = repaid(withInterest(timed(known.terms, timing), accrual), repayment, printed);
    const unrounded = withRounding(terms, { payment: null, interest: null });
    const tried = solved({ terms: unrounded, interval: ANY_RATE }, wanted, allowed);
    return tried === null ? [] : [{ accrual, tried }];
  });
  const unit = toNumber(printed.print.unit) / toNumber(known.terms.principal);
  return found
    .sort((a, b) => b.tried.reproduction.reproduced - a.tried.reproduction.reproduced)
    .slice(0, MOST_UNROUNDED)
    .map(({ accrual, tried }) => {
      const rate = toNumber(tried.terms.interest.annualRate);
      return { accrual, timing, interval: { above: rate - PER_YEAR * unit, below: rate + PER_YEAR * unit } };
    });
}

const MOST_UNROUNDED = 6;
const PER_YEAR = 52;

/** Where the rate is known and no line tells its interest: from the regular day, and from those that make the payment. */
function fromEveryDay(
  { known, lines }: Question,
  timing: Timing,
  accruals: readonly Accrual[],
): readonly AccruingTiming[] {
  const payment = lines[0]?.payment ?? null;
  const isCounted = known.terms.dates.count !== null || known.terms.dates.maturityDate !== null;
  return accruals.flatMap((accrual) => {
    const odd =
      timing.isStartKnown || payment === null || !isCounted
        ? []
        : timingsByPayment(known, timing, { accrual, payment: toNumber(payment) });
    return [timing, ...odd].map((from) => ({ accrual, timing: from, interval: null }));
  });
}

/** Terms with as many payments as are needed to look at the printed lines. */
function counted(terms: LoanTerms, payments: number): LoanTerms {
  const { dates } = terms;
  const isCounted = dates.count !== null || dates.maturityDate !== null;
  return isCounted ? terms : { ...terms, dates: { ...dates, count: payments } };
}
