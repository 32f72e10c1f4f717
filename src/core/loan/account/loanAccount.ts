/**
 * Takes a schedule, answers for any day: the balance and its working. Law: on a scheduled date the balance is the
 * schedule's; between two it is the earlier one with what has been added and taken since.
 */
import type { Day } from "../../calendar/civilDate";
import type { Fraction } from "../../number/fraction";
import { mulDiv } from "../../number/rounding";
import { accrued, timesRatio, type RoundingStep, type Units } from "../amountScale";
import { precomputedInterest } from "../repayment/precomputedInterest";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { InterestBetweenDates } from "../terms/agreement";
import type { LoanTerms } from "../terms/loanTerms";
import { accruedRatio, dailyRatio, type AccrualSegment, AccrualSegments } from "./accrualSegments";
import { RememberedBalances } from "./rememberedBalances";
import { runsOn, scheduledBalances, type Basis, type ScheduledBalances } from "./scheduledBalances";

/** A balance on a day with its working: opening + changes + interest − share = balance. In currency units. */
export interface BalanceWorking<Amount = Fraction> {
  /** The scheduled date on or before the day, as its line: 0 is the start of the loan. */
  readonly line: number;
  /** The balance of that date. */
  readonly opening: Amount;
  /** Advances since, less extra payments and what was forgiven. */
  readonly changes: Amount;
  /** Interest since, rounded once; zero where the agreement adds none to the balance. */
  readonly interest: Amount;
  /** The share of the reduction on the next date, rounded once; zero where the agreement takes none off. */
  readonly share: Amount;
  /** At the end of the day. */
  readonly balance: Amount;
  /** The day is itself a scheduled date, or past the last: the schedule's balance stands. */
  readonly scheduled: boolean;
}

/** What is owed on a day, in units. */
export interface Owed {
  readonly balance: Units;
  /** What of the balance is principal. */
  readonly principal: Units;
  /** Interest that the balance does not include. */
  readonly interest: Units;
  /** Fees and late charges; null where none are kept. */
  readonly fees: Units | null;
}

/** The interest of each day after one, in units, and the last day to which that holds; null where none is known. */
export interface PerDiem {
  readonly amount: Units;
  readonly goodThrough: Day | null;
}

/** Of precomputed interest: the payments to come, and what is given back of the interest in them. */
export interface Rebate {
  readonly paymentsToCome: Units;
  readonly unearned: Units;
}

/** What answers for the balance of a loan at the end of a day: by its schedule, or by what was paid. */
export interface DailyBalances {
  /** @internal */
  readonly loan: ResolvedLoan;
  /** In currency units, exactly. @throws CalculationError `not-available` before the loan begins */
  balanceOn(day: Day, argument?: string): Fraction;
  /** The nearest double to it, for a cell. */
  balanceNumberOn(day: Day, argument?: string): number;
  /** @internal */
  owedOn(day: Day): Owed;
  /** @internal */
  perDiemAfter(day: Day): PerDiem;
  /** @internal */
  rebateAfter(day: Day): Rebate | null;
}

/**
 * A loan made ready for balances on any day, where the figures that the agreement prints bind or all are recomputed.
 * Its balances are in currency units; what answers in units is for the loan core itself.
 */
export class LoanAccount implements DailyBalances {
  /** @internal */
  readonly loan: ResolvedLoan;
  /** @internal */
  readonly lines: ScheduledBalances;
  /**
   * How interest runs between scheduled dates, whether or not the balance there includes it.
   *
   * @internal
   */
  readonly accrual: InterestBetweenDates;
  /** @internal */
  readonly interestStep: RoundingStep;
  /** @internal */
  readonly shareStep: RoundingStep;
  /** @internal */
  readonly segments: AccrualSegments;
  /** @internal */
  private readonly runsOn: boolean;
  /** @internal */
  private readonly remembered: RememberedBalances;

