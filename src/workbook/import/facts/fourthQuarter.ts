import { serialOf } from "../../../functions/cells/arguments";
import type { ImportedPeriod } from "../../actionTypes";
import { monthsOfWeeks } from "../../../core/eps/periods/period";
import { calendarMonths, monthsBetween } from "../periodLength";
import { defined } from "./factPeriod";
import type { PeriodKey } from "./facts";

/** A period with the first and last day that its facts have. */
export interface DatedPeriod extends PeriodKey {
  readonly figures: ImportedPeriod;
}

/**
 * The last quarter of every year that is tagged with its first nine months alone, as filers do: amounts are the year
 * less the nine months; average shares are 4 times the year's less 3 times those of the nine months (in general, each
 * weighted by its length), since averages do not subtract.
 */
export function fourthQuarters(periods: readonly DatedPeriod[]): ImportedPeriod[] {
  return periods.flatMap((year) => {
    if (year.months !== 12) return [];
    const toDate = periods
      .filter((other) => other.start === year.start && other.end < year.end && other.months >= 6)
      .sort((a, b) => b.end - a.end)[0];
    if (!toDate) return [];
    const months = monthsBetween(toDate.end + 1, year.end);
    const isThere = periods.some((other) => other.end === year.end && other.start === toDate.end + 1);
    return months === undefined || months > 4 || isThere ? [] : [lastPart(year, toDate, months)];
  });
}

function lastPart(year: DatedPeriod, toDate: DatedPeriod, months: number): ImportedPeriod {
  const less = (of: (period: ImportedPeriod) => number | undefined) => {
    const [whole, part] = [of(year.figures), of(toDate.figures)];
    return whole === undefined || part === undefined ? undefined : whole - part;
  };
  const average = averageOf(year, toDate);
  const classes = Object.keys(year.figures.securities).map((label) => {
    const [whole = 0, part = 0] = [year.figures.securities[label], toDate.figures.securities[label]];
    return [label, Math.max(0, average(whole, part))] as const;
  });
  const { weightedShares, weeks } = year.figures;
  const left = weeks !== undefined && toDate.figures.weeks !== undefined ? weeks - toDate.figures.weeks : undefined;
  const part = toDate.figures.weightedShares;
  return defined({
    periodEnd: serialOf(year.end),
    months: left === undefined ? months : monthsOfWeeks(left),
    weeks: left,
    netIncome: less(({ netIncome }) => netIncome),
    continuingIncome: less(({ continuingIncome, netIncome }) => continuingIncome ?? netIncome),
    preferredDividends: less(({ preferredDividends }) => preferredDividends),
    participating: less(({ participating }) => participating),
    noncontrollingInterest: less(({ noncontrollingInterest }) => noncontrollingInterest),
    weightedShares: weightedShares === undefined || part === undefined ? undefined : average(weightedShares, part),
    securities: Object.fromEntries(classes),
    printed: {},
  }) as ImportedPeriod;
}

/** What the average of the rest must be for the whole to have its own; in whole months, or days for years of weeks. */
function averageOf(year: DatedPeriod, toDate: DatedPeriod): (whole: number, part: number) => number {
  const inMonths = toDate.months === 9 && calendarMonths(toDate.start, toDate.end) === 9;
  const [whole, part] = inMonths ? [12, 9] : [year.end - year.start + 1, toDate.end - toDate.start + 1];
  return (ofYear, ofPart) => Math.round((whole * ofYear - part * ofPart) / (whole - part));
}
