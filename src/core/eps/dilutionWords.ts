import { dividedBy, isPositive, isZero, negated, type Fraction } from "../number/fraction";
import { figureText } from "../number/figureText";
import type { SequenceStep } from "./dilution";
import type { PotentialShares } from "./potentialShares";

/** Why an issue is in diluted EPS, or is not, as one says it to those who hold it. */
export function reasonFor(step: SequenceStep): string {
  const before = perShareText(step.epsBefore);
  if (step.dilutive) return `lowers earnings per share from ${before} to ${perShareText(step.epsIfIncluded)}`;
  if (isZero(step.epsBefore)) return "there are no earnings to dilute";
  if (!isPositive(step.epsBefore))
    return `in a loss, more shares would make the loss of ${perShareText(negated(step.epsBefore))} a share smaller`;
  const each = earningsPerIncrementalShare(step.issue);
  return `${each ? perShareText(each) : "the earnings"} for each incremental share is not below the ${before} already reached`;
}

/** The ratio by which issues are ranked; undefined for one that adds no shares. */
export function earningsPerIncrementalShare({
  earningsAddBack,
  incrementalShares,
}: PotentialShares): Fraction | undefined {
  return isZero(incrementalShares) ? undefined : dividedBy(earningsAddBack, incrementalShares);
}

function perShareText(eps: Fraction): string {
  return figureText(eps, 4);
}
