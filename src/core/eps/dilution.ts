/**
 * The antidilution sequence: from the control number, the weighted-average shares and the issues of potential shares to
 * what joins diluted EPS, with the working and its words. It keeps two laws: no other choice of issues gives a lower EPS
 * of the control number, and the order in which the issues come changes nothing.
 */
import { compare, dividedBy, isPositive, isZero, minus, negated, plus, times, type Fraction } from "../number/fraction";
import { figureText } from "../number/figureText";
import { requireShares } from "./basicEps";
import { requireConsistent, type PotentialShares } from "./potentialShares";

/** One issue in the order considered. */
export interface SequenceStep<Issue extends PotentialShares = PotentialShares> {
  /** As it was given, with whatever else it knows. */
  readonly issue: Issue;
  /** EPS of the control number before this issue joins, in currency a share. */
  readonly epsBefore: Fraction;
  /** Numerator if this issue joins those already included, in currency. */
  readonly earningsIfIncluded: Fraction;
  /** Denominator if it joins them. */
  readonly sharesIfIncluded: Fraction;
  /** EPS of the control number if this issue joins those already included. */
  readonly epsIfIncluded: Fraction;
  /** Lowers EPS, and so is included. */
  readonly dilutive: boolean;
}

/** What the included issues do to a period, and the working. */
export interface Dilution<Issue extends PotentialShares = PotentialShares> {
  /** Added to the numerator, in currency. */
  readonly earningsAddBack: Fraction;
  /** Added to the denominator, in shares. */
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
 * @returns shares and currency, unrounded
 * @throws CalculationError `out-of-range` when a share count breaks its bound, or an add-back has no shares
 * @see ASC 260-10-45-17 to 45-20, 55-57 to 55-59; IAS 33.41-44
 * @example dilution(exactly(1_200_000), exactly(400_000), [options]) // options of 10,000 shares: EPS from 3.00 to 2.93
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
 * @param incomeAvailableToCommon the line's income, less preferred dividends where the line bears them, in currency units
 * @param weightedAverageShares weighted-average common shares outstanding; more than zero
 * @param included what the issues add together: the answer of {@link dilution}
 * @param bearsAddBacks whether the line contains continuing operations, to which the add-backs belong; a line of
 *   discontinued operations does not
 * @returns currency units per share, unrounded; round only for presentation
 * @throws CalculationError `out-of-range` when the weighted-average shares are not more than zero
 * @see ASC 260-10-45-16, 45-18; IAS 33.31, A3
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

/**
 * Why an issue is in diluted EPS, or is not, as one says it to those who hold it. Figures are in currency a share, to four
 * decimals at most.
 *
 * @see ASC 260-10-45-17 to 45-19
 */
export function reasonFor(step: SequenceStep): string {
  const before = perShareText(step.epsBefore);
  if (step.dilutive) return `lowers earnings per share from ${before} to ${perShareText(step.epsIfIncluded)}`;
  if (isZero(step.epsBefore)) return "there are no earnings to dilute";
  if (!isPositive(step.epsBefore))
    return `in a loss, more shares would make the loss of ${perShareText(negated(step.epsBefore))} a share smaller`;
  const each = earningsPerIncrementalShare(step.issue);
  return `${each ? perShareText(each) : "the earnings"} for each incremental share is not below the ${before} already reached`;
}

/** The ratio by which issues are ranked, in currency a share; undefined for one that adds no shares. */
export function earningsPerIncrementalShare(issue: PotentialShares): Fraction | undefined {
  const { earningsAddBack, incrementalShares } = issue;
  return isZero(incrementalShares) ? undefined : dividedBy(earningsAddBack, incrementalShares);
}

function perShareText(eps: Fraction): string {
  return figureText(eps, 4);
}
