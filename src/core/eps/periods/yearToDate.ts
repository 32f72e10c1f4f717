/**
 * From the periods that make up a year to date to its figures, by the rule of US GAAP or of IFRS. It keeps one law:
 * income is the sum of the parts, and each count of shares lies between those of the parts.
 */
import { elementAt, lastOf } from "../../elements";
import { CalculationError } from "../../errors";
import {
  dividedBy,
  exactly,
  isPositive,
  minus,
  plus,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "../../number/fraction";
import { averageOfParts, tellsPartOnly, termsOfWhole, type PartTerms } from "../securities/parts";
import type { SecurityTerms } from "../securities/terms";
import type { Weighting } from "../timeOutstanding";
import { deducted, discontinuedIncome, linesTogether, type Section } from "./numerator";
import { firstDay, monthsOfWeeks, pendingPeriod, type PeriodFigures, type Standard } from "./period";

const WHOLE_ISSUE: Readonly<
  Record<Standard, (parts: readonly PartTerms[], given: SecurityTerms | undefined) => SecurityTerms>
> = {
  "US GAAP": averageOfParts,
  IFRS: (parts, given) => (parts.some(tellsPartOnly) ? (given ?? refusedWithoutPrice(parts)) : termsOfWhole(parts)),
};

/**
 * The figures of a year to date from the periods that make it up: income and what is deducted from it are their sum,
 * weighted-average shares the average by the length of each. An issue is averaged over the parts (US GAAP) or computed
 * anew on the terms of the whole (IFRS); in a loss to date, which admits none, it is averaged by both. While a part is
 * still to come, so is the whole.
 *
 * @param parts one or more periods that follow each other without a gap, in order, with shares restated for splits and
 *   each with the terms of every issue
 * @param weighting whether a part weighs by its months or by its days; by its weeks, where all are told in them
 * @param given the same year to date as the user gave it, which may tell what its parts do not
 * @returns currency and shares, unrounded; named and dated as the last part
 * @throws CalculationError `not-available` when IFRS needs what is behind a bare count of shares
 * @see ASC 260-10-45-10, 55-3 to 55-3B; IAS 33.19, 37
 */
export function yearToDate(
  parts: readonly PeriodFigures[],
  standard: Standard,
  weighting: Weighting,
  given?: PeriodFigures,
): PeriodFigures {
  const last = lastOf(parts);
  const length = lengthTogether(parts);
  if (parts.some(({ pending }) => pending)) return pendingPeriod({ ...last, ...length });
  const weighted = withWeights(parts, weighting);
  const total = (figure: (part: PeriodFigures) => Fraction) => parts.map(figure).reduce(plus);
  const admitsIssues = isPositive(total((part) => controlNumber(part)));
  const givenTerms = new Map(given?.securities.map((terms) => [terms.label, terms]));
  return {
    ...last,
    ...length,
    netIncome: total((part) => part.netIncome),
    continuingIncome: total((part) => part.continuingIncome),
    ...(parts.some((part) => part.discontinuedIncome) ? { discontinuedIncome: total(discontinuedIncome) } : {}),
    components: linesTogether(parts.map(({ components = [] }) => components)),
    preferredDividends: total((part) => part.preferredDividends),
    deductions: linesTogether(parts.map(({ deductions = [] }) => deductions)),
    participating: participatingTogether(parts),
    weightedAverageShares: weighted
      .map(({ part, weight }) => times(part.weightedAverageShares, weight))
      .reduce(plus, ZERO),
    // What is behind a count does not matter where no potential shares are admitted.
    securities: partsByLabel(weighted).map((issue) =>
      admitsIssues ? WHOLE_ISSUE[standard](issue, givenTerms.get(labelOf(issue))) : averageOfParts(issue),
    ),
  };
}

function participatingTogether(parts: readonly PeriodFigures[]): PeriodFigures["participating"] {
  if (parts.every(({ participating }) => !participating)) return undefined;
  const total = (section: Section) =>
    parts.map(({ participating }) => participating?.[section] ?? ZERO).reduce(plus, ZERO);
  return { basic: total("basic"), diluted: total("diluted") };
}

/**
 * Income from continuing operations available to common stockholders: what decides which issues are dilutive
 * (ASC 260-10-45-18; IAS 33.42), in currency units.
 *
 * @param section whose earnings of participating securities are deducted; those of basic EPS where nothing is said
 */
export function controlNumber(period: PeriodFigures, section: Section = "basic"): Fraction {
  return minus(period.continuingIncome, deducted(period, section));
}

/** A part with its length over that of the whole. */
interface WeightedPart {
  readonly part: PeriodFigures;
  readonly weight: Fraction;
}

function withWeights(parts: readonly PeriodFigures[], weighting: Weighting): readonly WeightedPart[] {
  const inWeeks = parts.every(({ weeks }) => weeks !== undefined);
  const lengths = parts.map((part) => ({ part, length: exactly(lengthOfPart(part, weighting, inWeeks)) }));
  const whole = lengths.map(({ length }) => length).reduce(plus);
  return lengths.map(({ part, length }) => ({ part, weight: dividedBy(length, whole) }));
}

/** In weeks where every part is told in them, and in months: of the sixteen weeks that are called four, too many. */
function lengthTogether(parts: readonly PeriodFigures[]): Pick<PeriodFigures, "months" | "weeks"> {
  const inWeeks = parts.every(({ weeks }) => weeks !== undefined);
  if (!inWeeks)
    return {
      months: Math.min(
        12,
        parts.reduce((sum, { months }) => sum + months, 0),
      ),
      weeks: undefined,
    };
  const weeks = parts.reduce((sum, part) => sum + (part.weeks ?? 0), 0);
  return { months: monthsOfWeeks(weeks), weeks };
}

function lengthOfPart(part: PeriodFigures, weighting: Weighting, inWeeks: boolean): number {
  if (inWeeks) return part.weeks ?? 0;
  return weighting === "months" ? part.months : part.end + 1 - firstDay(part);
}

function partsByLabel(parts: readonly WeightedPart[]): PartTerms[][] {
  const issues = new Map<string, PartTerms[]>();
  for (const { part, weight } of parts) {
    for (const terms of part.securities) {
      issues.set(terms.label, [...(issues.get(terms.label) ?? []), { terms, weight }]);
    }
  }
  return [...issues.values()];
}

function labelOf(parts: readonly PartTerms[]): string {
  return elementAt(parts, 0).terms.label;
}

function refusedWithoutPrice(parts: readonly PartTerms[]): never {
  const { label, number } = elementAt(parts, 0).terms;
  const rule =
    "needs a year-to-date row (or, for options, the prices of the quarters), as IFRS computes the year to date on its own";
  throw new CalculationError("not-available", label, rule, toNumber(number));
}
