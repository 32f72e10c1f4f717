import { longDate, type Day } from "../../calendar/civilDate";
import { dueBy } from "../../calendar/dateSeries";
import { CalculationError, inWords } from "../../errors";
import type { Fraction } from "../../number/fraction";
import { mulDiv } from "../../number/rounding";
import { accrued, TO_THE_UNIT, type Step, type Units } from "../amountScale";
import { ratioUntil, type BalanceLookup } from "./accrualSegments";

/** A balance at a date with its working: opening + changes + interest − share = balance. */
export interface BalanceWorking {
  /** The line of the statement on or before the date. */
  readonly line: number;
  readonly opening: Units;
  /** Advances since, less extra payments and what was forgiven. */
  readonly changes: Units;
  readonly interest: Units;
  readonly share: Units;
  readonly balance: Units;
  /** The date is itself a scheduled one, or past the last: the statement's balance stands. */
  readonly scheduled: boolean;
}

/**
 * The balance of a loan at the end of a day. On a scheduled date it is the statement's; from the last one on, what
 * the last leaves. Between two dates it is the earlier balance, with what was lent, paid extra or forgiven since, plus
 * interest since, less the share of the next reduction, as the agreement has it ({@link LoanTerms.betweenDates}); interest and share are each rounded once.
 *
 * @param argument what an error calls the day
 * @throws CalculationError `not-available` before the loan begins
 */
export function balanceAt(lookup: BalanceLookup, day: Day, argument = "date"): Units {
  const known = lookup.known.on(day);
  return Number.isNaN(known) ? lookup.known.keep(day, workedOut(lookup, day, argument)) : known;
}

function workedOut(lookup: BalanceLookup, day: Day, argument: string): Units {
  const segment = segmentAt(lookup, day, argument);
  const line = lookup.segmentLines[segment] ?? 0;
  const opening = lookup.statement.balances[line] ?? 0;
  if (isScheduled(lookup, line, day)) return opening;
  return (
    opening +
    (lookup.segmentChanges[segment] as number) +
    interestSince(lookup, segment, day) -
    shareUntil(lookup, line, day)
  );
}

/** The same balance with its working. */
export function balanceWorking(lookup: BalanceLookup, day: Day): BalanceWorking {
  const segment = segmentAt(lookup, day, "date");
  const line = lookup.segmentLines[segment] ?? 0;
  const opening = lookup.statement.balances[line] ?? 0;
  const scheduled = isScheduled(lookup, line, day);
  if (scheduled) return { line, opening, changes: 0, interest: 0, share: 0, balance: opening, scheduled };
  const changes = lookup.segmentChanges[segment] as number;
  const interest = interestSince(lookup, segment, day);
  const share = shareUntil(lookup, line, day);
  return { line, opening, changes, interest, share, balance: opening + changes + interest - share, scheduled };
}

function isScheduled({ statement: { dates } }: BalanceLookup, line: number, day: Day): boolean {
  return dates[line] === day || line === dates.length - 1;
}

/** The last segment that starts on or before the day. */
export function segmentAt({ segmentStarts }: BalanceLookup, day: Day, argument: string): number {
  const started = dueBy(segmentStarts, day);
  if (started > 0) return started - 1;
  const rule = `must be on or after ${longDate(segmentStarts[0] ?? 0)}, when the loan begins`;
  throw new CalculationError("not-available", argument, rule, inWords(longDate(day)));
}

/** Interest from the scheduled date to the day: what earlier segments earned, and this one's part, rounded together. */
function interestSince(lookup: BalanceLookup, segment: number, day: Day): Units {
  if (lookup.terms.betweenDates.interest === null) return 0;
  return accruedTo(lookup, segment, lookup.accrual.countsLastDay ? day + 1 : day, lookup.interestStep);
}

/** Interest from the scheduled date to a day, excluded, to the unit. */
export function accruedUnrounded(lookup: BalanceLookup, segment: number, end: Day): Units {
  return accruedTo(lookup, segment, end, TO_THE_UNIT);
}

function accruedTo(lookup: BalanceLookup, segment: number, end: Day, step: Step): Units {
  const rate = lookup.segmentRates[segment] as Fraction;
  const period = lookup.segmentPeriods[segment] as number;
  const part = ratioUntil(lookup, period, rate, lookup.segmentStarts[segment] as number, end);
  const balance = lookup.segmentBalances[segment] as number;
  return accrued(lookup.segmentInterests[segment] as number, balance, part, step);
}

export function lineOfSegment({ segmentLines }: BalanceLookup, segment: number): number {
  return segmentLines[segment] ?? 0;
}

/** Days since the scheduled date over the basis, never more than the whole, of the reduction on the next date. */
function shareUntil({ terms, statement, shareStep }: BalanceLookup, line: number, day: Day): Units {
  const rule = terms.betweenDates.share;
  if (rule === null) return 0;
  const start = statement.dates[line] as number;
  const days = shareDays(rule.countsLastDay, start, day);
  const whole = rule.basis === "period" ? (statement.dates[line + 1] as number) - start : rule.basis;
  const reduction = statement.reductions[line + 1] as number;
  return mulDiv(reduction, Math.min(days, whole), whole * shareStep.units, shareStep.mode) * shareStep.units;
}

export function shareDays(countsLastDay: boolean, start: Day, day: Day): number {
  return day - start + (countsLastDay ? 1 : 0);
}
