import { readWhole } from "../../core/given";
import { isoDate, type Day } from "../../core/calendar/civilDate";
import { firstDay, type PeriodFigures } from "../../core/eps/periods/period";
import type { SecurityTerms } from "../../core/eps/securities/terms";
import type { WeightedPeriod, Weighting } from "../../core/eps/timeOutstanding";
import { ONE } from "../../core/number/fraction";
import { CalculationError, inWords } from "../../core/errors";
import { isEmpty, readDate, type Range } from "../cells/arguments";
import { isGrantLedger, readGrantLedger } from "./grantLedger";
import { readSecurityRows, readTerms, type SecurityRow } from "./securitiesTable";

/** The periods, each with the securities that are told of it: by a table, or by a ledger of grants. */
export function withSecurities(
  periods: readonly PeriodFigures[],
  range: Range,
  weighting: Weighting,
): readonly PeriodFigures[] {
  const read = isGrantLedger(range) ? withGrants : withRows;
  return read(periods, range, weighting);
}

/**
 * The options of a ledger in every period; a period that shorter ones make up takes them from these, each at its own
 * price (ASC 260-10-55-3).
 */
function withGrants(periods: readonly PeriodFigures[], range: Range, weighting: Weighting): readonly PeriodFigures[] {
  const ledger = readGrantLedger("securities", range);
  const split = periods.find(({ splitFactor }) => splitFactor !== ONE);
  if (split) {
    const rule =
      "is a ledger of grants, which knows no split: give all shares and prices on the basis after the last one";
    throw new CalculationError("invalid-input", "securities", rule, inWords(`a split in ${split.name}`));
  }
  return periods.map((period) => {
    if (period.pending || isMadeUp(period, periods)) return period;
    const terms = ledger.termsIn(spanOf(period, weighting), period.averagePrice, period.name);
    return { ...period, securities: [...period.securities, ...terms] };
  });
}

/** Days by which a fiscal period may miss the calendar's. */
const A_FEW_DAYS = 16;

function isMadeUp(whole: PeriodFigures, periods: readonly PeriodFigures[]): boolean {
  const [start, end] = [firstDay(whole), whole.end];
  const within = periods
    .filter((one) => one.months < whole.months && firstDay(one) >= start - A_FEW_DAYS && one.end <= end + A_FEW_DAYS)
    .sort((a, b) => firstDay(a) - firstDay(b));
  const reached = within.reduce(
    (day, one) => (firstDay(one) <= day + A_FEW_DAYS ? Math.max(day, one.end) : day),
    start,
  );
  return reached >= end - A_FEW_DAYS;
}

/** The periods, each with the securities whose rows name its end (and its months, where several periods end then). */
function withRows(periods: readonly PeriodFigures[], range: Range, weighting: Weighting): readonly PeriodFigures[] {
  const byEnd = shortestFirst(periods);
  const added = new Map<PeriodFigures, Map<string, SecurityTerms>>(periods.map((period) => [period, byLabel(period)]));
  const spans = new Map(periods.map((period) => [period, spanOf(period, weighting)]));
  for (const row of readSecurityRows("securities", range, ["Period end"])) {
    const period = periodOf(row, byEnd);
    const terms = readTerms(row, spans.get(period), period);
    const others = added.get(period) as Map<string, SecurityTerms>;
    // One row for an issue in a period, so that quarters match it by its name.
    if (others.has(terms.label))
      throw new CalculationError("invalid-input", row.nameOf("Security"), "must stand once in a period", terms.label);
    others.set(terms.label, terms);
  }
  return periods.map((period) => ({ ...period, securities: [...(added.get(period)?.values() ?? [])] }));
}

function byLabel({ securities }: PeriodFigures): Map<string, SecurityTerms> {
  return new Map(securities.map((terms) => [terms.label, terms]));
}

/** The periods that end on a day, shortest first. */
type ByEnd = ReadonlyMap<Day, readonly PeriodFigures[]>;

function shortestFirst(periods: readonly PeriodFigures[]): ByEnd {
  const byEnd = new Map<Day, PeriodFigures[]>();
  for (const period of [...periods].sort((a, b) => a.months - b.months)) {
    byEnd.set(period.end, [...(byEnd.get(period.end) ?? []), period]);
  }
  return byEnd;
}

/** The period that a row names; the shortest that ends on its day where it does not say how long it is. */
function periodOf(row: SecurityRow, byEnd: ByEnd): PeriodFigures {
  const end = readDate(row.given("Period end"));
  const months = isEmpty(row.cell("Months")) ? undefined : readWhole(row.given("Months"));
  const period = byEnd.get(end)?.find((candidate) => months === undefined || candidate.months === months);
  if (period) return period;
  const [place, received] =
    months === undefined ? (["Period end", inWords(isoDate(end))] as const) : (["Months", months] as const);
  throw new CalculationError("invalid-input", row.nameOf(place), "must be that of a row of periods", received);
}

/** The days of a period: as many weeks or months as it has, back from its end. */
function spanOf(period: PeriodFigures, weighting: Weighting): WeightedPeriod {
  return { start: firstDay(period), end: period.end, weighting };
}
