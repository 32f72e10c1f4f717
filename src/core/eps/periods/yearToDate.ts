import { addMonths } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import { dividedBy, exactly, isPositive, minus, plus, times, toNumber, type Fraction } from "../../number/fraction";
import { pendingPeriod, type PeriodFigures } from "./period";
import type { SecurityTerms } from "../securities/security";
import { averageOfParts, tellsPartOnly, termsOfWhole, type PartTerms } from "../securities/parts";
import type { Weighting } from "../timeOutstanding";

/**
 * Whose rule a year to date follows.
 * - `US GAAP`: incremental shares are the weighted average of those of the quarters, each at its own price; a quarter's
 *   loss drops none of them, the year to date alone decides (ASC 260-10-55-3 to 55-3B).
 * - `IFRS`: the year to date is a period of its own, at its own average price (IAS 33.37).
 */
export type Standard = "US GAAP" | "IFRS";

const WHOLE_ISSUE: Readonly<
  Record<Standard, (parts: readonly PartTerms[], given: SecurityTerms | undefined) => SecurityTerms>
> = {
  "US GAAP": averageOfParts,
  IFRS: (parts, given) => (parts.some(tellsPartOnly) ? (given ?? refusedWithoutPrice(parts)) : termsOfWhole(parts)),
};

/**
 * The figures of a year to date from the periods that make it up: income is their sum, weighted-average shares are
 * the average by the length of each. While a part is still to come, so is the whole.
 *
 * @param parts one or more periods that follow each other without a gap, in order, each with the terms of every issue
 * @param given the same year to date as the user gave it, which may tell what its parts do not
 * @throws CalculationError `not-available` when IFRS needs what is behind a bare count of shares
 */
export function yearToDate(
  parts: readonly PeriodFigures[],
  standard: Standard,
  weighting: Weighting,
  given?: PeriodFigures,
): PeriodFigures {
  const last = parts.at(-1) as PeriodFigures;
  const months = parts.reduce((sum, part) => sum + part.months, 0);
  if (parts.some(({ pending }) => pending)) return pendingPeriod({ ...last, months });
  const lengths = parts.map((part) => exactly(lengthOfPart(part, weighting)));
  const whole = lengths.reduce(plus);
  const shares = lengths.map((length) => dividedBy(length, whole));
  const total = (figure: (part: PeriodFigures) => Fraction) => parts.map(figure).reduce(plus);
  const control = total(controlNumber);
  const givenTerms = new Map(given?.securities.map((terms) => [terms.label, terms]));
  return {
    ...last,
    months,
    netIncome: total((part) => part.netIncome),
    continuingIncome: total((part) => part.continuingIncome),
    preferredDividends: total((part) => part.preferredDividends),
    weightedAverageShares: parts
      .map((part, index) => times(part.weightedAverageShares, shares[index] as Fraction))
      .reduce(plus),
    securities: partsByLabel(parts, shares).map((issue) => wholeIssue(issue, standard, control, givenTerms)),
  };
}

/** Income from continuing operations available to common stockholders. */
export function controlNumber({ continuingIncome, preferredDividends }: PeriodFigures): Fraction {
  return minus(continuingIncome, preferredDividends);
}

function lengthOfPart({ end, months }: PeriodFigures, weighting: Weighting): number {
  return weighting === "months" ? months : end + 1 - addMonths(end + 1, -months);
}

function partsByLabel(parts: readonly PeriodFigures[], shares: readonly Fraction[]): PartTerms[][] {
  const issues = new Map<string, PartTerms[]>();
  parts.forEach(({ securities }, index) => {
    const share = shares[index] as Fraction;
    for (const terms of securities) issues.set(terms.label, [...(issues.get(terms.label) ?? []), { terms, share }]);
  });
  return [...issues.values()];
}

/** Terms of the year to date that the user gave, by label. */
type GivenTerms = ReadonlyMap<string, SecurityTerms>;

/** In a year to date that admits no potential shares, what is behind a count does not matter. */
function wholeIssue(
  parts: readonly PartTerms[],
  standard: Standard,
  control: Fraction,
  given: GivenTerms,
): SecurityTerms {
  if (!isPositive(control)) return averageOfParts(parts);
  return WHOLE_ISSUE[standard](parts, given.get((parts[0] as PartTerms).terms.label));
}

function refusedWithoutPrice([part]: readonly PartTerms[]): never {
  const { label, number } = (part as PartTerms).terms;
  const rule =
    "needs a year-to-date row (or, for options, the prices of the quarters), as IFRS computes the year to date on its own";
  throw new CalculationError("not-available", label, rule, toNumber(number));
}
