import { serialOf } from "../../../functions/cells/arguments";
import type { ImportedPeriod } from "../../actionTypes";
import type { Units } from "../../eps/filed";
import type { ExhibitColumn } from "./columnHeadings";
import { classesOf, primarySharesOf, weightedOf } from "./denominator";
import { defined, figuresFor, sumOf, unitLike, type FiguresOf } from "./figures";
import { addBacksOf, deductionsOf, incomeOf, linesBetween, preferredOf } from "./numerator";
import type { LineRole, RoleLine } from "./roles";
import { periodKey } from "./tables";

/** The period that a column of the exhibit shows, its figures written out at a scale. */
export function exhibitPeriod(column: ExhibitColumn, lines: readonly RoleLine[], units: Units): ImportedPeriod {
  const of = figuresFor(periodKey(column), lines, units);
  const preferred = preferredOf(of);
  const others = deductionsOf(of, lines);
  const deducted =
    (preferred ?? 0) +
    sumOf(Object.values(others.deductions ?? {})) +
    (others.noncontrollingInterest ?? 0) +
    (others.participating ?? 0);
  const securities = classesOf(of, lines);
  const weightedShares = weightedOf(of);
  const primaryShares = primarySharesOf(of, lines);
  const income = incomeOf(of, deducted);
  const printed = printedFigures(of);
  return defined({
    periodEnd: serialOf(column.periodEnd),
    months: column.months,
    weeks: column.weeks,
    ...income,
    ...linesBetween(of, income, units.amounts),
    preferredDividends: preferred,
    ...others,
    weightedShares,
    securities,
    ...addBacksOf(of, securities),
    primaryShares,
    printed: defined({
      ...(of("Weighted shares").some(({ value }) => value === weightedShares) ? { weightedShares } : {}),
      ...income,
      preferredDividends: preferred,
      ...printed,
      ...printedClasses(securities, weightedShares, printed.dilutedShares),
    }) as Record<string, number>,
  });
}

function printedFigures(of: FiguresOf): Record<string, number | undefined> {
  const first = (...roles: LineRole[]) => roles.map((role) => of(role)[0]?.value).find((value) => value !== undefined);
  const last = (role: LineRole) => of(role).at(-1)?.value;
  return {
    basicEps: first("Basic EPS", "Basic and diluted EPS"),
    basicContinuingEps: first("Basic EPS, continuing"),
    dilutedShares: last("Diluted shares"),
    dilutedEps: first("Diluted EPS", "Basic and diluted EPS"),
    dilutedContinuingEps: first("Diluted EPS, continuing"),
  };
}

/** Printed classes are those included where they make up the printed total; gross numbers beside it are not. */
function printedClasses(
  securities: Readonly<Record<string, number>>,
  weighted: number | undefined,
  total: number | undefined,
): Record<string, number> {
  const sum = sumOf(Object.values(securities));
  if (total !== undefined && weighted !== undefined && Math.abs(weighted + sum - total) > 2 * unitLike(total))
    return {};
  return Object.fromEntries(Object.entries(securities).map(([label, shares]) => [`security:${label}`, shares]));
}
