/**
 * Takes a line of a worked example that an agreement prints, tells whether it follows, and by which conventions it can
 * be reached. Law: a way is listed only where it reaches the printed figure to the digit.
 */
import { longDate, type Day } from "../../calendar/civilDate";
import { DAY_COUNTS, yearFraction } from "../../calendar/dayCounts";
import { CalculationError } from "../../errors";
import { fraction, times, type Fraction } from "../../number/fraction";
import { mulDiv } from "../../number/rounding";
import { shareDays, type BalanceWorking, type LoanAccount } from "../account/loanAccount";
import { accrued, timesRatio, TO_THE_UNIT, type RoundingStep, type Units } from "../amountScale";
import type { Loan } from "../loan";
import type { ExampleLine } from "../terms/agreement";
import { causeByDigits, NOT_REPRODUCED } from "./causes";
import { amountFinding, type Finding } from "./finding";

/** A figure of a worked example, as it is printed. */
interface ExampleFigure {
  readonly clause: string;
  readonly date: Day | null;
  readonly line: ExampleLine;
  readonly stated: Units;
}

/** A line of a worked example where it differs; of interest and share, whether or not, how they can be reached. */
export function exampleFindings(loan: Loan, { clause, date, line, stated }: ExampleFigure): Finding[] {
  if (date === null) {
    throw new CalculationError("invalid-input", "figures", "must have a date in a worked example", line);
  }
  const account = loan.account("stated");
  const computed = EXAMPLE_LINES[line](account.unitsOn(date));
  const ways = WAYS_TO[line]?.(account, date, stated) ?? null;
  if (stated === computed && ways === null) return [];
  const what = `Example of ${longDate(date)}: ${line}`;
  const cause = ways ?? causeByDigits(loan, stated, computed);
  return [amountFinding(loan.schedule.loan.scale, { clause, what, stated, computed, cause })];
}

const EXAMPLE_LINES: Readonly<Record<ExampleLine, (working: BalanceWorking<Units>) => Units>> = {
  opening: ({ opening }) => opening,
  interest: ({ interest }) => interest,
  updated: ({ opening, changes, interest }) => opening + changes + interest,
  share: ({ share }) => share,
  balance: ({ balance }) => balance,
};

/** The lines of which ways to reach them are told, in words. */
const WAYS_TO: { readonly [line in ExampleLine]?: (account: LoanAccount, day: Day, stated: Units) => string } = {
  interest: waysToInterest,
  share: waysToShare,
};

/** One way to reach a figure, in words, and what it gives. */
interface Way {
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
function waysToInterest(account: LoanAccount, day: Day, stated: Units): string {
  const { line, opening } = account.unitsOn(day);
  const start = account.lines.date(line);
  const annualRate = account.loan.rates.annualOn(start);
  const own = account.accruedTo(account.segments.on(day), account.endOf(day), TO_THE_UNIT);
  const words = account.accrual.along === "schedule" ? "the schedule's own accrual" : "the agreement's own convention";
  const simple = (words: string, partOfYear: Fraction): Way => {
    const ratio = times(annualRate, partOfYear);
    return { words, unrounded: timesRatio(opening, ratio), rounded: timesRatio(opening, ratio, account.interestStep) };
  };
  const ways: Way[] = [
    { words, unrounded: own, rounded: accrued(own, 0, annualRate, account.interestStep) },
    ...[day, day + 1].flatMap((end) => [
      ...DAY_COUNTS.map((dayCount) =>
        simple(`${dayCount.name} on ${end - start} days`, yearFraction(dayCount, start, end)),
      ),
      ...YEAR_LENGTHS.map((length) => simple(`${end - start}/${length}`, fraction(end - start, length))),
    ]),
  ];
  const plain = (days: number) =>
    `${account.loan.scale.text(timesRatio(opening, times(annualRate, fraction(days, 365))))} (${days} days)`;
  const contrast = `plain ACT/365 gives ${plain(day - start)} or ${plain(day - start + 1)}`;
  return inWords(account, ways, stated, contrast);
}

const STAGES: readonly (readonly [words: string, mode: RoundingStep["mode"]])[] = [
  ["cut", "down"],
  ["rounded half up", "halfUp"],
  ["rounded up", "up"],
];

/**
 * How a printed pro rata share can be reached: with the last day counted or not, over 360, 365, 366, cut or rounded.
 */
function waysToShare(account: LoanAccount, day: Day, stated: Units): string {
  const { lines, loan, shareStep } = account;
  const { line } = account.unitsOn(day);
  const start = lines.date(line);
  const reduction = line === lines.last ? 0 : lines.payment(line + 1);
  const { units } = shareStep;
  const ways = [false, true].flatMap((countsLastDay) => {
    const days = shareDays(countsLastDay, start, day);
    return [365, 360, 366].flatMap((basis) =>
      STAGES.map(([words, mode]): Way => ({
        words: `${days}/${basis}, ${words}`,
        unrounded: mulDiv(reduction, days, basis),
        rounded: mulDiv(reduction, days, basis * units, mode) * units,
      })),
    );
  });
  const halfUp = ways.find(({ words }) => words === `${shareDays(true, start, day)}/365, rounded half up`);
  const isContrast = halfUp !== undefined && halfUp.rounded !== stated;
  return inWords(
    account,
    ways,
    stated,
    isContrast ? `rounded half up it would be ${loan.scale.text(halfUp.rounded)}` : "",
  );
}

function inWords({ loan }: LoanAccount, ways: readonly Way[], stated: Units, contrast: string): string {
  const matching = ways.filter(({ rounded }) => rounded === stated);
  const texts = matching.map(({ words, unrounded }) => `${words} (${loan.scale.text(unrounded)})`);
  const found = texts.length === 0 ? NOT_REPRODUCED : `Reproduced by ${[...new Set(texts)].join("; ")}`;
  return contrast === "" ? found : `${found}; ${contrast}`;
}
