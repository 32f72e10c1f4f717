import type { Day } from "../../calendar/civilDate";
import { DAY_COUNTS, yearFraction } from "../../calendar/dayCounts";
import { fraction, times, type Fraction } from "../../number/fraction";
import { mulDiv } from "../../number/rounding";
import { accrued, timesRatio, type Step, type Units } from "../amountScale";
import { accruedUnrounded, balanceWorking, segmentAt, shareDays } from "../account/loanAccount";
import type { BalanceLookup } from "../account/accrualSegments";
import { moneyText } from "../moneyText";
import { rateOn } from "../resolved/periodRates";

/** One way to reach a figure, in words, and what it gives. */
interface Reading {
  readonly words: string;
  readonly unrounded: Units;
  readonly rounded: Units;
}

/** Lengths of a year that a plain fraction of days is tried with, besides those of a named day count. */
const YEAR_LENGTHS = [361, 362, 363, 367, 368, 369, 370, 371, 372];

/**
 * How a printed interest figure can be reached: by the agreement's own convention, by each named day count on the
 * opening balance with the last day counted or not, and by days over any other year of 360 to 372 days.
 */
export function interestReadings(lookup: BalanceLookup, day: Day, stated: Units): string {
  const { line, opening } = balanceWorking(lookup, day);
  const start = lookup.statement.dates[line] as number;
  const rate = rateOn(lookup.terms.interest, start);
  const own = accruedUnrounded(lookup, segmentAt(lookup, day, "date"), lookup.accrual.countsLastDay ? day + 1 : day);
  const words = lookup.accrual.along === "schedule" ? "the schedule's own accrual" : "the agreement's own convention";
  const simple = (words: string, part: Fraction): Reading => ({
    words,
    unrounded: timesRatio(opening, times(rate, part)),
    rounded: accrued(0, opening, times(rate, part), lookup.interestStep),
  });
  const readings: Reading[] = [
    { words, unrounded: own, rounded: accrued(own, 0, rate, lookup.interestStep) },
    ...[day, day + 1].flatMap((end) => [
      ...DAY_COUNTS.map((dayCount) =>
        simple(`${dayCount.name} on ${end - start} days`, yearFraction(dayCount, start, end)),
      ),
      ...YEAR_LENGTHS.map((length) => simple(`${end - start}/${length}`, fraction(end - start, length))),
    ]),
  ];
  return inWords(lookup, readings, stated, plainReading(lookup, opening, rate, start, day));
}

/** What the plainest reading would have given: ACT/365 without and with the last day. */
function plainReading({ statement }: BalanceLookup, opening: Units, rate: Fraction, start: Day, day: Day): string {
  const on = (days: number) =>
    `${moneyText(timesRatio(opening, times(rate, fraction(days, 365))), statement.decimals)} (${days} days)`;
  return `plain ACT/365 gives ${on(day - start)} or ${on(day - start + 1)}`;
}

const STAGES: readonly (readonly [words: string, mode: Step["mode"]])[] = [
  ["cut", "down"],
  ["rounded half up", "halfUp"],
  ["rounded up", "up"],
];

/** How a printed pro rata share can be reached: with the last day counted or not, over 360, 365, 366, cut or rounded. */
export function shareReadings(lookup: BalanceLookup, day: Day, stated: Units): string {
  const { line } = balanceWorking(lookup, day);
  const { dates, reductions } = lookup.statement;
  const start = dates[line] as number;
  const reduction = reductions[line + 1] ?? 0;
  const { units } = lookup.shareStep;
  const readings = [false, true].flatMap((countsLastDay) => {
    const days = shareDays(countsLastDay, start, day);
    return [365, 360, 366].flatMap((basis) =>
      STAGES.map(([words, mode]): Reading => ({
        words: `${days}/${basis}, ${words}`,
        unrounded: mulDiv(reduction, days, basis),
        rounded: mulDiv(reduction, days, basis * units, mode) * units,
      })),
    );
  });
  const opposite = readings.find(
    ({ rounded, words }) => rounded !== stated && words === `${shareDays(true, start, day)}/365, rounded half up`,
  );
  const contrast = opposite
    ? `rounded half up it would be ${moneyText(opposite.rounded, lookup.statement.decimals)}`
    : "";
  return inWords(lookup, readings, stated, contrast);
}

function inWords({ statement }: BalanceLookup, readings: readonly Reading[], stated: Units, contrast: string): string {
  const matching = readings.filter(({ rounded }) => rounded === stated);
  const texts = matching.map(({ words, unrounded }) => `${words} (${moneyText(unrounded, statement.decimals)})`);
  const found = texts.length === 0 ? "No convention reproduces it" : `Reproduced by ${[...new Set(texts)].join("; ")}`;
  return contrast === "" ? found : `${found}; ${contrast}`;
}
