import type { Day } from "../../../core/calendar/civilDate";
import { monthsBetween } from "../periodLength";

/** One figure that a filing tags, for a stretch of time. */
export interface Fact {
  readonly concept: string;
  readonly start: Day;
  readonly end: Day;
  readonly value: number;
  /** "USD", "shares", "USD/shares". */
  readonly unit: string;
  /** "10-K", "10-Q/A"; "" where the source does not say. */
  readonly form: string;
  /** The day of the filing as YYYY-MM-DD, and its number. */
  readonly filed: string;
  readonly filing: string;
}

/** A fact of a period that has a length in months. */
export interface PeriodFact extends Fact {
  readonly months: number;
}

/** The facts that count, by concept and period, the last filing's for each; with what was decided on the way. */
export interface ChosenFacts {
  readonly periods: readonly PeriodKey[];
  readonly latest: (concept: string, key: string) => PeriodFact | undefined;
  /** Every fact of a concept and period, the first filing's first. */
  readonly all: (concept: string) => readonly PeriodFact[];
  readonly currency: string;
  readonly remarks: readonly string[];
}

export interface PeriodKey {
  readonly key: string;
  readonly start: Day;
  readonly end: Day;
  readonly months: number;
}

export function keyOf({ end, months }: Pick<PeriodFact, "end" | "months">): string {
  return `${end}|${months}`;
}

/**
 * Of all facts those of reports on periods, in one currency, by the last filing. A proxy statement, a registration
 * statement or a current report does not restate what a report has filed.
 *
 * @param concepts those that a period may be made of
 */
export function chosenFacts(facts: readonly Fact[], concepts: ReadonlySet<string>): ChosenFacts {
  const wanted = facts.filter(({ concept }) => concepts.has(concept));
  const reports = wanted.filter(({ form }) => form === "" || REPORT.test(form));
  const kept = reports.length > 0 ? reports : wanted;
  const currency = currencyOf(kept);
  const inCurrency = kept.filter(({ unit }) => currencyIn(unit) === undefined || currencyIn(unit) === currency);
  const timed = inCurrency.flatMap((fact): PeriodFact[] => {
    const months = monthsBetween(fact.start, fact.end);
    return months === undefined ? [] : [{ ...fact, months }];
  });
  const byConcept = grouped([...timed].sort(byFiling), ({ concept }) => concept);
  const latest = new Map([...byConcept].map(([concept, some]) => [concept, new Map(some.map((f) => [keyOf(f), f]))]));
  return {
    periods: periodsIn(timed),
    latest: (concept, key) => latest.get(concept)?.get(key),
    all: (concept) => byConcept.get(concept) ?? [],
    currency,
    remarks: [...notReports(wanted, kept), ...otherCurrencies(kept, currency)],
  };
}

const REPORT = /^(10-K|10-Q|20-F|40-F|6-K|10-KSB|10-QSB|11-K|NT|10-KT|10-QT)/i;

function byFiling(a: Fact, b: Fact): number {
  return a.filed.localeCompare(b.filed) || a.filing.localeCompare(b.filing);
}

/** The currency of an amount or of an amount a share; undefined for shares and ratios. */
function currencyIn(unit: string): string | undefined {
  return /^([A-Z]{3})(?:$|\/)/.exec(unit)?.[1];
}

/** The currency in which most periods are reported; dollars where two are alike. */
function currencyOf(facts: readonly Fact[]): string {
  const periods = grouped(facts, ({ unit }) => currencyIn(unit) ?? "");
  periods.delete("");
  const count = (currency: string) =>
    new Set(periods.get(currency)?.map(({ concept, end, start }) => `${concept}|${start}|${end}`)).size;
  const all = [...periods.keys()].sort((a, b) => count(b) - count(a) || Number(b === "USD") - Number(a === "USD"));
  return all[0] ?? "USD";
}

export function grouped<T>(values: readonly T[], nameOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(nameOf(value));
    if (group) group.push(value);
    else groups.set(nameOf(value), [value]);
  }
  return groups;
}

function periodsIn(facts: readonly PeriodFact[]): PeriodKey[] {
  return [...grouped(facts, keyOf)].map(([key, [fact]]) => {
    const { start, end, months } = fact as PeriodFact;
    return { key, start, end, months };
  });
}

function notReports(all: readonly Fact[], kept: readonly Fact[]): string[] {
  const left = all.filter((fact) => !kept.includes(fact));
  if (left.length === 0) return [];
  const forms = [...new Set(left.map(({ form }) => form))].join(", ");
  return [`Facts of ${forms} left out: only reports on periods (10-K, 10-Q, 20-F, 40-F, 6-K) state or restate them.`];
}

function otherCurrencies(facts: readonly Fact[], currency: string): string[] {
  const others = new Set(facts.flatMap(({ unit }) => currencyIn(unit) ?? []));
  others.delete(currency);
  if (others.size === 0) return [];
  return [
    `All figures are in ${currency}; those in ${[...others].join(", ")} were left out, as two currencies do not belong in one table.`,
  ];
}
