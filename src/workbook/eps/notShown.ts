import { longDate } from "../../core/calendar/civilDate";
import { periodsNotShown, type ColumnBlock } from "../../core/eps/periods/fiscalYear";
import type { PeriodFigures } from "../../core/eps/periods/period";
import { count } from "../book/report";

/** So many are named, the latest first. */
const MOST_NAMED = 3;

/** The periods of the table that an exhibit leaves out, in words; "" when it shows all. */
export function notShown(periods: readonly PeriodFigures[], blocks: readonly ColumnBlock[]): string {
  const left = [...periodsNotShown(periods, blocks)].sort((a, b) => b.end - a.end || a.months - b.months);
  if (left.length === 0) return "";
  const named = left.slice(0, MOST_NAMED).map(inWords);
  const more = left.length > MOST_NAMED ? `; and ${left.length - MOST_NAMED} more` : "";
  return `Not shown: ${named.join("; ")}${more}. Change Period end to show another.`;
}

function inWords({ months, weeks, end }: PeriodFigures): string {
  return `${weeks === undefined ? count(months, "month") : count(weeks, "week")} to ${longDate(end)}`;
}
