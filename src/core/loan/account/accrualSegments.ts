import type { Day } from "../../calendar/civilDate";
import { yearFraction } from "../../calendar/dayCounts";
import { inLowestTerms, times, type Fraction } from "../../number/fraction";
import type { InterestBetweenDates } from "../terms/agreement";
import { KnownBalances } from "./rememberedBalances";
import { inUnits, stepOf, timesRatio, type Step, type Units } from "../amountScale";
import { netChange } from "../resolved/balanceEvents";
import { partRate, rateOn } from "../resolved/periodRates";
import { endOf, isInterestDue, type LoanPeriods } from "../resolved/loanPeriods";
import type { LoanSchedule } from "../schedule/loanSchedule";
import { statement, type Basis, type Statement } from "./scheduledBalances";
import type { LoanTerms } from "../terms/loanTerms";

/**
 * A loan made ready for balances at any date. The time from one scheduled date to the next is cut into segments, in
 * each of which one balance earns interest at one rate; what earlier segments earned is summed beforehand.
 */
export interface BalanceLookup {
  readonly terms: LoanTerms;
  readonly periods: LoanPeriods;
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
  /** What advances, extra payments and forgiveness since the scheduled date add to its balance. */
  readonly segmentChanges: Float64Array;
  readonly segmentRates: readonly Fraction[];
  /** The index of the period that each lies in. */
  readonly segmentPeriods: Int32Array;
  readonly interestStep: Step;
  readonly shareStep: Step;
  readonly known: KnownBalances;
}

interface Segment {
  readonly start: Day;
  readonly line: number;
  readonly balance: Units;
  readonly interest: Units;
  readonly changed: Units;
  readonly rate: Fraction;
  readonly period: number;
}

export function balanceLookup(terms: LoanTerms, schedule: LoanSchedule, basis: Basis): BalanceLookup {
  const { decimals } = schedule;
  const accrual = accrualOf(terms);
  const lines = statement(terms, schedule, basis);
  const segments = segmentsOfLoan(terms, schedule, accrual, lines);
  return {
    terms,
    periods: schedule.periods,
    statement: lines,
    accrual,
    segmentStarts: Int32Array.from(segments, ({ start }) => start),
    segmentLines: Int32Array.from(segments, ({ line }) => line),
    segmentBalances: Float64Array.from(segments, ({ balance }) => balance),
    segmentInterests: Float64Array.from(segments, ({ interest }) => interest),
    segmentChanges: Float64Array.from(segments, ({ changed }) => changed),
    segmentRates: segments.map(({ rate }) => rate),
    segmentPeriods: Int32Array.from(segments, ({ period }) => period),
    interestStep: stepOf(accrual.rounding, decimals),
    shareStep: stepOf(terms.betweenDates.share?.rounding ?? null, decimals),
    known: new KnownBalances(lines.dates[0] as number),
  };
}

/** Where the agreement is silent, interest runs along its schedule, up to the day and not through it. */
function accrualOf({ betweenDates, rounding }: LoanTerms): InterestBetweenDates {
  const silent: InterestBetweenDates = {
    along: "schedule",
    dayCount: null,
    countsLastDay: false,
    rounding: rounding.interest,
  };
  return betweenDates.interest ?? silent;
}

/** The part of a segment's interest from its start to a day, on one unit of balance. */
export function ratioUntil(
  { terms, accrual, periods }: Pick<BalanceLookup, "terms" | "accrual" | "periods">,
  period: number,
  rate: Fraction,
  start: Day,
  end: Day,
): Fraction {
  const { dayCount } = accrual;
  return dayCount
    ? times(rate, yearFraction(dayCount, start, end))
    : partRate(terms, periods, period, start, end, rate);
}

/** A day on which, between scheduled dates, the balance or its rate may move. */
interface Cut {
  readonly day: Day;
  /** The period that ends on it, if any. */
  readonly ended: number | null;
  readonly net: Units;
}

