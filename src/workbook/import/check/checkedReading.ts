import { isoDate } from "../../../core/calendar/civilDate";
import { dayOfSerial } from "../../eps/serials";
import type { ImportedPeriod } from "../../actionTypes";
import { count } from "../../book/report";
import type { Units } from "../../eps/filed";
import { otherReadings, type Reading } from "./otherReadings";
import { perShareChecks, type PerShareCheck } from "./perShareCheck";

/** What a source was read as, with what it may mean besides. */
export interface Source {
  /** The scales that its figures may have, the likeliest first. */
  readonly scales: readonly Units[];
  readonly periodsAt: (units: Units) => readonly ImportedPeriod[];
  /** To what the source prints its figures at a scale, where that is finer than the scale itself. */
  readonly printedTo?: (units: Units) => Units;
  /** Other figures that a period of the source has for the same line. */
  readonly alternatives?: (period: ImportedPeriod) => readonly Reading[];
}

export interface ScaledReading {
  readonly units: Units;
  /** To what the source prints its figures. */
  readonly printed: Units;
  readonly periods: readonly ImportedPeriod[];
}

export interface CheckedReading extends ScaledReading {
  readonly checks: readonly PerShareCheck[];
  /** What the figures proved, and what does not hold, a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * The one check behind every import: income over shares against every per-share figure that the source prints. A
 * reading that does not hold is compared with the others that the source allows; another is taken only where the
 * figures prove it: all per-share figures of the period then agree, and one of them at least is not zero.
 */
export function checkedReading(source: Source): CheckedReading {
  const { units, printed, periods } = atScaleThatHolds(source);
  const settled = eachProved(periods, printed, source.alternatives ?? (() => []));
  const checks = checksOf(settled.periods, printed);
  return { units, printed, periods: settled.periods, checks, remarks: [...settled.remarks, ...disagreements(checks)] };
}

function checksOf(periods: readonly ImportedPeriod[], units: Units): PerShareCheck[] {
  return periods.flatMap((period) => perShareChecks(period, units));
}

/** The first scale at which all per-share figures hold, else most of them. Zero agrees at any scale, and proves none. */
function atScaleThatHolds({ scales, periodsAt, printedTo = (units) => units }: Source): ScaledReading {
  let best: { reading: ScaledReading; held: number } | undefined;
  for (const units of scales) {
    const reading = { units, printed: printedTo(units), periods: periodsAt(units) };
    const telling = checksOf(reading.periods, reading.printed).filter(({ printed }) => printed !== 0);
    const held = telling.filter(({ agrees }) => agrees).length;
    if (!best || held > best.held) best = { reading, held };
    if (held === telling.length) break;
  }
  if (!best) throw new RangeError("A source has one scale at least.");
  return best.reading;
}

interface Settled {
  readonly periods: readonly ImportedPeriod[];
  readonly remarks: readonly string[];
}

/** One reading for all periods where it holds for all that fail; else each period on its own. */
function eachProved(
  periods: readonly ImportedPeriod[],
  units: Units,
  alternatives: (period: ImportedPeriod) => readonly Reading[],
): Settled {
  const settled = periods.map((period) => {
    if (!fails(period, units)) return { period, kinds: [] as string[], words: [] as string[] };
    return (
      proved(period, units, [...alternatives(period), ...otherReadings(period)]) ?? { period, kinds: [], words: [] }
    );
  });
  const kinds = new Set(settled.flatMap((one) => one.kinds));
  const alike = settled.map((one, index) => {
    const period = periods[index] as ImportedPeriod;
    if (one.kinds.length > 0) return one;
    const same = [...alternatives(period), ...otherReadings(period)].filter(
      ({ kind }) => kind !== "" && kinds.has(kind),
    );
    return proved(period, units, same) ?? one;
  });
  return { periods: alike.map(({ period }) => period), remarks: together(alike) };
}

function fails(period: ImportedPeriod, units: Units): boolean {
  return perShareChecks(period, units).some(({ agrees }) => !agrees);
}

function holds(period: ImportedPeriod, units: Units): boolean {
  const checks = perShareChecks(period, units);
  return checks.every(({ agrees }) => agrees) && checks.some(({ printed }) => printed !== 0);
}

/** The first reading, or the first two together, with which every per-share figure of the period holds. */
function proved(period: ImportedPeriod, units: Units, readings: readonly Reading[]) {
  const pairs = readings.flatMap((one, index) => readings.slice(index + 1).map((other) => [one, other]));
  const sets = [...readings.map((one) => [one]), ...pairs];
  const found = sets.find((set) => holds(withReadings(period, set), units));
  if (!found) return undefined;
  return {
    period: withReadings(period, found),
    kinds: found.map(({ kind }) => kind),
    words: found.map(({ words }) => words),
  };
}

function withReadings(period: ImportedPeriod, readings: readonly Reading[]): ImportedPeriod {
  return readings.reduce((read, { apply }) => apply(read), period);
}

/** The same words of several periods are said once. */
function together(
  settled: readonly { readonly period: ImportedPeriod; readonly words: readonly string[] }[],
): string[] {
  const all = new Map<string, string[]>();
  for (const { period, words } of settled) {
    for (const one of words) all.set(one, [...(all.get(one) ?? []), periodWords(period)]);
  }
  return [...all].map(([words, periods]) => `${words} (${periods.join("; ")}); so the per-share figures agree.`);
}

/** Whether income over shares makes what the source prints, in a sentence. */
export function checkWords(checks: readonly PerShareCheck[]): string {
  const wrong = checks.filter(({ agrees }) => !agrees).length;
  if (checks.length === 0)
    return "No per-share figure was found beside income and shares, so nothing proves that they were read right.";
  const figures = count(checks.length, "per-share figure");
  if (wrong > 0) return `${checks.length - wrong} of ${figures} agree with income over shares.`;
  return checks.length === 1
    ? "The per-share figure agrees with income over shares."
    : `All ${figures} agree with income over shares.`;
}

function disagreements(checks: readonly PerShareCheck[]): string[] {
  const wrong = checks.filter(({ agrees }) => !agrees);
  if (wrong.length === 0) return [];
  const said = checkWords(checks).slice(0, -1);
  return [`${said}; ${wrong.length === 1 ? "one does not" : "these do not"}: ${wrong.map(inWords).join("; ")}.`];
}

function inWords(check: PerShareCheck): string {
  const computed = check.computed === undefined ? "cannot be computed" : `computed ${check.computed}`;
  return `${check.line}, ${periodWords(check)}: ${computed}, printed ${check.printed}`;
}

export function periodWords({ periodEnd, months }: Pick<ImportedPeriod, "periodEnd" | "months">): string {
  return `${count(months, "month")} to ${isoDate(dayOfSerial(periodEnd))}`;
}
