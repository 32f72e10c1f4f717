import { isClassColumn, periodColumn } from "../../functions/eps/periodWords";
import { plainWord } from "../../core/given";
import type { ImportedPeriod } from "../actionTypes";
import type { Periods } from "../eps/periods";
import { count } from "../book/report";

/** Shares of a class in each period that the table and the import have both; undefined where nothing is said of it. */
interface ClassCounts {
  readonly label: string;
  readonly shares: readonly (number | undefined)[];
}

/** Beyond so many classes nobody's table goes, and every set of them is tried. */
const MOST_CLASSES = 12;

/**
 * Leaves out of an import the classes of securities that the table has already under other words: the total of several,
 * as company facts give share-based payment for options and units, or the parts of one. Beside them they would count
 * the same shares twice. In a period that the table lacks they are all there is, and stay.
 *
 * @returns the periods to import, and what was left out, one sentence each
 */
export function withoutCountedTwice(
  periods: readonly ImportedPeriod[],
  table: Periods,
): { readonly periods: readonly ImportedPeriod[]; readonly remarks: readonly string[] } {
  const numbers = new Map(table.rows.map(({ periodEnd, months, number }) => [keyOf({ periodEnd, months }), number]));
  const shared = periods.filter((period) => numbers.has(keyOf(period)));
  const held = classesHeld(
    table,
    shared.map((period) => numbers.get(keyOf(period)) ?? 0),
  );
  const come = classesComing(shared).filter(({ label }) => !held.some((other) => isSameClass(other.label, label)));
  const totals = come.flatMap((one) => told([one], setWithSum(held, one.shares, 1)));
  const others = come.filter((one) => !totals.some(({ labels }) => labels.includes(one.label)));
  const parts = held.flatMap((one) => told(setWithSum(others, one.shares, 2), [one]));
  const left = [...totals, ...parts];
  const isLeft = (label: string) => left.some(({ labels }) => labels.includes(label));
  return {
    periods: periods.map((period) => (numbers.has(keyOf(period)) ? without(period, isLeft) : period)),
    remarks: left.map(
      ({ words }) => `${words}: left out of ${count(shared.length, "period")}, so that no share counts twice.`,
    ),
  };
}

function keyOf({ periodEnd, months }: Pick<ImportedPeriod, "periodEnd" | "months">): string {
  return `${periodEnd}|${months}`;
}

function classesHeld({ table, headers }: Periods, rows: readonly number[]): ClassCounts[] {
  return headers.flatMap((header, column) => {
    const name = periodColumn(header) ?? "";
    if (name === "" || !isClassColumn(name)) return [];
    return withAny({ label: name, shares: rows.map((row) => Number(table.values[row]?.[column]) || 0) });
  });
}

function classesComing(periods: readonly ImportedPeriod[]): ClassCounts[] {
  const labels = new Set(periods.flatMap(({ securities }) => Object.keys(securities)));
  return [...labels].flatMap((label) => withAny({ label, shares: periods.map(({ securities }) => securities[label]) }));
}

function withAny(counts: ClassCounts): ClassCounts[] {
  return counts.shares.some((shares) => (shares ?? 0) !== 0) ? [counts] : [];
}

function isSameClass(one: string, other: string): boolean {
  return plainWord(one) === plainWord(other);
}

/** The smallest set of classes, of so many at least, that make these shares in every period; none when there is none. */
function setWithSum(
  classes: readonly ClassCounts[],
  shares: ClassCounts["shares"],
  least: number,
): readonly ClassCounts[] {
  if (classes.length > MOST_CLASSES) return [];
  const sets = Array.from({ length: 2 ** classes.length }, (_none, mask) =>
    classes.filter((_class, index) => (mask >> index) & 1),
  );
  const isTotal = (set: readonly ClassCounts[]) =>
    shares.every(
      (total, period) => total === undefined || set.reduce((sum, one) => sum + (one.shares[period] ?? 0), 0) === total,
    );
  return (
    sets
      .filter((set) => set.length >= least)
      .sort((a, b) => a.length - b.length)
      .find(isTotal) ?? []
  );
}

function told(coming: readonly ClassCounts[], held: readonly ClassCounts[]) {
  if (coming.length === 0 || held.length === 0) return [];
  const labels = coming.map(({ label }) => label);
  const words = `${inWords(labels)} of the import ${labels.length > 1 ? "are together" : "is"} what ${inWords(held.map(({ label }) => label))} of the table ${held.length > 1 ? "make together" : "is"}`;
  return [{ labels, words }];
}

function inWords(labels: readonly string[]): string {
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
}

function without(period: ImportedPeriod, isLeft: (label: string) => boolean): ImportedPeriod {
  const kept = <T>(figures: Readonly<Record<string, T>>, labelOf: (name: string) => string) =>
    Object.fromEntries(Object.entries(figures).filter(([name]) => !isLeft(labelOf(name))));
  return {
    ...period,
    securities: kept(period.securities, (label) => label),
    printed: kept(period.printed, (name) => name.replace(/^security:/, "")),
  };
}
