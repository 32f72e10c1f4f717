import type { Day } from "../calendar/civilDate";
import { yearFraction } from "../calendar/dayCount";
import { times, type Fraction } from "../number/fraction";
import { stepOf, timesRatio, type Step, type Units } from "./amount";
import type { LoanSchedule } from "./schedule";
import { statement, type Basis, type Statement } from "./statement";
import type { InterestBetweenDates, LoanTerms } from "./terms";

/**
 * A loan made ready for balances at any date. The time from one scheduled date to the next is cut into segments, in
 * each of which one balance earns interest at one rate; what earlier segments earned is summed beforehand.
 */
export interface BalanceLookup {
  readonly terms: LoanTerms;
  readonly statement: Statement;
  /** The first day of each segment, ascending. */
  readonly segmentStarts: Int32Array;
  /** The line of the statement that each segment follows. */
  readonly segmentLines: Int32Array;
  /** The balance that earns interest. */
  readonly segmentBalances: Float64Array;
  /** Interest from the scheduled date to the start of the segment. */
  readonly segmentInterests: Float64Array;
  readonly segmentRates: readonly Fraction[];
  readonly interestStep: Step;
  readonly shareStep: Step;
}

interface Segment {
  readonly start: Day;
  readonly line: number;
  readonly balance: Units;
  readonly interest: Units;
  readonly rate: Fraction;
}

export function balanceLookup(terms: LoanTerms, schedule: LoanSchedule, basis: Basis): BalanceLookup {
  const lines = statement(terms, schedule, basis);
  const segments = Array.from(lines.dates, (_date, line) => segmentsAfter(terms, schedule, lines, line)).flat();
  const { interest, share } = terms.betweenDates;
  return {
    terms,
    statement: lines,
    segmentStarts: Int32Array.from(segments, ({ start }) => start),
    segmentLines: Int32Array.from(segments, ({ line }) => line),
    segmentBalances: Float64Array.from(segments, ({ balance }) => balance),
    segmentInterests: Float64Array.from(segments, (segment) => segment.interest),
    segmentRates: segments.map(({ rate }) => rate),
    interestStep: stepOf(interest?.rounding ?? null, schedule.decimals),
    shareStep: stepOf(share?.rounding ?? null, schedule.decimals),
  };
}

/** The segments from a scheduled date to the next; one alone after the last date and where no interest is added. */
function segmentsAfter(terms: LoanTerms, schedule: LoanSchedule, lines: Statement, line: number): Segment[] {
  const rule = terms.betweenDates.interest;
  const end = lines.dates[line + 1];
  let segment: Segment = {
    start: lines.dates[line] ?? 0,
    line,
    balance: lines.balances[line] ?? 0,
    interest: 0,
    rate: rateFrom(schedule, lines.dates[line] ?? 0),
  };
  const segments = [segment];
  if (rule === null || end === undefined) return segments;
  for (const period of boundariesWithin(schedule, rule, segment.start, end)) {
    segment = nextSegment(schedule, rule, segment, period);
    segments.push(segment);
  }
  return segments;
}

/** The periods that end between two scheduled dates; on a balance that does not move, only where the rate changes. */
function boundariesWithin(schedule: LoanSchedule, rule: InterestBetweenDates, after: Day, before: Day): number[] {
  const { annualRates } = schedule;
  const boundaries: number[] = [];
  schedule.dates.forEach((date, period) => {
    const within = date > after && date < before;
    if (within && (rule.along === "schedule" || annualRates[period] !== annualRates[period + 1])) boundaries.push(period);
  });
  return boundaries;
}

/** From the day of a payment on: the interest to that day is summed, and along the schedule the balance moves on. */
function nextSegment(schedule: LoanSchedule, rule: InterestBetweenDates, segment: Segment, period: number): Segment {
  const start = schedule.dates[period] ?? 0;
  const earned = timesRatio(segment.balance, ratioBetween(schedule, rule, segment, start, period));
  const payment = schedule.payments[period] ?? 0;
  return {
    start,
    line: segment.line,
    balance: rule.along === "schedule" ? segment.balance + earned - payment : segment.balance,
    interest: segment.interest + earned,
    rate: schedule.annualRates[period + 1] ?? segment.rate,
  };
}

function ratioBetween(
  schedule: LoanSchedule,
  rule: InterestBetweenDates,
  segment: Segment,
  end: Day,
  period: number,
): Fraction {
  const whole = rule.along === "schedule" && schedule.starts[period] === segment.start;
  const periodRate = schedule.periodRates[period];
  return whole && periodRate ? periodRate : times(segment.rate, yearFraction(rule.dayCount, segment.start, end));
}

function rateFrom({ dates, annualRates }: LoanSchedule, day: Day): Fraction {
  const period = dates.findIndex((date) => date > day);
  return annualRates.at(period) ?? { numerator: 0, denominator: 1 };
}