  /** @internal A program takes the account of its loan: `loan.account("stated")`. */
  constructor(schedule: LoanSchedule, basis: Basis) {
    const { loan } = schedule;
    this.loan = loan;
    this.lines = scheduledBalances(schedule, basis);
    this.runsOn = runsOn(this.lines, loan.terms);
    this.accrual = accrualBetweenDates(loan.terms);
    this.segments = new AccrualSegments(schedule, this.lines, this.accrual);
    this.interestStep = loan.scale.step(this.accrual.rounding);
    this.shareStep = loan.scale.step(loan.terms.betweenDates.share?.rounding ?? null);
    this.remembered = new RememberedBalances(this.lines.date(0));
  }

  /**
   * The balance at the end of a day, in currency units.
   *
   * On a scheduled date it is the schedule's; from the last one on, what the last leaves (with interest, where the
   * agreement adds it and printed payments leave the loan owed). Between two dates it is the
   * earlier balance, with what was lent, paid extra or forgiven since, plus interest since, less the share of the next
   * reduction, as the agreement has it (`LoanTerms.betweenDates`); interest and share are each rounded once. Exhibit
   * 10.10, section 3.5: 40,483 on September 12, 2000.
   *
   * @param argument what an error calls the day; "date" when omitted
   * @throws CalculationError `not-available` before the loan begins
   */
  balanceOn(day: Day, argument?: string): Fraction {
    return this.loan.scale.currency(this.unitsOn(day, argument).balance);
  }

  /** The same as the nearest double, for a cell. It is remembered: a recalculation asks for the same days again. */
  balanceNumberOn(day: Day, argument?: string): number {
    const known = this.remembered.on(day);
    if (!Number.isNaN(known)) return known;
    return this.remembered.keep(day, this.balanceUnits(day, argument) / this.loan.scale.one);
  }

  /**
   * The working of a balance, in units.
   *
   * @internal
   */
  unitsOn(day: Day, argument?: string): BalanceWorking<Units> {
    const segment = this.segments.on(day, argument);
    const { line } = segment;
    const opening = this.lines.balance(line);
    const scheduled = this.isScheduled(line, day);
    const changes = scheduled ? 0 : segment.netEvents;
    const interest = scheduled ? 0 : this.interestAdded(segment, day);
    const share = scheduled ? 0 : this.shareUntil(line, day);
    return { line, opening, changes, interest, share, balance: opening + changes + interest - share, scheduled };
  }

  /**
   * What is owed if all was paid when it was due.
   *
   * @internal
   */
  owedOn(day: Day): Owed {
    const { balance, opening, changes } = this.unitsOn(day);
    return { balance, principal: opening + changes, interest: this.interestBesideBalance(day), fees: null };
  }

  /**
   * The interest of each day after one, until the balance or the rate moves; none after the last payment.
   *
   * @internal
   */
  perDiemAfter(day: Day): PerDiem {
    const segment = this.segments.on(day);
    if (this.isOver(segment.line)) return { amount: 0, goodThrough: null };
    const amount = timesRatio(
      segment.balance,
      dailyRatio(this.loan, this.accrual.dayCount, segment),
      this.interestStep,
    );
    return { amount, goodThrough: this.segments.startAfter(day) ?? null };
  }

  /**
   * Interest that is no part of the balance, rounded as interest is: of earlier periods, where it falls due later than they
   * end, what was owed at the start, and since the scheduled date, where the balance does not include it.
   *
   * @internal
   */
  private interestBesideBalance(day: Day): Units {
    const segment = this.segments.on(day);
    const { scale, terms } = this.loan;
    const notDue =
      this.lines.undueInterest(segment.line) + (segment.line === 0 ? scale.units(terms.accruedAtStart) : 0);
    if (terms.betweenDates.interest || this.isScheduled(segment.line, day)) return notDue;
    return notDue + this.accruedTo(segment, day, this.interestStep);
  }

