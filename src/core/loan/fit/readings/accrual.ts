/**
 * Takes the interest of printed lines, tells within which bounds the rate lies by each way to reckon it. Law: the
 * bounds are wide enough for every rounding that `roundingReadings` knows, so the true rate is within them.
 */
import { yearFractionOf } from "../../../calendar/frequency";
import { ONE, toNumber, type Fraction } from "../../../number/fraction";
import { resolveLoan } from "../../resolved/resolvedLoan";
import type { InterestTerms, LoanTerms } from "../../terms/loanTerms";
import type { PaymentLine } from "../printedSchedule";
import type { Question } from "../question";
import { COMPOUNDING_READINGS, DAY_COUNT_READINGS, withInterest } from "./readings";
import { commonInterval, type RateInterval } from "../simplestRate";

/** A way to reckon interest, whatever its rate. */
export type Accrual = Pick<InterestTerms, "dayCount" | "compounding" | "on">;

/** An accrual by which the interest of some lines comes out at one rate. */
export interface FittingAccrual {
  readonly accrual: Accrual;
  readonly interval: RateInterval;
  /** How many lines have the interval in common. */
  readonly count: number;
}

/** The interest of a period, and what it opened with; doubles, as they only bound a rate. */
export interface InterestLine {
  readonly period: number;
  readonly interest: number;
  readonly opening: number;
  /** By how many units of print the interest may be off. */
  readonly slack: number;
}

/** The lines whose interest is known, of a schedule in which each line is one period. */
export function interestLines(lines: readonly PaymentLine[]): readonly InterestLine[] {
  return lines.flatMap(({ interest, opening, row }, period) => {
    if (!interest || !opening || opening.numerator <= 0) return [];
    const slack = row.interest ? SLACK_OF_PRINTED : SLACK_OF_DERIVED;
    return [{ period, interest: toNumber(interest), opening: toNumber(opening), slack }];
  });
}

/**
 * The ways to reckon interest that the known terms leave open, the usual ones first. Interest on the original principal is
 * none of them where there is one line: it would be the same.
 */
export function openAccruals(
  { known: { has, terms }, lines }: Question,
  triesCompounding: boolean,
): readonly Accrual[] {
  const { interest } = terms;
  const dayCounts = has("dayCount") ? [interest.dayCount] : DAY_COUNT_READINGS;
  const isCompoundingKnown = has("compounding") || has("rateKind");
  const compoundings = isCompoundingKnown || !triesCompounding ? [interest.compounding] : COMPOUNDING_READINGS;
  const isBasisOpen = !has("interestOn") && lines.length > 1;
  const bases = isBasisOpen ? (["outstanding", "original"] as const) : [interest.on];
  return bases.flatMap((on) =>
    compoundings.flatMap((compounding) => dayCounts.map((dayCount) => ({ dayCount, compounding, on }))),
  );
}

/**
 * The accruals by which the most lines come out at one rate, with the bounds of that rate, those with the most first.
 *
 * @param terms dates, count and principal as they are tried
 * @param unit the unit of print
 */
export function fittingAccruals(
  terms: LoanTerms,
  accruals: readonly Accrual[],
  lines: readonly InterestLine[],
  unit: Fraction,
): readonly FittingAccrual[] {
  return mostFitting(
    accruals.map((accrual) => {
      const { count, ...interval } = commonInterval(rateIntervals(terms, accrual, lines, unit));
      return { accrual, interval, count };
    }),
  );
}

/** Those of a known rate: by which the interest of the most lines comes out at it. */
export function accrualsAtRate(
  terms: LoanTerms,
  accruals: readonly Accrual[],
  lines: readonly InterestLine[],
  unit: Fraction,
): readonly FittingAccrual[] {
  const rate = toNumber(terms.interest.annualRate);
  const interval = { above: rate - TINY, below: rate + TINY };
  return mostFitting(
    accruals.map((accrual) => {
      const intervals = rateIntervals(terms, accrual, lines, unit);
      return { accrual, interval, count: intervals.filter(({ above, below }) => above < rate && rate < below).length };
    }),
  );
}

const TINY = 1e-12;

/** One line less than the most may be a slip of the pen. */
function mostFitting(found: readonly FittingAccrual[]): readonly FittingAccrual[] {
  const most = Math.max(1, ...found.map(({ count }) => count));
  return found.filter(({ count }) => count >= Math.max(1, most - 1)).sort((a, b) => b.count - a.count);
}

/** What an accrual makes of each period of a loan, as a key: accruals with the same make the same schedules. */
export function accrualKey(terms: LoanTerms, accrual: Accrual): string {
  const parts = periodParts(terms, accrual);
  return `${terms.startDate} ${accrual.on} ${JSON.stringify(accrual.compounding)} ${parts.join(" ")}`;
}

/** The part of a year that each period of the loan is. */
function periodParts(terms: LoanTerms, { dayCount }: Accrual): readonly number[] {
  const asPart = withInterest(terms, { dayCount, compounding: null, annualRate: ONE });
  const { rates, periods } = resolveLoan(asPart, terms.dates.count);
  return Array.from({ length: periods.count }, (_period, index) => toNumber(rates.whole(index, ONE)));
}

/** Between which rates each line's interest comes out by an accrual. */
export function rateIntervals(
  terms: LoanTerms,
  accrual: Accrual,
  lines: readonly InterestLine[],
  unit: Fraction,
): readonly RateInterval[] {
  const { compounding, on } = accrual;
  const parts = periodParts(terms, accrual);
  const step = toNumber(unit);
  const principal = toNumber(terms.principal);
  const perYear = compounding === null ? 0 : 1 / toNumber(yearFractionOf(compounding));
  const annual = (ofPeriod: number, part: number) =>
    perYear === 0 ? ofPeriod / part : perYear * ((1 + ofPeriod) ** (1 / (perYear * part)) - 1);
  return lines.map(({ interest, opening, period, slack }) => {
    const part = parts[period] ?? NaN;
    const earning = on === "original" ? principal : opening;
    if (!(part > 0) || earning <= step) return { above: 0, below: 0 };
    const least = (interest - slack * step) / (earning + step);
    const most = (interest + slack * step) / (earning - step);
    return { above: annual(least, part), below: annual(most, part) };
  });
}

/** Printed interest may be off by a unit where it is cut, and by what carrying adds. */
const SLACK_OF_PRINTED = 1.01;
/** The payment less two balances: each of the three may be off by half a unit, and one that is cut by a whole one. */
const SLACK_OF_DERIVED = 2.51;
