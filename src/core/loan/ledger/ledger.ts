/**
 * Takes a schedule and what happened, answers for any day by what happened up to it. Law: after the last line nothing is
 * taken to be paid.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { CalculationError, inWords } from "../../errors";
import { fraction, plus, times, type Fraction } from "../../number/fraction";
import type { DailyBalances, Owed, PerDiem } from "../account/loanAccount";
import { RememberedBalances } from "../account/rememberedBalances";
import { elementAt } from "../../elements";
import { timesRatio, type Units } from "../amountScale";
import { amountAt } from "../columns";
import type { ResolvedLoan } from "../resolved/resolvedLoan";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { LedgerTerms } from "../terms/ledgerTerms";
import { LedgerAccrual } from "./ledgerAccrual";
import { arrearsOn, DuePayments, paidByLine, type Arrears } from "./arrears";
import type { LedgerEntry } from "./ledgerEntry";
import { ledgerEvents } from "./ledgerEvents";
import { LedgerWalk } from "./ledgerWalk";

/** How a loan stands at the end of a day, in units. */
export interface LedgerStanding {
  /** The last line on the day or before it. */
  readonly entry: LedgerEntry;
  readonly principal: Units;
  /** Interest to the day that is owed: what was left unpaid, and what has accrued since. */
  readonly interest: Units;
  /** Fees and late charges that are owed. */
  readonly fees: Units;
  /** The three together: what pays off the loan. */
  readonly owed: Units;
  /** Of {@link interest}, what has accrued since it was last posted, from {@link accruedFrom} to {@link countedTo}. */
  readonly accrued: Units;
  readonly accruedFrom: Day;
  readonly countedTo: Day;
  /** All interest from the start to the day. */
  readonly interestToDate: Units;
  readonly arrears: Arrears | null;
  /** Interest of a day, as a lender quotes it. */
  readonly perDiem: Units;
}

/** A loan as it was paid: its ledger, line by line, and how it stands on any day. */
export class Ledger implements DailyBalances {
  readonly loan: ResolvedLoan;
  /** By date, the opening line first. */
  readonly entries: readonly LedgerEntry[];
  readonly due: DuePayments;
  /** What has been paid of them by each line. */
  readonly paid: Float64Array;
  /** The day of the last line that was received or charged. */
  readonly lastDay: Day;
  private readonly dates: Int32Array;
  private readonly accrual: LedgerAccrual;
  private readonly remembered: RememberedBalances;

  /**
   * @throws CalculationError `out-of-range` for a line before the start, a payment of more than is owed or after the loan
   * is repaid, a returned payment that was never received; its argument is the field and row: `receipts[2]`
   */
  constructor(
    schedule: LoanSchedule,
    readonly terms: LedgerTerms,
  ) {
    const { loan } = schedule;
    this.loan = loan;
    this.accrual = new LedgerAccrual(loan);
    this.due = new DuePayments(schedule);
    const events = ledgerEvents(loan, terms);
    const walk = new LedgerWalk(schedule, terms, this.accrual);
    events.forEach((event) => walk.record(event));
    walk.close();
    this.entries = walk.entries;
    this.paid = paidByLine(this.due, this.entries);
    this.lastDay = events.at(-1)?.date ?? loan.terms.startDate;
    this.dates = Int32Array.from(walk.entries, ({ date }) => date);
    this.remembered = new RememberedBalances(loan.terms.startDate);
  }

  /**
   * The balance at the end of a day, in currency units: the principal after what was paid up to the day, and the interest
   * that is owed where the agreement adds interest to the balance between dates.
   *
   * @param argument what an error calls the day; "date" when omitted
   * @throws CalculationError `not-available` before the loan begins
   */
  balanceOn(day: Day, argument?: string): Fraction {
    return this.loan.scale.currency(this.balanceUnits(day, argument));
  }

  /** The same as the nearest double, for a cell. */
  balanceNumberOn(day: Day, argument?: string): number {
    const known = this.remembered.on(day);
    if (!Number.isNaN(known)) return known;
    return this.remembered.keep(day, this.balanceUnits(day, argument) / this.loan.scale.one);
  }

  /** What is owed by what was paid and charged up to the day. */
  owedOn(day: Day): Owed {
    const { principal, interest, fees } = this.standingOn(day);
    const isWithInterest = this.loan.terms.betweenDates.interest !== null;
    const [balance, beside] = isWithInterest ? [principal + interest, 0] : [principal, interest];
    return { balance, principal, interest: beside, fees };
  }

  /** The interest of each day after one, until a line, a due date or another rate follows. */
  perDiemAfter(day: Day): PerDiem {
    const next = (dates: Int32Array) => dates[dueBy(dates, day)] ?? Infinity;
    const goodThrough = Math.min(next(this.dates), next(this.due.dates), this.accrual.rateChangeAfter(day));
    return { amount: this.standingOn(day).perDiem, goodThrough: goodThrough === Infinity ? null : goodThrough };
  }

  /** Precomputed interest has no ledger: it is owed whatever is paid. */
  rebateAfter(): null {
    return null;
  }

  /** How the loan stands at the end of a day, in units. */
  standingOn(day: Day, argument?: string): LedgerStanding {
    const line = this.lineOn(day, argument);
    const entry = elementAt(this.entries, line);
    const { owed, undue, unposted, postedTo, countedTo, interestPosted } = entry.after;
    const to = Math.max(countedTo, this.accrual.countedDay(day));
    const step = this.loan.scale.step(this.loan.terms.rounding.interest);
    const running = times(fraction(this.earning(entry)), this.accrual.ratio(countedTo, to));
    const accrued = timesRatio(1, plus(unposted, running), step);
    const interest = owed.interest + undue + accrued;
    const fees = owed.fees + owed.lateCharges;
    return {
      entry,
      principal: owed.principal,
      interest,
      fees,
      owed: owed.principal + interest + fees,
      accrued,
      accruedFrom: postedTo,
      countedTo: to,
      interestToDate: interestPosted + accrued,
      arrears: arrearsOn(this.due, day, amountAt(this.paid, line), owed.principal + interest),
      perDiem: timesRatio(this.earning(entry), this.accrual.daily(day), step),
    };
  }

  /** The one annual rate of a span of days; null where it changes within. */
  rateBetween(from: Day, to: Day): Fraction | null {
    return this.accrual.hasOneRate(from, to) ? this.accrual.annualRate(from) : null;
  }

  /** The lines up to a day, the opening line first. */
  entriesBy(day: Day, argument?: string): readonly LedgerEntry[] {
    return this.entries.slice(0, this.lineOn(day, argument) + 1);
  }

  private balanceUnits(day: Day, argument?: string): Units {
    const { principal } = elementAt(this.entries, this.lineOn(day, argument)).after.owed;
    return this.loan.terms.betweenDates.interest === null ? principal : principal + this.standingOn(day).interest;
  }

  /** The place of the last line on a day or before it. */
  private lineOn(day: Day, argument = "date"): number {
    const line = dueBy(this.dates, day) - 1;
    if (line >= 0) return line;
    const rule = `must be on or after ${longDate(this.loan.terms.startDate)}, when the loan begins`;
    throw new CalculationError("not-available", argument, rule, inWords(longDate(day)));
  }

  /** What earns interest after a line. */
  private earning({ after }: LedgerEntry): Units {
    const { principal } = after.owed;
    return this.loan.terms.interest.on === "original" && principal > 0 ? this.loan.principal : principal;
  }
}
