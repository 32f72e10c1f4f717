import { longDate } from "../../../core/calendar/civilDate";
import { count } from "../../book/report";
import type { ImportedPeriod } from "../../actionTypes";
import { periodWords } from "../check/checkedReading";
import type { DatedPeriod } from "./fourthQuarter";
import type { ChosenFacts, PeriodFact } from "./facts";
import type { Taxonomy } from "./taxonomies";

/** A split as filings show it: a period whose shares were restated by a whole ratio. */
interface Split {
  /** New shares for one old. */
  readonly factor: number;
  /** When the first filing on the new basis was filed. */
  readonly filed: string;
  /** Shares on the new basis. */
  readonly level: number;
}

export interface OnOneBasis {
  readonly periods: readonly DatedPeriod[];
  readonly remarks: readonly string[];
}

/**
 * Shares of all periods on one basis. A later filing restates for a split the periods that it repeats, and no others:
 * those still have the shares of before. They are restated by the ratio that the filings themselves show; where none
 * shows it, it is told that the shares leap.
 *
 * @see ASC 260-10-55-12; IAS 33.64
 */
export function onOneBasis(periods: readonly DatedPeriod[], facts: ChosenFacts, taxonomy: Taxonomy): OnOneBasis {
  const splits = splitsIn(facts, taxonomy);
  const restated: string[] = [];
  const done = periods.map((period) => {
    const split = splits.find((one) => isBefore(period, one, facts, taxonomy));
    if (!split) return period;
    restated.push(`${periodWords(period.figures)} by ${inWords(split.factor)}`);
    return { ...period, figures: afterSplit(period.figures, split.factor) };
  });
  return {
    periods: done,
    remarks: [
      ...(restated.length > 0
        ? [
            `Not restated for a split in any later filing, and restated here so that all shares are on one basis: ${restated.join("; ")}. Their printed per-share figures, on the basis of before, are left out.`,
          ]
        : []),
      ...leaps(done),
    ],
  };
}

const RATIOS = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1.5, 1.25, 4 / 3];

/** The ratio of a split that is that of two counts, to a hundredth; undefined for any other restatement. */
function ratioOf(from: number, to: number): number | undefined {
  const ratio = to / from;
  return [...RATIOS, ...RATIOS.map((one) => 1 / one)].find((one) => Math.abs(ratio / one - 1) < 0.01);
}

function splitsIn(facts: ChosenFacts, taxonomy: Taxonomy): Split[] {
  const shares = taxonomy.weightedShares.flatMap((concept) => facts.all(concept));
  const pairs = shares.flatMap((from, index) =>
    shares
      .slice(index + 1)
      .filter((to) => to.end === from.end && to.months === from.months && to.concept === from.concept)
      .map((to) => [from, to] as const),
  );
  const splits = pairs.flatMap(([from, to]): Split[] => {
    const factor = ratioOf(from.value, to.value);
    return factor === undefined ? [] : [{ factor, filed: to.filed, level: to.value }];
  });
  return splits.sort((a, b) => a.filed.localeCompare(b.filed));
}

/** Whether a period was filed last before the split, with shares that only the split makes like those after it. */
function isBefore({ key, figures }: DatedPeriod, split: Split, facts: ChosenFacts, taxonomy: Taxonomy): boolean {
  const fact = taxonomy.weightedShares
    .map((concept) => facts.latest(concept, key))
    .find((one): one is PeriodFact => one !== undefined);
  if (!fact || fact.filed >= split.filed || !figures.weightedShares) return false;
  const away = (shares: number) => Math.abs(Math.log(shares / split.level));
  return away(figures.weightedShares * split.factor) < away(figures.weightedShares);
}

function afterSplit({ printed, ...period }: ImportedPeriod, factor: number): ImportedPeriod {
  const { netIncome, continuingIncome, preferredDividends } = printed;
  const amounts = { netIncome, continuingIncome, preferredDividends };
  return {
    ...period,
    weightedShares: Math.round((period.weightedShares ?? 0) * factor),
    securities: Object.fromEntries(
      Object.entries(period.securities).map(([label, shares]) => [label, Math.round(shares * factor)]),
    ),
    printed: Object.fromEntries(
      Object.entries(amounts).filter((entry): entry is [string, number] => entry[1] !== undefined),
    ),
  };
}

function inWords(factor: number): string {
  return factor >= 1 ? `${Number(factor.toFixed(4))}-for-1` : `1-for-${Number((1 / factor).toFixed(4))}`;
}

/** Shares of one length that leap by the ratio of a split, with nothing in the file that shows one. */
function leaps(periods: readonly DatedPeriod[]): string[] {
  const inOrder = [...periods].sort((a, b) => a.end - b.end);
  return inOrder.flatMap((period, index) => {
    const before = inOrder.slice(0, index).findLast(({ months }) => months === period.months);
    const [from, to] = [before?.figures.weightedShares, period.figures.weightedShares];
    if (!before || !from || !to || (to / from < 1.9 && to / from > 0.55)) return [];
    const amount = (shares: number) => count(shares, "share");
    return [
      `Weighted average shares go from ${amount(from)} to ${amount(to)} between ${longDate(before.end)} and ${longDate(period.end)} (${period.months} months): if that is a split, the periods before are not restated for it; a Split factor in the period table restates them.`,
    ];
  });
}
