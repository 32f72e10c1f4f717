/**
 * Potential common shares as the antidilution sequence sees them: two numbers an issue.
 */
import { CalculationError } from "../errors";
import { isNegative, isPositive, isZero, plus, toNumber, ZERO, type Fraction } from "../number/fraction";

/**
 * One issue of potential common shares, reduced to the two numbers that the antidilution sequence needs. Every kind of
 * security reports them (see securities/kinds.ts), so nothing below asks what the security was.
 */
export interface PotentialShares {
  /** How the working and an error name the issue. */
  readonly label: string;
  /**
   * What its conversion or exercise does to earnings: after-tax interest or preferred dividends restored, zero for
   * options; negative where earnings fall (a fair-value gain on a liability-classified warrant, a subsidiary's dilution).
   */
  readonly earningsAddBack: Fraction;
  /** Shares added to the denominator, weighted for the time outstanding; zero or more. */
  readonly incrementalShares: Fraction;
}

/**
 * The issue itself, when it can take part in a sequence.
 *
 * @throws CalculationError `out-of-range` when the shares are negative, or earnings are restored and no share is added
 */
export function requireConsistent<Issue extends PotentialShares>(issue: Issue): Issue {
  if (isNegative(issue.incrementalShares)) {
    const received = toNumber(issue.incrementalShares);
    throw new CalculationError("out-of-range", `${issue.label}, incremental shares`, "must be zero or more", received);
  }
  if (isZero(issue.incrementalShares) && isPositive(issue.earningsAddBack)) {
    const received = toNumber(issue.earningsAddBack);
    throw new CalculationError("out-of-range", `${issue.label}, add-back`, "needs shares that it belongs to", received);
  }
  return issue;
}

/** The issues with those that add nothing to earnings as one: income admits all of these and a loss none. */
export function joinedWithoutAddBack(issues: readonly PotentialShares[]): readonly PotentialShares[] {
  const free = issues.map(requireConsistent).filter(({ earningsAddBack }) => isZero(earningsAddBack));
  if (free.length < 2) return issues;
  const incrementalShares = free.map((issue) => issue.incrementalShares).reduce(plus);
  const others = issues.filter(({ earningsAddBack }) => !isZero(earningsAddBack));
  return [{ label: "issues without add-back", earningsAddBack: ZERO, incrementalShares }, ...others];
}
