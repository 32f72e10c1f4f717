import type { Day } from "../../core/calendar/civilDate";
import { addMonths, isLastDayOfMonth, periodEndAfter } from "../../core/calendar/civilDate";
import { firstDay, monthsOfWeeks } from "../../core/eps/periods/period";

/** A period of the table as the fiscal calendar sees it. */
export interface PastPeriod {
  readonly end: Day;
  readonly months: number;
  readonly weeks?: number | undefined;
}

/** Periods that begin or end within half a month of each other do so together. */
const DRIFT = 15;
const QUARTER = 3;

/**
 * The period after the latest one of a table, by its fiscal calendar: as long as the one that stood there a year before;
 * else as long as the shortest of the year; and a quarter where the table has nothing but years. What ends a year is no
 * measure: after it the first quarter begins.
 *
 * @param chosenEnd the day on which the next period ends, where the user says it
 */
export function nextPeriod(past: readonly PastPeriod[], chosenEnd?: Day): PastPeriod {
  const last = past.map(({ end }) => end).reduce((latest, end) => Math.max(latest, end));
  const interim = past.filter(({ months }) => months <= 6);
  const model = aYearBefore(interim, last) ?? shortest(interim);
  const months = model?.months ?? (chosenEnd === undefined ? QUARTER : wholeMonths(last, chosenEnd));
  const isChosen = chosenEnd !== undefined;
  return {
    end: isChosen ? chosenEnd : endAfter(last, months, model && lengthInDays(model, past)),
    months,
    weeks: model?.weeks,
  };
}

/** The shortest period that began when the next one would have begun a year before. */
function aYearBefore(interim: readonly PastPeriod[], last: Day): PastPeriod | undefined {
  const start = addMonths(last + 1, -12);
  return shortest(interim.filter((period) => Math.abs(firstDay(period) - start) <= DRIFT));
}

function shortest(periods: readonly PastPeriod[]): PastPeriod | undefined {
  return [...periods].sort((a, b) => a.months - b.months || b.end - a.end)[0];
}

/** From the end of the period before it, where the table has one, in a calendar of weeks; undefined where that is unknown. */
function lengthInDays(model: PastPeriod, past: readonly PastPeriod[]): number | undefined {
  if (model.weeks !== undefined) return 7 * model.weeks;
  const before = past.find(({ end }) => Math.abs(end + 1 - firstDay(model)) <= DRIFT);
  const days = before && model.end - before.end;
  return days !== undefined && days % 7 === 0 ? days : undefined;
}

function endAfter(last: Day, months: number, days: number | undefined): Day {
  const isOfWeeks = days !== undefined && (!isLastDayOfMonth(last) || monthsOfWeeks(days / 7) !== months);
  return isOfWeeks ? last + days : periodEndAfter(last, months);
}

/** Months to a chosen end, a year at most. */
function wholeMonths(last: Day, end: Day): number {
  return Math.min(12, Math.max(1, Math.round((end - last) / 30.44)));
}