/** From every scheduled date the segments to the next; one alone after the last. */
function segmentsOfLoan(
  terms: LoanTerms,
  schedule: LoanSchedule,
  accrual: InterestBetweenDates,
  lines: Statement,
): Segment[] {
  const cuts = cutsOf(terms, schedule, accrual);
  const segments: Segment[] = [];
  let next = 0; // the first cut that is not passed yet
  let period = 0; // the period that the day lies in
  lines.dates.forEach((start, line) => {
    const end = lines.dates[line + 1] ?? -Infinity;
    while (next < cuts.length && (cuts[next] as Cut).day <= start) next += 1;
    let running = openingOf(terms, schedule, lines, line);
    const push = (day: Day) => {
      while (period < schedule.periods.count - 1 && endOf(schedule.periods, period) <= day) period += 1;
      const rate = inLowestTerms(rateOn(terms.interest, day));
      segments.push({
        start: day,
        line,
        balance: running.earning,
        interest: running.interest,
        changed: running.changed,
        rate,
        period,
      });
    };
    push(start);
    for (; next < cuts.length && (cuts[next] as Cut).day < end; next += 1) {
      const cut = cuts[next] as Cut;
      running = movedOn(terms, schedule, accrual, running, segments.at(-1) as Segment, cut);
      push(cut.day);
    }
  });
  return segments;
}

/** The balance on the way from one scheduled date to the next. */
interface Running {
  readonly principal: Units;
  /** What earns interest: the principal outstanding, or the original one of a flat loan. */
  readonly earning: Units;
  /** Interest since the scheduled date, and since it last fell due. */
  readonly interest: Units;
  readonly undue: Units;
  /** What changes since the scheduled date add. */
  readonly changed: Units;
}

function openingOf(terms: LoanTerms, { decimals }: LoanSchedule, lines: Statement, line: number): Running {
  const principal = lines.balances[line] as number;
  const flat = terms.interest.on === "original" && principal > 0;
  return {
    principal,
    earning: flat ? inUnits(terms.principal, decimals) : principal,
    interest: 0,
    undue: 0,
    changed: 0,
  };
}

/** To the day of a cut: the segment's interest is summed, and along the schedule the balance moves. */
function movedOn(
  terms: LoanTerms,
  schedule: LoanSchedule,
  accrual: InterestBetweenDates,
  running: Running,
  segment: Segment,
  cut: Cut,
): Running {
  const earned = timesRatio(
    segment.balance,
    ratioUntil({ terms, accrual, periods: schedule.periods }, segment.period, segment.rate, segment.start, cut.day),
  );
  const interest = running.interest + earned;
  const undue = running.undue + earned;
  const changed = running.changed + cut.net;
  if (accrual.along === "opening") return { ...running, interest, undue, changed };
  const due = cut.ended !== null && isInterestDue(schedule.periods, cut.ended) ? undue : 0;
  const paid = cut.ended === null ? 0 : (schedule.payments[cut.ended] as number);
  const principal = running.principal + cut.net + due - paid;
  const earning = terms.interest.on === "original" ? running.earning : principal;
  return { principal, earning, interest, undue: undue - due, changed };
}

/** Where the rate changes and, along the schedule, the balance; ascending. */
function cutsOf(terms: LoanTerms, schedule: LoanSchedule, { along }: InterestBetweenDates): Cut[] {
  const cuts = new Map<Day, Cut>();
  const at = (day: Day) => cuts.get(day) ?? { day, ended: null, net: 0 };
  for (const { date } of terms.interest.changes) cuts.set(date, at(date));
  if (along === "schedule") {
    for (let ended = 0; ended < schedule.periods.count; ended += 1) {
      const end = endOf(schedule.periods, ended);
      cuts.set(end, { ...at(end), ended });
    }
  }
  for (const change of [...schedule.changes.values()].flat()) {
    cuts.set(change.date, { ...at(change.date), net: at(change.date).net + netChange([change]) });
  }
  return [...cuts.values()].sort((a, b) => a.day - b.day);
}
