import type { Day } from "../calendar/civilDate";
import { CalculationError } from "../errors";
import { describePeriod, endMonth, startMonth, type PeriodFigures } from "./periods";
import type { Weighting } from "./timeOutstanding";
import { yearToDate, type Standard } from "./yearToDate";

/** How years to date are made of periods. */
export interface YearToDateRules {
  readonly standard: Standard;
  /** How the weighted-average shares of the parts are averaged. */
  readonly weighting: Weighting;
  /** Month of the year in which the fiscal year ends, 1 to 12; undefined to tell it from the periods. */
  readonly yearEnd?: number | undefined;
}

/** A period as an exhibit shows it. */
export interface PeriodColumn {
  readonly figures: PeriodFigures;
  /** The year to date that the quarters make, where the user gave one too: the two tie out, or differ visibly. */
  readonly fromQuarters?: PeriodFigures | undefined;
}

/** Periods that end in the same month, this year and last. */
export interface ColumnBlock {
  readonly months: number;
  readonly columns: readonly PeriodColumn[];
}

/**
 * The periods of an exhibit: the last quarter and its year to date, this year and last. A year to date that was not
 * given is made of the quarters; in the first quarter of a year the two are one.
 *
 * @param periods orderly (see requireOrderly), with shares restated
 * @param asOf the exhibit shows the last period that ends on this day or before; the last of all when undefined
 * @throws CalculationError `not-available` when no period ends so early; `invalid-input` when quarters leave a gap
 */
export function exhibitColumns(
  periods: readonly PeriodFigures[],
  asOf: Day | undefined,
  rules: YearToDateRules,
): readonly ColumnBlock[] {
  const last = lastPeriod(periods, asOf);
  const months = { quarter: last.months, toDate: monthsToDate(last, periods, rules.yearEnd) };
  const ends = [endMonth(last), endMonth(last) - 12];
  return [...new Set([months.quarter, months.toDate])].map((length) => ({
    months: length,
    columns: ends.flatMap((end) => columnFor(periods, end, length, rules) ?? []),
  }));
}

/** The shortest of the periods that end last. */
function lastPeriod(periods: readonly PeriodFigures[], asOf: Day = Infinity): PeriodFigures {
  const [last] = periods
    .filter(({ end }) => end <= asOf)
    .sort((a, b) => endMonth(b) - endMonth(a) || a.months - b.months);
  if (last) return last;
  throw new CalculationError("not-available", "periods", "must hold a period that ends by the date asked for", "none");
}

/** Months from the start of the fiscal year to the end of a period. */
export function monthsToDate(period: PeriodFigures, periods: readonly PeriodFigures[], yearEnd: number | undefined): number {
  const sinceYearEnd = (startMonth(period) - firstMonth(periods, yearEnd)) % 12;
  return period.months + (sinceYearEnd + 12) % 12;
}

/** A month in which a fiscal year begins: that of the longest periods, which are years to date where lengths differ. */
function firstMonth(periods: readonly PeriodFigures[], yearEnd: number | undefined): number {
  if (yearEnd !== undefined) return yearEnd;
  const [longest] = [...periods].sort((a, b) => b.months - a.months || b.end - a.end);
  const tells = longest && (longest.months === 12 || periods.some(({ months }) => months < longest.months));
  return tells ? startMonth(longest) : 0;
}

/** A period of this length that ends in this month: as given, and as its parts make it; undefined when neither is. */
export function columnFor(
  periods: readonly PeriodFigures[],
  end: number,
  months: number,
  rules: YearToDateRules,
): PeriodColumn | undefined {
  const given = periods.find((period) => endMonth(period) === end && period.months === months);
  const parts = partsOf(periods.filter((period) => period !== given), end - months, end, given === undefined);
  const fromQuarters = parts && yearToDate(parts, rules.standard, rules.weighting);
  if (!given) return fromQuarters && { figures: fromQuarters };
  return { figures: fromQuarters ? withMissingSecurities(given, fromQuarters) : given, fromQuarters };
}

/** A year to date that was given without the count of some issue takes it from the quarters. */
function withMissingSecurities(given: PeriodFigures, fromQuarters: PeriodFigures): PeriodFigures {
  const labels = new Set(given.securities.map(({ label }) => label));
  const missing = fromQuarters.securities.filter(({ label }) => !labels.has(label));
  return missing.length === 0 ? given : { ...given, securities: [...given.securities, ...missing] };
}

/**
 * The shortest periods that make up a span of months, in order; undefined when they do not reach back to its start.
 *
 * @param strict whether a hole between the parts is an error
 */
function partsOf(periods: readonly PeriodFigures[], start: number, end: number, strict: boolean): PeriodFigures[] | undefined {
  const inside = periods.filter((period) => startMonth(period) >= start && endMonth(period) <= end);
  const parts: PeriodFigures[] = [];
  for (let month = end; month > start; month = startMonth(parts[0] as PeriodFigures)) {
    const [shortest] = inside.filter((period) => endMonth(period) === month).sort((a, b) => a.months - b.months);
    if (!shortest) {
      if (strict && parts[0] && inside.some((period) => endMonth(period) < month)) throw gap(parts[0]);
      return undefined;
    }
    parts.unshift(shortest);
  }
  return parts;
}

function gap(after: PeriodFigures): CalculationError {
  return new CalculationError("invalid-input", after.name, "must follow the period before it without a gap", describePeriod(after));
}
