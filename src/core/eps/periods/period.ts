import { isoDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import { inLowestTerms, ONE, times, ZERO, type Fraction } from "../../number/fraction";
import type { SecurityTerms } from "../securities/terms";
import { splitTerms } from "../securities/parts";
import { nearestMonth } from "../timeOutstanding";

/** The figures of one reporting period: a quarter, a year to date, or any other whole number of months. */
export interface PeriodFigures {
  /** How an error names the period: where it stands in the user's table. */
  readonly name: string;
  readonly end: Day;
  readonly months: number;
  readonly netIncome: Fraction;
  /** Net income where nothing is discontinued. */
  readonly continuingIncome: Fraction;
  /** Preferred dividends, and whatever else goes before the common stock. */
  readonly preferredDividends: Fraction;
  readonly weightedAverageShares: Fraction;
  /** One entry a security class; the same labels in every period, in one order. */
  readonly securities: readonly SecurityTerms[];
  /** New shares for one old share, for a split or bonus element that took effect in the period; one where none did. */
  readonly splitFactor: Fraction;
  /** Its figures are still to come; those here stand for nothing, and are not to be shown. */
  readonly pending?: boolean;
}

/** A period whose figures are still to come. */
export function pendingPeriod(period: Pick<PeriodFigures, "name" | "end" | "months" | "splitFactor">): PeriodFigures {
  const { name, end, months, splitFactor } = period;
  const nothing = {
    netIncome: ZERO,
    continuingIncome: ZERO,
    preferredDividends: ZERO,
    weightedAverageShares: ONE,
    securities: [],
  };
  return { name, end, months, splitFactor, ...nothing, pending: true };
}

/** Months from year 0 to the end of a period; a period that ends within half a month of a month's end ends with it. */
export function endMonth({ end }: Pick<PeriodFigures, "end">): number {
  return nearestMonth(end + 1);
}

export function startMonth(period: Pick<PeriodFigures, "end" | "months">): number {
  return endMonth(period) - period.months;
}

/**
 * The periods, when any two of them are apart or one holds the other, as a year to date holds its quarters.
 *
 * @throws CalculationError `invalid-input` when two rows are one period, or two periods overlap in part
 */
export function requireOrderly(periods: readonly PeriodFigures[]): readonly PeriodFigures[] {
  const open: PeriodFigures[] = [];
  const outerFirst = [...periods].sort((a, b) => startMonth(a) - startMonth(b) || endMonth(b) - endMonth(a));
  for (const period of outerFirst) {
    while (open.length > 0 && endMonth(open.at(-1) as PeriodFigures) <= startMonth(period)) open.pop();
    const outer = open.at(-1);
    if (outer) requireInside(outer, period);
    open.push(period);
  }
  return periods;
}

function requireInside(outer: PeriodFigures, period: PeriodFigures): void {
  const same = endMonth(outer) === endMonth(period) && outer.months === period.months;
  if (endMonth(period) <= endMonth(outer) && !same) return;
  const rule = same ? `must not be the same period as ${outer.name}` : `must not overlap ${outer.name}`;
  throw new CalculationError("invalid-input", period.name, rule, inWords(describePeriod(period)));
}

/** 3 months to 2002-09-30 */
export function describePeriod({ end, months }: Pick<PeriodFigures, "end" | "months">): string {
  return `${months} month${months === 1 ? "" : "s"} to ${isoDate(end)}`;
}

/**
 * Restates shares for splits, stock dividends and the bonus element of rights: each changes every period that ends
 * before the one in which it took effect. Prices change the other way.
 *
 * @see ASC 260-10-55-12 to 55-14; IAS 33.64
 */
export function restatedForSplits(periods: readonly PeriodFigures[]): readonly PeriodFigures[] {
  if (periods.every(({ splitFactor }) => splitFactor === ONE)) return periods;
  const later = laterFactors(periods);
  return periods.map((period) => {
    const factor = later.get(period.end) ?? ONE;
    return factor === ONE ? period : restated(period, factor);
  });
}

/** For each day on which a period ends, the factor of the splits of all that end later. */
function laterFactors(periods: readonly PeriodFigures[]): ReadonlyMap<Day, Fraction> {
  const splits = new Map(periods.filter(({ splitFactor }) => splitFactor !== ONE).map((p) => [p.end, p.splitFactor]));
  const ends = [...new Set(periods.map(({ end }) => end))].sort((a, b) => b - a);
  let factor = ONE;
  return new Map(
    ends.map((end) => {
      const ofLater = factor;
      factor = inLowestTerms(times(factor, splits.get(end) ?? ONE));
      return [end, ofLater];
    }),
  );
}

function restated(period: PeriodFigures, factor: Fraction): PeriodFigures {
  return {
    ...period,
    weightedAverageShares: times(period.weightedAverageShares, factor),
    securities: period.securities.map((terms) => splitTerms(terms, factor)),
  };
}
