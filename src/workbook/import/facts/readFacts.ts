import { Decimal } from "decimal.js";
import { isoDate, longDate } from "../../../core/calendar/civilDate";
import { requireOrderly } from "../../../core/eps/periods/fiscalCalendar";
import { monthsOfWeeks, pendingPeriod } from "../../../core/eps/periods/period";
import { ONE } from "../../../core/number/fraction";
import type { ImportedPeriod, ImportPreview } from "../../actionTypes";
import { ActionError, count } from "../../book/report";
import { IN_FULL } from "../../eps/filed";
import { dayOfSerial } from "../../eps/serials";
import { checkedReading, periodWords } from "../check/checkedReading";
import { calendarMonths, monthsBetween } from "../periodLength";
import { factPeriod, otherIncomes } from "./factPeriod";
import { chosenFacts, keyOf, type ChosenFacts, type Fact, type PeriodFact } from "./facts";
import { fourthQuarters, type DatedPeriod } from "./fourthQuarter";
import { onOneBasis } from "./shareBasis";
import { conceptsOf, type Taxonomy } from "./taxonomies";

/**
 * Periods from tagged facts: one taxonomy, one currency, one basis of shares, the last filing's figure for each.
 *
 * @throws ActionError when no period has weighted average shares
 */
export function readFacts(facts: readonly Fact[], taxonomy: Taxonomy): Omit<ImportPreview, "source"> {
  const chosen = chosenFacts(facts, conceptsOf(taxonomy));
  const withShares = chosen.periods.flatMap((period): DatedPeriod[] => {
    const figures = factPeriod(period, chosen, taxonomy);
    return figures ? [{ ...period, figures }] : [];
  });
  const made = withShares.filter(({ figures }) => figures.netIncome !== undefined);
  if (withShares.length === 0)
    throw new ActionError(
      `The file reports no weighted average shares by period (${taxonomy.name}, ${taxonomy.weightedShares[0]}). A company with several classes of stock tags them by class, which company facts leave out: the filing's own .htm has them.`,
    );
  const based = onOneBasis(apart(made), chosen, taxonomy);
  const checked = checkedReading({
    scales: [IN_FULL],
    periodsAt: () => based.periods.map(({ figures }) => figures),
    alternatives: ({ periodEnd, months }) => {
      const period = based.periods.find(({ figures }) => figures.periodEnd === periodEnd && figures.months === months);
      return period ? otherIncomes(period, chosen, taxonomy) : [];
    },
  });
  const dated = based.periods.map((period, index) => ({
    ...period,
    figures: checked.periods[index] ?? period.figures,
  }));
  const last = fourthQuarters(dated);
  return {
    ...(taxonomy.standard === "IFRS" ? { standard: taxonomy.standard } : {}),
    periods: [...checked.periods, ...last].sort((a, b) => a.periodEnd - b.periodEnd || a.months - b.months),
    remarks: [
      ...chosen.remarks,
      ...restatements(chosen, taxonomy),
      ...based.remarks,
      ...checked.remarks,
      ...lastQuarterWords(last),
      ...withoutIncome(withShares),
      ...withoutLength(facts, taxonomy),
    ],
  };
}

function lastQuarterWords(last: readonly ImportedPeriod[]): string[] {
  if (last.length === 0) return [];
  return [
    `The last quarter is not tagged, and was made of the year less what came before it, shares as 4 x year - 3 x nine months: ${last.map(periodWords).join("; ")}.`,
  ];
}

/**
 * Quarters of 12 and 16 weeks are told in weeks, as such companies head them, and so are all periods beside them. Other
 * lengths that overlap when they are told in usual months are told by the calendar.
 */
function apart(periods: readonly DatedPeriod[]): readonly DatedPeriod[] {
  if (periods.some((period) => IN_WEEKS_ALONE.has(weeksOf(period) ?? 0))) return periods.map(inWeeks);
  if (isOrderly(periods)) return periods;
  const byCalendar = periods.map((period) => {
    const months = Math.min(12, Math.max(1, calendarMonths(period.start, period.end)));
    return { ...period, months, figures: { ...period.figures, months } };
  });
  return isOrderly(byCalendar) ? byCalendar : periods;
}

/** Lengths of periods of a calendar of 12 and 16 weeks that no calendar of 13 weeks has. */
const IN_WEEKS_ALONE: ReadonlySet<number> = new Set([12, 16, 17, 24, 28, 36]);

function weeksOf({ start, end }: DatedPeriod): number | undefined {
  const days = end - start + 1;
  return days % 7 === 0 ? days / 7 : undefined;
}

function inWeeks(period: DatedPeriod): DatedPeriod {
  const weeks = weeksOf(period);
  if (weeks === undefined) return period;
  const months = monthsOfWeeks(weeks);
  return { ...period, months, figures: { ...period.figures, months, weeks } };
}

function isOrderly(periods: readonly DatedPeriod[]): boolean {
  try {
    requireOrderly(
      periods.map(({ figures: { periodEnd, months } }) =>
        pendingPeriod({ name: "", end: dayOfSerial(periodEnd), months, splitFactor: ONE }),
      ),
    );
    return true;
  } catch {
    return false; // What overlaps is told when the periods are written.
  }
}

function restatements(facts: ChosenFacts, taxonomy: Taxonomy): string[] {
  return [...conceptsOf(taxonomy)].flatMap((concept) => {
    const all = facts.all(concept);
    return facts.periods.flatMap(({ key }) => {
      const last = facts.latest(concept, key);
      const other = last && all.find((fact) => keyOf(fact) === key && fact.value !== last.value);
      return other ? [restated(concept, other, last)] : [];
    });
  });
}

function restated(concept: string, from: PeriodFact, to: PeriodFact): string {
  const amount = (value: number) => new Decimal(value).toFixed().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${concept}, ${to.months} months to ${longDate(to.end)}: ${amount(from.value)} was restated to ${amount(to.value)} in the ${to.form} filed ${to.filed}.`;
}

function withoutIncome(periods: readonly DatedPeriod[]): string[] {
  const left = periods.filter(({ figures }) => figures.netIncome === undefined);
  if (left.length === 0) return [];
  return [
    `${count(left.length, "period")} left out, having no income: ${left.map(({ figures }) => periodWords(figures)).join("; ")}.`,
  ];
}

function withoutLength(facts: readonly Fact[], { weightedShares }: Taxonomy): string[] {
  const odd = new Set(
    facts
      .filter(({ concept, start, end }) => weightedShares.includes(concept) && monthsBetween(start, end) === undefined)
      .map(({ end }) => isoDate(end)),
  );
  return odd.size === 0
    ? []
    : [
        `${count(odd.size, "period")} left out, being shorter than a month or longer than a year: to ${[...odd].join(", ")}.`,
      ];
}
