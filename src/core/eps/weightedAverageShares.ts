import type { Day } from "../calendar/civilDate";
import { CalculationError } from "../errors";
import { compare, dividedBy, isNegative, ONE, plus, times, toNumber, ZERO, type Fraction } from "../number/fraction";
import { requirePeriod, timeOutstanding, type WeightedPeriod } from "./timeOutstanding";

/** A change in the shares outstanding, on the first day on which it counts. */
export interface ShareChange {
  /** How an error names it: where it stands in the user's table. */
  readonly name: string;
  readonly date: Day;
  /** Shares outstanding once it has taken place. */
  readonly after: (outstanding: Fraction) => Fraction;
  /** Shares on the new basis for one share outstanding before; what came before is restated by it. */
  readonly restates: (outstanding: Fraction) => Fraction;
}

type Effect = Pick<ShareChange, "after" | "restates">;

const nothingRestated = () => ONE;

/** Every one of them multiplies what came before, exactly, so their number bounds the digits of the answer. */
const MOST_RESTATEMENTS = 500;

/** Shares issued, or with a minus sign bought back and retired. */
export function sharesIssued(quantity: Fraction): Effect {
  return { after: (outstanding) => plus(outstanding, quantity), restates: nothingRestated };
}

/** A split, stock dividend or bonus issue: so many shares for each one (ASC 260-10-55-12; IAS 33.28). */
export function sharesSplit(factor: Fraction): Effect {
  return { after: (outstanding) => times(outstanding, factor), restates: () => factor };
}

/**
 * A rights issue to all holders. Below the market price a part of it is a bonus, which restates what came before: the
 * market price before the rights over the theoretical ex-rights price (ASC 260-10-55-13; IAS 33.26-27, A2).
 */
export function rightsIssue(quantity: Fraction, exercisePrice: Fraction, marketPrice: Fraction): Effect {
  if (compare(exercisePrice, marketPrice) >= 0) return sharesIssued(quantity);
  return {
    ...sharesIssued(quantity),
    restates: (outstanding) =>
      dividedBy(marketPrice, theoreticalExRightsPrice(outstanding, marketPrice, quantity, exercisePrice)),
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
 * @param opening shares outstanding before the first change
 * @param changes in any order; those of one day take place in the order given; those before the period count throughout
 * @throws CalculationError `out-of-range` when more shares are bought back than are outstanding, or more than 500
 *   changes restate what came before
 * @see ASC 260-10-45-10, 55-2, 55-12 to 55-14; IAS 33.19-29, 64
 */
export function weightedAverageShares(
  period: WeightedPeriod,
  opening: Fraction,
  changes: readonly ShareChange[],
): Fraction {
  const { start, end } = requirePeriod(period);
  let [outstanding, since, weighted] = [opening, start, ZERO];
  const withStretch = (to: Day) => plus(weighted, times(outstanding, timeOutstanding(since, to, period)));

  for (const change of [...requireFewRestatements(changes)].sort((a, b) => a.date - b.date)) {
    weighted = times(withStretch(change.date - 1), change.restates(outstanding));
    outstanding = requireOutstanding(change, change.after(outstanding));
    since = Math.max(since, change.date);
  }
  return withStretch(end);
}

function requireFewRestatements(changes: readonly ShareChange[]): readonly ShareChange[] {
  const restating = changes.filter(({ restates }) => restates !== nothingRestated).length;
  if (restating <= MOST_RESTATEMENTS) return changes;
  throw new CalculationError(
    "out-of-range",
    "changes",
    `must hold at most ${MOST_RESTATEMENTS} splits, stock dividends and rights issues`,
    restating,
  );
}

function requireOutstanding({ name }: ShareChange, outstanding: Fraction): Fraction {
  if (!isNegative(outstanding)) return outstanding;
  throw new CalculationError("out-of-range", name, "must leave zero shares or more outstanding", toNumber(outstanding));
}
