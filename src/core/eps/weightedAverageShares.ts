/**
 * Weighted-average shares outstanding: from an opening count and its changes to the average over a period. It keeps one law:
 * every count is on the basis of the last split.
 */
import type { Day } from "../calendar/civilDate";
import { CalculationError } from "../errors";
import { compare, dividedBy, isNegative, ONE, plus, times, toNumber, ZERO, type Fraction } from "../number/fraction";
import { requirePeriod, timeOutstanding, type WeightedPeriod } from "./timeOutstanding";

/** A change in the shares outstanding, on the first day on which it counts. */
export interface ShareChange {
  /** How an error names it: where it stands in the user's table. */
  readonly name: string;
  /** First day on which it counts. */
  readonly date: Day;
  /** Shares outstanding once it has taken place. */
  readonly after: (outstanding: Fraction) => Fraction;
  /** Shares on the new basis for one share outstanding before; what came before is restated by it. */
  readonly restates: (outstanding: Fraction) => Fraction;
}

/** What a change does to the shares outstanding, without its date. */
export type Effect = Pick<ShareChange, "after" | "restates">;

const nothingRestated = () => ONE;

/** Every one of them multiplies what came before, exactly, so their number bounds the digits of the answer. */
const MAX_RESTATEMENTS = 500;

/** Shares issued, or with a minus sign bought back and retired (ASC 260-10-45-10; IAS 33.19-20). */
export function sharesIssued(quantity: Fraction): Effect {
  return { after: (outstanding) => plus(outstanding, quantity), restates: nothingRestated };
}

/**
 * A split, stock dividend or bonus issue (ASC 260-10-55-12; IAS 33.28).
 *
 * @param factor new shares for one old, more than zero: 2 for two for one, 1.05 for a dividend of 5 %
 */
export function sharesSplit(factor: Fraction): Effect {
  return { after: (outstanding) => times(outstanding, factor), restates: () => factor };
}

/**
 * A rights issue to all holders. Below the market price a part of it is a bonus, which restates what came before: the
 * market price before the rights over the theoretical ex-rights price (ASC 260-10-55-13; IAS 33.26-27, A2).
 *
 * @param quantity shares issued
 * @param exercisePrice what a holder pays for one of them, in currency
 * @param marketPrice of one share immediately before the rights are exercised, in currency
 */
export function rightsIssue(quantity: Fraction, exercisePrice: Fraction, marketPrice: Fraction): Effect {
  if (compare(exercisePrice, marketPrice) >= 0) return sharesIssued(quantity);
  return {
    ...sharesIssued(quantity),
    restates: (outstanding) =>
      dividedBy(marketPrice, theoreticalExRightsPrice(outstanding, marketPrice, quantity, exercisePrice)),
  };
}

/**
 * A rights issue of so many shares for each one held, as it is announced: 1/7 of "1-for-7".
 *
 * @see rightsIssue
 */
export function rightsIssueInRatio(ratio: Fraction, exercisePrice: Fraction, marketPrice: Fraction): Effect {
  const issue = (outstanding: Fraction) => rightsIssue(times(outstanding, ratio), exercisePrice, marketPrice);
  if (compare(exercisePrice, marketPrice) >= 0)
    return { after: (outstanding) => issue(outstanding).after(outstanding), restates: nothingRestated };
  return {
    after: (outstanding) => issue(outstanding).after(outstanding),
    restates: (outstanding) => issue(outstanding).restates(outstanding),
  };
}

/** The value of a share after a rights issue: market value of the shares before, and proceeds, over the shares after. */
export function theoreticalExRightsPrice(
  outstanding: Fraction,
  marketPrice: Fraction,
  quantity: Fraction,
  exercisePrice: Fraction,
): Fraction {
  return dividedBy(plus(times(outstanding, marketPrice), times(quantity, exercisePrice)), plus(outstanding, quantity));
}

/**
 * Weighted-average shares outstanding: each count weighted by the part of the period during which it stood, and
 * restated for every split, stock dividend and bonus element that came later, also after the period's end.
 *
 * @param period the period asked for, its days or its months weighted
 * @param opening shares outstanding before the first change, zero or more
 * @param changes in any order; those of one day take place in the order given; those before the period count throughout
 * @throws CalculationError `out-of-range` when more shares are bought back than are outstanding, or more than 500
 *   changes restate what came before
 * @returns shares on the basis after the last change, unrounded
 * @see ASC 260-10-45-10, 55-2, 55-12 to 55-14; IAS 33.19-29, 64
 * @example weightedAverageShares(year2001, exactly(1_700), [{ name: "issue", date: dayOf(2001, 7, 1),
 *   ...sharesIssued(exactly(800)) }]) // by months 2,100: 1,700 × 6/12 + 2,500 × 6/12
 */
export function weightedAverageShares(
  period: WeightedPeriod,
  opening: Fraction,
  changes: readonly ShareChange[],
): Fraction {
  const { start, end } = requirePeriod(period);
  let [outstanding, since, weighted] = [opening, start, ZERO];
  const weightedUntil = (to: Day) => plus(weighted, times(outstanding, timeOutstanding(since, to, period)));

  for (const change of [...requireFewRestatements(changes)].sort((a, b) => a.date - b.date)) {
    weighted = times(weightedUntil(change.date - 1), change.restates(outstanding));
    outstanding = requireOutstanding(change, change.after(outstanding));
    since = Math.max(since, change.date);
  }
  return weightedUntil(end);
}

function requireFewRestatements(changes: readonly ShareChange[]): readonly ShareChange[] {
  const restating = changes.filter(({ restates }) => restates !== nothingRestated).length;
  if (restating <= MAX_RESTATEMENTS) return changes;
  throw new CalculationError(
    "out-of-range",
    "changes",
    `must hold at most ${MAX_RESTATEMENTS} splits, stock dividends and rights issues`,
    restating,
  );
}

function requireOutstanding({ name }: ShareChange, outstanding: Fraction): Fraction {
  if (!isNegative(outstanding)) return outstanding;
  throw new CalculationError("out-of-range", name, "must leave zero shares or more outstanding", toNumber(outstanding));
}
