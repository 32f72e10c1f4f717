import { compare, dividedBy, isPositive, isZero, minus, plus, times, type Fraction } from "../number/fraction";
import { requireShares } from "./basicEps";
import { requireConsistent, type PotentialShares } from "./potentialShares";

/** One issue in the order considered. */
export interface SequenceStep<Issue extends PotentialShares = PotentialShares> {
  readonly issue: Issue;
  /** EPS of the control number before this issue joins. */
  readonly epsBefore: Fraction;
  /** Numerator and denominator if this issue joins those already included. */
  readonly earningsIfIncluded: Fraction;
  readonly sharesIfIncluded: Fraction;
  /** EPS of the control number if this issue joins those already included. */
  readonly epsIfIncluded: Fraction;
  /** Lowers EPS, and so is included. */
  readonly dilutive: boolean;
}

/** What the included issues do to a period, and the working. */
export interface Dilution<Issue extends PotentialShares = PotentialShares> {
  readonly earningsAddBack: Fraction;
  readonly incrementalShares: Fraction;
  /** Every issue that adds shares or changes earnings, most dilutive first. */
  readonly sequence: readonly SequenceStep<Issue>[];
}

/**
 * The antidilution sequence. Issues are considered one at a time, each on its own, lowest earnings per incremental
 * share first, and each is included only if it lowers the EPS of the control number. The set so fixed serves every
 * income line of the period. While add-backs are zero or more a loss admits none: more shares make a loss per share
 * smaller.
 *
 * @param controlNumber income from continuing operations available to common stockholders (IFRS: profit from continuing
 *   operations attributable to ordinary equity holders of the parent), in currency units
 * @param weightedAverageShares weighted-average common shares outstanding; more than zero
 * @param issues each issue of potential common shares on its own, never in aggregate; in any order
 * @throws CalculationError `out-of-range` when a share count breaks its bound
 * @see ASC 260-10-45-17 to 45-20, 55-57 to 55-59; IAS 33.41-44
 */
export function dilution<Issue extends PotentialShares>(
  controlNumber: Fraction,
  weightedAverageShares: Fraction,
  issues: readonly Issue[],
): Dilution<Issue> {
  let earnings = controlNumber;
  let shares = requireShares("shares", weightedAverageShares);
  let eps = dividedBy(earnings, shares);
  const sequence: SequenceStep<Issue>[] = [];

  for (const issue of mostDilutiveFirst(issues)) {
    const earningsIfIncluded = plus(earnings, issue.earningsAddBack);
    const sharesIfIncluded = plus(shares, issue.incrementalShares);
    const epsIfIncluded = dividedBy(earningsIfIncluded, sharesIfIncluded);
    // What adds nothing to earnings dilutes any income, and no loss.
    const dilutive = isZero(issue.earningsAddBack) ? isPositive(earnings) : compare(epsIfIncluded, eps) < 0;
    sequence.push({ issue, epsBefore: eps, earningsIfIncluded, sharesIfIncluded, epsIfIncluded, dilutive });
    if (dilutive) [earnings, shares, eps] = [earningsIfIncluded, sharesIfIncluded, epsIfIncluded];
  }
  const earningsAddBack = minus(earnings, controlNumber);
  return { earningsAddBack, incrementalShares: minus(shares, weightedAverageShares), sequence };
}

/**
 * Diluted earnings per share of one income line, with the issues that the control number admitted.
 *
 * @param incomeAvailableToCommon the line's income, less preferred dividends where the line bears them
 * @param bearsAddBacks whether the line contains continuing operations, to which the add-backs belong; a line of
 *   discontinued operations does not
 * @returns currency units per share, unrounded
 */
export function dilutedEps(
  incomeAvailableToCommon: Fraction,
  weightedAverageShares: Fraction,
  included: Pick<Dilution, "earningsAddBack" | "incrementalShares">,
  bearsAddBacks = true,
): Fraction {
  const numerator = bearsAddBacks ? plus(incomeAvailableToCommon, included.earningsAddBack) : incomeAvailableToCommon;
  return dividedBy(numerator, plus(requireShares("shares", weightedAverageShares), included.incrementalShares));
}

/**
 * By earnings per incremental share, lowest first; compared by cross-multiplication, so that an issue without shares
 * that lowers earnings comes before all others. Issues that do nothing, such as options out of the money, take no part.
 */
function mostDilutiveFirst<Issue extends PotentialShares>(issues: readonly Issue[]): readonly Issue[] {
  return issues
    .map(requireConsistent)
    .filter((issue) => !isZero(issue.incrementalShares) || !isZero(issue.earningsAddBack))
    .sort((a, b) =>
      compare(times(a.earningsAddBack, b.incrementalShares), times(b.earningsAddBack, a.incrementalShares)),
    );
}
