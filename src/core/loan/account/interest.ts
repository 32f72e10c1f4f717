import { longDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import { toStep, type Units } from "../amountScale";
import { accruedUnrounded, lineOfSegment, segmentAt } from "./loanAccount";
import type { BalanceLookup } from "./accrualSegments";

/**
 * Interest that accrues from one day to another by the loan's convention, rounded as its interest between dates is.
 * Where the convention counts the day itself, interest runs from the end of the first day, or from the morning of a
 * scheduled date, to the end of the last; so the interest of two stretches that meet is that of both together.
 *
 * @throws CalculationError `out-of-range` when `to` is before `from`; `not-available` before the loan begins
 */
export function interestBetween(lookup: BalanceLookup, from: Day, to: Day): Units {
  if (to < from)
    throw new CalculationError(
      "out-of-range",
      "to",
      `must not be before from, ${longDate(from)}`,
      inWords(longDate(to)),
    );
  const line = lineOfSegment(lookup, segmentAt(lookup, from, "from"));
  const total = interestUntil(lookup, line, to) - interestUntil(lookup, line, from);
  return toStep(total, lookup.interestStep);
}

/** Interest from a scheduled date to a day, unrounded; none after the last scheduled date. */
function interestUntil(lookup: BalanceLookup, first: number, day: Day): Units {
  const { dates } = lookup.statement;
  const segment = segmentAt(lookup, day, "to");
  const line = lineOfSegment(lookup, segment);
  let total = 0;
  for (let earlier = first; earlier < line; earlier += 1) total += interestOfLine(lookup, earlier);
  const isRunning = day > (dates[line] as number) && line < dates.length - 1;
  return isRunning ? total + accruedUnrounded(lookup, segment, lookup.accrual.countsLastDay ? day + 1 : day) : total;
}

/** Interest from one scheduled date to the next. */
function interestOfLine(lookup: BalanceLookup, line: number): Units {
  const end = lookup.statement.dates[line + 1] as number;
  return accruedUnrounded(lookup, segmentAt(lookup, end - 1, "date"), end);
}
