/**
 * From the periods of a table to those that an exhibit shows: which periods make a year to date, where a fiscal year
 * begins, what was given and what the quarters make. It keeps one law: a figure that the user gave is never replaced by
 * one that is computed; the two stand side by side.
 */
import { dayFromMonths, isoDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import type { Weighting } from "../timeOutstanding";
import { FiscalCalendar, type Span } from "./fiscalCalendar";
import { describePeriod, firstDay, type PeriodFigures, type Standard } from "./period";
import { presentedUnder } from "./numerator";
import { yearToDate } from "./yearToDate";

/** How years to date are made of periods. */
export interface YearToDateRules {
  /** Whose rule makes the incremental shares of a year to date. */
  readonly standard: Standard;
  /** How the weighted-average shares of the parts are averaged. */
  readonly weighting: Weighting;
  /** Month of the year in which the fiscal year ends, 1 to 12; undefined to tell it from the periods. */
  readonly yearEnd?: number | undefined;
}

/** A period as an exhibit shows it. */
export interface PeriodColumn {
  /** What the column shows: the period as the user gave it, else as its quarters make it. */
  readonly figures: PeriodFigures;
  /** The year to date that the quarters make, where the user gave one too: the two tie out, or differ visibly. */
  readonly fromQuarters?: PeriodFigures | undefined;
  /** The shorter periods of the table that make it up, in order. */
  readonly parts?: readonly PeriodFigures[] | undefined;
}

/** Columns of one length that end at the same time of the year, the latest year first. */
export interface ColumnBlock {
  /** Length of each column: 3 for quarters, 12 for years. */
  readonly months: number;
  /** One or more, a year each. */
  readonly columns: readonly PeriodColumn[];
}

/** How many years an exhibit shows side by side. */
export interface ExhibitYears {
  /** Columns of a block; two, and of annual ones three, or all where the table has no others, when left out. */
  readonly years?: number | undefined;
}

const [INTERIM_YEARS, ANNUAL_YEARS, MOST_YEARS] = [2, 3, 50];

/** Periods with the boundaries between them; those that end at each, shortest first. */
interface Timeline {
  readonly calendar: FiscalCalendar;
  readonly byEnd: ReadonlyMap<Day, readonly PeriodFigures[]>;
}

/**
 * The periods of an exhibit: the last quarter and its year to date, this year and last; of a whole year, the years before
 * too. A year to date that was not given is made of the quarters; in the first quarter of a year the two are one.
 *
 * @param periods one or more, orderly (see requireOrderly), with shares restated for splits
 * @param asOf the exhibit shows the last period that ends on this day or before; the last of all when undefined
 * @throws CalculationError `not-available` when no period ends so early, or IFRS needs what is behind a bare count of
 *   shares; `invalid-input` when quarters leave a gap
 * @see Regulation S-K, Item 601(b)(11); Regulation S-X, Rules 3-02 and 10-01(c)
 */
export function exhibitColumns(
  periods: readonly PeriodFigures[],
  asOf: Day | undefined,
  rules: YearToDateRules & ExhibitYears,
): readonly ColumnBlock[] {
  const timeline = timelineOf(periods);
  const { calendar } = timeline;
  const last = lastPeriod(timeline, asOf);
  const span = calendar.spanOf(last);
  const toDate = { start: startOfYearOf(span, periods, timeline, rules), end: span.end };
  const spans = toDate.start === span.start ? [span] : [span, toDate];
  return spans.flatMap((one) => {
    const years = yearsShown(one, periods, rules);
    const columns = Array.from({ length: years }, (_year, before) => calendar.yearsBefore(one, before)).flatMap(
      (before) => columnFor(timeline, before, rules) ?? [],
    );
    return columns[0] ? [{ months: columns[0].figures.months, columns }] : [];
  });
}

function yearsShown({ start, end }: Span, periods: readonly PeriodFigures[], { years }: ExhibitYears): number {
  if (years !== undefined) return years;
  if (end - start < LEAST_DAYS_OF_A_YEAR) return INTERIM_YEARS;
  return periods.every(({ months }) => months === 12) ? Math.min(periods.length, MOST_YEARS) : ANNUAL_YEARS;
}

/** Fewer than those of 51 weeks are no year. */
const LEAST_DAYS_OF_A_YEAR = 357;

/** A column as a standard has it presented (see presentedUnder). */
export function columnUnder(standard: Standard): (column: PeriodColumn) => PeriodColumn {
  return ({ figures, fromQuarters, ...column }) => ({
    ...column,
    figures: presentedUnder(standard, figures),
    fromQuarters: fromQuarters && presentedUnder(standard, fromQuarters),
  });
}

/**
 * The annual periods of a table that end before those that its exhibit shows.
 *
 * @param blocks the columns of the exhibit
 */
export function yearsNotShown(
  periods: readonly PeriodFigures[],
  blocks: readonly ColumnBlock[],
): readonly PeriodFigures[] {
  const annual = blocks.find(({ months }) => months === 12);
  const earliest = annual?.columns.at(-1)?.figures.end ?? -Infinity;
  return periods.filter(({ months, end }) => months === 12 && end < earliest);
}

/** Ends and starts of fiscal years of 52 and 53 weeks drift so far. */
const DRIFT = 15;

/**
 * The periods of a table that its exhibit leaves out: those with figures that are no column of it, nor a part of one, as
 * the quarters of a year to date are.
 *
 * @param blocks the columns of the exhibit
 */
export function periodsNotShown(
  periods: readonly PeriodFigures[],
  blocks: readonly ColumnBlock[],
): readonly PeriodFigures[] {
  const shown = blocks.flatMap(({ columns }) => columns.map(({ figures }) => figures));
  const isWithin = (period: PeriodFigures) =>
    shown.some((other) => period.end <= other.end + DRIFT && firstDay(period) >= firstDay(other) - DRIFT);
  return periods.filter((period) => !period.pending && !isWithin(period));
}

/**
 * The year to date at the end of every period, in order; those whose quarters do not reach back to its start are left
 * out.
 *
 * @param periods orderly (see requireOrderly), with shares restated for splits
 * @throws CalculationError as {@link exhibitColumns}
 */
export function yearsToDate(periods: readonly PeriodFigures[], rules: YearToDateRules): readonly PeriodColumn[] {
  const timeline = timelineOf(periods);
  return [...timeline.byEnd].flatMap(([end, [shortest]]) => {
    if (!shortest) return [];
    const start = startOfYearOf(timeline.calendar.spanOf(shortest), periods, timeline, rules);
    return columnFor(timeline, { start, end }, rules) ?? [];
  });
}

function timelineOf(periods: readonly PeriodFigures[]): Timeline {
  const calendar = new FiscalCalendar(periods);
  const byEnd = new Map<Day, PeriodFigures[]>();
  const placed = periods.map((period) => ({ period, ...calendar.spanOf(period) }));
  for (const { period, end } of placed.sort((a, b) => a.end - b.end || b.start - a.start)) {
    byEnd.set(end, [...(byEnd.get(end) ?? []), period]);
  }
  return { calendar, byEnd };
}

/** The shortest of the periods that end last. */
function lastPeriod({ byEnd }: Timeline, asOf: Day = Infinity): PeriodFigures {
  const last = [...byEnd.values()].findLast(([period]) => period && period.end <= asOf)?.[0];
  if (last) return last;
  throw new CalculationError(
    "not-available",
    "asOf",
    "must not be before the first period ends",
    inWords(asOf === Infinity ? "no period" : isoDate(asOf)),
  );
}

/**
 * The start of the fiscal year that a span ends in, wherever the span itself begins: the month after the one in which
 * the year is said to end. Else as the longest period begins, the latest of them, which is a year to date where lengths
 * differ or it has twelve months. Else January.
 */
function startOfYearOf(
  { end }: Span,
  periods: readonly PeriodFigures[],
  { calendar }: Timeline,
  { yearEnd }: YearToDateRules,
): Day {
  const [longest] = [...periods].sort((a, b) => b.months - a.months || b.end - a.end);
  const tells = longest && (longest.months === 12 || periods.some(({ months }) => months < longest.months));
  const yearStart = dayFromMonths(FIRST_YEAR_MONTHS + (yearEnd ?? 0), 1);
  return calendar.startOfYear(yearEnd === undefined && tells ? firstDay(longest) : yearStart, end);
}

/** Months to January of some year. */
const FIRST_YEAR_MONTHS = 2000 * 12;

/** A period of this span: as given, and as its parts make it; undefined when neither is. */
function columnFor(timeline: Timeline, span: Span, rules: YearToDateRules): PeriodColumn | undefined {
  const { calendar, byEnd } = timeline;
  const given = byEnd.get(span.end)?.find((period) => calendar.spanOf(period).start === span.start);
  const parts = partsOf({ timeline, ...span, given });
  const fromQuarters = parts && yearToDate(parts, rules.standard, rules.weighting, given);
  if (!given || (given.pending && fromQuarters)) return fromQuarters && { figures: fromQuarters, parts };
  if (!fromQuarters || fromQuarters.pending) return { figures: given };
  return { figures: withMissingSecurities(given, fromQuarters), fromQuarters, parts };
}

/** A year to date that was given without the count of some issue takes it from the quarters. */
function withMissingSecurities(given: PeriodFigures, fromQuarters: PeriodFigures): PeriodFigures {
  const labels = new Set(given.securities.map(({ label }) => label));
  const missing = fromQuarters.securities.filter(({ label }) => !labels.has(label));
  return missing.length === 0 ? given : { ...given, securities: [...given.securities, ...missing] };
}

/** A span that is to be made up of shorter periods. */
interface WholeSpan extends Span {
  readonly timeline: Timeline;
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
function partsOf(span: WholeSpan): readonly PeriodFigures[] | undefined {
  const shortest = shortestParts(span);
  const [first] = shortest;
  const reached = first ? span.timeline.calendar.spanOf(first).start : span.end;
  if (reached === span.start) return shortest;
  const longer = longerParts(span, span.end);
  if (!longer && first && !span.given && endsWithin(span, reached)) throw gap(first);
  return longer;
}

/** The shortest period that ends with the span, the shortest that ends where it begins, and so on, as far as they reach. */
function shortestParts(span: WholeSpan): readonly PeriodFigures[] {
  const parts: PeriodFigures[] = [];
  for (let day = span.end; day > span.start;) {
    const within = periodsWithin(span, day);
    const shortest = within.find(({ pending }) => !pending) ?? within[0];
    if (!shortest) break;
    parts.unshift(shortest);
    day = span.timeline.calendar.spanOf(shortest).start;
  }
  return parts;
}

/** As when nine months whose quarters are not all given, and the last quarter, make a year. */
function longerParts(span: WholeSpan, end: Day): readonly PeriodFigures[] | undefined {
  if (end === span.start) return [];
  for (const period of periodsWithin(span, end)) {
    const before = longerParts(span, span.timeline.calendar.spanOf(period).start);
    if (before) return [...before, period];
  }
  return undefined;
}

/** The periods that end at a boundary of the span and begin within it, shortest first. */
function periodsWithin({ timeline, start, given }: WholeSpan, end: Day): readonly PeriodFigures[] {
  const { byEnd, calendar } = timeline;
  return (byEnd.get(end) ?? []).filter((period) => period !== given && calendar.spanOf(period).start >= start);
}

/** Whether a period ends after the start of the span and before a boundary in it. */
function endsWithin({ timeline, start }: WholeSpan, before: Day): boolean {
  return [...timeline.byEnd.keys()].some((end) => end > start && end < before);
}

function gap(after: PeriodFigures): CalculationError {
  return new CalculationError(
    "invalid-input",
    after.name,
    "must follow the period before it without a gap",
    inWords(describePeriod(after)),
  );
}
