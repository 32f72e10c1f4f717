/**
 * Takes a schedule and its scheduled balances, cuts the time between them into segments. Law: in a segment one balance
 * earns interest at one rate; what the segments before it earned since the scheduled date is summed beforehand, to the
 * unit, and that of a whole period as the loan rounds its interest, so that the balance along the schedule is its own.
 */
import { civilDate, dayOf, longDate, type Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import { yearFraction } from "../../calendar/dayCounts";
import { dueBy } from "../../calendar/dateSeries";
import { elementAt } from "../../elements";
import { CalculationError, inWords } from "../../errors";
import { dividedBy, fraction, inLowestTerms, times, type Fraction } from "../../number/fraction";
import { timesRatio, toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt } from "../columns";
import { netOf } from "../resolved/balanceEvents";
import { ratePerDay } from "../resolved/periodRates";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { InterestBetweenDates } from "../terms/agreement";
import { runsOn, type ScheduledBalances } from "./scheduledBalances";

/** From its first day to that of the next segment. */
export interface AccrualSegment {
  readonly start: Day;
  /** The line of the scheduled balances that it follows. */
  readonly line: number;
  /** What earns interest. */
  readonly balance: Units;
  /** Interest from the scheduled date to the start of the segment. */
  readonly interest: Units;
  /** What advances, extra payments and forgiveness since the scheduled date add to its balance. */
  readonly netEvents: Units;
  readonly annualRate: Fraction;
  /** Interest on one unit over each of its days in its period, where all earn as much; null where they may not. */
  readonly perDay: Fraction | null;
  /** The index of the period that it lies in. */
  readonly period: number;
}

/** The segments of a loan, by their day. Those of a line are cut when a day of it is first asked for. */
export class AccrualSegments {
  private readonly cuts: Cuts;
  private readonly byLine: LineSegments[] = [];

  constructor(
    private readonly schedule: LoanSchedule,
    private readonly lines: ScheduledBalances,
    private readonly accrual: InterestBetweenDates,
  ) {
    this.cuts = new Cuts(schedule.loan, accrual);
  }

  /**
   * The last segment that starts on a day or before it.
   *
   * @param argument what an error calls the day; "date" when omitted
   * @throws CalculationError `not-available` before the loan begins
   */
  on(day: Day, argument = "date"): AccrualSegment {
    const { segments, starts } = this.ofLine(this.lineOn(day) ?? this.beforeLoan(day, argument));
    return elementAt(segments, dueBy(starts, day) - 1);
  }

  /** The day on which the next segment begins; undefined in the last. */
  startAfter(day: Day): Day | undefined {
    const line = this.lineOn(day);
    if (line === undefined) return this.lines.date(0);
    const { starts } = this.ofLine(line);
    return starts[dueBy(starts, day)] ?? this.lines.dates[line + 1];
  }

  /** The last scheduled date that is not after a day. */
  private lineOn(day: Day): number | undefined {
    const started = dueBy(this.lines.dates, day);
    return started === 0 ? undefined : started - 1;
  }

  private ofLine(line: number): LineSegments {
    return (this.byLine[line] ??= this.cutLine(line));
  }

  /** From a scheduled date the segments to the next; after the last one alone, or, where it runs on, all to come. */
  private cutLine(line: number): LineSegments {
    const { schedule, lines, accrual } = this;
    const isLast = line === lines.last;
    const open = new OpenSegment(schedule, lines, accrual, line);
    const isOver = isLast && !runsOn(lines, schedule.loan.terms);
    const cuts = isOver ? [] : this.cuts.between(lines.date(line), isLast ? Infinity : lines.date(line + 1));
    const segments = [...cuts.map((cut) => open.closeOn(cut)), open.close()];
    return { segments, starts: Int32Array.from(segments, ({ start }) => start) };
  }

  private beforeLoan(day: Day, argument: string): never {
    const rule = `must be on or after ${longDate(this.lines.date(0))}, when the loan begins`;
    throw new CalculationError("not-available", argument, rule, inWords(longDate(day)));
  }
}

/** The segments that follow a line, with a column of their starts, in which a day is looked up. */
interface LineSegments {
  readonly segments: readonly AccrualSegment[];
  readonly starts: Int32Array;
}

/**
 * Interest on one unit from a day of a segment's period to another, excluded; by the agreement's day count between
 * dates, if it has one.
 */
export function accruedRatio(
  { rates, terms, periods }: ResolvedLoan,
  { dayCount }: InterestBetweenDates,
  { period, annualRate, perDay, start }: AccrualSegment,
  end: Day,
): Fraction {
  if (terms.method === "ruleOf78") return fraction(end - start, periods.end(period) - periods.start(period));
  if (perDay && end <= periods.end(period)) return times(perDay, fraction(end - start));
  return dayCount ? times(annualRate, yearFraction(dayCount, start, end)) : rates.part(period, start, end, annualRate);
}

/**
 * Interest on one unit over one day of a segment, as a lender quotes it: a day in the middle of its month, where every
 * convention counts one, or with equal periods the period over its days.
 */
export function dailyRatio(
  { rates, periods, terms }: ResolvedLoan,
  dayCount: DayCount | null,
  { period, annualRate, start }: Pick<AccrualSegment, "period" | "annualRate" | "start">,
): Fraction {
  const days = periods.end(period) - periods.start(period);
  if (terms.method === "ruleOf78") return fraction(1, days);
  const { year, month } = civilDate(start);
  const day = dayOf(year, month, 10);
  if (dayCount) return times(annualRate, yearFraction(dayCount, day, day + 1));
  if (terms.interest.dayCount) return rates.part(period, day, day + 1, annualRate);
  if (terms.interest.oddDaysOver !== null) return times(annualRate, fraction(1, terms.interest.oddDaysOver));
  return dividedBy(rates.whole(period, annualRate), fraction(days));
}

/** A day on which, between scheduled dates, the balance or its rate may move. */
interface Cut {
  readonly day: Day;
  /** The period that ends on it, if any. */
  readonly ended: number | null;
  /** What events of the day add to the balance. */
  readonly netEvents: Units;
}

/** The cuts of a loan: where the rate changes, an event falls, and, along the schedule, a period ends. */
class Cuts {
  /** Where the rate changes or an event falls, each day once; ascending. */
  private readonly moves: readonly Cut[];
  private readonly days: Int32Array;

  constructor(
    private readonly loan: ResolvedLoan,
    private readonly accrual: InterestBetweenDates,
  ) {
    this.moves = movesOf(loan);
    this.days = Int32Array.from(this.moves, ({ day }) => day);
  }

  /** Those after one day and before another; ascending, each day once. */
  between(after: Day, before: Day): readonly Cut[] {
    const moves = this.moves.slice(dueBy(this.days, after), dueBy(this.days, before - 1));
    const ends = this.accrual.along === "schedule" ? this.periodEnds(after, before) : [];
    if (ends.length === 0) return moves;
    const cuts = new Map(moves.map((move) => [move.day, move]));
    for (const end of ends) cuts.set(end.day, { ...end, netEvents: cuts.get(end.day)?.netEvents ?? 0 });
    return [...cuts.values()].sort((a, b) => a.day - b.day);
  }

  private periodEnds(after: Day, before: Day): readonly Cut[] {
    const { periods } = this.loan;
    const ends: Cut[] = [];
    for (let ended = periods.endingBy(after + 1); ended < periods.count && periods.end(ended) < before; ended += 1) {
      ends.push({ day: periods.end(ended), ended, netEvents: 0 });
    }
    return ends;
  }
}

function movesOf({ terms, events }: ResolvedLoan): readonly Cut[] {
  const { rateChanges } = terms.interest;
  if (rateChanges.length + events.size === 0) return []; // as nearly always
  const netByDay = new Map<Day, Units>(rateChanges.map(({ date }) => [date, 0]));
  for (const event of [...events.values()].flat()) {
    netByDay.set(event.date, (netByDay.get(event.date) ?? 0) + netOf([event]));
  }
  const moves = [...netByDay].map(([day, netEvents]): Cut => ({ day, ended: null, netEvents }));
  return moves.sort((a, b) => a.day - b.day);
}

/** The segment that has begun and not ended, on the way from one scheduled date to the next. */
class OpenSegment {
  private start: Day;
  private principal: Units;
  /** What earns interest: the principal outstanding, or the original one of a flat loan. */
  private earning: Units;
  /** Interest since the scheduled date, and since it last fell due. */
  private interest: Units = 0;
  private undue: Units = 0;
  /** The same since the period began, unrounded. */
  private ofPeriod: Units = 0;
  /** What events since the scheduled date add. */
  private netEvents: Units = 0;
  private readonly isFlat: boolean;
  /** How the interest of a whole period is rounded; null where interest between dates runs otherwise. */
  private readonly periodStep: RoundingStep | null;

  constructor(
    private readonly schedule: LoanSchedule,
    lines: ScheduledBalances,
    private readonly accrual: InterestBetweenDates,
    private readonly line: number,
  ) {
    const { terms, principal, scale } = schedule.loan;
    this.periodStep = accrual.dayCount === null ? scale.step(terms.rounding.interest) : null;
    this.isFlat = terms.interest.on === "original";
    this.start = lines.date(line);
    this.principal = lines.balance(line);
    this.earning = this.isFlat && this.principal > 0 ? principal : this.principal;
  }

  /** The segment as it stands. */
  close(): AccrualSegment {
    const { loan } = this.schedule;
    const { dayCount } = this.accrual;
    const period = loan.periods.holding(this.start);
    const annualRate = inLowestTerms(loan.rates.annualOn(this.start));
    const isPrecomputed = loan.terms.method === "ruleOf78" && this.principal > 0;
    return {
      start: this.start,
      line: this.line,
      // Of precomputed interest a day earns its part of what its period earns, whatever the balance.
      balance: isPrecomputed ? amountAt(this.schedule.interests, period) : this.earning,
      interest: this.interest,
      netEvents: this.netEvents,
      annualRate,
      perDay: dayCount ? ratePerDay(annualRate, dayCount) : loan.rates.perDay(period, annualRate),
      period,
    };
  }

  /** The segment as it ends on the day of a cut, on which the next begins. */
  closeOn(cut: Cut): AccrualSegment {
    const segment = this.close();
    this.accrueTo(cut.day, segment);
    if (cut.ended !== null) this.roundPeriod();
    this.apply(cut);
    return segment;
  }

  /** Sums the interest of the segment to a day, to the unit. */
  private accrueTo(day: Day, segment: AccrualSegment): void {
    const earned = timesRatio(segment.balance, accruedRatio(this.schedule.loan, this.accrual, segment, day));
    this.add(earned);
    this.ofPeriod += earned;
    this.start = day;
  }

  private roundPeriod(): void {
    if (this.periodStep) this.add(toStep(this.ofPeriod, this.periodStep) - this.ofPeriod);
    this.ofPeriod = 0;
  }

  private add(earned: Units): void {
    this.interest += earned;
    this.undue += earned;
  }

  /** Along the schedule the balance moves by what is paid and what was due; the agreement may leave it as it was. */
  private apply({ ended, netEvents }: Cut): void {
    this.netEvents += netEvents;
    if (this.accrual.along === "opening") return;
    const { loan, payments } = this.schedule;
    const due = ended !== null && loan.periods.isInterestDue(ended) ? this.undue : 0;
    const paid = ended === null ? 0 : amountAt(payments, ended);
    this.principal += netEvents + due - paid;
    this.undue -= due;
    if (!this.isFlat) this.earning = this.principal;
  }
}
