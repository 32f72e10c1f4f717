/**
 * From the periods of a table to those that an exhibit shows: which periods make a year to date, where a fiscal year
 * begins, what was given and what the quarters make. It keeps one law: a figure that the user gave is never replaced by
 * one that is computed; the two stand side by side.
 */
import { isoDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import type { Weighting } from "../timeOutstanding";
import { describePeriod, endMonth, startMonth, type PeriodFigures } from "./period";
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

/** The periods that end in a month (see endMonth), shortest first; the months ascending. */
type ByEnd = ReadonlyMap<number, readonly PeriodFigures[]>;

/**
 * The periods of an exhibit: the last quarter and its year to date, this year and last. A year to date that was not
 * given is made of the quarters; in the first quarter of a year the two are one.
 *
 * @param periods one or more, orderly (see requireOrderly), with shares restated for splits
 * @param asOf the exhibit shows the last period that ends on this day or before; the last of all when undefined
 * @throws CalculationError `not-available` when no period ends so early, or IFRS needs what is behind a bare count of
 *   shares; `invalid-input` when quarters leave a gap
 * @see Regulation S-K, Item 601(b)(11); Regulation S-X, Rule 10-01(c)
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

/**
 * The year to date at the end of every period, in order; those whose quarters do not reach back to its start are left
 * out.
 *
 * @param periods orderly (see requireOrderly), with shares restated for splits
 * @throws CalculationError as {@link exhibitColumns}
 */
export function yearsToDate(periods: readonly PeriodFigures[], rules: YearToDateRules): readonly PeriodColumn[] {
  const byEnd = indexed(periods);
  const first = firstMonth(periods, rules);
  return [...byEnd].flatMap(([end, [shortest]]) =>
    shortest ? (columnFor(byEnd, end, monthsToDate(shortest, first), rules) ?? []) : [],
  );
}

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
    inWords(asOf === Infinity ? "no period" : isoDate(asOf)),
  );
}

/** Months from the start of the fiscal year to the end of a period, 1 to 12, wherever the period itself begins. */
function monthsToDate(period: PeriodFigures, first: number): number {
  const sinceYearStart = (endMonth(period) - first) % 12;
  return sinceYearStart > 0 ? sinceYearStart : sinceYearStart + 12;
}

/**
 * A month in which a fiscal year begins: the month after the one in which it is said to end. Else that of the longest
 * period, the latest of them, which is a year to date where lengths differ or it has twelve months. Else January.
 */
function firstMonth(periods: readonly PeriodFigures[], { yearEnd }: YearToDateRules): number {
  if (yearEnd !== undefined) return yearEnd;
  const [longest] = [...periods].sort((a, b) => b.months - a.months || b.end - a.end);
  const tells = longest && (longest.months === 12 || periods.some(({ months }) => months < longest.months));
  return tells ? startMonth(longest) : 0;
}

/** A period of this length that ends in this month: as given, and as its parts make it; undefined when neither is. */
function columnFor(byEnd: ByEnd, end: number, months: number, rules: YearToDateRules): PeriodColumn | undefined {
  const given = byEnd.get(end)?.find((period) => period.months === months);
  const parts = partsOf({ byEnd, start: end - months, end, given });
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

/** Months that are to be made up of shorter periods. */
interface Span {
  readonly byEnd: ByEnd;
  readonly start: number;
  readonly end: number;
  /** The whole span as the user gave it, which is no part of itself. */
  readonly given: PeriodFigures | undefined;
}

/**
 * The shortest periods that make up a span, in order, those with figures before those still to come; longer ones where
 * the shortest do not reach back. Undefined when none do. A hole between the parts matters only where the whole was not
 * given.
 *
 * @throws CalculationError `invalid-input` when there is a hole
 */
function partsOf(span: Span): readonly PeriodFigures[] | undefined {
  const shortest = shortestParts(span);
  const [first] = shortest;
  const reached = first ? startMonth(first) : span.end;
  if (reached === span.start) return shortest;
  const longer = longerParts(span, span.end);
  if (!longer && first && !span.given && endsWithin(span, reached)) throw gap(first);
  return longer;
}

/** The shortest period that ends with the span, the shortest that ends where it begins, and so on, as far as they reach. */
function shortestParts(span: Span): readonly PeriodFigures[] {
  const parts: PeriodFigures[] = [];
  for (let month = span.end; month > span.start;) {
    const within = periodsWithin(span, month);
    const shortest = within.find(({ pending }) => !pending) ?? within[0];
    if (!shortest) break;
    parts.unshift(shortest);
    month = startMonth(shortest);
  }
  return parts;
}

/** As when nine months whose quarters are not all given, and the last quarter, make a year. */
function longerParts(span: Span, end: number): readonly PeriodFigures[] | undefined {
  if (end === span.start) return [];
  for (const period of periodsWithin(span, end)) {
    const before = longerParts(span, startMonth(period));
    if (before) return [...before, period];
  }
  return undefined;
}

/** The periods that end in a month of the span and begin within it, shortest first. */
function periodsWithin({ byEnd, start, given }: Span, end: number): readonly PeriodFigures[] {
  return (byEnd.get(end) ?? []).filter((period) => period !== given && startMonth(period) >= start);
}

/** Whether a period ends after the start of the span and before a month of it. */
function endsWithin({ byEnd, start }: Span, before: number): boolean {
  return [...byEnd.keys()].some((end) => end > start && end < before);
}

function gap(after: PeriodFigures): CalculationError {
  return new CalculationError(
    "invalid-input",
    after.name,
    "must follow the period before it without a gap",
    inWords(describePeriod(after)),
  );
}
