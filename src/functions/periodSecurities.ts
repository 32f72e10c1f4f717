import { addMonths } from "../core/calendar/civilDate";
import type { PeriodFigures } from "../core/eps/periods";
import type { SecurityTerms } from "../core/eps/securities";
import type { WeightedPeriod, Weighting } from "../core/eps/timeOutstanding";
import { CalculationError } from "../core/errors";
import { isBlank, readDate, readWholeNumber, type Range } from "./arguments";
import { readSecurityRows, readTerms, type SecurityRow } from "./securities";

/** The periods, each with the securities whose rows name its end (and its months, where several periods end then). */
export function withSecurities(
  periods: readonly PeriodFigures[],
  range: Range,
  weighting: Weighting,
): readonly PeriodFigures[] {
  const added = new Map<PeriodFigures, SecurityTerms[]>();
  for (const row of readSecurityRows("securities", range)) {
    const period = periodOf(row, periods);
    const terms = readTerms(row, spanOf(period, weighting));
    added.set(period, [...(added.get(period) ?? []), requireNew(row, terms, [...period.securities, ...(added.get(period) ?? [])])]);
  }
  return periods.map((period) => ({ ...period, securities: [...period.securities, ...(added.get(period) ?? [])] }));
}

/** The period that a row names; the shortest that ends on its day where it does not say how long it is. */
function periodOf(row: SecurityRow, periods: readonly PeriodFigures[]): PeriodFigures {
  const end = readDate(row.nameOf("Period end"), row.cell("Period end"));
  const months = isBlank(row.cell("Months")) ? undefined : readWholeNumber(row.nameOf("Months"), row.cell("Months"));
  const [period] = periods
    .filter((candidate) => candidate.end === end && (months === undefined || candidate.months === months))
    .sort((a, b) => a.months - b.months);
  if (period) return period;
  const place = months === undefined ? "Period end" : "Months";
  throw new CalculationError("invalid-input", row.nameOf(place), "must be that of a row of periods", row.cell(place));
}

/** The days of a period: as many months as it has, back from its end. */
function spanOf({ end, months }: PeriodFigures, weighting: Weighting): WeightedPeriod {
  return { start: addMonths(end + 1, -months), end, weighting };
}

/** One row for an issue in a period, so that quarters match it by its name. */
function requireNew(row: SecurityRow, terms: SecurityTerms, others: readonly SecurityTerms[]): SecurityTerms {
  if (!others.some(({ label }) => label === terms.label)) return terms;
  throw new CalculationError("invalid-input", row.nameOf("Security"), "must stand once in a period", terms.label);
}