  /**
   * The balance of precomputed interest is the payments to come less the interest in them that no period has earned; null
   * of any other interest.
   *
   * @internal
   */
  rebateAfter(day: Day): Rebate | null {
    if (this.loan.terms.method !== "ruleOf78") return null;
    const { line } = this.segments.on(day);
    const { total, earnedThrough } = precomputedInterest(this.loan);
    let paymentsToCome = 0;
    for (let later = line + 1; later <= this.lines.last; later += 1) paymentsToCome += this.lines.payment(later);
    return { paymentsToCome, unearned: total - earnedThrough(line - 1) };
  }

  /**
   * The balance that {@link unitsOn} works out, without the working: new days of a column take a tenth less time.
   *
   * @internal
   */
  private balanceUnits(day: Day, argument?: string): Units {
    const segment = this.segments.on(day, argument);
    const { line } = segment;
    const opening = this.lines.balance(line);
    if (this.isScheduled(line, day)) return opening;
    return opening + segment.netEvents + this.interestAdded(segment, day) - this.shareUntil(line, day);
  }

  /**
   * Interest since the scheduled date, rounded once; none where the agreement adds none to the balance.
   *
   * @internal
   */
  private interestAdded(segment: AccrualSegment, day: Day): Units {
    if (this.loan.terms.betweenDates.interest === null) return 0;
    return this.accruedTo(segment, this.endOf(day), this.interestStep);
  }

  /**
   * A scheduled date, or a day past the last where the loan is over with it.
   *
   * @internal
   */
  isScheduled(line: number, day: Day): boolean {
    return this.isOver(line) || this.lines.date(line) === day;
  }

  /**
   * The last line, where nothing that it leaves earns interest.
   *
   * @internal
   */
  isOver(line: number): boolean {
    return line === this.lines.last && !this.runsOn;
  }

  /**
   * Where interest of a day ends: with the day itself, where it counts.
   *
   * @internal
   */
  endOf(day: Day): Day {
    return this.accrual.countsLastDay ? day + 1 : day;
  }

  /**
   * What earlier segments earned since the scheduled date, and this one's part to a day, excluded, rounded together.
   *
   * @internal
   */
  accruedTo(segment: AccrualSegment, end: Day, step: RoundingStep): Units {
    return accrued(segment.interest, segment.balance, accruedRatio(this.loan, this.accrual, segment, end), step);
  }

  /**
   * Days since the scheduled date over the basis, never more than the whole, of the reduction on the next date.
   *
   * @internal
   */
  private shareUntil(line: number, day: Day): Units {
    const rule = this.loan.terms.betweenDates.share;
    const { lines, shareStep } = this;
    if (rule === null || line === lines.last) return 0;
    const start = lines.date(line);
    const days = shareDays(rule.countsLastDay, start, day);
    const whole = rule.basis === "period" ? lines.date(line + 1) - start : rule.basis;
    return (
      mulDiv(lines.payment(line + 1), Math.min(days, whole), whole * shareStep.units, shareStep.mode) * shareStep.units
    );
  }
}

/**
 * The balance at the end of a day with its working, in currency units; see {@link LoanAccount.balanceOn}.
 *
 * @throws CalculationError `not-available` before the loan begins
 */
export function balanceWorking(account: LoanAccount, day: Day): BalanceWorking {
  const { scale } = account.loan;
  const units = account.unitsOn(day);
  return {
    line: units.line,
    opening: scale.currency(units.opening),
    changes: scale.currency(units.changes),
    interest: scale.currency(units.interest),
    share: scale.currency(units.share),
    balance: scale.currency(units.balance),
    scheduled: units.scheduled,
  };
}

/** Days of a pro rata share: those elapsed since the scheduled date, with the day itself where it counts. */
export function shareDays(countsLastDay: boolean, start: Day, day: Day): number {
  return day - start + (countsLastDay ? 1 : 0);
}

/** Where the agreement is silent, interest runs along its schedule, up to the day and not through it. */
function accrualBetweenDates({ betweenDates, rounding }: LoanTerms): InterestBetweenDates {
  if (betweenDates.interest) return betweenDates.interest;
  return { along: "schedule", dayCount: null, countsLastDay: false, rounding: rounding.interest };
}
