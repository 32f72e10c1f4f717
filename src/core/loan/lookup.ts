import type { Day } from "../calendar/civilDate";
import { yearFraction } from "../calendar/dayCount";
import { times, type Fraction } from "../number/fraction";
import type { InterestBetweenDates } from "./agreement";
import { inUnits, stepOf, timesRatio, type Step, type Units } from "./amount";
import { netChange } from "./periodInterest";
import { periodRate, rateOn } from "./periodRates";
import type { LoanPeriod } from "./periods";
import type { LoanSchedule } from "./schedule";
import { statement, type Basis, type Statement } from "./statement";
import type { LoanTerms } from "./terms";

/**
 * A loan made ready for balances at any date. The time from one scheduled date to the next is cut into segments, in
 * each of which one balance earns interest at one rate; what earlier segments earned is summed beforehand.
 */
export interface BalanceLookup {
  readonly terms: LoanTerms;
  readonly statement: Statement;
  /** How interest runs between scheduled dates, whether or not the balance there includes it. */
  readonly accrual: InterestBetweenDates;
  /** The first day of each segment, ascending. */
  readonly segmentStarts: Int32Array;
  /** The line of the statement that each segment follows. */
  readonly segmentLines: Int32Array;
  /** The balance that earns interest. */
  readonly segmentBalances: Float64Array;
  /** Interest from the scheduled date to the start of the segment. */
  readonly segmentInterests: Float64Array;
  readonly segmentRates: readonly Fraction[];
  readonly segmentPeriods: readonly LoanPeriod[];
  readonly interestStep: Step;
  readonly shareStep: Step;
  readonly firstDay: Day;
  /** Balances from the first day on, NaN until one is asked for: a recalculation asks for the same days many times. */
  readonly known: Float64Array;
}

/** Days whose balances are kept: more than 40 years. Later ones are worked out each time. */
const MOST_KNOWN_DAYS = 15_000;

interface Segment {
  readonly start: Day;
  readonly line: number;
  readonly balance: Units;
  readonly interest: Units;
  readonly rate: Fraction;
  readonly period: LoanPeriod;
}

export function balanceLookup(terms: LoanTerms, schedule: LoanSchedule, basis: Basis): BalanceLookup {
  const { decimals } = schedule;
  const accrual = accrualOf(terms);
  const lines = statement(terms, schedule, basis);
  const firstDay = lines.dates[0] as number;
  const segments = Array.from(lines.dates, (_date, line) => segmentsAfter(terms, schedule, accrual, lines, line)).flat();
  return {
    terms,
    statement: lines,
    accrual,
    segmentStarts: Int32Array.from(segments, ({ start }) => start),
    segmentLines: Int32Array.from(segments, ({ line }) => line),
    segmentBalances: Float64Array.from(segments, ({ balance }) => balance),
    segmentInterests: Float64Array.from(segments, ({ interest }) => interest),
    segmentRates: segments.map(({ rate }) => rate),
    segmentPeriods: segments.map(({ period }) => period),
    interestStep: stepOf(accrual.rounding, decimals),
    shareStep: stepOf(terms.betweenDates.share?.rounding ?? null, decimals),
    firstDay,
    known: new Float64Array(Math.min((lines.dates.at(-1) as number) - firstDay + 1, MOST_KNOWN_DAYS)).fill(NaN),
  };
}

/** Where the agreement is silent, interest runs along its schedule, up to the day and not through it. */
function accrualOf({ betweenDates, rounding }: LoanTerms): InterestBetweenDates {
  const silent: InterestBetweenDates = { along: "schedule", dayCount: null, countsLastDay: false, rounding: rounding.interest };
  return betweenDates.interest ?? silent;
}

/** The part of a segment's interest from its start to a day, on one unit of balance. */
export function ratioUntil(lookup: Pick<BalanceLookup, "terms" | "accrual">, period: LoanPeriod, rate: Fraction, start: Day, end: Day): Fraction {
  const { dayCount } = lookup.accrual;
  return dayCount ? times(rate, yearFraction(dayCount, start, end)) : periodRate(lookup.terms, period, start, end, rate);
}

/** The segments from a scheduled date to the next; one alone after the last date. */
function segmentsAfter(
  terms: LoanTerms,
  schedule: LoanSchedule,
  accrual: InterestBetweenDates,
  lines: Statement,
  line: number,
): Segment[] {
  const start = lines.dates[line] as number;
  const end = lines.dates[line + 1];
  const flat = terms.interest.on === "original" ? inUnits(terms.principal, schedule.decimals) : null;
  let principal = lines.balances[line] as number;
  let interest = 0;
  let due = 0; // interest since it last fell due
  const at = (day: Day): Segment => ({
    start: day,
    line,
    balance: flat ?? principal,
    interest,
    rate: rateOn(terms.interest, day),
    period: periodAt(schedule, day),
  });
  const segments = [at(start)];
  if (end === undefined) return segments;
  for (const cut of cutsWithin(terms, schedule, accrual, start, end)) {
    const { start: from, balance, rate, period } = segments.at(-1) as Segment;
    const earned = timesRatio(balance, ratioUntil({ terms, accrual }, period, rate, from, cut));
    interest += earned;
    due += earned;
    if (accrual.along === "schedule") {
      principal += changesOn(schedule, cut);
      const ended = schedule.periods.findIndex((candidate) => candidate.end === cut);
      const paid = schedule.periods[ended];
      if (paid && (paid.paysInterest || paid.capitalizes)) {
        principal += due;
        due = 0;
      }
      principal -= schedule.payments[ended] ?? 0;
    }
    segments.push(at(cut));
  }
  return segments;
}

/** Where the rate changes and, along the schedule, the balance. */
function cutsWithin(terms: LoanTerms, schedule: LoanSchedule, { along }: InterestBetweenDates, after: Day, before: Day): Day[] {
  const rateChanges = terms.interest.changes.map(({ date }) => date);
  const moves = [...schedule.changes.values()].flat().map(({ date }) => date);
  const ends = schedule.periods.map(({ end }) => end);
  const all = along === "schedule" ? [...rateChanges, ...moves, ...ends] : rateChanges;
  return [...new Set(all)].filter((date) => date > after && date < before).sort((a, b) => a - b);
}

function changesOn({ changes }: LoanSchedule, day: Day): Units {
  return netChange([...changes.values()].flat().filter(({ date }) => date === day));
}

/** The period that a day lies in; the last one from its end on. */
function periodAt({ periods }: LoanSchedule, day: Day): LoanPeriod {
  return (periods.find(({ end }) => end > day) ?? periods.at(-1)) as LoanPeriod;
}
