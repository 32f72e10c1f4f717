/**
 * Reporting periods: their figures, where each begins, and their shares restated for splits. It keeps one law: a split
 * changes shares and prices, never income.
 */
import { addMonths, isoDate, type Day } from "../../calendar/civilDate";
import { inLowestTerms, ONE, times, ZERO, type Fraction } from "../../number/fraction";
import { splitTerms } from "../securities/parts";
import type { SecurityTerms } from "../securities/terms";

/**
 * Whose rule a year to date follows.
 * - `US GAAP`: incremental shares are the weighted average of those of the quarters, each at its own price; a quarter's
 *   loss drops none of them, the year to date alone decides (ASC 260-10-55-3 to 55-3B).
 * - `IFRS`: the year to date is a period of its own, at its own average price (IAS 33.37).
 */
export type Standard = "US GAAP" | "IFRS";

/** A line of the numerator. */
export interface NumeratorLine {
  /** Its part of the key of an exhibit line: "extraordinary", "noncontrolling", "deduction:Deemed dividends". */
  readonly key: string;
  /** As an exhibit prints it. */
  readonly label: string;
  /** In currency. A component as it enters net income, negative for a loss; a deduction positive where it is deducted. */
  readonly amount: Fraction;
}

/** Earnings allocated to participating securities by the two-class method, in currency, in each section of an exhibit. */
export interface Participating {
  /** Positive where it is deducted. */
  readonly basic: Fraction;
  /** The same where potential shares have joined and the allocation was made anew. */
  readonly diluted: Fraction;
}

/** The figures of one reporting period: a quarter, a year to date, or any other whole number of months. */
export interface PeriodFigures {
  /** How an error names the period: where it stands in the user's table. */
  readonly name: string;
  /** The last day. */
  readonly end: Day;
  /** Length, 1 or more; the nearest, where it is told in weeks. */
  readonly months: number;
  /** Length in weeks, where the fiscal calendar is one of weeks. */
  readonly weeks?: number | undefined;
  /** In currency units, before the deductions below; negative for a loss. */
  readonly netIncome: Fraction;
  /** Income from continuing operations; net income where nothing is discontinued. */
  readonly continuingIncome: Fraction;
  /** Income of discontinued operations as it was given; net income less the other lines where it is left out. */
  readonly discontinuedIncome?: Fraction | undefined;
  /** What else enters net income: an extraordinary item, the cumulative effect of an accounting change. */
  readonly components?: readonly NumeratorLine[] | undefined;
  /** Preferred dividends, declared or cumulative; positive where they are deducted. */
  readonly preferredDividends: Fraction;
  /** What else goes before the common stock: noncontrolling interest, deemed dividends, accretion, more preferred stock. */
  readonly deductions?: readonly NumeratorLine[] | undefined;
  /** What participating securities earn of the income, where there are any. */
  readonly participating?: Participating | undefined;
  /** Net income is what is left for the common stock already: what was deducted from it is not known. */
  readonly isAfterDeductions?: boolean | undefined;
  /** Weighted-average common shares outstanding; more than zero. */
  readonly weightedAverageShares: Fraction;
  /** One entry a security class; the same labels in every period, in one order. */
  readonly securities: readonly SecurityTerms[];
  /** Average market price of one share, in currency; more than zero. Undefined where nothing is said. */
  readonly averagePrice?: Fraction | undefined;
  /** New shares for one old share, for a split or bonus element that took effect in the period; one where none did. */
  readonly splitFactor: Fraction;
  /** Its figures are still to come; those here stand for nothing, and are not to be shown. */
  readonly pending?: boolean;
}

/** A period whose figures are still to come. */
export function pendingPeriod(
  period: Pick<PeriodFigures, "name" | "end" | "months" | "weeks" | "splitFactor">,
): PeriodFigures {
  const { name, end, months, weeks, splitFactor } = period;
  const nothing = {
    netIncome: ZERO,
    continuingIncome: ZERO,
    preferredDividends: ZERO,
    weightedAverageShares: ONE,
    securities: [],
  };
  return { name, end, months, weeks, splitFactor, ...nothing, pending: true };
}

/** The first day: so many weeks before the end, or so many months. */
export function firstDay({ end, months, weeks }: Pick<PeriodFigures, "end" | "months" | "weeks">): Day {
  return weeks === undefined ? addMonths(end + 1, -months) : end + 1 - 7 * weeks;
}

const WEEKS_OF_A_YEAR = 52;

/** A length in weeks as whole months, one at least: 12 and 13 weeks are three, 16 are four, 52 and 53 twelve. */
export function monthsOfWeeks(weeks: number): number {
  return Math.min(12, Math.max(1, Math.round((weeks * 12) / WEEKS_OF_A_YEAR)));
}

/** 3 months to 2002-09-30, 12 weeks to 2024-11-09 */
export function describePeriod({ end, months, weeks }: Pick<PeriodFigures, "end" | "months" | "weeks">): string {
  const [length, unit] = weeks === undefined ? [months, "month"] : [weeks, "week"];
  return `${length} ${unit}${length === 1 ? "" : "s"} to ${isoDate(end)}`;
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

/** One period with its shares on the basis after a split. */
function restated(period: PeriodFigures, factor: Fraction): PeriodFigures {
  return {
    ...period,
    weightedAverageShares: times(period.weightedAverageShares, factor),
    securities: period.securities.map((terms) => splitTerms(terms, factor)),
  };
}
