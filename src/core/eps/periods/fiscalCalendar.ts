/**
 * The days on which the periods of a table begin and end: from periods whose length is told in months, or in weeks, to
 * days that can be compared. Days within half a month of each other are one, as the ends of fiscal years of 52 and 53
 * weeks drift. It keeps one law: of two periods one holds the other, or they are apart.
 */
import { addMonths, type Day } from "../../calendar/civilDate";
import { elementAt } from "../../elements";
import { CalculationError, inWords } from "../../errors";
import { describePeriod, firstDay, type PeriodFigures } from "./period";

/** Half a month: no two ends of periods are so near. */
const DRIFT = 15;

/** A period between two boundaries: from the first day of it up to the day after its last. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** The boundaries of some periods. */
export class FiscalCalendar {
  /** The boundary of every day on which a period begins or ends. */
  private readonly known: ReadonlyMap<Day, Day>;
  /** All of them, in ascending order. */
  private readonly boundaries: readonly Day[];

  constructor(periods: readonly PeriodFigures[]) {
    const ends = new Set(periods.map(({ end }) => end + 1));
    const clusters = clustersOf([...new Set([...ends, ...periods.map(firstDay)])], ends);
    const named = clusters.map((cluster) => ({ cluster, boundary: boundaryOf(cluster, ends) }));
    this.known = new Map(named.flatMap(({ cluster, boundary }) => cluster.map((day) => [day, boundary] as const)));
    this.boundaries = named.map(({ boundary }) => boundary);
  }

  /** The boundary that a day is at; the day itself where there is none. */
  at(day: Day): Day {
    const known = this.known.get(day);
    if (known !== undefined) return known;
    let [low, high] = [0, this.boundaries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.boundaries[middle] as Day) < day) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [this.boundaries[low - 1] ?? -Infinity, this.boundaries[low] ?? Infinity];
    const nearest = day - before < after - day ? before : after;
    return Math.abs(nearest - day) <= DRIFT ? nearest : day;
  }

  spanOf(period: PeriodFigures): Span {
    return { start: this.at(firstDay(period)), end: this.at(period.end + 1) };
  }

  /** The same span so many years before. */
  yearsBefore({ start, end }: Span, years: number): Span {
    return { start: this.at(addMonths(start, -12 * years)), end: this.at(addMonths(end, -12 * years)) };
  }

  /** The last start of a year at or before a day, from the start of some year. */
  startOfYear(yearStart: Day, before: Day): Day {
    const years = Math.round((before - yearStart) / 365.25) + 1;
    const starts = [years, years - 1, years - 2].map((count) => this.at(addMonths(yearStart, 12 * count)));
    return starts.find((start) => start < before) ?? yearStart;
  }
}

/** Days that follow each other within half a month; two ends that do not are two boundaries, whatever starts between. */
function clustersOf(days: readonly Day[], ends: ReadonlySet<Day>): readonly (readonly Day[])[] {
  const clusters: Day[][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = clusters.at(-1) ?? [];
    const firstEnd = last.find((other) => ends.has(other));
    const isSecondEnd = firstEnd !== undefined && ends.has(day) && day - firstEnd > DRIFT;
    if (day - (last.at(-1) ?? -Infinity) <= DRIFT && !isSecondEnd) last.push(day);
    else clusters.push([day]);
  }
  return clusters;
}

/** A start follows from a length; an end was given, and so is the better of the two. */
function boundaryOf(cluster: readonly Day[], ends: ReadonlySet<Day>): Day {
  return cluster.find((day) => ends.has(day)) ?? elementAt(cluster, cluster.length >>> 1);
}

/**
 * The periods, when any two of them are apart or one holds the other, as a year to date holds its quarters.
 *
 * @throws CalculationError `invalid-input` when two rows are one period, or two periods overlap in part
 */
export function requireOrderly(periods: readonly PeriodFigures[]): readonly PeriodFigures[] {
  const calendar = new FiscalCalendar(periods);
  const spans = periods.map((period) => ({ period, ...calendar.spanOf(period) }));
  let open: readonly (typeof spans)[number][] = [];
  for (const inner of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    open = open.filter(({ end }) => end > inner.start);
    const innermost = open.at(-1);
    if (innermost) requireInside(innermost, inner);
    open = [...open, inner];
  }
  return periods;
}

interface PlacedPeriod extends Span {
  readonly period: PeriodFigures;
}

function requireInside(outer: PlacedPeriod, { period, start, end }: PlacedPeriod): void {
  const same = outer.end === end && outer.start === start;
  if (end <= outer.end && !same) return;
  const { name } = outer.period;
  const rule = same ? `must not be the same period as ${name}` : `must not overlap ${name}`;
  throw new CalculationError("invalid-input", period.name, rule, inWords(describePeriod(period)));
}
