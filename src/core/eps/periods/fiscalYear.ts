import { isoDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import { describePeriod, endMonth, startMonth, type PeriodFigures } from "./period";
import type { Weighting } from "../timeOutstanding";
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

/** Columns of one length that end in the same month, this year and last. */
export interface ColumnBlock {
  readonly months: number;
  readonly columns: readonly PeriodColumn[];
}

/** The periods that end in a month, shortest first. */
type ByEnd = ReadonlyMap<number, readonly PeriodFigures[]>;

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
  const byEnd = indexed(periods);
  const last = lastPeriod(byEnd, asOf);
  const toDate = monthsToDate(last, firstMonth(periods, rules));
  return [...new Set([last.months, toDate])]
    .map((months) => ({
      months,
      columns: [endMonth(last), endMonth(last) - 12].flatMap((end) => columnFor(byEnd, end, months, rules) ?? []),
    }))
    .filter(({ columns }) => columns.length > 0);
}

/** The year to date at the end of every period, in order; those whose quarters do not reach back to its start are left out. */
export function yearsToDate(periods: readonly PeriodFigures[], rules: YearToDateRules): readonly PeriodColumn[] {
  const byEnd = indexed(periods);
  const first = firstMonth(periods, rules);
  return [...byEnd].flatMap(([end, [shortest]]) =>
    shortest ? (columnFor(byEnd, end, monthsToDate(shortest, first), rules) ?? []) : [],
  );
}

/** By the month of their end, in order. */
function indexed(periods: readonly PeriodFigures[]): ByEnd {
  const byEnd = new Map<number, PeriodFigures[]>();
  for (const period of [...periods].sort((a, b) => endMonth(a) - endMonth(b) || a.months - b.months)) {
    byEnd.set(endMonth(period), [...(byEnd.get(endMonth(period)) ?? []), period]);
  }
  return byEnd;
}

/** The shortest of the periods that end last. */
function lastPeriod(byEnd: ByEnd, asOf: Day = Infinity): PeriodFigures {
  const last = [...byEnd.values()].findLast(([period]) => period && period.end <= asOf)?.[0];
  if (last) return last;
  throw new CalculationError(
    "not-available",
    "asOf",
    "must not be before the first period ends",
    inWords(isoDate(asOf)),
  );
}

/** Months from the start of the fiscal year to the end of a period. */
function monthsToDate(period: PeriodFigures, first: number): number {
  const sinceYearStart = (startMonth(period) - first) % 12;
  return period.months + ((sinceYearStart + 12) % 12);
}

/** A month in which a fiscal year begins: that of the longest periods, which are years to date where lengths differ. */
function firstMonth(periods: readonly PeriodFigures[], { yearEnd }: YearToDateRules): number {
  if (yearEnd !== undefined) return yearEnd;
  const longest = periods.reduce((a, b) => (b.months > a.months || (b.months === a.months && b.end > a.end) ? b : a));
  const tells = longest.months === 12 || periods.some(({ months }) => months < longest.months);
  return tells ? startMonth(longest) : 0;
}

/** A period of this length that ends in this month: as given, and as its parts make it; undefined when neither is. */
function columnFor(byEnd: ByEnd, end: number, months: number, rules: YearToDateRules): PeriodColumn | undefined {
  const given = byEnd.get(end)?.find((period) => period.months === months);
  const parts = partsOf(byEnd, end - months, end, given);
  const fromQuarters = parts && yearToDate(parts, rules.standard, rules.weighting, given);
  if (!given || (given.pending && fromQuarters)) return fromQuarters && { figures: fromQuarters };
  if (!fromQuarters || fromQuarters.pending) return { figures: given };
  return { figures: withMissingSecurities(given, fromQuarters), fromQuarters };
}

/** A year to date that was given without the count of some issue takes it from the quarters. */
function withMissingSecurities(given: PeriodFigures, fromQuarters: PeriodFigures): PeriodFigures {
  const labels = new Set(given.securities.map(({ label }) => label));
  const missing = fromQuarters.securities.filter(({ label }) => !labels.has(label));
  return missing.length === 0 ? given : { ...given, securities: [...given.securities, ...missing] };
}

/**
 * The shortest periods that make up a span of months, in order, those with figures before those still to come;
 * undefined when they do not reach back to its start.
 *
 * @param given the whole span as the user gave it, which is no part of itself; a hole between the parts then matters not
 */
function partsOf(
  byEnd: ByEnd,
  start: number,
  end: number,
  given: PeriodFigures | undefined,
): PeriodFigures[] | undefined {
  const parts: PeriodFigures[] = [];
  for (let month = end; month > start; month = startMonth(parts[0] as PeriodFigures)) {
    const within = (byEnd.get(month) ?? []).filter((period) => period !== given && startMonth(period) >= start);
    const shortest = within.find(({ pending }) => !pending) ?? within[0];
    if (!shortest) {
      const longer = partsWithLonger(byEnd, start, end, given);
      if (longer) return longer;
      if (!given && parts[0] && endsWithin(byEnd, start, month)) throw gap(parts[0]);
      return undefined;
    }
    parts.unshift(shortest);
  }
  return parts;
}

/**
 * Where the shortest periods do not reach back, longer ones may: nine months whose quarters are not all given, and the
 * last quarter, make a year.
 */
function partsWithLonger(
  byEnd: ByEnd,
  start: number,
  end: number,
  given: PeriodFigures | undefined,
): PeriodFigures[] | undefined {
  if (end === start) return [];
  for (const period of byEnd.get(end) ?? []) {
    if (period === given || startMonth(period) < start) continue;
    const before = partsWithLonger(byEnd, start, startMonth(period), given);
    if (before) return [...before, period];
  }
  return undefined;
}

function endsWithin(byEnd: ByEnd, start: number, end: number): boolean {
  for (let month = start + 1; month < end; month += 1) if (byEnd.has(month)) return true;
  return false;
}

function gap(after: PeriodFigures): CalculationError {
  return new CalculationError(
    "invalid-input",
    after.name,
    "must follow the period before it without a gap",
    inWords(describePeriod(after)),
  );
}
