/**
 * Takes a printed schedule and what is known of its terms, gives the terms that make it. Law: the terms are those whose
 * schedule, computed anew, has every printed figure; where none are found the best says which figure it misses first.
 */
import { dateAt } from "../../calendar/dateSeries";
import type { Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { compare, isPositive, minus, plus, rounded, times, ZERO, type Fraction } from "../../number/fraction";
import { toStep, type Units } from "../amountScale";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { LoanTerms } from "../terms/loanTerms";
import { reckoningOf } from "./candidates";
import type { KnownTerms } from "./knownTerms";
import {
  FIGURE_KINDS,
  isOpening,
  paymentLines,
  printedFigureOf,
  type FigureKind,
  type PrintedSchedule,
} from "./printedSchedule";
import { makesEveryFigure, lineFigures, stepOfPrint, type Reproduction } from "./reproduction";
import { loanSchedule } from "../schedule/schedule";
import { orNoLoan } from "./orNoLoan";
import { search } from "./search";
import type { Tried } from "./solve";

/** The terms of a printed schedule. */
export interface Fit {
  readonly terms: LoanTerms;
  readonly schedule: LoanSchedule;
  readonly reproduction: Reproduction;
  /** The level payment that the other terms would make, where the fit takes the printed one; null where it follows. */
  readonly paymentOfTerms: Fraction | null;
  /** Other terms that make every printed figure too. */
  readonly rivals: readonly Rival[];
}

/** Other terms that make the same printed figures, and the first figure of the loan that would tell them apart. */
export interface Rival {
  readonly terms: LoanTerms;
  readonly kind: FigureKind;
  /** The day of the payment that ends its period. */
  readonly date: Day;
  readonly ofFit: Fraction;
  readonly ofRival: Fraction;
}

/**
 * The terms that make a printed schedule: rate, day count, compounding, roundings, first period, method and payment, as
 * far as they are not known. A rate is bounded by each printed interest figure with its rounding; of those within the
 * bounds it is the one with the fewest decimals of a per cent whose whole schedule, computed anew, has every printed
 * figure to the unit of print. Where no terms have all, they are the ones that have most.
 *
 * @throws CalculationError `invalid-input` where the schedule prints no payment, or neither it nor the known terms tell
 * the principal; `not-available` where nothing that was tried makes a schedule
 */
export function fitSchedule(printed: PrintedSchedule, known: KnownTerms): Fit {
  const [best, ...others] = bestOf(printed, known);
  if (!best) {
    throw new CalculationError("not-available", "schedule", "must be one that some terms of a loan make", null);
  }
  const rivals = makesEveryFigure(best.reproduction) ? rivalsOf(best, others, printed) : [];
  return { ...best, rivals, paymentOfTerms: paymentOfTerms(best.terms) };
}

function paymentOfTerms(terms: LoanTerms): Fraction | null {
  const { payment, dates, method } = terms;
  const isOpen = dates.count === null && dates.maturityDate === null;
  if (payment.amount === null || isOpen || method !== "levelPayment") return null;
  const made = orNoLoan(() => loanSchedule({ ...terms, payment: { ...payment, amount: null } }));
  const first = made?.payments[payment.interestOnlyPayments];
  return made && first !== undefined ? made.loan.scale.currency(first) : null;
}

/** Of the principals that may be meant the first that makes every figure, or the one that makes most. */
function bestOf(printed: PrintedSchedule, known: KnownTerms): readonly Tried[] {
  let best: readonly Tried[] = [];
  for (const principal of principals(printed, known)) {
    const lines = paymentLines(printed, principal);
    if (lines.length === 0) {
      throw new CalculationError("invalid-input", "schedule", "must have a line of a payment", null);
    }
    const found = search({ printed, lines, known: { ...known, terms: { ...known.terms, principal } } });
    if ((found[0]?.reproduction.reproduced ?? -1) > (best[0]?.reproduction.reproduced ?? -1)) best = found;
    if (best[0] && makesEveryFigure(best[0].reproduction)) break;
  }
  return best;
}

/**
 * The principal as it is known or printed; or what the first line opens with, worked back from its figures, which is off
 * by their rounding: then the whole amount next to it comes first.
 */
function principals(printed: PrintedSchedule, known: KnownTerms): readonly Fraction[] {
  if (known.has("principal")) return [known.terms.principal];
  const [first] = printed.rows;
  const stated = first && isOpening(first) ? first.balance : (first?.opening ?? null);
  if (stated !== null && isPositive(stated)) return [stated];
  const workedBack = paymentLines(printed, null)[0]?.opening ?? repaidIn(printed);
  if (workedBack === null || !isPositive(workedBack)) {
    const rule = "must say the Principal, as no balance of the schedule tells it";
    throw new CalculationError("invalid-input", "known", rule, null);
  }
  const whole = rounded(workedBack, 0);
  const apart = minus(workedBack, whole);
  const isNear = compare(times(apart, apart), times(printed.print.unit, printed.print.unit)) <= 0;
  return isNear && compare(apart, ZERO) !== 0 ? [whole, workedBack] : [workedBack];
}

/** All principal portions together, of a schedule that prints them and no balance. */
function repaidIn({ rows }: PrintedSchedule): Fraction | null {
  const portions = rows.map((row) => printedFigureOf(row, "principal"));
  return portions.some((portion) => portion === null) ? null : portions.reduce(sumOf, null);
}

function sumOf(sum: Fraction | null, portion: Fraction | null): Fraction | null {
  return sum && portion ? plus(sum, portion) : (sum ?? portion);
}

const MOST_RIVALS = 5;

/**
 * The best of each other way to reckon interest, and of other roundings in the same way. Of the terms that make one
 * schedule the first; what makes the schedule of the fit itself is no rival.
 */
function rivalsOf(best: Tried, others: readonly Tried[], printed: PrintedSchedule): readonly Rival[] {
  const byReckoning = new Map<string, Rival>();
  for (const other of others) {
    const reckoning = reckoningOf(other.terms);
    const isOnlyStated = other.terms.payment.amount !== null && best.terms.payment.amount === null;
    if (byReckoning.has(reckoning) || isOnlyStated) continue;
    const apart = firstApart(best.schedule, other.schedule, printed);
    if (apart !== null) byReckoning.set(reckoning, { terms: other.terms, ...apart });
  }
  return [...byReckoning.values()].slice(0, MOST_RIVALS);
}

/** The first figure in which two schedules of a loan differ, as it would be printed; null where they never do. */
function firstApart(fit: LoanSchedule, rival: LoanSchedule, printed: PrintedSchedule): Omit<Rival, "terms"> | null {
  const periods = Math.min(fit.dates.length, rival.dates.length);
  for (let index = 0; index < periods; index += 1) {
    const ofFit = printedAs(fit, index, printed);
    const ofRival = printedAs(rival, index, printed);
    for (const kind of FIGURE_KINDS) {
      if (ofFit[kind] === ofRival[kind]) continue;
      const { scale } = fit.loan;
      return {
        kind,
        date: dateAt(fit.dates, index),
        ofFit: scale.currency(ofFit[kind]),
        ofRival: rival.loan.scale.currency(ofRival[kind]),
      };
    }
  }
  return null;
}

function printedAs(schedule: LoanSchedule, index: number, printed: PrintedSchedule): Record<FigureKind, Units> {
  const step = stepOfPrint(schedule.loan.scale, printed);
  const figures = lineFigures(schedule, index, index + 1);
  return Object.fromEntries(FIGURE_KINDS.map((kind) => [kind, toStep(figures[kind], step)])) as Record<
    FigureKind,
    Units
  >;
}
