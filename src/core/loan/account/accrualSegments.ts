/**
 * Takes a schedule and its scheduled balances, cuts the time between them into segments. Law: in a segment one balance
 * earns interest at one rate; what the segments before it earned since the scheduled date is summed beforehand, to the
 * unit, and that of a whole period as the loan rounds its interest, so that the balance along the schedule is its own.
 */
import { civilDate, dayOf, longDate, type Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import { yearFraction } from "../../calendar/dayCounts";
import { dateAt, dueBy } from "../../calendar/dateSeries";
import { CalculationError, inWords } from "../../errors";
import { dividedBy, fraction, inLowestTerms, times, type Fraction } from "../../number/fraction";
import { timesRatio, toStep, type RoundingStep, type Units } from "../amountScale";
import { amountAt } from "../columns";
import { netOf } from "../resolved/balanceEvents";
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
  /** The index of the period that it lies in. */
  readonly period: number;
}

/** The segments of a loan, by their day. A column of their starts is what a day is looked up in. */
export class AccrualSegments {
  private readonly starts: Int32Array;

  constructor(private readonly segments: readonly AccrualSegment[]) {
    this.starts = Int32Array.from(segments, ({ start }) => start);
  }

  /**
   * The last segment that starts on a day or before it.
   *
   * @param argument what an error calls the day; "date" when omitted
   * @throws CalculationError `not-available` before the loan begins
   */
  on(day: Day, argument = "date"): AccrualSegment {
    return this.segments[dueBy(this.starts, day) - 1] ?? this.beforeLoan(day, argument);
  }

  /** The day on which the next segment begins; undefined in the last. */
  startAfter(day: Day): Day | undefined {
    return this.starts[dueBy(this.starts, day)];
  }

  private beforeLoan(day: Day, argument: string): never {
    const rule = `must be on or after ${longDate(dateAt(this.starts, 0))}, when the loan begins`;
    throw new CalculationError("not-available", argument, rule, inWords(longDate(day)));
  }
}

/** From every scheduled date the segments to the next; after the last one alone, or, where it runs on, all to come. */
export function accrualSegments(
  schedule: LoanSchedule,
  lines: ScheduledBalances,
  accrual: InterestBetweenDates,
): AccrualSegments {
  const cuts = cutsOf(schedule, accrual);
  const days = Int32Array.from(cuts, ({ day }) => day);
  const isOver = !runsOn(lines, schedule.loan.terms);
  const ofLine = (line: number): AccrualSegment[] => {
    const end = line < lines.last ? lines.date(line + 1) : isOver ? -Infinity : Infinity;
    const within = cuts.slice(dueBy(days, lines.date(line)), dueBy(days, end - 1));
    const open = new OpenSegment(schedule, lines, accrual, line);
    return [...within.map((cut) => open.closeOn(cut)), open.close()];
  };
  return new AccrualSegments(Array.from(lines.dates, (_date, line) => ofLine(line)).flat());
}

/**
 * Interest on one unit from a day of a segment's period to another, excluded; by the agreement's day count between
 * dates, if it has one.
 */
export function accruedRatio(
  { rates, terms, periods }: ResolvedLoan,
  { dayCount }: InterestBetweenDates,
  { period, annualRate, start }: AccrualSegment,
  end: Day,
): Fraction {
  if (terms.method === "ruleOf78") return fraction(end - start, periods.end(period) - periods.start(period));
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

/** Where the rate changes, an event falls, and, along the schedule, a period ends; ascending, each day once. */
function cutsOf({ loan }: LoanSchedule, { along }: InterestBetweenDates): readonly Cut[] {
  const { periods, terms, events } = loan;
  const cuts = new Map<Day, Cut>();
  const on = (day: Day) => cuts.get(day) ?? { day, ended: null, netEvents: 0 };
  for (const { date } of terms.interest.rateChanges) cuts.set(date, on(date));
  for (let ended = 0; along === "schedule" && ended < periods.count; ended += 1) {
    const day = periods.end(ended);
    cuts.set(day, { ...on(day), ended });
  }
  for (const event of [...events.values()].flat()) {
    const cut = on(event.date);
    cuts.set(event.date, { ...cut, netEvents: cut.netEvents + netOf([event]) });
  }
  return [...cuts.values()].sort((a, b) => a.day - b.day);
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
    const { rates, periods, terms } = this.schedule.loan;
    const period = periods.holding(this.start);
    const isPrecomputed = terms.method === "ruleOf78" && this.principal > 0;
    return {
      start: this.start,
      line: this.line,
      // Of precomputed interest a day earns its part of what its period earns, whatever the balance.
      balance: isPrecomputed ? amountAt(this.schedule.interests, period) : this.earning,
      interest: this.interest,
      netEvents: this.netEvents,
      annualRate: inLowestTerms(rates.annualOn(this.start)),
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
